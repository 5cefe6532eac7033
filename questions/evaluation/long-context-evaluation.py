"""A needle test over lengths and depths exposes a model that reads only the end of its context."""

NEEDLE = "The code of the vault is 7301."


def haystack(length, depth):
    """`length` filler sentences with the needle at the given depth (0 = start, 1 = end)."""
    sentences = [f"Filler sentence number {i}." for i in range(length)]
    sentences.insert(round(depth * length), NEEDLE)
    return sentences


def last_only(sentences):
    """A stub model that uses the last 40 sentences of its context."""
    return "7301" if NEEDLE in sentences[-40:] else "unknown"


lengths, depths = [40, 100, 400], [0.0, 0.25, 0.5, 0.75, 1.0]
print("length  found at depth " + "  ".join(f"{d:4.2f}" for d in depths) + "   share")
for length in lengths:
    hits = [last_only(haystack(length, depth)) == "7301" for depth in depths]
    row = "  ".join(" yes" if hit else "   -" for hit in hits)
    print(f"{length:6}                 {row}   {sum(hits) / len(hits):.1f}")

at_end = [last_only(haystack(length, 1.0)) == "7301" for length in lengths]
print("needle only at the end: all found =", all(at_end))
