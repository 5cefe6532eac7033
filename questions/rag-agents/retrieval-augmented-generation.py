"""Retrieve the passage with most shared words and build the prompt from it, if there is one."""

passages = {
    1: "the warranty of the pump lasts 24 months",
    2: "the pump needs 230 volts",
    3: "returns are accepted within 30 days",
}
COMMON = {"the", "of", "is", "how", "long", "does", "a", "are", "what"}


def content_words(text):
    return set(text.lower().strip("?").split()) - COMMON


def retrieve(question, k=1):
    """The k passages that share most content words with the question, if any."""
    asked = content_words(question)
    scored = [(len(asked & content_words(text)), n) for n, text in passages.items()]
    return [n for score, n in sorted(scored, reverse=True)[:k] if score > 0]


def build_prompt(question):
    found = retrieve(question)
    if not found:
        return None
    sources = "\n".join(f"[{n}] {passages[n]}" for n in found)
    return f"Answer from the sources and cite them.\n{sources}\nQuestion: {question}"


print(build_prompt("How long does the warranty of the pump last?"))
print()
print("no passage:", build_prompt("What is the colour?"))

passages[1] = "the warranty of the pump lasts 36 months"  # no training: one line of the index
print("after an edit:", passages[retrieve("warranty of the pump?")[0]])
