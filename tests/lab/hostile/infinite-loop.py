# ending: timeout
# limits: seconds=0.4
print("before", flush=True)
while True:
    pass
