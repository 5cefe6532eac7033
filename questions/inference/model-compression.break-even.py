def low_rank_saves(rows, columns, rank):
    factors = rows * rank + rank * columns  # A (rows, rank) and B (rank, columns)
    return factors < rows * columns


print([low_rank_saves(1000, 1000, rank) for rank in (100, 400, 600)])
