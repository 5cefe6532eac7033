# ending: failed
# limits: file_size=1000000
# stderr: File too large
from pathlib import Path

with Path("huge").open("wb") as file:
    while True:
        file.write(b"x" * 1_000_000)
