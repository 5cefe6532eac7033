def merge_pair(tokens, pair):
    """Join every occurrence of pair in the list of tokens, from left to right."""
    merged = []
    place = 0
    while place < len(tokens):
        if tuple(tokens[place : place + 2]) == tuple(pair):
            merged.append(pair[0] + pair[1])
            place += 2
        else:
            merged.append(tokens[place])
            place += 1
    return merged
