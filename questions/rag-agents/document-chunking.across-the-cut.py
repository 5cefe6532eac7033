words = "in a cellar in Rome the pump was replaced in March".split()  # 11 words


def chunks(size, overlap):
    step = size - overlap
    return [words[i : i + size] for i in range(0, len(words) - overlap, step)]


for overlap in (0, 2):
    pieces = chunks(4, overlap)
    near = any("pump" in p and "replaced" in p for p in pieces)
    far = any("pump" in p and "March" in p for p in pieces)
    print(len(pieces), near, far)
