"""A quiz on a journal: begun or resumed, and every act committed before its views are handed out.

Leaving is a decision and ends a quiz. Being killed is not: the next quiz goes on where it was, unless something else
was asked for, a day has passed, or the bank no longer has its questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime

from ..errors import JournalBroken, NotFound
from ..model import Text
from ..store.index import Index
from ..store.journal import Journal, Unfinished
from ..views.practice import ComplaintView, NothingView
from ..workspace import Workspace
from .practice import Turn, show_again, step
from .practice_acts import Act, Next, Opening, StepView
from .practice_choice import choose
from .practice_desk import Desk, Moment, StoredDesk
from .practice_state import Phase, Saved, Showing, State, Wanted, read_state, write_state


@contextmanager
def open_quiz(workspace: Workspace, wanted: Wanted, *, begin: bool = True) -> Iterator[Opening]:
    """The unfinished quiz, if it is the one that is wanted, else a new one if one is to begin."""
    with workspace.index() as index, workspace.journal(create=True) as journal:
        owns = journal.claim("quiz")
        state, notice = _resume(workspace, index, journal, wanted) if owns else (None, None)
        if state is None and not begin:
            yield Opening(None, notice=notice)
            return
        if state is None:
            begun = _begin(workspace, index, journal, wanted)
            if isinstance(begun, NothingView):
                yield Opening(None, begun, notice)
                return
            state = begun
        desk = StoredDesk(index, journal, workspace.settings)
        quiz = Quiz(workspace, desk, journal, state, keeps=owns)
        quiz.save()
        yield Opening(quiz, notice=notice)


class Quiz:
    """Drives the machine of `practice` and keeps what it says."""

    def __init__(self, workspace: Workspace, desk: Desk, journal: Journal, state: State, *, keeps: bool) -> None:
        self.state = state
        self._workspace = workspace
        self._desk = desk
        self._journal = journal
        self._keeps = keeps

    @property
    def phase(self) -> Phase:
        return self.state.phase

    def begin(self) -> tuple[StepView, ...]:
        """What to show first: the question, or the revealed answer that still waits for its grade."""
        if self.phase is Phase.JUDGED:
            return self.send(Next())
        return (show_again(self.state, self._desk),)

    def send(self, act: Act) -> tuple[StepView, ...]:
        """Do one act. Its events are on the disk when this returns; where they cannot be, JournalBroken is raised and
        the quiz stands where it stood."""
        turn = self._step(act)
        self._commit(turn)
        return turn.views

    def complaint(self, act: Act) -> ComplaintView | None:
        """What an act would be answered with if it does not fit. Nothing happens."""
        return next((view for view in self._step(act).views if isinstance(view, ComplaintView)), None)

    def _step(self, act: Act) -> Turn:
        moment = Moment(self._workspace.clock(), self._workspace.monotonic(), self._workspace.new_id)
        return step(self.state, act, self._desk, moment)

    def _commit(self, turn: Turn) -> None:
        before, after = self.state, turn.state
        ended = after.phase is Phase.ENDED
        if turn.events:
            self._journal.append(*turn.events, unfinished=self._as_row(after) if self._keeps and not ended else None)
        self.state = after
        if ended or (not turn.events and after.hints != before.hints):
            self.save()

    def save(self) -> None:
        """Keep the unfinished quiz, or drop it at its end. It is no loss where that cannot be done."""
        if self._keeps:
            with suppress(JournalBroken):
                self._journal.set_unfinished(None if self.phase is Phase.ENDED else self._as_row(self.state))

    def _as_row(self, state: State) -> Unfinished:
        return Unfinished(state.session, write_state(state, self._workspace.clock(), self._workspace.monotonic()))


def _begin(workspace: Workspace, index: Index, journal: Journal, wanted: Wanted) -> State | NothingView:
    seed = workspace.new_seed() if wanted.seed is None else wanted.seed
    drawn = choose(index, journal, workspace.settings, wanted, at=workspace.clock(), seed=seed, keep=True)
    if isinstance(drawn, NothingView):
        return drawn
    ticks = workspace.monotonic()
    return State(
        session=workspace.new_id(),
        seed=seed,
        wanted=wanted,
        drawn=drawn,
        showing=Showing(0),
        ahead=tuple(Showing(place) for place in range(1, len(drawn))),
        since=ticks,
        started=ticks,
    )


def _resume(workspace: Workspace, index: Index, journal: Journal, wanted: Wanted) -> tuple[State | None, Text | None]:
    """The unfinished quiz if it can and should go on, and a word about it."""
    kept = journal.unfinished()
    if kept is None:
        return None, None
    saved = read_state(kept.body, workspace.monotonic())
    if saved is None or not saved.state.has_more:
        return None, None
    if reason := _outdated(saved, index, workspace.clock(), wanted):
        return None, reason
    state = saved.state
    answer = journal.last(state.session)
    if state.phase is Phase.GRADING and (answer is None or answer.id != state.event):
        state = replace(state, phase=Phase.ASKING, event=None)
    return state, Text("Going on with the quiz that was cut off.", "接着做上次中断的测验。")


def _outdated(saved: Saved, index: Index, at: datetime, wanted: Wanted) -> Text | None:
    kept = Text("its answers are kept.", "已作答的内容都已保存。")
    if wanted not in (Wanted(), saved.state.wanted):
        return Text(f"Another quiz was unfinished and is given up; {kept.en}", f"放弃了另一次未完成的测验；{kept.zh}")
    if not saved.is_fresh(at):
        return Text(f"An unfinished quiz is too old to go on with; {kept.en}", f"未完成的测验已过期；{kept.zh}")
    try:
        for drawn in saved.state.drawn:
            index.question(drawn.question)
    except NotFound:
        return Text(
            f"The bank no longer has all questions of an unfinished quiz; {kept.en}",
            f"题库中已没有未完成测验的部分题目；{kept.zh}",
        )
    return None
