"""Cut a text into windows, with and without overlap, and along sentences; count over the pieces."""

text = "The pump leaks at the valve. It was bought in May. A leak was found in June. "
text += "The valve was changed. Since then no leak has been seen."
words = text.split()
sentences = [s.strip(" .") for s in text.split(". ")]


def windows(size, overlap):
    """Pieces of `size` words; each begins `size - overlap` words after the one before."""
    return [words[i : i + size] for i in range(0, len(words) - overlap, size - overlap)]


def along_sentences(size):
    """As many whole sentences in a piece as fit into `size` words."""
    pieces, current = [], []
    for sentence in sentences:
        if current and len(current) + len(sentence.split()) > size:
            pieces, current = [*pieces, current], []
        current = current + sentence.split()
    return [*pieces, current]


def whole_sentences(pieces):
    joined = [" ".join(piece).replace(".", "") for piece in pieces]
    return sum(any(sentence in piece for piece in joined) for sentence in sentences)


def leaks(pieces):
    return sum(word.startswith("leak") for piece in pieces for word in piece)


for name, pieces in (
    ("no overlap", windows(10, 0)),
    ("overlap 5", windows(10, 5)),
    ("sentences", along_sentences(10)),
):
    whole = whole_sentences(pieces)
    print(f"{name:10}: {len(pieces)} pieces, {whole} sentences whole, {leaks(pieces)} x leak")
