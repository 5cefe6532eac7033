"""Image vectors become tokens of a language model: project, put in place, count what is trained."""

import numpy as np

d_vision, d_model = 6, 8  # width of the image encoder and of the language model
n_patches = (336 // 14) ** 2  # 576
patches = np.sin(np.arange(n_patches * d_vision)).reshape(n_patches, d_vision)  # from the ViT
w = np.cos(np.arange(d_vision * d_model)).reshape(d_vision, d_model)  # the projector
visual = patches @ w  # (576, d_model)

prompt = ["user:", "<image>", "what", "is", "this", "?", "assistant:"]
answer = ["a", "red", "bus", "</s>"]
text = prompt + answer
vectors = np.linspace(0, 1, len(text) * d_model).reshape(len(text), d_model)  # (11, d_model)

at = text.index("<image>")
inputs = np.concatenate([vectors[:at], visual, vectors[at + 1 :]])  # (10 + 576, d_model)
print("text tokens:", len(text), "visual tokens:", len(visual), "sequence:", inputs.shape)
print("image vectors in place:", bool(np.allclose(inputs[at : at + n_patches], visual)))
print("positions with a loss:", len(answer), "of", len(inputs))

linear = 1024 * 4096 + 4096  # real sizes: ViT-L and a 7B language model
mlp = linear + 4096 * 4096 + 4096
print(f"projector: linear {linear:,}, two layers {mlp:,}, of 7 billion: {mlp / 7e9:.2%}")
cache = 2 * 32 * 4096 * 2  # keys and values, layers, width, bytes of fp16
print("KV cache of one image:", n_patches * cache // 2**20, "MiB")
