"""WordPiece: pairs scored by association, not by count; encoding by the longest match."""

from collections import Counter

WORDS = {"the": 20, "this": 10, "that": 8, "quiz": 3, "quit": 2}


def start(word):
    """First letter plain, the others marked as continuing a word."""
    return [word[0], *("##" + letter for letter in word[1:])]


pieces, pairs = Counter(), Counter()
for word, count in WORDS.items():
    split = start(word)
    for piece in split:
        pieces[piece] += count
    for pair in zip(split, split[1:]):
        pairs[pair] += count
score = {(a, b): count / (pieces[a] * pieces[b]) for (a, b), count in pairs.items()}
for name, table in (("BPE, by count", pairs), ("WordPiece, by score", score)):
    a, b = max(table, key=table.get)
    print(f"{name}: {a} {b}  count {pairs[a, b]}, score {score[a, b]:.3f}")


def encode(word, vocabulary):
    """The longest known piece from the left, again and again; one dead end and the word is lost."""
    out, rest, mark = [], word, ""
    while rest:
        fits = [n for n in range(len(rest), 0, -1) if mark + rest[:n] in vocabulary]
        if not fits:
            return ["[UNK]"]
        out.append(mark + rest[: fits[0]])
        rest, mark = rest[fits[0] :], "##"
    return out


VOCABULARY = {"quit", "qui", "the", "them", "##ter", "##s", "##me", "##t"}
for word in ("quitter", "quits", "thes", "theme"):
    print(word, "->", encode(word, VOCABULARY))
