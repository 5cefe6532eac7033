def merge_pair(tokens, pair):
    merged = []
    for place, token in enumerate(tokens):
        if tuple(tokens[place : place + 2]) == tuple(pair):
            merged.append(pair[0] + pair[1])
        elif place == 0 or tuple(tokens[place - 1 : place + 1]) != tuple(pair):
            merged.append(token)
    return merged
