# ending: timeout
# limits: seconds=0.4
import os
import time

for _ in range(40):
    if os.fork() == 0:
        os.setsid()
        time.sleep(3600)
time.sleep(3600)
