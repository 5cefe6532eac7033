"""What a judge of an exercise is written in: the inputs to try, and the laws that every right solution keeps.

    @cases
    def logits():
        yield (np.array([[0.0, 1.0]]),)

    @law("Every row sums to 1.", "每一行之和为 1。")
    def rows_sum_to_one(softmax, logits):
        return softmax(logits).sum(axis=-1), np.ones(len(logits))

A law calls the learner's function as often as it likes and returns what came out and what must come out; None where it
has nothing to say about this input. Laws are tried in their order, each on the smallest inputs first. Last comes what
no judge needs to write: the same results as the reference solution, in type, shape and value.

The text of this module is run beside the judge in the lab's child process, so it knows the standard library alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Cases:
    """Inputs: a function that gives tuples of arguments."""

    give: Callable[[], Iterable[tuple[Any, ...]]]


@dataclass(frozen=True)
class Law:
    """A property in both languages; numbers of what came out may differ by `tolerance`, relative or absolute."""

    en: str
    zh: str
    check: Callable[..., Any]
    tolerance: float = TOLERANCE


def cases(give: Callable[[], Iterable[tuple[Any, ...]]]) -> Cases:
    return Cases(give)


def law(en: str, zh: str, tolerance: float = TOLERANCE) -> Callable[[Callable[..., Any]], Law]:
    def made(check: Callable[..., Any]) -> Law:
        return Law(en, zh, check, tolerance)

    return made
