"""What a learner is shown, what came back, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias, Union

from .text import Number, Slug, Text


@dataclass(frozen=True, slots=True)
class Variant:
    """What `seed` drew for one showing: the numbers, and the order of choices, items or right-hand sides.

    `order[i]` is the index in the bank of what is shown at place i.
    """

    seed: int
    numbers: tuple[tuple[str, Number], ...] = ()
    order: tuple[int, ...] = ()


# A learner's answer: "B", ["A", "C"], True, "3.2 GiB", ["one", "two"], {"1": "B"}.
Response: TypeAlias = Union[str, bool, int, float, list[str], dict[str, str]]


class Grade(IntEnum):
    """How well it was recalled, as in FSRS: Hard is a pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Feedback:
    """Why one part of an answer is right or wrong; `label` is the letter, gap or line shown to the learner."""

    label: str
    right: bool
    text: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` is the share that was right, 0 to 1; `right` only when all of it was.

    `given` is the answer as the grader understood it and `expected` the right one, both as a learner would write them.
    `typo` is set where a slip of the keyboard was forgiven. `misconceptions` are the named ones that this answer shows.
    """

    right: bool
    score: float
    given: str
    expected: Text
    feedback: tuple[Feedback, ...] = ()
    typo: str | None = None
    misconceptions: tuple[Slug, ...] = ()
