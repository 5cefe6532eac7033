"""Where a quiz stands, and that as JSON for the unfinished quiz of the journal. Values only; `practice` moves them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from ..model import Grade, Text

FORMAT = 1
SHOWINGS = 3  # of one question in a session: the first, and at most two returns
FRESH = timedelta(days=1)  # for how long an unfinished quiz is worth going on with
GAP = 3  # other questions before one that was missed returns, where there are so many


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the learner asked for. `count` counts different questions; `budget` is the time there is, in seconds."""

    topic: str | None = None
    concept: str | None = None
    level: int | None = None
    kind: str | None = None
    due: bool = False
    new: bool = False
    count: int = 10
    seed: int | None = None
    budget: int | None = None

    @property
    def insists(self) -> bool:
        """Whether what to ask was named: then prerequisites order and exclude nothing, and the day's limits rest."""
        return self.topic is not None or self.concept is not None or self.level is not None or self.kind is not None


class Phase(StrEnum):
    ASKING = "asking"
    GRADING = "grading"  # an open answer is revealed and waits for its grade
    JUDGED = "judged"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One of the different questions of a session, in the order of their first showing; `why` it was chosen."""

    question: str
    concept: str
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """The question at `place` of the drawn ones, for the `attempt`th time."""

    place: int
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class State:
    """A quiz under way. `ahead` are the showings after this one; `event` is the answer that was given to it, if it was.

    `since` is when the question was shown and `started` when the process began with this quiz, both in seconds of a
    monotonic clock; `spent` are the milliseconds of earlier processes.
    """

    session: str
    seed: int
    wanted: Wanted
    drawn: tuple[Drawn, ...]
    showing: Showing
    ahead: tuple[Showing, ...]
    phase: Phase = Phase.ASKING
    hints: int = 0
    event: str | None = None
    since: float = 0.0
    started: float = 0.0
    spent: int = 0

    @property
    def card(self) -> Drawn:
        return self.drawn[self.showing.place]

    @property
    def variant(self) -> int:
        return variant_seed(self.seed, self.card.question, self.showing.attempt)

    @property
    def returns(self) -> bool:
        """Whether the question of this showing comes again."""
        return any(other.place == self.showing.place for other in self.ahead)

    @property
    def has_more(self) -> bool:
        """Whether there is something to ask or to grade yet."""
        return bool(self.ahead) or self.phase in (Phase.ASKING, Phase.GRADING)

    def milliseconds(self, ticks: float) -> int:
        """What the session has taken."""
        return self.spent + max(0, round((ticks - self.started) * 1000))

    def is_over(self, ticks: float) -> bool:
        """Whether the time that the learner has is used up: then nothing more is asked."""
        return self.wanted.budget is not None and self.milliseconds(ticks) >= self.wanted.budget * 1000


def variant_seed(session_seed: int, question: str, attempt: int) -> int:
    """The seed of one showing: the same for the same session seed, another one for every attempt. 32 bits."""
    told = f"{session_seed}/{question}/{attempt}".encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:4], "big")


def place_of(state: State, question: str) -> int | None:
    """The place of a question among the drawn ones."""
    return next((place for place, drawn in enumerate(state.drawn) if drawn.question == question), None)


def schedule_return(state: State, showing: Showing, grade: Grade) -> State:
    """Let a missed question come again, and one that was not missed, or no longer, not.

    Not at once, not beside another question of its concept where that can be helped, and not more than SHOWINGS times.
    """
    again = Showing(showing.place, showing.attempt + 1)
    ahead = tuple(other for other in state.ahead if other != again)
    if grade is Grade.AGAIN and again.attempt <= SHOWINGS and ahead:
        place = _return_place([state.drawn[other.place].concept for other in ahead], state.drawn[showing.place].concept)
        ahead = (*ahead[:place], again, *ahead[place:])
    return replace(state, ahead=ahead)


def _return_place(concepts: list[str], concept: str) -> int:
    """Where among the coming concepts this one fits in: after GAP others or later, else earlier, never at once."""
    last = len(concepts)
    later, earlier = range(GAP, last + 1), range(min(GAP, last + 1) - 1, 0, -1)
    apart = (place for place in [*later, *earlier] if concept not in concepts[place - 1 : place + 1])
    return next(apart, min(GAP, last))


# --- As JSON --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Saved:
    """A state as it was written down, and when."""

    state: State
    at: datetime

    def is_fresh(self, at: datetime) -> bool:
        """Whether it is worth going on with. A clock that was set back makes nothing old."""
        return at - self.at <= FRESH


def is_recent(body: str, at: datetime) -> bool:
    """Whether a sitting of any kind was written down recently enough to go on with, as far as its date says."""
    try:
        return at - datetime.fromisoformat(json.loads(body)["at"]) <= FRESH
    except (ValueError, TypeError, KeyError):
        return False


def is_resumable(body: str, at: datetime) -> bool:
    """Whether a quiz that was written down could go on, as far as it can tell by itself."""
    saved = read_state(body, 0.0)
    return saved is not None and saved.state.has_more and saved.is_fresh(at)


def write_state(state: State, at: datetime, ticks: float) -> str:
    members: dict[str, Any] = {
        "format": FORMAT,
        "at": at.isoformat(),
        "session": state.session,
        "seed": state.seed,
        "wanted": asdict(state.wanted),
        "drawn": [[each.question, each.concept, _both(each.why)] for each in state.drawn],
        "showing": _pair(state.showing),
        "ahead": [_pair(each) for each in state.ahead],
        "phase": state.phase.value,
        "hints": state.hints,
        "event": state.event,
        "spent": state.milliseconds(ticks),
    }
    return json.dumps(members, ensure_ascii=False)


def read_state(body: str, ticks: float) -> Saved | None:
    """The state that `write_state` wrote; None where another version of the program wrote it."""
    try:
        members = json.loads(body)
        if members["format"] != FORMAT:
            return None
        state = State(
            session=members["session"],
            seed=members["seed"],
            wanted=Wanted(**members["wanted"]),
            drawn=tuple(Drawn(question, concept, _text(why)) for question, concept, why in members["drawn"]),
            showing=Showing(*members["showing"]),
            ahead=tuple(Showing(*pair) for pair in members["ahead"]),
            phase=Phase(members["phase"]),
            hints=members["hints"],
            event=members["event"],
            since=ticks,
            started=ticks,
            spent=members["spent"],
        )
        return Saved(state, datetime.fromisoformat(members["at"]))
    except (ValueError, TypeError, KeyError):
        return None


def _pair(showing: Showing) -> list[int]:
    return [showing.place, showing.attempt]


def _both(text: Text | None) -> list[str] | None:
    return None if text is None else [text.en, text.zh]


def _text(both: list[str] | None) -> Text | None:
    return None if both is None else Text(*both)
