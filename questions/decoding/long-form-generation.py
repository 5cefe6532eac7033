"""Writing a long text section by section: what each plan of work has to read."""

SECTIONS, WORDS, OUTLINE, SUMMARY = 12, 800, 300, 60  # lengths in tokens


def prompts(carry):
    """Prompt length of each section, for a rule that says what is carried over."""
    return [OUTLINE + carry(done) for done in range(SECTIONS)]


plans = {
    "full text so far": lambda done: done * WORDS,
    "summaries so far": lambda done: done * SUMMARY,
    "summaries + last section": lambda done: done * SUMMARY + (WORDS if done else 0),
    "outline only": lambda done: 0,
}
print(f"{SECTIONS} sections of {WORDS} tokens: {SECTIONS * WORDS} written")
for name, carry in plans.items():
    lengths = prompts(carry)
    print(f"{name:25} longest prompt {max(lengths):5}, read in all {sum(lengths):6}")

facts = {
    1: ("hero", "Mara"),
    4: ("ship", "Petrel"),
    9: ("hero", "Marta"),
}  # section: a fact it states
ledger, conflicts = {}, []
for section, (key, value) in facts.items():
    if ledger.setdefault(key, value) != value:
        conflicts.append(f"section {section}: {key} is {ledger[key]}, not {value}")
print("found by a ledger of facts:", conflicts)
for p in (0.999, 0.9999):
    print(f"each token safe with {p}: 10,000 tokens without a slip {p**10_000:.4f}")
