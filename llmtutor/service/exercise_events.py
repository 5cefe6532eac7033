"""How a try at an exercise becomes an event.

* A try is a program; its response in the journal is the digest of its text. The same program again, judged by the same
  bank, is no other try and is not recorded.
* What cannot be tried at all (no Python yet, no such function, the stub as it was) is no try.
* A try that fails is recorded as wrong, with the misconception that it shows, but without a grade: who writes a program
  goes by way of programs that do not work yet, and no memory is worse for that.
* The try that passes is graded: Good if it is the first one since it was last solved and no hint was shown, else Hard.
* Who looks at the reference before has given up: Again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..learn.memory import grade_of
from ..model import Answered, Event, Grade, Kind, Question, Retracted, Text, Verdict
from .practice_answer import recollect
from .practice_desk import StoredDesk

if TYPE_CHECKING:
    from ..store.index import Index
    from ..store.journal import Journal
    from ..workspace import Workspace

GAVE_UP = "reference shown"


@dataclass(frozen=True, slots=True)
class Try:
    """What was tried: `response` names the program; `hints` were shown before it."""

    response: str
    right: bool
    hints: int = 0
    misconceptions: tuple[str, ...] = ()
    session: str | None = None
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a try: no `event` where it was known already. `attempt` counts since it was last solved."""

    attempt: int
    event: str | None = None
    grade: Grade | None = None
    due: datetime | None = None


def digest_of(solution: str) -> str:
    return f"sha256:{hashlib.sha256(solution.encode('utf-8', 'replace')).hexdigest()[:16]}"


def tries_of(journal: Journal | None, question: str) -> list[Answered]:
    """The tries that were not taken back, in the order in which they were made."""
    events: Sequence[Event] = journal.about([question]) if journal else []
    gone = {event.event for event in events if isinstance(event, Retracted)}
    return [event for event in events if isinstance(event, Answered) and event.id not in gone]


def record(workspace: Workspace, index: Index, question: Question, made: Try, *, keep: bool = True) -> Recorded:
    """Append the try, unless it was made before, or is not one to `keep`."""
    journal = workspace.journal(create=keep)
    if journal is None:
        return Recorded(1)
    with journal:
        tries = tries_of(journal, question.id)
        solved = [place for place, one in enumerate(tries) if one.right]
        attempt = len(tries[solved[-1] + 1 :] if solved else tries) + 1
        if not keep or any(one.response == made.response and one.digest == question.digest for one in tries):
            return Recorded(attempt)
        desk = StoredDesk(index, journal, workspace.settings)
        answer = Answered(
            id=workspace.new_id(),
            device=journal.device,
            at=workspace.clock(),
            session=made.session or workspace.new_id(),
            bank=desk.setting(question.concept).bank,
            question=question.id,
            digest=question.digest,
            variant=0,
            response=made.response,
            right=made.right,
            score=float(made.right),
            grade=_grade(made, attempt),
            hints=made.hints,
            attempt=attempt,
            milliseconds=made.milliseconds,
            misconceptions=made.misconceptions,
        )
        memory = recollect(desk, question.id, answer.at, answer) if answer.grade else None
        journal.append(answer)
    return Recorded(attempt, answer.id, answer.grade, memory.due if memory else None)


def _grade(made: Try, attempt: int) -> Grade | None:
    if made.response == GAVE_UP:
        return Grade.AGAIN
    if not made.right:
        return None
    return grade_of(Kind.CODE, Verdict(right=True, score=1.0, given="", expected=Text("", "")), made.hints, attempt)
