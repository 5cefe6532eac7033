turns = [  # what was extracted from each user message; None: no longer wanted
    {"food": "thai", "day": "Friday"},
    {"day": "Saturday"},
    {"food": None, "area": "north"},
]

state = {}
for slots in turns:
    state |= slots
    state = {slot: value for slot, value in state.items() if value is not None}

print(state)
