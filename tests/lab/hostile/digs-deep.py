# ending: ok
import os
from pathlib import Path

for _ in range(3000):
    Path("d").mkdir()
    os.chdir("d")
