# ending: timeout
# limits: seconds=0.25
import os

os.close(1)
os.close(2)
while True:
    pass
