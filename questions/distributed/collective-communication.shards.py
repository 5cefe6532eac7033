"""A reduce-scatter, then an all-gather, for two ranks with two numbers each."""

ranks = [[1, 2], [10, 20]]
shards = [sum(rank[place] for rank in ranks) for place in range(2)]  # rank r keeps shard r
gathered = [shards[:] for _ in ranks]
print(shards[1], gathered[0])
