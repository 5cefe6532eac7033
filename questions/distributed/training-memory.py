"""Where the memory of training goes: states per parameter, activations per token."""

STATES = {  # bytes per parameter, mixed precision with Adam
    "16-bit weight": 2,
    "16-bit gradient": 2,
    "fp32 master weight": 4,
    "first moment": 4,
    "second moment": 4,
}


def layer_activations(batch, length, width, heads, scores_stored):
    """Bytes that one GPT-like layer keeps for the backward pass in 16 bits."""
    scores = 5 * heads * length**2 * batch if scores_stored else 0
    return 34 * length * batch * width + scores


parameters = 7e9
for name, size in STATES.items():
    print(f"{name:20s} {size} bytes  {size * parameters / 1e9:5.0f} GB")
print(f"{'states together':20s} {sum(STATES.values())} bytes {16 * parameters / 1e9:5.0f} GB")
print(f"{'inference, weights':20s} 2 bytes  {2 * parameters / 1e9:5.0f} GB")

print("activations of 32 layers, width 4096, 32 heads, in GB:")
print("sequences x tokens   scores stored   fused attention")
for batch, length in ((1, 2048), (1, 4096), (4, 4096)):
    sizes = [32 * layer_activations(batch, length, 4096, 32, stored) / 1e9 for stored in (True, False)]
    print(f"{batch:5d} x {length:<11d} {sizes[0]:14.1f} {sizes[1]:17.1f}")
