# ending: ok
# needs: isolated
import os
import sys

if os.fork() == 0:
    os.setsid()
    os.execve(sys.executable, [sys.executable, "-c", "import time; time.sleep(3600)"], {})
