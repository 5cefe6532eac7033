import numpy as np

keys = np.array([[1, 0, 2], [0, 3, 1]])  # 2 KV heads, 3 tokens, head width 1
queries = [1, -1, 1, -1]  # 4 query heads of the last token
group = len(queries) // len(keys)
strongest = [int(np.argmax(q * keys[i // group])) for i, q in enumerate(queries)]
print(strongest)
