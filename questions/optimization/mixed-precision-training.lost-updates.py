"""bf16 keeps 8 significant bits: from 256 on, only even integers exist (ties to even)."""


def bf16(x):
    """Round a number between 256 and 512 to bf16."""
    return 2 * round(x / 2)


weight, master = 300, 300
for _ in range(8):
    weight = bf16(weight + 0.5)  # update the bf16 weight itself
    master = master + 0.5  # update in fp32 ...
print(weight, bf16(master))  # ... and round only for use
