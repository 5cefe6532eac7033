"""Two decoding slots: a static batch waits for its longest request, a continuous one refills."""


def static(lengths, slots):
    batches = [lengths[i : i + slots] for i in range(0, len(lengths), slots)]
    return [max(batch) for batch in batches]  # decoding steps of each batch


def continuous(lengths, slots):
    waiting, running, timeline = list(enumerate(lengths)), {}, []
    while waiting or running:
        while waiting and len(running) < slots:  # before every step: fill free slots
            request, length = waiting.pop(0)
            running[request] = length
        timeline.append("".join("ABCDEF"[request] for request in running))
        running = {request: left - 1 for request, left in running.items() if left > 1}
    return timeline


lengths, slots = [2, 8, 3, 7], 2  # tokens still to write for requests A, B, C, D
work = sum(lengths)
steps = static(lengths, slots)
used = work / sum(steps) / slots
print(f"static: batches of {steps} steps, {sum(steps)} in all, slots used {used:.0%}")
timeline = continuous(lengths, slots)
print(f"continuous: {len(timeline)} steps, slots used {work / len(timeline) / slots:.0%}")
print("who is in the batch at each step:", " ".join(timeline))
