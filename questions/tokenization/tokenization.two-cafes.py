import unicodedata

composed = "caf\u00e9"  # é as one code point
decomposed = "cafe\u0301"  # e followed by a combining accent; looks the same

print(len(composed), len(decomposed), composed == decomposed)
print(len(unicodedata.normalize("NFC", decomposed)))
