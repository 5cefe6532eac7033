"""Penalties on tokens already written: three rules, a naive mistake, and a loop that is broken."""

from collections import Counter


def ctrl(z, seen, theta):
    """Repetition penalty: shrink positive logits, push negative ones further down."""
    return {t: (v / theta if v > 0 else v * theta) if t in seen else v for t, v in z.items()}


def additive(z, seen, frequency, presence):
    """Frequency penalty per occurrence, presence penalty once."""
    return {t: v - frequency * seen[t] - presence * (seen[t] > 0) for t, v in z.items()}


z = {"sea": 2.0, "wind": -1.0, "rain": 1.5}
seen = Counter(["sea", "sea", "sea", "wind"])
shown = {t: round(v, 3) for t, v in ctrl(z, seen, 1.2).items()}
print("repetition penalty 1.2:  ", shown)
print("plain division of wind:  ", round(z["wind"] / 1.2, 3), "is larger than", z["wind"])
print("frequency 0.5:           ", additive(z, seen, 0.5, 0.0))
print("presence 0.5:            ", additive(z, seen, 0.0, 0.5))

NEXT = {  # logits of the next token, by the last token
    "the": {"sea": 2.0, "wind": 1.0, "night": 0.5},
    "sea": {"and": 2.0, "sleeps": 1.2},
    "wind": {"and": 2.0, "sleeps": 1.2},
    "night": {"and": 1.0, "sleeps": 2.0},
    "and": {"the": 3.0},
    "sleeps": {"and": 1.0},
}
for frequency in (0.0, 0.9):
    text = ["the"]
    for _ in range(8):
        z = additive(NEXT[text[-1]], Counter(text), frequency, 0.0)
        text.append(max(z, key=z.get))
    print(f"greedy, frequency {frequency}:", " ".join(text))
