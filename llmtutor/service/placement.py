"""quiz --placement: at most 25 questions, each chosen by what the answers before it left in doubt.

It is driven like a quiz, by keys or as JSON Lines, but without verdicts and hints: one question follows another, a skip
means "I do not know", and at the end stands what is taken as known (`learn.placed` says what that means).

Its state is its session in the journal. Killed or left, it goes on within a day where it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from ..errors import JournalBroken
from ..learn.knowledge_space import Space
from ..learn.mastery import concept_of
from ..learn.placed import MOST_QUESTIONS
from ..learn.placement import Belief, Evidence, begin, choose_concept
from ..learn.variant import draw
from ..model import Answered, Kind, Placed, Text
from ..store.index import Index
from ..store.journal import Journal
from ..views.placement import PausedView, PlacedTopicView, PlacementView
from ..views.practice import ComplaintView, HintView, NothingView, PositionView, QuestionView, SkippedView, UndoneView
from ..workspace import Workspace
from .practice_acts import Act, Answer, Hint, Opening, Quit, Skip, StepView, Typed, Undo
from .practice_state import Phase, is_recent, variant_seed
from .practice_views import view_question
from .seat import NOT_NOW, Reply, Seat

_FORMAT = 1
_FEW = 3  # concepts from which a test says more than it asks
_GUESSES = {
    Kind.TRUE_FALSE.value: 0.5,
    Kind.SINGLE_CHOICE.value: 0.25,
    Kind.MULTIPLE_CHOICE.value: 0.1,
    Kind.MATCHING.value: 0.1,
    Kind.ORDERING.value: 0.1,
    Kind.CLOZE.value: 0.03,
    Kind.NUMERIC.value: 0.03,
    Kind.PREDICT_OUTPUT.value: 0.05,
}
_UNTOLD = 0.25  # the guess of a question that the bank no longer has


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a test may ask; `guess` is the chance of a right answer for who does not know."""

    id: str
    guess: float


Plan = tuple[dict[str, str], Mapping[str, Sequence[str]], dict[str, tuple[Asked, ...]]]


def plan(index: Index) -> Plan:
    """The topic of every concept, prerequisites first; what they require; what can be asked of them, the best first.

    Easy questions come first, for they part who knows a concept from who does not; true-false comes last.
    """
    requires = index.requires()
    rows = {row.slug: row for row in index.concepts()}
    ordered: dict[str, str] = {}

    def visit(slug: str, below: frozenset[str]) -> None:
        if slug in rows and slug not in ordered and slug not in below:
            for needed in requires.get(slug, ()):
                visit(needed, below | {slug})
            ordered[slug] = rows[slug].topic

    for slug in rows:
        visit(slug, frozenset())
    asked: dict[str, list[tuple[tuple[bool, int, float, str], Asked]]] = {}
    for row in index.questions():
        if (guess := _GUESSES.get(row.kind)) is not None:
            order = (row.kind == Kind.TRUE_FALSE.value, row.level, guess, row.id)
            asked.setdefault(row.concept, []).append((order, Asked(row.id, guess)))
    return ordered, requires, {concept: tuple(each for _, each in sorted(some)) for concept, some in asked.items()}


@contextmanager
def open_placement(workspace: Workspace, seed: int | None = None) -> Iterator[Opening]:
    """The test that was left, where that is not long ago, else a new one. Raises JournalBroken where another process
    sits at one."""
    with workspace.index() as index, workspace.journal(create=True) as journal:
        if not journal.claim("placement"):
            raise _busy()
        planned = plan(index)
        if len(planned[2]) < _FEW:
            yield Opening(None, _TOO_FEW)
            return
        session, drawn = _resume(journal, workspace.clock())
        notice = Text("Going on with the placement test.", "接着做定位测试。") if session else _RULES
        seat = Seat(workspace, index, journal, session or workspace.new_id())
        yield Opening(Placement(seat, planned, drawn if session else _seed(workspace, seed)), notice=notice)


def _seed(workspace: Workspace, seed: int | None) -> int:
    return workspace.new_seed() if seed is None else seed


def _resume(journal: Journal, at: datetime) -> tuple[str | None, int]:
    """The session to go on with, and its seed."""
    kept = journal.unfinished("placement")
    if kept is None or not is_recent(kept.body, at):
        return None, 0
    try:
        saved = json.loads(kept.body)
        return (kept.session, int(saved["seed"])) if saved["format"] == _FORMAT else (None, 0)
    except (ValueError, TypeError, KeyError):
        return None, 0


class Placement:
    """A test under way. Every answer is on the disk before the next question is handed out."""

    def __init__(self, seat: Seat, planned: Plan, seed: int) -> None:
        self.phase = Phase.ASKING
        self._seat = seat
        self._topics, self._requires, self._asked = planned
        self._seed = seed
        self._space = Space(self._topics, self._requires)
        self._guesses = {each.id: each.guess for some in self._asked.values() for each in some}
        self._belief: Belief = begin(self._space)
        self._heard: list[str] = []
        self._shown: QuestionView | None = None
        self._since = 0.0

    def begin(self) -> tuple[StepView, ...]:
        self._seat.keep("placement", self._body())
        return self._go_on()

    def complaint(self, act: Act) -> ComplaintView | None:
        """What an act would be answered with if it does not fit. Nothing happens."""
        if isinstance(act, Answer | Typed) and self._shown is not None:
            answer = self._answer(self._shown, act)
            return answer if isinstance(answer, ComplaintView) else None
        return None

    def send(self, act: Act) -> tuple[StepView, ...]:
        """Do one act; what it says is on the disk when this returns."""
        shown = self._shown
        if shown is None:
            raise ValueError("the test has ended")
        match act:
            case Answer() | Typed():
                answer = self._answer(shown, act)
                if isinstance(answer, ComplaintView):
                    return (answer,)
                # What was never learned must not come due: only a right answer gets a grade.
                self._seat.journal.append(answer if answer.right else replace(answer, grade=None))
                return self._go_on()
            case Skip():
                self._seat.journal.append(self._seat.skip(self._seat.desk.question(shown.id)))
                return (SkippedView(shown.id), *self._go_on())
            case Undo():
                gone = self._seat.take_back()
                if gone is None:
                    return (UndoneView(None, None, None), shown)
                return (UndoneView(gone.question, gone.id, gone.at), *self._go_on(again=gone.question))
            case Hint():
                return (HintView(shown.id, 0, 0, None),)
            case Quit():
                self.phase, self._shown = Phase.ENDED, None
                self._seat.keep("placement", self._body())
                return (PausedView(self._belief.answers, MOST_QUESTIONS, "llmtutor quiz --placement"),)
        return (NOT_NOW,)

    def _answer(self, shown: QuestionView, given: Answer | Typed) -> Answered | ComplaintView:
        question = self._seat.desk.question(shown.id)
        return self._seat.answer(question, shown.variant, given, since=self._since)

    def _go_on(self, again: str | None = None) -> tuple[StepView, ...]:
        """The next question, or what it all came to; `again` is a question to be asked once more."""
        replies = self._seat.replies()
        self._listen(replies)
        heard = {reply.question for reply in replies}
        left = {
            concept: rest[0]
            for concept, some in self._asked.items()
            if (rest := [each for each in some if each.id not in heard])
        }
        if again in self._guesses:
            key: str | None = again
        else:
            concept = choose_concept(self._belief, {concept: each.guess for concept, each in left.items()})
            key = left[concept].id if concept else None
        if key is None:
            return (self._end(replies),)
        self._since = self._seat.workspace.monotonic()
        self._shown = self._view(key, len(replies) + 1)
        return (self._shown,)

    def _listen(self, replies: Sequence[Reply]) -> None:
        """Bring the belief up to date; from the start where an answer was taken back."""
        ids = [reply.id for reply in replies]
        if ids[: len(self._heard)] != self._heard:
            self._belief, self._heard = begin(self._space), []
        for reply in replies[len(self._heard) :]:
            self._heard.append(reply.id)
            concept = concept_of(reply.question)
            if concept in self._space.place:
                right = isinstance(reply, Answered) and bool(reply.right)
                guess = self._guesses.get(reply.question, _UNTOLD)
                self._belief = self._belief.after(Evidence(concept, right, guess))

    def _view(self, key: str, number: int) -> QuestionView:
        question = self._seat.desk.question(key)
        setting = self._seat.desk.setting(question.concept)
        view = view_question(
            question,
            draw(question, variant_seed(self._seed, key, 1)),
            name=setting.name,
            topic=setting.topic,
            position=PositionView(number, MOST_QUESTIONS),
        )
        return replace(view, hints=0)

    def _end(self, replies: Sequence[Reply]) -> PlacementView:
        self.phase, self._shown = Phase.ENDED, None
        known = self._belief.placed()
        taken = set(known)
        moment = self._seat.moment()
        self._seat.journal.append(
            Placed(
                id=moment.new_id(),
                device=self._seat.desk.device,
                at=moment.at,
                session=self._seat.session,
                known=known,
                unknown=tuple(concept for concept in self._topics if concept not in taken),
            )
        )
        self._seat.keep("placement", None)
        ready = [
            concept
            for concept in self._topics
            if concept not in taken and taken.issuperset(self._requires.get(concept, ())) and concept in self._asked
        ]
        right = sum(isinstance(reply, Answered) and bool(reply.right) for reply in replies)
        probability = self._belief.probability.values()
        return PlacementView(
            session=self._seat.session,
            asked=len(replies),
            right=right,
            concepts=len(self._topics),
            known=known,
            topics=tuple(self._topic_views(taken)),
            next=tuple(ready[:3]),
            doubt=round(sum(min(p, 1 - p) for p in probability) / len(probability), 4),
        )

    def _topic_views(self, taken: set[str]) -> Iterator[PlacedTopicView]:
        for topic in self._seat.index.topics():
            mine = [concept for concept, where in self._topics.items() if where == topic.slug]
            if mine:
                yield PlacedTopicView(topic.slug, topic.name, len(taken.intersection(mine)), len(mine))

    def _body(self) -> str:
        return json.dumps({"format": _FORMAT, "at": self._seat.workspace.clock().isoformat(), "seed": self._seed})


_RULES = Text(
    f"No verdicts here; skip what you do not know. It ends when it is sure, after {MOST_QUESTIONS} questions at most.",
    f"这里不显示对错，不会的就跳过。把握足够时提前结束，最多 {MOST_QUESTIONS} 题。",
)
_TOO_FEW = NothingView(
    Text("This bank is too small for a placement test.", "这个题库太小，不需要定位测试。"),
    Text("llmtutor quiz begins with the first concept", "用 llmtutor quiz 从第一个概念开始"),
)


def _busy() -> JournalBroken:
    return JournalBroken(
        "placement-busy",
        Text("Another placement test is under way", "另一个终端正在进行定位测试"),
        Text("End that one first", "请先结束那一个"),
    )
