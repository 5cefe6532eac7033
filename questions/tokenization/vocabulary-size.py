"""The same texts with a growing vocabulary: who gets shorter, and what the two matrices cost."""


def encode(text, vocabulary):  # greedy, longest token first; single characters always work
    tokens, longest = [], max(map(len, vocabulary))
    while text:
        size = next(n for n in range(min(longest, len(text)), 0, -1) if n == 1 or text[:n] in vocabulary)
        tokens.append(text[:size])
        text = text[size:]
    return tokens


english = "the cat and the other cat"
finnish = "kissa ja se toinen kissa"  # the same in Finnish
vocabularies = {
    "characters": [" "],
    "+ 4 English": [" ", "the", "cat", "and", "er"],
    "+ 4 English, 3 Finnish": [" ", "the", "cat", "and", "er", "kissa", "toinen", "ja"],
}
for name, vocabulary in vocabularies.items():
    a, b = len(encode(english, vocabulary)), len(encode(finnish, vocabulary))
    print(f"{name:22} English {a:2} tokens, Finnish {b:2}, ratio {b / a:.2f}")
print(encode(english, vocabularies["+ 4 English"]))

d = 4096
for V in (32_000, 128_256):
    print(f"V = {V:7,}: embedding and head {2 * V * d / 1e6:7.1f} million parameters")
old, new = 3.17, 3.94  # characters per token on English, Llama 2 and Llama 3
print(f"tokens for the same text: {old / new:.1%}, attention pairs: {(old / new) ** 2:.1%}")
