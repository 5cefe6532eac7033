# ending: failed
# stderr: RecursionError
def recurse(depth):
    return recurse(depth + 1)


recurse(0)
