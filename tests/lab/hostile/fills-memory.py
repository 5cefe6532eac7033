# ending: memory
# limits: memory=200000000
blocks = []
while True:
    blocks.append(bytearray(1_000_000))
