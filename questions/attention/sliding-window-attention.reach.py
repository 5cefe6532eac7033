import numpy as np

n, w = 10, 4
i = np.arange(n)
mask = (i[None, :] <= i[:, None]) & (i[None, :] > i[:, None] - w)  # (n, n)

one_layer = mask
two_layers = mask @ mask  # True where some token in between links the two
print(int(one_layer[9].sum()), int(two_layers[9].sum()))
