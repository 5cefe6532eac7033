"""Three ways in which an attention map misleads about what a token contributes."""

import numpy as np

words = ["[start]", "film", "not", "bad"]
W_O = np.array([[1.0, 0.0], [0.0, 0.0]])  # (d, d) the head's output ignores coordinate 1


def output(weights, V):
    return [round(float(v), 2) for v in np.array(weights) @ V @ W_O]


# 1. Different maps, the same output: the values differ only where W_O does not look.
V = np.array([[2.0, 9.0], [2.0, -4.0], [2.0, 1.0], [2.0, 5.0]])  # (n, d)
for weights in ([0.97, 0.01, 0.01, 0.01], [0.01, 0.01, 0.01, 0.97]):
    print(f"looks at {words[int(np.argmax(weights))]:8} output {output(weights, V)}")

# 2. A large weight on a small value: the start token serves as a sink.
weights = np.array([0.90, 0.01, 0.07, 0.02])  # (n,)
V = np.array([[0.01, 0.0], [1.0, 0.0], [-8.0, 0.0], [2.0, 0.0]])  # (n, d)
shares = weights[:, None] * (V @ W_O)  # (n, d)
for word, weight, share in zip(words, weights, shares[:, 0], strict=True):
    print(f"{word:8} weight {float(weight):.2f}  contributes {float(share):+.3f}")

# 3. Above the first layer a position is no longer a word.
first_layer = np.array([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0.8, 0.2]])  # (n, n)
inside = {w: float(m) for w, m in zip(words, first_layer[3], strict=True) if m > 0}
print(f"layer 2 looks at position '{words[3]}'; it holds {inside}")
