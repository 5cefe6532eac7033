"""What 16 bits can hold: range and spacing of fp16 and bf16, and the largest numbers of small formats."""

import numpy as np


def bf16(x):
    """Round to the nearest bfloat16 (ties to even): keep the upper 16 bits of the fp32 pattern."""
    bits = int(np.float32(x).view(np.uint32))
    bits += 0x7FFF + ((bits >> 16) & 1)
    return float(np.uint32(bits & 0xFFFF0000).view(np.float32))


def fp16(x):
    with np.errstate(over="ignore"):
        return float(np.float16(x))


for x in (1 + 2**-10, 1 + 2**-7, 257.0, 70000.0, 1e-8):
    print(f"{x:<14.9g} fp16 {fp16(x):<14.9g} bf16 {bf16(x):.9g}")


def largest(exponent_bits, mantissa_bits):
    """Largest finite number where the top exponent is kept for infinity and NaN (as in IEEE 754)."""
    return (2 - 2.0**-mantissa_bits) * 2.0 ** (2 ** (exponent_bits - 1) - 1)


for name, e, m in (("fp32", 8, 23), ("bf16", 8, 7), ("fp16", 5, 10), ("E5M2", 5, 2)):
    print(f"{name}: largest {largest(e, m):.6g}, distance of neighbours above 1: 2^-{m}")
print("E4M3 by that rule:", largest(4, 3), "but it gives up infinity and reaches", 1.75 * 2**8)
