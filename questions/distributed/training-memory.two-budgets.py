"""Which part of the training memory reacts to the micro-batch?"""


def memory(parameters, sequences):
    """Gigabytes of states (16 bytes per parameter) and activations (3 GB per sequence)."""
    states = 16 * parameters / 10**9
    activations = 3 * sequences
    return states + activations


print(memory(10**9, 8), memory(10**9, 4), memory(2 * 10**9, 8))
