"""Numbers that one text stands for, today and on every machine: the only chance there is in `learn`.

Written out here because variants and due dates are computed again from the journal: `random` promises the same
`random()` for a seed, but not the same `shuffle` or `choice` between versions of Python.
"""

from __future__ import annotations

from collections.abc import Iterator

_MASK = 2**64 - 1


def stream(text: str) -> Iterator[int]:
    """Whole numbers of 64 bits: FNV-1a of `text` starts splitmix64 (Steele, Lea and Flood, OOPSLA 2014)."""
    state = 0xCBF29CE484222325
    for byte in text.encode("utf-8", "surrogatepass"):
        state = (state ^ byte) * 0x100000001B3 & _MASK
    while True:
        state = state + 0x9E3779B97F4A7C15 & _MASK
        mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & _MASK
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK
        yield mixed ^ mixed >> 31


def shuffle(count: int, numbers: Iterator[int]) -> tuple[int, ...]:
    """0 to `count` - 1 in an order that `numbers` draw (Fisher-Yates)."""
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        # The bias of 64 bits modulo a small number is far below what anyone could notice.
        other = next(numbers) % (last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)
