# ending: timeout
# limits: seconds=0.4
import time

time.sleep(3600)
