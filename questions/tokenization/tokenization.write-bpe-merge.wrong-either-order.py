def merge_pair(tokens, pair):
    merged = []
    place = 0
    while place < len(tokens):
        if sorted(tokens[place : place + 2]) == sorted(pair):
            merged.append(tokens[place] + tokens[place + 1])
            place += 2
        else:
            merged.append(tokens[place])
            place += 1
    return merged
