"""What a placement and an interview have in common: a session whose state is read off its events.

Nothing is kept but what to ask; where one stands follows from what the journal holds of the session. So a kill at any
moment loses nothing, and undoing is appending a retraction.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TypeAlias, Union

from ..errors import JournalBroken
from ..learn.unreadable import Unreadable
from ..model import Answered, Event, Question, Retracted, Skipped, Text
from ..store.index import Index
from ..store.journal import Journal, Sitting, Unfinished
from ..views.practice import ComplaintView
from ..workspace import Workspace
from .practice_acts import Answer, Typed
from .practice_answer import Attempt, make_answer
from .practice_desk import Moment, StoredDesk

Reply: TypeAlias = Union[Answered, Skipped]


class Seat:
    """One session on an open index and journal."""

    def __init__(self, workspace: Workspace, index: Index, journal: Journal, session: str) -> None:
        self.workspace = workspace
        self.index = index
        self.journal = journal
        self.session = session
        self.desk = StoredDesk(index, journal, workspace.settings)

    def moment(self) -> Moment:
        return Moment(self.workspace.clock(), self.workspace.monotonic(), self.workspace.new_id)

    def standing(self) -> list[Event]:
        """The events of the session that were not taken back, in the order of arrival."""
        events = self.journal.in_session(self.session)
        gone = {event.event for event in events if isinstance(event, Retracted)}
        return [event for event in events if event.id not in gone and not isinstance(event, Retracted)]

    def replies(self) -> list[Reply]:
        """What was answered or skipped and stands."""
        return [event for event in self.standing() if isinstance(event, Answered | Skipped)]

    def answer(
        self, question: Question, seed: int, given: Answer | Typed, *, number: int = 1, since: float = 0.0
    ) -> Answered | ComplaintView:
        """The event of an answer, not appended yet; a complaint where it is none. `since` in ticks."""
        moment = self.moment()
        spent = max(0, round((moment.ticks - since) * 1000))
        try:
            return make_answer(
                question, seed, given, Attempt(self.session, number=number, milliseconds=spent), self.desk, moment
            )
        except Unreadable as problem:
            return ComplaintView("unreadable-answer", problem.message, problem.hint)

    def skip(self, question: Question) -> Skipped:
        moment = self.moment()
        return Skipped(
            id=moment.new_id(),
            device=self.desk.device,
            at=moment.at,
            session=self.session,
            bank=self.desk.setting(question.concept).bank,
            question=question.id,
        )

    def take_back(self) -> Reply | None:
        """Retract the last answer or skip of the session; None where there is none."""
        replies = self.replies()
        if not replies:
            return None
        moment = self.moment()
        self.journal.append(
            Retracted(
                id=moment.new_id(),
                device=self.desk.device,
                at=moment.at,
                session=self.session,
                event=replies[-1].id,
            )
        )
        return replies[-1]

    def keep(self, kind: Sitting, body: str | None) -> None:
        """Keep what is needed to go on, or drop it at the end. It is no loss where that cannot be done."""
        with suppress(JournalBroken):
            self.journal.set_unfinished(None if body is None else Unfinished(self.session, body, kind), kind)


NOT_NOW = ComplaintView(
    "not-now",
    Text("That does not fit here.", "现在不能这样做。"),
    Text("Answer the question, or skip it", "请作答，或跳过这道题"),
)
