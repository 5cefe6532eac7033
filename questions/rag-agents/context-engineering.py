"""Fit a long conversation into a budget: cut it off, or replace the old part by notes."""

turns = [  # (text, tokens, worth a note?)
    ("user: I am allergic to nuts", 20, True),
    ("tool: 40 recipes found ...", 900, False),
    ("user: for 6 people, please", 20, True),
    ("tool: details of 5 recipes ...", 700, False),
    ("assistant: I suggest the risotto", 60, True),
    ("user: and a dessert?", 20, False),
]
SYSTEM, BUDGET = 200, 1000


def cut_off(turns):
    """Keep the newest turns that fit."""
    kept, room = [], BUDGET - SYSTEM
    for text, size, _ in reversed(turns):
        if size > room:
            break
        kept, room = [(text, size), *kept], room - size
    return kept


def compact(turns, last=2):
    """Keep the last turns; of the older ones only what is worth a note."""
    notes = [(f"note: {text}", size) for text, size, keep in turns[:-last] if keep]
    return notes + [(text, size) for text, size, _ in turns[-last:]]


print("everything:", SYSTEM + sum(size for _, size, _ in turns), "tokens, budget", BUDGET)
for way in (cut_off, compact):
    kept = way(turns)
    print(f"{way.__name__}: {SYSTEM + sum(size for _, size in kept)} tokens")
    print("  knows of the allergy:", any("allergic" in text for text, _ in kept))
