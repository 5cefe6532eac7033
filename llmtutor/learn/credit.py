"""Encompassing credit: who answers an advanced question rightly has practised a little of what it contains.

After FIRe, the fractional implicit repetition of Justin Skycak (Math Academy), reduced to what needs no labels: the
edges of the prerequisite graph. It delays and orders what is due, within bounds; no `Memory` ever changes by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from ..graph import Requires
from ..model import Memory
from .mastery import concept_of

EDGE = 0.3
"""How much of a repetition an answer is for each direct prerequisite; for theirs, EDGE squared."""

SOLID = 7.0
"""Days of stability from which an answer gives credit: hardly any question that was missed last is as stable."""

MOST = 0.5
"""No due date is put off by more than this share of its interval."""

Credit = Mapping[str, tuple[datetime | None, datetime | None]]
"""For each concept the last solid answer to what is built on it directly, and on that."""


def give_credit(memories: Mapping[str, Memory], requires: Requires) -> Credit:
    """The concepts that get credit from `memories`."""
    latest: dict[str, datetime] = {}
    for question, memory in memories.items():
        if memory.stability >= SOLID:
            concept = concept_of(question)
            latest[concept] = max(memory.last_review, latest.get(concept, memory.last_review))
    direct: dict[str, datetime] = {}
    indirect: dict[str, datetime] = {}
    for concept, at in latest.items():
        for needed in requires.get(concept, ()):
            direct[needed] = max(at, direct.get(needed, at))
            for deeper in requires.get(needed, ()):
                indirect[deeper] = max(at, indirect.get(deeper, at))
    return {concept: (direct.get(concept), indirect.get(concept)) for concept in direct.keys() | indirect.keys()}


def put_off(memory: Memory, concept: str, credit: Credit) -> timedelta:
    """By how much later a question of `concept` is due: the part of the time since its answer that credit makes up."""
    longest = timedelta(0)
    for weight, at in zip((EDGE, EDGE**2), credit.get(concept, (None, None)), strict=True):
        if at is not None:
            longest = max(longest, weight * (at - memory.last_review))
    return min(longest, MOST * (memory.due - memory.last_review))
