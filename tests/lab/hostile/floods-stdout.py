# ending: output
# limits: output=100000
import sys

while True:
    sys.stdout.write("x" * 100_000)
