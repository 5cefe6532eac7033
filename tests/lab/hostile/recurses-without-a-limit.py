# ending: failed memory
# limits: memory=300000000
import sys

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __repr__(self):  # through C, so that it is the C stack that overflows
        return repr(self)


repr(Deep())
