# ending: failed timeout
# limits: seconds=1.0 processes=20
# needs: count
import os

while True:
    os.fork()
