def walk(state, token):  # digits, then at most one point with digits after it
    for ch in token:
        if ch.isdigit():
            state = "frac" if state in ("point", "frac") else "int"
        elif ch == "." and state == "int":
            state = "point"
        else:
            return None
    return state


vocab = ["7", "12", ".", ".5", "3.1", "x"]
print([t for t in vocab if walk("int", t)])  # after "4"
print([t for t in vocab if walk("frac", t)])  # after "4.2"
