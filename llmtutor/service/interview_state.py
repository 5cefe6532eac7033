"""Where an interview stands, read off the replies of its session: what is open, what waits to be ticked off. Pure.

Every drawn question is asked, and where it was answered, its follow-up. The answer to a follow-up is the second reply
to its question in the session and is never graded: it stands in the journal and moves no memory.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, NamedTuple

from ..model import Answered, Event, Graded
from .practice_state import FRESH
from .seat import Reply

FORMAT = 1
MINUTES = 30
PER_QUESTION = 4  # minutes for an answer and its follow-up


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; `minutes` None is as many as usual, or as the interview that goes on has."""

    minutes: int | None = None
    topic: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """An interview: `spent` are the milliseconds of earlier sittings."""

    minutes: int
    drawn: tuple[str, ...]
    seed: int
    topic: str | None = None
    level: int | None = None
    spent: int = 0

    def suits(self, wish: Wish) -> bool:
        """Whether it is the one that is asked for; who asks for nothing in particular wants to go on."""
        return wish == Wish() or wish == Wish(self.minutes, self.topic, self.level)


class Turn(NamedTuple):
    question: str
    follows: bool


def next_turn(drawn: Sequence[str], follow_ups: Mapping[str, bool], replies: Sequence[Reply]) -> Turn | None:
    """What is to be asked next; None where everything was. `follow_ups` says which questions have one."""
    said: dict[str, list[Reply]] = {}
    for reply in replies:
        said.setdefault(reply.question, []).append(reply)
    for question in drawn:
        mine = said.get(question, [])
        if not mine:
            return Turn(question, follows=False)
        if len(mine) == 1 and isinstance(mine[0], Answered) and follow_ups[question]:
            return Turn(question, follows=True)
    return None


@dataclass(frozen=True, slots=True)
class Interviewed:
    """A question of the session: its answer, that to its follow-up, and the last grade, as far as there are any."""

    question: str
    answer: Answered | None
    follow_up: Answered | None
    graded: Graded | None


def collect(drawn: Sequence[str], events: Sequence[Event]) -> list[Interviewed]:
    """Those of the drawn questions that came up, from the standing events of the session."""
    found: list[Interviewed] = []
    for question in drawn:
        replies = [
            event for event in events if not isinstance(event, Graded) and getattr(event, "question", "") == question
        ]
        if not replies:
            continue
        answers = [event if isinstance(event, Answered) else None for event in replies]
        answer = answers[0]
        graded = [event for event in events if isinstance(event, Graded) and answer and event.event == answer.id]
        follow_up = answers[1] if len(answers) > 1 else None
        found.append(Interviewed(question, answer, follow_up, graded[-1] if graded else None))
    return found


def write_plan(plan: Plan, at: datetime) -> str:
    return json.dumps({"format": FORMAT, "at": at.isoformat(), **asdict(plan)}, ensure_ascii=False)


def read_plan(body: str, at: datetime) -> Plan | None:
    """The plan that `write_plan` wrote; None where it is old, or another version of the program wrote it."""
    try:
        members: dict[str, Any] = json.loads(body)
        if members.pop("format") != FORMAT or at - datetime.fromisoformat(members.pop("at")) > FRESH:
            return None
        plan = Plan(**{**members, "drawn": tuple(members["drawn"])})
        whole = (plan.minutes, plan.seed, plan.spent)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return plan if plan.drawn and all(isinstance(each, int) for each in whole) else None
