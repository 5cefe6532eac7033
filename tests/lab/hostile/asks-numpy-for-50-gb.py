# ending: memory
import numpy as np

np.ones((50, 1 << 30), dtype=np.uint8)
