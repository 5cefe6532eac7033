# ending: failed
# exit: 1
# stderr: goodbye
import sys

sys.exit("goodbye")
