# ending: timeout
# limits: seconds=0.4
import os

os.close(1)
os.close(2)
while True:
    pass
