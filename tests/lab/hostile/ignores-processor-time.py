# ending: timeout
# limits: seconds=20 cpu_seconds=1
import signal

signal.signal(signal.SIGXCPU, signal.SIG_IGN)
while True:
    pass
