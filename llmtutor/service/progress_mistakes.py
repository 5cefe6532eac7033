"""Which wrong ways were taken how often: named misconceptions, and wrong choices that have no name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..errors import NotFound
from ..learn.grade import Unreadable, judge
from ..learn.mastery import concept_of
from ..learn.variant import LETTERS, draw, fill
from ..model import Answered, MultipleChoice, Question, SingleChoice, Text, Variant
from ..store.index import Index
from ..views.learning import MisconceptionView


@dataclass(slots=True)
class _Taken:
    """One wrong way; `key` is its name, or the question and the choice."""

    key: tuple[str, str]
    answers: list[Answered] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Wrong:
    slug: str | None
    text: Text | None
    why: Text | None


def rank_mistakes(answers: Iterable[Answered], index: Index, names: dict[str, Text], most: int) -> list[tuple[str, int]]:
    raise NotImplementedError
