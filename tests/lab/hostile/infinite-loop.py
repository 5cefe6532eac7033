# ending: timeout
# limits: seconds=0.25
print("before", flush=True)
while True:
    pass
