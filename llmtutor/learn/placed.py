"""Which concepts a placement test took as known: a fold of the journal, like everything that is known.

* For each concept the last placement that names it counts, by (time, id); a placement that was taken back never was.
  The order in which events come does not matter, and the union of two journals is that of their placements.
* It holds until an answer given after it says otherwise: one to a question of the concept that left it not known. A
  placement never becomes a memory, has no due date and gives no credit: it only says where to begin.

The answers of the test itself stand in the journal as answers. A right one counts as any right answer; a wrong one has
no grade, so that what was never learned does not come due.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ..model import Event, Memory, Placed, Retracted
from .mastery import concept_of, was_missed
from .memory import DECAY

MOST_QUESTIONS = 25
"""After so many a placement test ends, however sure it is."""


def fold_placements(events: Iterable[Event], *, until: datetime | None = None) -> dict[str, datetime]:
    """The concepts placed as known, and when. What is dated after `until` is set aside, as it is for the memory."""
    placements: dict[str, Placed] = {}
    gone: set[str] = set()
    for event in events:
        if isinstance(event, Placed):
            placements[event.id] = event
        elif isinstance(event, Retracted):
            gone.add(event.event)
    known: dict[str, datetime] = {}
    for placed in sorted(placements.values(), key=lambda each: (each.at, each.id)):
        if placed.id not in gone and (until is None or placed.at <= until):
            for concept in placed.unknown:
                known.pop(concept, None)
            known |= dict.fromkeys(placed.known, placed.at)
    return known


def still_placed(
    placements: Mapping[str, datetime], memories: Mapping[str, Memory], *, decay: float = DECAY
) -> frozenset[str]:
    """Those of the placed concepts that no later answer contradicts."""
    missed = {
        concept_of(question)
        for question, memory in memories.items()
        if (concept := concept_of(question)) in placements
        and memory.last_review > placements[concept]
        and was_missed(memory, decay=decay)
    }
    return frozenset(placements) - missed
