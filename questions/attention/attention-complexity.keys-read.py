def keys_read(new_tokens):
    cache, total = 0, 0
    for _ in range(new_tokens):
        cache += 1  # the new token's key is stored once
        total += cache  # its query is compared with every stored key
    return total


print(keys_read(4), keys_read(8))
