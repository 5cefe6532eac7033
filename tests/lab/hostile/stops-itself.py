# ending: timeout
# limits: seconds=0.25
import os
import signal

os.kill(0, signal.SIGSTOP)  # the whole group
