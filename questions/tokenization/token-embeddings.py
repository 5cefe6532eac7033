"""An embedding lookup is a one-hot product; weight tying also trains rows not in the text."""

import numpy as np

E = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [-1.0, 0.0], [2.0, 1.0]])  # (V, d) = (5, 2)
ids = np.array([2, 0, 2])  # a text of n = 3 tokens
one_hot = np.eye(5)[ids]  # (n, V)
print("lookup equals one-hot times matrix:", bool(np.array_equal(E[ids], one_hot @ E)))
print(f"text {ids.tolist()} becomes a matrix of shape {E[ids].shape}")

# Input side: the gradient of each position is added to the row of its token.
input_gradient = np.zeros_like(E)
np.add.at(input_gradient, ids, np.ones((3, 2)))
print("rows with a gradient from the input:", np.flatnonzero(input_gradient.any(axis=1)).tolist())

# Output side with tied weights: one logit per row, gradient (p - target) times the hidden vector.
hidden = np.array([1.0, 0.5])  # (d,): final hidden vector of one position
logits = E @ hidden  # (V,)
p = np.exp(logits) / np.exp(logits).sum()
target = np.eye(5)[0]
output_gradient = np.outer(p - target, hidden)  # (V, d)
print("rows with a gradient from the output:", np.flatnonzero(output_gradient.any(axis=1)).tolist())
print("sign for the target row 0 and for row 3:", np.sign(output_gradient[[0, 3], 0]).tolist())

V, d = 50_257, 768  # GPT-2 small
print(f"tying saves V * d = {V * d:,} parameters")
