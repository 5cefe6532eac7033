"""The streak: days in a row on which what was due was done.

* A day asks for what was due when it began, as the quiz of that day would have said, and for no more than the daily
  limit or three sessions: who comes back to a backlog and does their share has done the day.
* A day that asked for nothing counts if something was answered, and else is passed over, as is a pause. So is today, as
  long as it is not over.

It is told from the events alone: an import or an undo changes it as if it had always been so. What it was at the end of
a past day is kept in the cache, so that a long streak is not counted from its beginning each time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..graph import Requires
from ..learn.credit import give_credit, put_off
from ..learn.mastery import concept_of
from ..learn.memory import Step, trace
from ..model import Answered, Memory
from ..store.journal import Journal
from ..views.learning import StreakView
from ..workspace.settings import Settings
from .progress_days import date_of, day_of

FAIR_SHARE = 30
"""No day asks for more reviews than this: three sessions of ten."""

_DAY = timedelta(days=1)
_FIRST_LOOK = timedelta(days=14)
_LONGEST = timedelta(days=7305)  # twenty years; what is dated before has another clock


@dataclass(frozen=True, slots=True)
class Past:
    """The streak as it was at the end of `day`."""

    day: date
    days: int


def find_streak(
    journal: Journal,
    memories: Mapping[str, Memory],
    bank: Collection[str],
    requires: Requires,
    settings: Settings,
    at: datetime,
    past: Past | None = None,
) -> StreakView:
    """The streak at `at`, reading no more of the journal than it is long, or than has happened since `past`.

    `memories` as they are now, `bank` the questions that may be asked, `requires` the edges that give credit.
    """
    back = _FIRST_LOOK if past is None else min(max(at.date() - past.day, _DAY), _LONGEST)
    while True:
        recent = {event.question for event in journal.since(at - back) if isinstance(event, Answered)}
        steps = trace(journal.about(recent), settings.desired_retention, parameters=settings.weights, until=at)
        streak = Days(memories, steps, bank, requires, settings).count(at, at - back, past)
        if streak is not None:
            return streak
        back = min(4 * back, _LONGEST)


class Days:
    """What each day asked for and got; `steps` are those of every question that was answered on these days."""

    def __init__(
        self,
        memories: Mapping[str, Memory],
        steps: Mapping[str, Sequence[Step]],
        bank: Collection[str],
        requires: Requires,
        settings: Settings,
    ) -> None:
        self._memories = memories
        self._steps = {name: each for name, each in steps.items() if name in memories}
        self._times = {name: [one.memory.last_review for one in each] for name, each in self._steps.items()}
        self._bank = frozenset(bank)
        self._requires = requires
        self._settings = settings
        firsts = [times[0] for times in self._times.values()]
        untouched = [memory.last_review for name, memory in memories.items() if name not in self._steps]
        self._earliest = min([*firsts, *untouched], default=None)

    def count(self, at: datetime, since: datetime | None = None, past: Past | None = None) -> StreakView | None:
        """The streak at `at`; None where it may go back to a day before `since`, of which nothing is known."""
        last = max(self._earliest or at, at - _LONGEST)
        start, end = day_of(at)
        asked, done, answered = self._look(start, end)
        paused = self._is_paused(start)
        counts = done >= asked if asked else answered > 0
        days = int(counts)
        while start > last:
            start, end = day_of(start - timedelta(hours=12))
            if past is not None and date_of(start) <= past.day:
                days += past.days
                break
            if since is not None and start < since and since > at - _LONGEST:
                return None
            if self._is_paused(start):
                continue
            past_asked, past_done, past_answered = self._look(start, end)
            if past_done < past_asked:
                break
            days += past_answered > 0
        if counts:
            return StreakView(days, "done", 0)
        return StreakView(days, "paused" if paused else "open" if asked else "free", 0 if paused else asked - done)

    def _is_paused(self, start: datetime) -> bool:
        day = date_of(start)
        return any(pause.first <= day <= pause.last for pause in self._settings.pauses)

    def _look(self, start: datetime, end: datetime) -> tuple[int, int, int]:
        """How many reviews the day asked for, how many of these were done, how many questions were answered at all."""
        known = self._as_of(start)
        credit = give_credit(known, self._requires)
        ripe = {name: memory for name, memory in known.items() if name in self._bank and memory.due <= start}
        due = {name for name, memory in ripe.items() if memory.due + put_off(memory, concept_of(name), credit) <= start}
        answered = {name for name, times in self._times.items() if bisect_left(times, start) < bisect_left(times, end)}
        asked = min(len(due), self._settings.due_per_day, FAIR_SHARE)
        return asked, min(asked, len(due & answered)), len(answered)

    def _as_of(self, moment: datetime) -> dict[str, Memory]:
        known: dict[str, Memory] = {}
        for name, memory in self._memories.items():
            if name not in self._times:
                known[name] = memory
            elif place := bisect_left(self._times[name], moment):
                known[name] = self._steps[name][place - 1].memory
        return known
