"""Byte-level BPE: 256 base symbols spell any string, and a token may end inside a character."""

TEXT = "大模型"
WIDTHS = {"ASCII letter": "a", "accented letter": "é", "Han character": "大", "emoji": "\N{LLAMA}"}

for name, char in WIDTHS.items():
    print(f"{name}: {len(char.encode())} bytes {list(char.encode())}")


def encode(text, merges):
    """Byte strings after replaying the merges in order."""
    pieces = [bytes([byte]) for byte in text.encode()]
    for left, right in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == left and pieces[i + 1] == right:
                pieces[i : i + 2] = [left + right]
            i += 1
    return pieces


def is_text(piece):
    try:
        piece.decode()
        return True
    except UnicodeDecodeError:
        return False


a, b, c = (bytes([byte]) for byte in "大".encode())
merges = [(a, b), (a + b, c)]  # what frequent 大 in the training text leads to
pieces = encode(TEXT, merges)
print(f"{TEXT}: {len(TEXT.encode())} bytes, {len(pieces)} tokens")
print("tokens that are text by themselves:", [is_text(piece) for piece in pieces])
print("all bytes joined:", b"".join(pieces).decode())
print("first 2 tokens, decoded:", b"".join(pieces[:2]).decode(errors="replace"))
