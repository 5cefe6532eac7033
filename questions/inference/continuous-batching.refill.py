lengths, slots = [1, 6, 2, 2], 2  # tokens to write for four requests

static = max(lengths[:2]) + max(lengths[2:])  # pairs, each as long as its longer request

free_at = [0, 0]  # when each of the two slots is free again
for length in lengths:
    slot = free_at.index(min(free_at))  # the next request takes the first free slot
    free_at[slot] += length

print(static, max(free_at))
