"""Parity of 10 bits by a machine that reads two tokens a step: at once, and with written steps."""

from itertools import product

TABLE = {(a, b): a ^ b for a, b in product((0, 1), repeat=2)}  # all that the machine can do


def direct(bits):
    """One step: it can look at two of the bits only."""
    return TABLE[bits[-2], bits[-1]]


def with_steps(bits, slip_at=None):
    """Each step reads the result written last and the next bit, and writes a new result."""
    written = [bits[0]]
    for step, bit in enumerate(bits[1:]):
        written.append(TABLE[written[-1], bit] ^ (step == slip_at))
    return written


questions = list(product((0, 1), repeat=10))
truth = [sum(bits) % 2 for bits in questions]


def accuracy(answers):
    return sum(a == t for a, t in zip(answers, truth)) / len(truth)


print(f"answer at once    : {accuracy([direct(q) for q in questions]):.0%} right")
print(f"with written steps: {accuracy([with_steps(q)[-1] for q in questions]):.0%} right")
print(f"one slip in step 4: {accuracy([with_steps(q, slip_at=4)[-1] for q in questions]):.0%} right")
print("steps for", questions[700], ":", *with_steps(questions[700]))

print("all n steps right, if each is right with probability 0.95:")
print("  ".join(f"n = {n}: {0.95**n:.2f}" for n in (1, 5, 10, 20, 50)))
