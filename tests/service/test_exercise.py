"""Exercises: what is written where, what is recorded and graded, what is never overwritten; and `bank test` of them."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from llmtutor.errors import LlmtutorError, NotFound, Usage
from llmtutor.model import Answered, Grade, Retracted
from llmtutor.service.bank_test import check_folder
from llmtutor.service.exercise import (
    check_solution,
    give_hint,
    list_exercises,
    reveal_solution,
    start_exercise,
)
from llmtutor.service.practice_single import next_question, undo_last
from llmtutor.service.practice_state import Wanted
from llmtutor.service.progress import standing
from llmtutor.views.practice import NothingView, QuestionView
from llmtutor.workspace import Workspace

from ..conftest import BANKS, trust

RIGHT = "def double(numbers):\n    return [n + n for n in numbers]\n"
SQUARES = "def double(numbers):\n    return [n**2 for n in numbers]\n"


class Learner:
    """Somebody at work on the exercise of the bank `exercises`, whose clock goes as it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bank = Path(shutil.copytree(BANKS / "exercises", folder / "bank"))
        self.now = datetime(2026, 11, 2, 9, tzinfo=UTC)
        trust(folder / "home", self.bank)

    @property
    def workspace(self) -> Workspace:
        environ = {"LLMTUTOR_HOME": str(self.folder / "home"), "PATH": os.environ["PATH"]}
        return Workspace(environ, banks=(str(self.bank),), clock=lambda: self.now)

    def write(self, solution: str) -> Path:
        path = Path(start_exercise(self.workspace, "write-double", "en").file)
        path.write_text(solution, "utf-8")
        return path

    def judge(self, solution: str):  # type: ignore[no-untyped-def]
        self.write(solution)
        self.now += timedelta(minutes=1)
        return check_solution(self.workspace, "write-double")

    def tries(self) -> list[Answered]:
        with self.workspace.journal(create=True) as journal:
            return [event for _, event in journal.events() if isinstance(event, Answered)]


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


def test_the_stub_stands_under_the_task(learner: Learner) -> None:
    view = start_exercise(learner.workspace, "write-double", "zh")
    text = Path(view.file).read_text("utf-8")
    assert view.created
    assert text.startswith("# 把列表中的每个数加倍。\n")
    assert "llmtutor practice write-double --check" in text
    assert text.endswith(view.stub)
    compile(text, "stub", "exec")


@pytest.mark.parametrize("name", ["write-double", "doubling/write-double", "doubling", "加倍", "write-double.py"])
def test_an_exercise_goes_by_several_names(learner: Learner, name: str) -> None:
    assert start_exercise(learner.workspace, name, "en").question == "doubling/write-double"


def test_a_near_miss_gets_a_suggestion(learner: Learner) -> None:
    with pytest.raises(NotFound) as caught:
        start_exercise(learner.workspace, "write-duoble", "en")
    assert "write-double" in caught.value.hint.en


def test_what_the_learner_wrote_is_never_overwritten(learner: Learner) -> None:
    path = learner.write("mine")
    assert start_exercise(learner.workspace, "write-double", "en").created is False
    another = start_exercise(learner.workspace, "write-double", "en", anew=True)
    assert (another.created, Path(another.file).name) == (True, "write-double-2.py")
    elsewhere = start_exercise(learner.workspace, "write-double", "en", folder=learner.folder / "here")
    assert elsewhere.file == str(learner.folder / "here" / "write-double.py")
    assert path.read_text("utf-8") == "mine"
    # From then on the last one is the one that is judged, from wherever.
    assert list_exercises(learner.workspace).exercises[0].file == elsewhere.file


def test_a_folder_that_cannot_be_written_is_named(learner: Learner) -> None:
    (learner.folder / "file").write_text("", "utf-8")
    with pytest.raises(LlmtutorError) as caught:
        start_exercise(learner.workspace, "write-double", "en", folder=learner.folder / "file")
    assert caught.value.code == "cannot-write"


def test_right_at_the_first_try_is_good(learner: Learner) -> None:
    view = learner.judge(RIGHT)
    assert (view.right, view.grade, view.attempt, view.recorded) == (True, Grade.GOOD, 1, True)
    assert view.due is not None
    assert view.due > learner.now


def test_a_try_that_fails_is_kept_without_a_grade_and_makes_the_next_one_hard(learner: Learner) -> None:
    wrong = learner.judge(SQUARES)
    assert (wrong.right, wrong.grade, wrong.due, wrong.recorded) == (False, None, None, True)
    assert wrong.mistake is not None
    assert (wrong.mistake.name, wrong.mistake.why.en) == ("squares", "You square the numbers.")
    right = learner.judge(RIGHT)
    assert (right.grade, right.attempt) == (Grade.HARD, 2)
    assert [(one.right, one.grade, one.misconceptions) for one in learner.tries()] == [
        (False, None, ("doubling-is-squaring",)),
        (True, Grade.HARD, ()),
    ]


def test_a_hint_makes_it_hard(learner: Learner) -> None:
    assert (give_hint(learner.workspace, "doubling").number, give_hint(learner.workspace, "doubling").number) == (1, 2)
    last = give_hint(learner.workspace, "doubling")
    assert (last.number, last.total, last.text) == (2, 2, None)
    view = learner.judge(RIGHT)
    assert (view.grade, view.hints) == (Grade.HARD, 2)


def test_the_same_program_is_one_try(learner: Learner) -> None:
    assert [learner.judge(SQUARES).recorded, learner.judge(SQUARES).recorded] == [True, False]
    assert [learner.judge(RIGHT).recorded, learner.judge(RIGHT).recorded] == [True, False]
    assert len(learner.tries()) == 2


@pytest.mark.parametrize("unfinished", ["def double(:", "x = 1", "def double(numbers):\n    raise NotImplementedError"])
def test_what_cannot_be_tried_is_no_try(learner: Learner, unfinished: str) -> None:
    view = learner.judge(unfinished)
    assert (view.right, view.recorded) == (False, False)
    assert learner.judge(RIGHT).grade is Grade.GOOD


def test_once_solved_the_count_begins_anew(learner: Learner) -> None:
    learner.judge(SQUARES)
    learner.judge(RIGHT)
    learner.now += timedelta(days=30)
    again = learner.judge(RIGHT.replace("n + n", "2 * n"))
    assert (again.grade, again.attempt) == (Grade.GOOD, 1)


def test_an_undone_try_may_be_made_again(learner: Learner) -> None:
    learner.judge(RIGHT)
    assert undo_last(learner.workspace).question == "doubling/write-double"
    assert learner.judge(RIGHT).recorded


def test_the_reference_is_for_those_who_solved_it_or_give_up(learner: Learner) -> None:
    with pytest.raises(Usage):
        reveal_solution(learner.workspace, "doubling", confirmed=False)
    shown = reveal_solution(learner.workspace, "doubling", confirmed=True)
    assert (shown.gave_up, shown.grade) == (True, Grade.AGAIN)
    assert "2 * number" in shown.code
    assert reveal_solution(learner.workspace, "doubling", confirmed=True).grade is None  # given up once
    assert learner.judge(RIGHT).grade is Grade.HARD
    assert reveal_solution(learner.workspace, "doubling", confirmed=False).gave_up is False


def test_the_list_says_how_far_each_has_come(learner: Learner) -> None:
    def state() -> str:
        return list_exercises(learner.workspace).exercises[0].state

    assert state() == "new"
    learner.write("x")
    assert state() == "begun"
    learner.judge(RIGHT)
    assert state() == "solved"
    assert list_exercises(learner.workspace).solved == 1


def test_listing_and_hints_lost_do_no_harm(learner: Learner) -> None:
    give_hint(learner.workspace, "doubling")
    (learner.folder / "home" / "data" / "practice.json").write_text("[1, 2", "utf-8")
    assert list_exercises(learner.workspace).exercises[0].state == "new"
    assert learner.judge(RIGHT).grade is Grade.GOOD


def test_nothing_was_begun(learner: Learner) -> None:
    with pytest.raises(NotFound) as caught:
        check_solution(learner.workspace, "doubling")
    assert caught.value.code == "not-begun"


def test_a_file_that_is_gone_or_no_program(learner: Learner) -> None:
    path = learner.write("x")
    with pytest.raises(NotFound):
        check_solution(learner.workspace, "doubling", file=path.with_name("gone.py"))
    path.write_bytes(b"#" * 200_000)
    with pytest.raises(Usage):
        check_solution(learner.workspace, "doubling")
    path.write_bytes(b"\xff\xfe\x00")
    assert check_solution(learner.workspace, "doubling").right is False


def test_the_judge_of_another_bank_is_trusted_first(learner: Learner) -> None:
    learner.write(RIGHT)
    (learner.folder / "home" / "data" / "trusted-programs.txt").unlink()
    with pytest.raises(LlmtutorError) as caught:
        check_solution(learner.workspace, "doubling")
    assert caught.value.code == "not-trusted"
    asked: list[str] = []
    check_solution(learner.workspace, "doubling", ask=lambda programs: not asked.extend(programs))
    assert "doubling.write-double.judge" in asked
    assert "doubling.write-double.stub" not in asked


def test_a_quiz_never_draws_one_and_says_where_they_are(learner: Learner) -> None:
    drawn = next_question(learner.workspace, Wanted(concept="doubling"))
    assert isinstance(drawn, QuestionView)
    assert drawn.kind == "true-false"
    nothing = next_question(learner.workspace, Wanted(kind="code"))
    assert isinstance(nothing, NothingView)
    assert "practice" in nothing.hint.en


def test_an_exercise_that_is_due_is_not_counted_as_due_in_a_quiz(learner: Learner) -> None:
    learner.judge(RIGHT)
    learner.now += timedelta(days=400)
    assert standing(learner.workspace).due == 0


# --- bank test --------------------------------------------------------------------------------------------------------


def problems(learner: Learner, part: str = "", text: str = "") -> list[str]:
    if part:
        (learner.bank / "basics" / f"doubling.write-double.{part}.py").write_text(text, "utf-8")
        trust(learner.folder / "home", learner.bank)
    view = check_folder(learner.workspace, learner.bank, update=True)
    assert (view.exercises, view.updated) == (1, ())  # programs of exercises are judged, not recorded
    return [problem.message.en for problem in view.problems]


def test_the_bank_is_sound(learner: Learner) -> None:
    assert problems(learner) == []


@pytest.mark.parametrize(
    ("part", "text", "said"),
    [
        ("solution", "def double(numbers):\n    return numbers + [0]\n", "the reference fails"),
        ("solution", "1 / 0\n", "the judge failed: ZeroDivisionError"),
        ("stub", "def double(numbers):\n    pass\n", "the stub must raise"),
        ("wrong-squares", RIGHT, "wrong-squares passes"),
        ("wrong-squares", "def double(numbers):\n    return numbers + numbers\n", "wrong-repeats is taken for squares"),
        ("judge", "raise SystemExit\n", "the judge failed"),
    ],
)
def test_what_is_wrong_with_an_exercise_is_found(learner: Learner, part: str, text: str, said: str) -> None:
    found = problems(learner, part, text)
    assert any(said in one for one in found), found


def test_a_retracted_try_is_an_event_like_any_other(learner: Learner) -> None:
    learner.judge(SQUARES)
    undo_last(learner.workspace)
    with learner.workspace.journal(create=True) as journal:
        assert [type(event) for _, event in journal.events()] == [Answered, Retracted]
