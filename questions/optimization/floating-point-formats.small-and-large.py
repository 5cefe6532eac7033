"""Adding a small number to a large one in fp16 (10 stored mantissa bits)."""

import numpy as np

large, one = np.float16(2048), np.float16(1)
print(float(large + one), float(large + one + one), float(large + (one + one)))
