"""MLA: cache one latent per token and score with it directly, which RoPE would prevent."""

import numpy as np

rng = np.random.default_rng(0)
n, d, h, d_head, d_c, d_rope = 20, 32, 4, 8, 6, 4  # tokens, width, heads, widths of the parts
x = rng.normal(size=(n, d))
w_down = rng.normal(size=(d, d_c))  # one for all heads, for keys and values
w_uk, w_uv = rng.normal(size=(2, h, d_c, d_head))  # one up-projection per head
q = rng.normal(size=(h, d_head))  # queries of the last token

latent = x @ w_down  # (n, d_c): this is cached
keys, values = latent @ w_uk, latent @ w_uv  # (h, n, d_head) each: never stored
stacked = np.concatenate([*keys, *values], axis=1)  # (n, 2 * h * d_head)
print("numbers per token in full:", stacked.shape[1], "of rank", np.linalg.matrix_rank(stacked))
print("numbers per token in the cache:", d_c + d_rope, "(latent and RoPE key)")

scores = np.einsum("hnk,hk->hn", keys, q)  # the long way
absorbed = np.einsum("hck,hk->hc", w_uk, q)  # W_UK moved over to the query, (h, d_c)
print("scores from the latent alone are the same:", np.allclose(absorbed @ latent.T, scores))

weights = np.exp(scores - scores.max(axis=1, keepdims=True))
weights /= weights.sum(axis=1, keepdims=True)  # (h, n)
late = np.einsum("hc,hck->hk", weights @ latent, w_uv)  # average latents, then expand once
print("outputs too:", np.allclose(np.einsum("hn,hnk->hk", weights, values), late))


def rotate(v, distance):  # RoPE on neighbouring pairs, all with frequency 1
    z = (v[::2] + 1j * v[1::2]) * np.exp(1j * distance)
    return np.stack([z.real, z.imag], axis=1).ravel()


rotated = [w_uk[0] @ rotate(q[0], t) for t in range(n)]  # if keys from the latent were rotated
print("absorbed queries for one head without RoPE: 1, with RoPE on these keys:", end=" ")
print(len(np.unique(np.round(rotated, 6), axis=0)))
