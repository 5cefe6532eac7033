# ending: timeout
# limits: seconds=20 cpu_seconds=1
while True:
    pass
