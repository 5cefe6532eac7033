# ending: output
# limits: output=1000
import os

os.write(1, b"y" * 1001)
os._exit(0)
