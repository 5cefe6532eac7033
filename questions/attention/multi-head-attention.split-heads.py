import numpy as np

n, d, h = 2, 6, 3  # 2 tokens, width 6, 3 heads
q = np.arange(n * d).reshape(n, d)  # row 0: 0..5, row 1: 6..11
heads = q.reshape(n, h, d // h).transpose(1, 0, 2)
print(heads[1].tolist())
