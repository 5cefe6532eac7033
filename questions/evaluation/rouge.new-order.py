def lcs(a, b):
    if not a or not b:
        return 0
    if a[0] == b[0]:
        return 1 + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]))


reference = "rain is likely on monday".split()
summary = "on monday rain is likely".split()
print(len(set(reference) & set(summary)), lcs(reference, summary))
