# ending: timeout
# limits: seconds=20 cpu_seconds=1
# once: the limit of processor time has nothing to do with namespaces
while True:
    pass
