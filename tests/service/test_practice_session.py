"""A quiz over the real stores: begun, cut off, resumed, given up; one question at a time; the folded memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.errors import NotFound, Usage
from llmtutor.learn.grade import key
from llmtutor.learn.memory import remember
from llmtutor.learn.variant import draw
from llmtutor.model import Answered, Event, Grade, Graded, Retracted
from llmtutor.service.practice_acts import Answer, Hint, Next, Quit, SetGrade, Typed, Undo
from llmtutor.service.practice_memory import recall
from llmtutor.service.practice_session import Opening, Quiz, open_quiz
from llmtutor.service.practice_single import answer_question, grade_answer, next_question, undo_last
from llmtutor.service.practice_state import Phase, Wanted
from llmtutor.store.journal import Journal
from llmtutor.views.practice import (
    GradedView,
    NothingView,
    QuestionView,
    RevealView,
    SummaryView,
    VerdictView,
)
from llmtutor.workspace import Workspace
from llmtutor.workspace.settings import Settings

TINY = Path(__file__).parents[1] / "banks" / "tiny"
START = datetime(2026, 11, 1, 8, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path), "LLMTUTOR_BANK": str(TINY)}, clock=clock)


def events_of(workspace: Workspace) -> list[Event]:
    journal = workspace.journal(create=False)
    if journal is None:
        return []
    with journal:
        return [event for _, event in journal.events()]


def right_answer(workspace: Workspace, view: QuestionView) -> Typed:
    with workspace.index() as index:
        question = index.question(view.id)
    return Typed(key(question, draw(question, view.variant))[0].en)


def asked(quiz: Quiz | None) -> QuestionView:
    assert quiz is not None
    (view,) = quiz.begin()
    assert isinstance(view, QuestionView)
    return view


# --- Begun ----------------------------------------------------------------------------------------------------------


def test_a_seed_draws_the_same_session_for_everybody(tmp_path: Path, clock: Clock) -> None:
    sessions = []
    for home in ("one", "two"):
        environ = {"LLMTUTOR_HOME": str(tmp_path / home), "LLMTUTOR_BANK": str(TINY)}
        workspace = Workspace(environ, clock=clock)
        with open_quiz(workspace, Wanted(topic="basics", seed=3)) as opening:
            assert opening.quiz is not None
            sessions.append((opening.quiz.state.drawn, opening.quiz.state.variant))
            first = asked(opening.quiz)
        assert next_question(workspace, Wanted(topic="basics", seed=3)) == replace(first, position=None)
    assert sessions[0] == sessions[1]
    assert len(sessions[0][0]) == 6


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(concept="乘法"), 3),
        (Wanted(concept="plus"), 3),
        (Wanted(level=3), 2),
        (Wanted(kind="numeric"), 1),
        (Wanted(topic="basics", count=2), 2),
        (Wanted(), 3),
    ],
)
def test_what_is_asked_for_is_what_comes(workspace: Workspace, wanted: Wanted, count: int) -> None:
    """Without insistence only what has its prerequisites comes: multiplication waits for addition."""
    with open_quiz(workspace, wanted) as opening:
        assert opening.quiz is not None
        assert len(opening.quiz.state.drawn) == count


@pytest.mark.parametrize(
    ("wanted", "error"),
    [(Wanted(topic="sports"), NotFound), (Wanted(concept="zebra"), NotFound), (Wanted(kind="riddle"), Usage)],
)
def test_what_is_not_there_is_refused(workspace: Workspace, wanted: Wanted, error: type[Exception]) -> None:
    with pytest.raises(error), open_quiz(workspace, wanted):
        pass


def test_the_answer_is_on_the_disk_before_its_verdict_is_seen(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(kind="true-false")) as opening:
        view = asked(opening.quiz)
        assert opening.quiz is not None
        (verdict,) = opening.quiz.send(right_answer(workspace, view))
        assert isinstance(verdict, VerdictView)
        (event,) = events_of(workspace)
        assert (event.id, event.at) == (verdict.event, START)
        assert isinstance(event, Answered)
        assert event.bank == "tiny"


# --- Nothing to ask -------------------------------------------------------------------------------------------------


def nothing(opening: Opening) -> NothingView:
    assert opening.quiz is None
    assert opening.nothing is not None
    assert opening.nothing.reason.zh
    return opening.nothing


def test_why_there_is_nothing_to_ask(workspace: Workspace, clock: Clock) -> None:
    with open_quiz(workspace, Wanted(due=True)) as opening:
        assert nothing(opening).reason.en == "Nothing is due."
    with open_quiz(workspace, Wanted(level=5)) as opening:
        assert "No question fits" in nothing(opening).reason.en
    with open_quiz(workspace, Wanted(kind="true-false")) as opening:
        assert opening.quiz is not None
        opening.quiz.send(right_answer(workspace, asked(opening.quiz)))
        opening.quiz.send(Next())
    with open_quiz(workspace, Wanted(kind="true-false", new=True)) as opening:
        assert "answered all of these" in nothing(opening).reason.en
    with open_quiz(workspace, Wanted(kind="true-false", due=True)) as opening:
        assert "The next one is due in" in nothing(opening).reason.en
    clock.now += timedelta(days=30)
    with open_quiz(workspace, Wanted(kind="true-false", due=True)) as opening:
        assert opening.quiz is not None


def test_the_limit_of_the_day_rests_where_the_learner_insists(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text("new_per_day = 1\n")
    with open_quiz(workspace, Wanted()) as opening:
        assert opening.quiz is not None
        assert len(opening.quiz.state.drawn) == 1
        opening.quiz.send(right_answer(workspace, asked(opening.quiz)))
        opening.quiz.send(Next())
    with open_quiz(workspace, Wanted()) as opening:
        assert "today's 1 new questions are done" in nothing(opening).reason.en
    with open_quiz(workspace, Wanted(topic="basics")) as opening:
        assert opening.quiz is not None


# --- Cut off and resumed --------------------------------------------------------------------------------------------


@pytest.fixture
def cut_off(workspace: Workspace) -> QuestionView:
    """A quiz of six that was killed at its second question."""
    with open_quiz(workspace, Wanted(topic="basics", seed=1)) as opening:
        assert opening.quiz is not None
        opening.quiz.send(right_answer(workspace, asked(opening.quiz)))
        (second,) = opening.quiz.send(Next())
        assert isinstance(second, QuestionView)
    return second


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(topic="basics", seed=1)])
def test_a_quiz_that_was_cut_off_goes_on_where_it_was(
    workspace: Workspace, cut_off: QuestionView, wanted: Wanted
) -> None:
    with open_quiz(workspace, wanted) as opening:
        assert asked(opening.quiz) == cut_off
        assert opening.notice is not None
        assert "Going on" in opening.notice.en
        assert opening.quiz is not None
        (summary,) = opening.quiz.send(Quit())
        assert isinstance(summary, SummaryView)
        assert (summary.asked, summary.right) == (1, 1)
    with open_quiz(workspace, wanted) as opening:
        assert opening.notice is None


def test_undo_reaches_back_over_being_cut_off(workspace: Workspace, cut_off: QuestionView) -> None:
    with open_quiz(workspace, Wanted()) as opening:
        assert opening.quiz is not None
        _, question = opening.quiz.send(Undo())
        assert isinstance(question, QuestionView)
        assert question.position is not None
        assert question.position.number == 1
        assert isinstance(events_of(workspace)[-1], Retracted)


def test_hints_that_were_seen_count_after_being_cut_off(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(concept="addition", kind="single-choice")) as opening:
        assert opening.quiz is not None
        opening.quiz.send(Hint())
    with open_quiz(workspace, Wanted()) as opening:
        assert opening.quiz is not None
        (verdict,) = opening.quiz.send(right_answer(workspace, asked(opening.quiz)))
        assert isinstance(verdict, VerdictView)
        assert verdict.grade == Grade.HARD


def test_a_revealed_answer_still_waits_for_its_grade(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(kind="open")) as opening:
        assert opening.quiz is not None
        (reveal,) = opening.quiz.send(Typed("groups of things"))
    with open_quiz(workspace, Wanted()) as opening:
        assert opening.quiz is not None
        assert opening.quiz.begin() == (reveal,)
        (graded,) = opening.quiz.send(SetGrade(Grade.HARD))
        assert isinstance(graded, GradedView)
    with open_quiz(workspace, Wanted(kind="open", due=True)) as opening:
        assert opening.quiz is None


def test_a_revealed_answer_that_was_undone_meanwhile_is_asked_again(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(kind="open")) as opening:
        assert opening.quiz is not None
        opening.quiz.send(Typed("groups of things"))
    undo_last(workspace)
    with open_quiz(workspace, Wanted()) as opening:
        asked(opening.quiz)


@pytest.mark.parametrize(
    ("wanted", "wait", "words"),
    [
        (Wanted(topic="basics", seed=2), timedelta(0), "given up"),
        (Wanted(), timedelta(days=2), "too old"),
        (Wanted(), timedelta(days=-900), "Going on"),
    ],
)
def test_what_is_not_gone_on_with_is_dropped_with_a_word(
    workspace: Workspace, clock: Clock, cut_off: QuestionView, wanted: Wanted, wait: timedelta, words: str
) -> None:
    clock.now += wait
    with open_quiz(workspace, wanted) as opening:
        assert opening.notice is not None
        assert words in opening.notice.en
        assert opening.quiz is not None
    assert len(events_of(workspace)) == 1


def test_questions_that_are_gone_end_an_unfinished_quiz(
    workspace: Workspace, cut_off: QuestionView, tmp_path: Path, clock: Clock
) -> None:
    bank = tmp_path / "bank"
    for file in TINY.rglob("*"):
        if file.is_file() and file.stem != "multiplication":
            (bank / file.relative_to(TINY)).parent.mkdir(parents=True, exist_ok=True)
            (bank / file.relative_to(TINY)).write_bytes(file.read_bytes())
    other = Workspace({"LLMTUTOR_HOME": str(tmp_path), "LLMTUTOR_BANK": str(bank)}, clock=clock)
    with open_quiz(other, Wanted()) as opening:
        assert opening.notice is not None
        assert "no longer has" in opening.notice.en


def test_two_quizzes_at_once_are_two_quizzes(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(topic="basics", seed=1)) as first:
        question = asked(first.quiz)
        with open_quiz(workspace, Wanted(topic="basics", seed=1)) as second:
            assert first.quiz is not None
            assert second.quiz is not None
            assert first.quiz.state.session != second.quiz.state.session
            for quiz in (second.quiz, first.quiz):
                quiz.send(right_answer(workspace, question))
            second.quiz.send(Quit())
        assert len(events_of(workspace)) == 2
    with open_quiz(workspace, Wanted()) as resumed:
        assert resumed.quiz is not None
        assert resumed.quiz.state.session == first.quiz.state.session


def test_a_quiz_that_ended_is_not_gone_on_with(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(kind="true-false")) as opening:
        assert opening.quiz is not None
        opening.quiz.send(right_answer(workspace, asked(opening.quiz)))
        # Killed while the last verdict stands on the screen: nothing is left to ask.
    with open_quiz(workspace, Wanted()) as opening:
        assert opening.notice is None
        assert opening.quiz is not None
        assert opening.quiz.phase is Phase.ASKING


# --- One at a time --------------------------------------------------------------------------------------------------


def test_asking_for_the_next_question_writes_nothing(workspace: Workspace) -> None:
    view = next_question(workspace, Wanted(seed=1))
    assert isinstance(view, QuestionView)
    assert view.why is not None
    assert not workspace.data_dir.exists()


def test_an_answer_by_itself_is_judged_and_kept(workspace: Workspace) -> None:
    view = next_question(workspace, Wanted(kind="numeric", seed=9))
    assert isinstance(view, QuestionView)
    verdict = answer_question(workspace, view.id, right_answer(workspace, view).text, variant=view.variant)
    assert isinstance(verdict, VerdictView)
    assert verdict.right
    assert verdict.due is not None
    (event,) = events_of(workspace)
    assert isinstance(event, Answered)
    assert (event.id, event.variant) == (verdict.event, view.variant)
    graded = grade_answer(workspace, verdict.event, Grade.EASY)
    assert graded.due is not None
    assert graded.due > verdict.due
    undone = undo_last(workspace)
    assert (undone.question, undone.event) == (view.id, verdict.event)
    with pytest.raises(NotFound):
        grade_answer(workspace, verdict.event, Grade.EASY)
    assert undo_last(workspace).question is None


def test_an_open_answer_by_itself_is_revealed_or_graded_at_once(workspace: Workspace) -> None:
    key = "multiplication/explain-it"
    revealed = answer_question(workspace, key, "it is repeated addition", variant=0)
    assert isinstance(revealed, RevealView)
    assert 1 in revealed.mentioned
    graded = answer_question(workspace, key, "groups", variant=0, grade=Grade.GOOD, points=(0, 2))
    assert isinstance(graded, GradedView)
    assert graded.due is not None
    event = events_of(workspace)[-1]
    assert isinstance(event, Graded)
    assert (event.event, event.points) == (graded.event, (0, 2))
    with pytest.raises(Usage):
        answer_question(workspace, key, "groups", variant=0, grade=Grade.GOOD, points=(7,))
    assert len(events_of(workspace)) == 3


@pytest.mark.parametrize("text", ['["addition"]', "addition", "加法"])
def test_an_answer_may_be_json_or_as_it_is_typed(workspace: Workspace, text: str) -> None:
    verdict = answer_question(workspace, "multiplication/fill-in", text, variant=0)
    assert isinstance(verdict, VerdictView)
    assert verdict.right


def test_what_is_no_answer_is_refused_and_not_kept(workspace: Workspace) -> None:
    with pytest.raises(Usage):
        answer_question(workspace, "addition/which-sum", "Z", variant=0)
    with pytest.raises(NotFound):
        answer_question(workspace, "addition/nothing", "A", variant=0)
    with pytest.raises(NotFound):
        grade_answer(workspace, "nothing", Grade.GOOD)
    assert events_of(workspace) == []


def test_nothing_to_undo_makes_no_journal(workspace: Workspace) -> None:
    assert undo_last(workspace).event is None
    assert not workspace.data_dir.exists()


def test_an_undone_answer_leaves_the_days_as_they_were(workspace: Workspace) -> None:
    with open_quiz(workspace, Wanted(kind="true-false")) as opening:
        assert opening.quiz is not None
        opening.quiz.send(Answer(False))
        opening.quiz.send(Next())
    undo_last(workspace)
    with open_quiz(workspace, Wanted(kind="true-false", new=True)) as opening:
        assert opening.quiz is not None


# --- The folded memory ----------------------------------------------------------------------------------------------

_NAMES = ("a/1", "a/2", "b/1")


def _event(number: int, word: str, at: datetime) -> Event:
    common = {"id": f"e{number:03}", "device": "d", "at": at, "session": "s"}
    match word.split():
        case ["answer", name, grade]:
            return Answered(
                **common,  # type: ignore[arg-type]
                bank="b",
                question=name,
                digest="",
                variant=0,
                response="A",
                right=None,
                score=None,
                grade=Grade(int(grade)) if grade != "0" else None,
            )
        case ["grade", target, grade]:
            return Graded(**common, event=f"e{int(target):03}", grade=Grade(int(grade)))  # type: ignore[arg-type]
        case [_, target]:
            return Retracted(**common, event=f"e{int(target):03}")  # type: ignore[arg-type]
    raise AssertionError(word)


_words = st.one_of(
    st.builds("answer {} {}".format, st.sampled_from(_NAMES), st.integers(0, 4)),
    st.builds("grade {} {}".format, st.integers(0, 12), st.integers(1, 4)),
    st.builds("retract {}".format, st.integers(0, 12)),
)
_journals = st.lists(st.tuples(_words, st.integers(-3, 40), st.booleans()), max_size=12)


@settings(deadline=None)
@given(_journals, st.integers(0, 30))
def test_the_kept_memory_is_what_folding_everything_gives(
    tmp_path_factory: pytest.TempPathFactory, happened: list[tuple[str, int, bool]], today: int
) -> None:
    """Whatever was kept on the way, with answers dated ahead or behind, grades and retractions that come first."""
    path = tmp_path_factory.mktemp("fold") / "journal.db"
    with Journal.open(path, create=True) as journal:
        events = []
        for number, (word, day, looks) in enumerate(happened):
            events.append(_event(number, word, START + timedelta(days=day)))
            journal.append(events[-1])
            if looks:
                recall(journal, Settings(), START + timedelta(days=day, hours=1), keep=True)
        at = START + timedelta(days=today)
        expected = remember(events, 0.9, until=at)
        assert recall(journal, Settings(), at, keep=True) == expected
        assert recall(journal, Settings(), at, keep=False) == expected
        assert recall(journal, Settings(desired_retention=0.8), at, keep=True) == remember(events, 0.8, until=at)


def test_reading_keeps_nothing(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.db", create=True) as journal:
        journal.append(_event(0, "answer a/1 3", START))
        assert recall(journal, Settings(), START, keep=False).keys() == {"a/1"}
        assert journal.folded().sequence == 0
    assert recall(None, Settings(), START, keep=True) == {}
