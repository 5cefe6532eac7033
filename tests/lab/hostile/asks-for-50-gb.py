# ending: memory
block = bytearray(50 << 30)
