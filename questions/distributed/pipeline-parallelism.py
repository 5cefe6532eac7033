"""Pipeline schedules of 3 stages and 5 micro-batches: GPipe against 1F1B (one slot per pass)."""


def order(stage, stages, batches, one_f_one_b):
    """The passes of one stage in their order, such as F0, F1, B0."""
    ahead = min(stages - stage, batches) if one_f_one_b else batches  # forwards before a backward
    passes = [f"F{b}" for b in range(ahead)]
    for b in range(batches):
        passes.append(f"B{b}")
        if ahead + b < batches:
            passes.append(f"F{ahead + b}")
    return passes


def simulate(stages, batches, one_f_one_b):
    """Run each pass as soon as its stage is free and its input is there; a row of slots per stage."""
    todo = [order(s, stages, batches, one_f_one_b) for s in range(stages)]
    rows, done, slot = [[] for _ in range(stages)], {}, 0
    while any(todo):
        for s in range(stages):
            kind, batch = (todo[s][0][0], todo[s][0][1:]) if todo[s] else ("", "")
            source = s - 1 if kind == "F" else s + 1  # backward passes come from the next stage
            first = source < 0 or (source == stages and done.get((s, f"F{batch}"), slot) < slot)
            ready = kind and (first or done.get((source, kind + batch), slot) < slot)
            rows[s].append(todo[s].pop(0) if ready else "..")
            done[s, rows[s][-1]] = slot
        slot += 1
    return rows


for name, one_f_one_b in (("GPipe", False), ("1F1B", True)):
    rows = simulate(3, 5, one_f_one_b)
    idle = sum(row.count("..") for row in rows) / sum(len(row) for row in rows)
    print(f"{name}: idle {idle:.4f}, (p - 1)/(m + p - 1) = {2 / 7:.4f}")
    for row in rows:
        inside, most = 0, 0
        for entry in row:
            inside += {"F": 1, "B": -1, ".": 0}[entry[0]]
            most = max(most, inside)
        print(" ", " ".join(row), "| kept at most", most)
