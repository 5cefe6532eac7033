"""MinHash estimates how much two documents share; bands turn the estimate into a filter."""

import random
import zlib

P = (1 << 61) - 1  # a prime, for the hash functions (a x + b) mod P
generator = random.Random(0)
HASHES = [(generator.randrange(1, P), generator.randrange(P)) for _ in range(400)]


def shingles(text, size=2):
    words = text.split()
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


def signature(text):
    keys = [zlib.crc32(shingle.encode()) for shingle in shingles(text)]
    return [min((a * key + b) % P for key in keys) for a, b in HASHES]  # one minimum per function


original = "the ferry leaves the harbour at noon and comes back at night"
edited = "the ferry leaves the harbour at noon and comes home at night"
other = "in autumn the forest above the village turns red and gold"

for name, text in (("edited copy", edited), ("other text", other)):
    a, b = shingles(original), shingles(text)
    jaccard = len(a & b) / len(a | b)
    equal = sum(x == y for x, y in zip(signature(original), signature(text)))
    close = abs(equal / len(HASHES) - jaccard) < 0.1
    print(f"{name}: Jaccard {len(a & b)}/{len(a | b)} = {jaccard:.3f}, MinHash within 0.1: {close}")

print(
    "exact hash finds the edited copy:",
    zlib.crc32(original.encode()) == zlib.crc32(edited.encode()),
)
rows, bands = 5, 20
for j in (0.3, 0.5, 0.8, 0.9):
    print(f"J = {j}: becomes a candidate with probability {1 - (1 - j**rows) ** bands:.4f}")
