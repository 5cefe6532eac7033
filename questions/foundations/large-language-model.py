"""From shape to size: estimate parameters, memory and training compute of Transformer models."""

# name: (layers, width d, vocabulary, positions, training tokens or None)
MODELS = {
    "BERT-base (2018)": (12, 768, 30_522, 512, None),
    "GPT-2 small (2019)": (12, 768, 50_257, 1_024, None),
    "GPT-2 XL (2019)": (48, 1_600, 50_257, 1_024, None),
    "GPT-3 (2020)": (96, 12_288, 50_257, 2_048, 300e9),
}


def parameters(layers, width, vocabulary, positions):
    """4 d^2 for attention and 8 d^2 for the feed-forward network per layer, plus embeddings."""
    return layers * 12 * width**2 + (vocabulary + positions) * width


print("model                parameters     fp16 weights   in layers")
for name, (layers, width, vocabulary, positions, tokens) in MODELS.items():
    n = parameters(layers, width, vocabulary, positions)
    share = layers * 12 * width**2 / n
    print(f"{name:18} {n / 1e9:9.3f} billion {2 * n / 1e9:9.2f} GB {share:10.0%}")
    if tokens:
        print(f"  training compute, about 6 N D: {6 * n * tokens:.2e} FLOPs")
