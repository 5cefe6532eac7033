def policy(observations):
    """Opens drawer 1, 2, 3 in turn; when all are done it starts again at 1."""
    return len(observations) % 3 + 1


def run(drawers, limit):
    observations = []
    while len(observations) < limit:
        drawer = policy(observations)
        observations.append(drawers[drawer])
        if observations[-1] == "key":
            return f"found after {len(observations)}"
    return f"gave up after {len(observations)}"


print(run({1: "empty", 2: "empty", 3: "key"}, limit=5))
print(run({1: "empty", 2: "empty", 3: "empty"}, limit=5))
print(run({1: "empty", 2: "empty", 3: "key"}, limit=2))
