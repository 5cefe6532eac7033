"""What the learner knows, folded from the journal: only what happened since the last fold is folded again.

The journal keeps the fold as a cache. It never decides anything: dropped, it is folded anew from the first event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from ..errors import JournalBroken
from ..graph import Requires
from ..learn.credit import give_credit, put_off
from ..learn.memory import decay_of, remember
from ..learn.placed import fold_placements, still_placed
from ..model import Kind, Memory
from ..store.index import Index
from ..store.journal import Journal
from ..store.rows import QuestionEntry
from ..workspace.settings import Settings

RULES = 1  # raised whenever the same events would be folded into another memory
_BATCH = 400


def recall(journal: Journal | None, settings: Settings, at: datetime, *, keep: bool) -> dict[str, Memory]:
    """The memory at `at` of every question answered so far, by id. `keep` writes the cache where it was behind."""
    if journal is None:
        return {}
    rules = f"{RULES} {settings.desired_retention!r} {settings.weights!r}"
    with journal.reading():
        newest = journal.sequence
        kept = journal.folded()
        whole = kept.rules != rules or not kept.sequence
        # Answers dated after the moment of a fold are set aside by it: such a question is folded again, then and now.
        questions = (
            journal.questions()
            if whole
            else sorted({*journal.touched(kept.sequence), *journal.questions_after(min(at, kept.until))})
        )
        changed = _fold(journal, questions, settings, at)
    memories: dict[str, Memory | None] = changed if whole else {**kept.memories, **changed}
    if keep and newest and (whole or questions):
        # A cache is not worth a failure; what really cannot be written fails with the next answer.
        with suppress(JournalBroken):
            journal.keep_folded(rules, newest, at, changed, whole=whole)
    return {question: memory for question, memory in memories.items() if memory is not None}


def placed_concepts(
    journal: Journal | None, memories: Mapping[str, Memory], settings: Settings, at: datetime
) -> frozenset[str]:
    """The concepts that a placement test took as known, and no answer since has contradicted."""
    if journal is None or not (placements := fold_placements(journal.placements(), until=at)):
        return frozenset()
    return still_placed(placements, memories, decay=decay_of(settings.weights))


def due_dates(questions: Iterable[QuestionEntry], memories: Mapping[str, Memory], requires: Requires) -> list[datetime]:
    """When those of `questions` that were answered are due, in order; put off where what builds on them is known.

    Exercises are left out, as a quiz leaves them out.
    """
    credit = give_credit(memories, requires)
    known = [(memories[row.id], row.concept) for row in questions if row.id in memories and row.kind != Kind.CODE]
    return sorted(memory.due + put_off(memory, concept, credit) for memory, concept in known)


def credit_by(index: Index, settings: Settings) -> Requires:
    """The edges along which an answer puts off what is due: those of the bank, none where credit is switched off."""
    return index.requires() if settings.credit else {}


def _fold(journal: Journal, questions: Sequence[str], settings: Settings, at: datetime) -> dict[str, Memory | None]:
    """The memory of each of these questions from all its events; None where none of them counts. Some at a time, so
    that a million events need no more room than the questions do."""
    folded: dict[str, Memory | None] = {}
    for some in _batches(questions):
        memories = remember(journal.about(some), settings.desired_retention, parameters=settings.weights, until=at)
        folded |= {question: memories.get(question) for question in some}
    return folded


def _batches(questions: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(questions), _BATCH):
        yield questions[start : start + _BATCH]
