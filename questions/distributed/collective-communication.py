"""Ring all-reduce of 4 ranks, step by step: reduce-scatter, then all-gather."""

import numpy as np

RANKS = 4
data = [np.arange(4) + 10 * rank for rank in range(RANKS)]  # 4 chunks of 1 number per rank
total = sum(data)
sent = 0
print("before:", [d.tolist() for d in data])

for step in range(RANKS - 1):  # reduce-scatter: pass a chunk on, add what arrives
    messages = [(rank, (rank - step) % RANKS) for rank in range(RANKS)]
    values = [int(data[rank][chunk]) for rank, chunk in messages]
    for (rank, chunk), value in zip(messages, values, strict=True):
        data[(rank + 1) % RANKS][chunk] += value
    sent += 1  # chunks sent by each rank
print("finished chunk of each rank:", [int(data[rank][(rank + 1) % RANKS]) for rank in range(RANKS)])

for step in range(RANKS - 1):  # all-gather: pass finished chunks on, overwrite
    messages = [(rank, (rank + 1 - step) % RANKS) for rank in range(RANKS)]
    values = [int(data[rank][chunk]) for rank, chunk in messages]
    for (rank, chunk), value in zip(messages, values, strict=True):
        data[(rank + 1) % RANKS][chunk] = value
    sent += 1
print("after: ", [d.tolist() for d in data])
print("all ranks hold the sum:", all((d == total).all() for d in data))
print(f"each rank sent {sent} chunks of a quarter: {sent / RANKS} times its data")
for ranks in (2, 8, 64, 1024):
    print(f"{ranks:5d} ranks: {2 * (ranks - 1) / ranks:.3f} times the data, {2 * (ranks - 1)} steps")
