"""Parameter counts from configurations, piece by piece, against the rule 12·L·d²."""


def attention(d, heads, kv_heads, bias):
    kv = d * kv_heads // heads  # width of all keys of a token together
    return 2 * d * d + 2 * d * kv + bias * (2 * d + 2 * kv)  # W_Q, W_O, W_K, W_V


def feed_forward(d, inner, gated, bias):
    return (3 if gated else 2) * d * inner + bias * (inner + d)


def count(name, L, d, heads, kv_heads, inner, V, gated, bias, tied, positions):
    norm = d * (1 + bias)  # gain, and a bias for LayerNorm
    block = attention(d, heads, kv_heads, bias) + feed_forward(d, inner, gated, bias) + 2 * norm
    embedding = (1 if tied else 2) * V * d
    total = L * block + embedding + positions * d + norm
    print(f"{name:12} {total:>13,}  embedding and head {embedding / total:5.1%}", end="")
    print(f"  12·L·d² = {12 * L * d * d:>13,}")


count("GPT-2 small", 12, 768, 12, 12, 3072, 50257, False, True, True, 1024)
count("Llama 2 7B", 32, 4096, 32, 32, 11008, 32000, True, False, False, 0)
count("Llama 3 8B", 32, 4096, 32, 8, 14336, 128256, True, False, False, 0)
