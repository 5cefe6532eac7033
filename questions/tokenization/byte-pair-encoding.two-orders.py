def encode(text, merges):
    pieces = list(text)
    for left, right in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i : i + 2] == [left, right]:
                pieces[i : i + 2] = [left + right]
            i += 1
    return pieces


print(encode("abc", [("a", "b"), ("b", "c"), ("ab", "c")]))
print(encode("abc", [("b", "c"), ("a", "b"), ("ab", "c")]))
