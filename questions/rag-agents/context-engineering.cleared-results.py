history = [("user", 40), ("tool", 900), ("assistant", 60), ("tool", 700), ("assistant", 50)]


def clear_old_results(history, keep=1):
    """Tool results other than the last `keep` shrink to a note of 10 tokens."""
    tools = [i for i, (role, _) in enumerate(history) if role == "tool"]
    old = tools[:-keep]
    return [(role, 10 if i in old else size) for i, (role, size) in enumerate(history)]


for version in (history, clear_old_results(history)):
    print(len(version), sum(size for _, size in version))
