"""A task dialogue: keep the state over the turns, ask for what is missing, act when told to."""

NEEDED = ("day", "time", "persons")
# What a model extracted from each user turn, as JSON; the dialogue manager is ordinary code.
extracted = [
    ("A table for Friday, please", {"day": "Friday"}),
    ("At seven, we are four", {"time": "19:00", "persons": 4}),
    ("No, make that Saturday", {"day": "Saturday"}),
    ("Yes, go ahead", {"confirmed": True}),
]


def next_step(state):
    missing = [slot for slot in NEEDED if slot not in state]
    if missing:
        return f"ask: {missing[0]}"
    if not state.get("confirmed"):
        return "confirm: " + ", ".join(str(state[slot]) for slot in NEEDED)
    return "call: book_table"


state = {}
for text, slots in extracted:
    if "confirmed" not in slots:
        state.pop("confirmed", None)  # a change needs a new confirmation
    state |= slots
    print(f"{text:27} -> {next_step(state)}")

print("without the earlier turns   ->", next_step(extracted[-1][1]))
