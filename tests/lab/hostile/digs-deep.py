# ending: ok
# once: it has nothing to do with namespaces
import os
from pathlib import Path

for _ in range(1500):
    Path("d").mkdir()
    os.chdir("d")
