"""A toy tokenizer: normalise, cut into chunks, split into known pieces, number them, and back."""

import re
import unicodedata

PIECES = ["Token", "ization", " is", " fun", "大", "语言模型", "caf", "é"]
VOCABULARY = {bytes([byte]): byte for byte in range(256)}  # every byte: nothing is unknown
VOCABULARY |= {piece.encode(): 256 + index for index, piece in enumerate(PIECES)}
BYTES_OF = {token_id: piece for piece, token_id in VOCABULARY.items()}
CHUNK = re.compile(r" ?\w+| ?[^\w\s]+|\s+")  # a word or a run of signs, with its leading space


def encode(text):
    """Token IDs of a text: in each chunk the longest known piece first."""
    ids = []
    for chunk in CHUNK.findall(unicodedata.normalize("NFC", text)):
        rest = chunk.encode()
        while rest:
            size = next(n for n in range(len(rest), 0, -1) if rest[:n] in VOCABULARY)
            ids.append(VOCABULARY[rest[:size]])
            rest = rest[size:]
    return ids


def decode(ids):
    """The text of the IDs: their bytes, joined."""
    return b"".join(BYTES_OF[token_id] for token_id in ids).decode()


samples = {
    "English": "Tokenization is fun!",
    "Chinese": "大语言模型",
    "accent, 1 code point": "caf\u00e9",
    "accent, 2 code points": "cafe\u0301",
    "emoji": "\N{LLAMA}",
}
for name, text in samples.items():
    same = decode(encode(text)) == text
    print(f"{name}: {len(text)} code points, IDs {encode(text)}, round trip {same}")
