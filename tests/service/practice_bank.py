"""A bank built in Python: every kind of question in four concepts; a desk over it; somebody who answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from llmtutor.model import (
    Answered,
    Choice,
    Cloze,
    Event,
    FollowUp,
    KeyPoint,
    Matching,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Pair,
    Parameter,
    PredictOutput,
    Question,
    Retracted,
    SingleChoice,
    Text,
    TrueFalse,
    Words,
)
from llmtutor.service.practice import show_again, step
from llmtutor.service.practice_acts import Act, StepView
from llmtutor.service.practice_desk import Moment, Setting
from llmtutor.service.practice_state import Drawn, Phase, Showing, State, Wanted

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


def both(text: str) -> Text:
    return Text(text, f"{text}（中）")


def choices(*names: str, right: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(both(name), name in right, both(f"why {name}"), None if name in right else f"m-{name}") for name in names
    )


def ask(name: str, body: object, hints: int = 0, explanation: str = "because") -> Question:
    return Question(
        id=name,
        concept=name.partition("/")[0],
        level=2,
        prompt=both(f"prompt of {name}"),
        body=body,  # type: ignore[arg-type]
        explanation=both(explanation),
        hints=tuple(both(f"hint {number}") for number in range(1, hints + 1)),
        digest="d",
    )


QUESTIONS = (
    ask("a/single", SingleChoice(choices("one", "two", "three", right=["one"])), hints=2),
    ask("a/truth", TrueFalse(True)),
    ask("b/multiple", MultipleChoice(choices("one", "two", "three", "four", right=["one", "two"]))),
    ask("b/cloze", Cloze(both("The [[1]] of [[2]]."), (Words(("sum",), ("和",)), Words(("two",), ("二",))))),
    ask(
        "c/numeric",
        Numeric("a * b", parameters=(Parameter("a", (2, 3, 5, 7)), Parameter("b", (11, 13)))),
        explanation="{a} times {b}",
    ),
    ask("c/ordering", Ordering((both("first"), both("second"), both("third")))),
    ask("d/matching", Matching(tuple(Pair(both(f"l{n}"), both(f"r{n}")) for n in range(3)))),
    ask("d/output", PredictOutput("p.py", "print(6 * 7)", "42\n")),
    ask(
        "d/open",
        Open(
            both("model answer"),
            tuple(KeyPoint(both(word), Words((word,), (word,))) for word in ("alpha", "beta", "gamma")),
            FollowUp(both("and then?"), both("that")),
        ),
        hints=1,
    ),
)
BY_ID = {question.id: question for question in QUESTIONS}


@dataclass
class Desk:
    """The bank above, and a journal that is a list."""

    events: list[Event] = field(default_factory=list)
    device: str = "here"
    desired_retention: float = 0.9
    weights: tuple[float, ...] | None = None

    def question(self, key: str) -> Question:
        return BY_ID[key]

    def setting(self, concept: str) -> Setting:
        return Setting(both(f"concept {concept}"), "topic", "bank")

    def history(self, question: str) -> list[Event]:
        mine = {event.id for event in self.events if getattr(event, "question", None) == question}
        return [event for event in self.events if event.id in mine or getattr(event, "event", None) in mine]

    def in_session(self, session: str) -> list[Event]:
        return [event for event in self.events if event.session == session]

    def last(self, session: str) -> Answered | None:
        gone = {event.event for event in self.events if isinstance(event, Retracted)}
        answers = [event for event in self.events if isinstance(event, Answered) and event.id not in gone]
        return answers[-1] if answers else None

    def due_before(self, at: datetime, now: datetime) -> int:
        return 0


class Learner:
    """A quiz and who sits at it; a minute passes with every act."""

    def __init__(self, *questions: str, seed: int = 1) -> None:
        drawn = tuple(Drawn(key, key.partition("/")[0], both("why")) for key in questions)
        self.desk = Desk()
        self.state = State(
            session="s",
            seed=seed,
            wanted=Wanted(count=len(drawn)),
            drawn=drawn,
            showing=Showing(0),
            ahead=tuple(Showing(place) for place in range(1, len(drawn))),
        )
        self.minutes = 0

    @property
    def asked(self) -> str:
        return self.state.card.question

    @property
    def ended(self) -> bool:
        return self.state.phase is Phase.ENDED

    def look(self) -> StepView:
        return show_again(self.state, self.desk)

    def moment(self) -> Moment:
        ids = iter(f"e{self.minutes}-{number}" for number in range(9))
        return Moment(START + timedelta(minutes=self.minutes), 60.0 * self.minutes, lambda: next(ids))

    def do(self, act: Act) -> tuple[StepView, ...]:
        self.minutes += 1
        turn = step(self.state, act, self.desk, self.moment())
        self.desk.events += turn.events
        self.state = turn.state
        return turn.views
