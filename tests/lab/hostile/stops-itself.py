# ending: timeout
# limits: seconds=0.4
import os
import signal

os.kill(0, signal.SIGSTOP)  # the whole group
