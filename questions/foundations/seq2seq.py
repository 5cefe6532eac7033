"""The bottleneck: a fixed-size summary loses the start of its source; all states keep it."""

import numpy as np


def encode(source):
    """Toy recurrent encoder h = 0.5 h + x: one state for each of the n source vectors, (n, d)."""
    states = []
    state = np.zeros(source.shape[1])  # (d,)
    for x in source:
        state = 0.5 * state + x
        states.append(state)
    return np.array(states)


for n in (2, 5, 10, 20):
    source = np.ones((n, 4))  # n tokens of width d = 4
    other = source.copy()
    other[0, 0] = 2.0  # the two sources differ in their first token only
    states, other_states = encode(source), encode(other)
    last_gap = np.abs(states[-1] - other_states[-1]).max()  # what a decoder without attention sees
    best_gap = np.abs(states - other_states).max()  # what a decoder with attention can see
    print(f"source of {n:>2} tokens")
    print(f"  final state: {states[-1].size:>2} numbers, difference {last_gap:.6f}")
    print(f"  all states:  {states.size:>2} numbers, difference {best_gap:.6f}")
