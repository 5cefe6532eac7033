"""Word error rate by edit distance, and a language model that rescores a recognizer's guesses."""


def edit_counts(reference, hypothesis):
    """Fewest (errors, substitutions, deletions, insertions) that turn reference into hypothesis."""
    row = [(j, 0, 0, j) for j in range(len(hypothesis) + 1)]
    for i, word in enumerate(reference, 1):
        previous, row = row, [(i, 0, i, 0)]
        for j, heard in enumerate(hypothesis, 1):
            e, s, d, n = previous[j - 1]
            same = (e, s, d, n) if word == heard else (e + 1, s + 1, d, n)
            e, s, d, n = previous[j]
            deleted = (e + 1, s, d + 1, n)
            e, s, d, n = row[j - 1]
            row.append(min(same, deleted, (e + 1, s, d, n + 1)))
    return row[-1]


reference = "please turn on the light in the hall".split()
for heard in (
    "please turn on the light in the hall",
    "please turn the lights in hall",
    "thank you",
):
    errors, s, d, n = edit_counts(reference, heard.split())
    print(f"{heard!r}: S={s} D={d} I={n}, WER {errors / len(reference):.3f}")
errors, s, d, n = edit_counts(["yes"], "yes i would like that".split())
print(f"reference of one word, five heard: I={n}, WER {errors / 1:.1f}")

candidates = {"turn on the lied": (-3.0, -14.0), "turn on the light": (-3.4, -8.0)}
for weight in (0.0, 0.5):  # score = acoustic log probability + weight * LM log probability
    scores = {text: ac + weight * lm for text, (ac, lm) in candidates.items()}
    print(f"LM weight {weight}: {max(scores, key=scores.get)}")

frames = 30 * 1000 // 10  # 30 s, one frame every 10 ms
print("Whisper encoder:", frames, "frames ->", frames // 2, "positions")
print("Mimi codec:", 12.5 * 8, "tokens/s,", 12.5 * 8 * 11, "bit/s")
