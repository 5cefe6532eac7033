"""An agent loop with a scripted model: act, observe, decide again, until done or stopped."""

PRICES = {"nut": 3, "bolt": 5}


def scripted_model(history):
    """Stands for the model: (thought, action, argument) from what it has seen so far."""
    seen = [observation for _, observation in history]
    if not seen:
        return "I need the price of a screw", "price", "screw"
    if seen[-1] == "error: unknown item":
        return "no screws; the task may mean bolts", "price", "bolt"
    return "4 of them at that price", "finish", 4 * seen[-1]


def stubborn_model(history):
    return "I try again", "price", "screw"


def environment(action, argument):
    if action == "price":
        return PRICES.get(argument, "error: unknown item")
    return "error: unknown action"


def run(model, limit=4, show=True):
    history = []  # (action, observation) pairs: all that the model knows of the past
    for step in range(1, limit + 1):
        thought, action, argument = model(history)
        if action == "finish":
            return f"answer {argument} after {step} model calls"
        observation = environment(action, argument)
        history.append((f"{action}({argument})", observation))
        if show:
            print(f"{thought} -> {action}({argument}) -> {observation}")
    return f"stopped after {limit} model calls"


print(run(scripted_model))
print("the stubborn one:", run(stubborn_model, show=False))
