"""Rules in the manner of Gopher's quality filter sort four pages; stop words are asked for."""

STOP_WORDS = {"the", "be", "to", "of", "and", "that", "have", "with"}
PAGES = {
    "prose": "The ferry leaves the town at noon, and those who have to wait sit with a cup of tea.",
    "menu": "Home | Shop | Cart | Login | Home | Shop | Cart | Login | # # # # # #",
    "keywords": "cheap flights cheap hotels cheap rental cars best price online booking",
    "prose cleaned": "ferry leaves town noon wait sit cup tea",  # stop words removed on purpose
}


def problems(text, least_words=5):  # Gopher asks for 50 to 100,000 words; here pages are tiny
    words = text.split()
    mean_length = sum(len(word) for word in words) / len(words)
    symbols = sum(word in {"#", "...", "|"} for word in words) / len(words)
    alphabetic = sum(any(c.isalpha() for c in word) for word in words) / len(words)
    found = {word.strip(".,").lower() for word in words} & STOP_WORDS
    checks = {
        "too short": len(words) < least_words,
        "mean word length": not 3 <= mean_length <= 10,
        "symbols": symbols > 0.1,
        "few words with letters": alphabetic < 0.8,
        "fewer than 2 stop words": len(found) < 2,
    }
    return [name for name, hit in checks.items() if hit]


for name, text in PAGES.items():
    print(f"{name:14}", "keep" if not (why := problems(text)) else "drop: " + ", ".join(why))

tokens = 100.0  # billions
for step, kept in (("language", 0.5), ("quality", 0.4), ("near-duplicates", 0.6)):
    tokens *= kept
    print(f"after {step}: {tokens:.0f} billion tokens")
