# ending: timeout
# limits: seconds=0.25
import time

time.sleep(3600)
