"""A mock interview: open questions with follow-ups against the clock; no verdict until the end, then the key points.

    asking --answer, skip--> asking ... all asked, or time is up
    grading --grade--> judged --next--> grading ... ended

It is driven like a quiz, by keys or as JSON Lines. Every answer is on the disk before the next question is handed out;
what is kept beside is only which questions were drawn and how much time is used, so that a kill costs the clock a
moment and nothing else. Whoever leaves goes on within a day, and the clock stands still meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from ..errors import JournalBroken, NotFound
from ..learn.stream import shuffle, stream
from ..learn.variant import draw
from ..model import Kind, Open, Question, Text
from ..store.index import Index
from ..store.journal import Journal
from ..store.rows import QuestionEntry
from ..views.interview import ReviewView
from ..views.placement import PausedView
from ..views.practice import ComplaintView, HintView, NothingView, PositionView, QuestionView, SkippedView, UndoneView
from ..workspace import Workspace
from .interview_report import report
from .interview_state import MINUTES, PER_QUESTION, Plan, Turn, Wish, collect, next_turn, read_plan, write_plan
from .names import check_topic
from .practice_acts import Act, Answer, Hint, Next, Opening, Quit, SetGrade, Skip, StepView, Typed, Undo
from .practice_answer import check_points, make_grade, view_graded
from .practice_state import Phase, variant_seed
from .practice_views import view_question, view_reveal
from .seat import NOT_NOW, Seat

_FOLLOW_UP = Text("A follow-up", "追问")


@contextmanager
def open_interview(
    workspace: Workspace, wish: Wish, *, finish: bool = False, seed: int | None = None
) -> Iterator[Opening]:
    """The unfinished interview, if it is the one that is wanted, else a new one. `finish` calls the time of it.

    Raises NotFound for a topic that is not there, JournalBroken where another process sits at one.
    """
    with workspace.index() as index, workspace.journal(create=True) as journal:
        check_topic(index, wish.topic)
        if not journal.claim("interview"):
            raise _busy()
        session, plan, notice = _resume(workspace, index, journal, wish)
        if plan is None and finish:
            yield Opening(None, _NOTHING_TO_FINISH, notice)
            return
        if plan is None:
            plan = _begin(index, wish, workspace.new_seed() if seed is None else seed)
        if plan is None:
            yield Opening(None, _NOTHING, notice)
            return
        seat = Seat(workspace, index, journal, session or workspace.new_id())
        yield Opening(Interview(seat, plan, is_over=finish), notice=notice)


def _begin(index: Index, wish: Wish, seed: int) -> Plan | None:
    minutes = wish.minutes or MINUTES
    rows = index.questions(topic=wish.topic, level=wish.level, kind=Kind.OPEN.value)
    drawn = _draw(rows, max(1, minutes // PER_QUESTION), seed)
    return Plan(minutes, drawn, seed, wish.topic, wish.level) if drawn else None


def _draw(rows: Sequence[QuestionEntry], count: int, seed: int) -> tuple[str, ...]:
    """As many questions as there is time for, from as many topics and concepts as can be, the easy ones first."""
    left = [rows[place] for place in shuffle(len(rows), stream(f"interview:{seed}"))]
    chosen: list[QuestionEntry] = []
    while left and len(chosen) < count:

        def often(row: QuestionEntry) -> tuple[int, int]:
            return sum(row.topic == other.topic for other in chosen), sum(
                row.concept == other.concept for other in chosen
            )

        row = min(left, key=lambda row: often(row)[::-1])
        left.remove(row)
        chosen.append(row)
    return tuple(row.id for row in sorted(chosen, key=lambda row: row.level))


def _resume(
    workspace: Workspace, index: Index, journal: Journal, wish: Wish
) -> tuple[str | None, Plan | None, Text | None]:
    kept = journal.unfinished("interview")
    if kept is None:
        return None, None, None
    plan = read_plan(kept.body, workspace.clock())
    if plan is not None and plan.suits(wish):
        try:
            if all(isinstance(index.question(key).body, Open) for key in plan.drawn):
                return kept.session, plan, Text("Going on with the interview.", "接着做上次的模拟面试。")
        except NotFound:
            pass
    return (
        None,
        None,
        Text(
            "An unfinished interview is given up; its answers are kept.",
            "放弃了未完成的模拟面试；已作答的内容都已保存。",
        ),
    )


class Interview:
    """An interview under way."""

    def __init__(self, seat: Seat, plan: Plan, *, is_over: bool = False) -> None:
        self.phase = Phase.ASKING
        self._seat = seat
        self._plan = plan
        self._called = is_over
        self._started = self._since = seat.workspace.monotonic()
        self._shown: QuestionView | None = None
        self._turn: Turn | None = None
        self._waiting: str | None = None
        self._questions: Mapping[str, Question] = {key: seat.desk.question(key) for key in plan.drawn}
        self._follow_ups = {key: _body(question).follow_up is not None for key, question in self._questions.items()}

    def begin(self) -> tuple[StepView, ...]:
        """The question, or the answer that waits to be ticked off."""
        self._keep()
        return self._go_on()

    def send(self, act: Act) -> tuple[StepView, ...]:
        """Do one act; what it says is on the disk when this returns."""
        match act, self.phase:
            case _, Phase.ENDED:
                raise ValueError("the interview has ended")
            case Quit(), _:
                return self._leave()
            case (Answer() | Typed()) as given, Phase.ASKING:
                return self._answer(given)
            case Skip(), Phase.ASKING:
                return self._skip()
            case Undo(), Phase.ASKING:
                return self._undo()
            case Hint(), Phase.ASKING:
                return (HintView(self._asked().question, 0, 0, None),)
            case SetGrade() as grade, Phase.GRADING | Phase.JUDGED:
                return self._grade(grade)
            case Next(), Phase.JUDGED:
                return self._go_on()
        return (NOT_NOW,)

    def complaint(self, act: Act) -> None:
        """Nothing that is typed here is no answer."""

    # --- Asking -----------------------------------------------------------------------------------------------------

    def _asked(self) -> Turn:
        assert self._turn is not None  # while asking
        return self._turn

    def _answer(self, given: Answer | Typed) -> tuple[StepView, ...]:
        key, follows = self._asked()
        event = self._seat.answer(
            self._questions[key], self._variant(key), given, number=2 if follows else 1, since=self._since
        )
        if isinstance(event, ComplaintView):
            return (event,)
        self._seat.journal.append(event)
        self._keep()
        return self._go_on()

    def _skip(self) -> tuple[StepView, ...]:
        key = self._asked().question
        self._seat.journal.append(self._seat.skip(self._questions[key]))
        self._keep()
        return (SkippedView(key), *self._go_on())

    def _undo(self) -> tuple[StepView, ...]:
        gone = self._seat.take_back()
        undone = UndoneView(gone.question, gone.id, gone.at) if gone else UndoneView(None, None, None)
        return (undone, *self._go_on())

    def _go_on(self) -> tuple[StepView, ...]:
        """The next question while there is time, then the answers one by one, then the report."""
        events = self._seat.standing()
        came_up = collect(self._plan.drawn, events)
        if self.phase is Phase.ASKING:
            graded = any(each.graded for each in came_up)
            if not graded and self._milliseconds() < self._plan.minutes * 60_000 and not self._called:
                self._turn = next_turn(self._plan.drawn, self._follow_ups, self._seat.replies())
            else:
                self._turn = None
            if self._turn is not None:
                self._since = self._seat.workspace.monotonic()
                return (self._view(self._turn),)
        waiting = [each for each in came_up if each.answer is not None and each.graded is None]
        answered = [each.question for each in came_up if each.answer is not None]
        if not waiting:
            self.phase = Phase.ENDED
            self._seat.keep("interview", None)
            return (report(self._seat, self._plan.minutes, self._milliseconds(), came_up, self._questions),)
        first = waiting[0]
        assert first.answer is not None
        entering = self.phase is Phase.ASKING
        self.phase, self._waiting = Phase.GRADING, first.answer.id
        question = self._questions[first.question]
        given = "\n\n".join(str(each.response) for each in (first.answer, first.follow_up) if each is not None)
        views: tuple[StepView, ...] = (
            self._view(
                Turn(first.question, follows=False), PositionView(answered.index(first.question) + 1, len(answered))
            ),
            view_reveal(question, replace(first.answer, response=given)),
        )
        if entering:
            up = self._called or self._milliseconds() >= self._plan.minutes * 60_000
            return (ReviewView(len(answered), up), *views)
        return views

    def _view(self, turn: Turn, position: PositionView | None = None) -> QuestionView:
        question = self._questions[turn.question]
        setting = self._seat.desk.setting(question.concept)
        if position is None:
            number = self._plan.drawn.index(turn.question) + 1
            position = PositionView(number, len(self._plan.drawn), minutes_left=self._minutes_left())
        variant = draw(question, self._variant(question.id))
        view = replace(
            view_question(question, variant, name=setting.name, topic=setting.topic, position=position), hints=0
        )
        follow_up = _body(question).follow_up
        if turn.follows and follow_up is not None:
            return replace(view, prompt=follow_up.question, why=_FOLLOW_UP)
        return view

    def _variant(self, key: str) -> int:
        return variant_seed(self._plan.seed, key, 1)

    # --- Ticking off ------------------------------------------------------------------------------------------------

    def _grade(self, given: SetGrade) -> tuple[StepView, ...]:
        answer = self._seat.journal.find(self._waiting or "")
        if answer is None:  # taken back from elsewhere meanwhile
            self.phase = Phase.JUDGED
            return (NOT_NOW,)
        if problem := check_points(self._questions[answer.question], given.points):
            return (problem,)
        graded = make_grade(answer, given.grade, given.points, self._seat.desk, self._seat.moment())
        view = view_graded(answer, graded, self._seat.desk)
        self._seat.journal.append(graded)
        self.phase = Phase.JUDGED
        return (view,)

    # --- The clock --------------------------------------------------------------------------------------------------

    def _milliseconds(self) -> int:
        """What was used so far. Ticking off does not count."""
        if self.phase is not Phase.ASKING:
            return self._plan.spent
        return self._plan.spent + max(0, round((self._seat.workspace.monotonic() - self._started) * 1000))

    def _minutes_left(self) -> int:
        """Begun minutes count."""
        return max(0, -(-(self._plan.minutes * 60_000 - self._milliseconds()) // 60_000))

    def _keep(self) -> None:
        self._plan = replace(self._plan, spent=self._milliseconds())
        self._started = self._seat.workspace.monotonic()
        self._seat.keep("interview", write_plan(self._plan, self._seat.workspace.clock()))

    def _leave(self) -> tuple[StepView, ...]:
        self._keep()
        self.phase = Phase.ENDED
        answered = sum(each.answer is not None for each in collect(self._plan.drawn, self._seat.standing()))
        return (PausedView(answered, len(self._plan.drawn), "llmtutor interview"),)


def _body(question: Question) -> Open:
    if not isinstance(question.body, Open):
        raise ValueError(f"{question.id} is not open")
    return question.body


_NOTHING = NothingView(
    Text("No open question fits what you asked for.", "没有符合条件的开放题。"),
    Text(
        "llmtutor list questions --kind open shows which there are", "用 llmtutor list questions --kind open 查看有哪些"
    ),
)
_NOTHING_TO_FINISH = NothingView(
    Text("No interview is under way.", "没有进行中的模拟面试。"),
    Text("llmtutor interview begins one", "用 llmtutor interview 开始"),
)


def _busy() -> JournalBroken:
    return JournalBroken(
        "interview-busy",
        Text("Another interview is under way", "另一个终端正在进行模拟面试"),
        Text("End that one first", "请先结束那一个"),
    )
