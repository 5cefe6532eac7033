"""The placement test on a journal: every answer kept at once, left and resumed, and what it changes afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from llmtutor.errors import JournalBroken
from llmtutor.learn.placed import fold_placements
from llmtutor.model import Answered, Placed
from llmtutor.service.learning_path import draw_map
from llmtutor.service.placement import Placement, open_placement
from llmtutor.service.practice_acts import Answer, Hint, Next, Quit, Skip, StepView, Typed, Undo
from llmtutor.service.practice_single import answer_question, next_question, undo_last
from llmtutor.service.practice_state import Phase, Wanted
from llmtutor.service.progress import standing
from llmtutor.views.placement import PausedView, PlacementView
from llmtutor.views.practice import ComplaintView, HintView, NothingView, QuestionView, UndoneView
from llmtutor.workspace import Workspace

from .small_graph import write_bank

START = datetime(2026, 11, 1, 12, tzinfo=UTC)
TINY = Path(__file__).parents[1] / "banks" / "tiny"


class Clock:
    now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=20)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path / "home"), "LLMTUTOR_BANK": str(write_bank(tmp_path))}, clock=clock)


def reply(view: StepView, knows: int) -> Answer:
    """Somebody who knows the concepts below number `knows`."""
    assert isinstance(view, QuestionView)
    number = int(view.concept[1:])
    return Answer([f"word{number}" if number < knows else "nonsense"])


def go_through(test: Placement, views: tuple[StepView, ...], knows: int) -> PlacementView:
    while test.phase is not Phase.ENDED:
        views = test.send(reply(views[-1], knows))
    (view,) = views
    assert isinstance(view, PlacementView)
    return view


def take(workspace: Workspace, knows: int) -> PlacementView:
    with open_placement(workspace) as opening:
        assert opening.quiz is not None
        return go_through(opening.quiz, opening.quiz.begin(), knows)


def events(workspace: Workspace) -> list[object]:
    with workspace.journal(create=True) as journal:
        return [event for _, event in journal.events()]


def test_the_rules_are_told_before_a_new_test(workspace: Workspace) -> None:
    with open_placement(workspace) as opening:
        assert opening.notice is not None
        assert "25" in opening.notice.en


def test_a_placement_can_be_taken_back_and_then_its_answers(workspace: Workspace) -> None:
    view = take(workspace, 4)
    undone = undo_last(workspace)
    assert (undone.question, undone.placed) == (None, len(view.known))
    with workspace.journal(create=True) as journal:
        assert not fold_placements(event for _, event in journal.events())
    answered = undo_last(workspace)
    assert answered.placed is None
    assert answered.question is not None


@pytest.mark.parametrize("knows", [0, 4, 6])
def test_who_knows_so_much_is_placed_so(workspace: Workspace, knows: int) -> None:
    view = take(workspace, knows)
    assert view.known == tuple(f"c{number}" for number in range(knows))
    assert view.next == ((f"c{knows}",) if knows < 6 else ())
    assert [(each.topic, each.known, each.concepts) for each in view.topics] == [
        ("low", min(knows, 3), 3),
        ("high", max(0, knows - 3), 3),
    ]
    (placed,) = [event for event in events(workspace) if isinstance(event, Placed)]
    assert placed.known == view.known
    assert placed.known + placed.unknown == tuple(f"c{number}" for number in range(6))


def test_what_was_placed_is_not_asked_and_what_was_missed_does_not_come_due(workspace: Workspace) -> None:
    take(workspace, 4)
    view = next_question(workspace, Wanted(new=True))
    assert isinstance(view, QuestionView)
    assert view.concept == "c4"
    assert [each.command for each in standing(workspace).commands][1] == "llmtutor explain c4"
    stages = [known.stage for topic in draw_map(workspace).topics for known in topic.concepts]
    assert stages == ["known"] * 4 + ["new"] * 2
    wrong = [event for event in events(workspace) if isinstance(event, Answered) and not event.right]
    assert wrong
    assert all(event.grade is None for event in wrong)


def test_a_later_wrong_answer_brings_the_concept_back(workspace: Workspace) -> None:
    take(workspace, 6)
    assert isinstance(next_question(workspace, Wanted(new=True)), NothingView)
    answer_question(workspace, "c0/gap", "nonsense", variant=0)
    view = next_question(workspace, Wanted(new=True))
    assert isinstance(view, QuestionView)
    assert view.id == "c0/tell"


def test_left_in_the_middle_it_goes_on_where_it_was(workspace: Workspace, clock: Clock) -> None:
    with open_placement(workspace) as opening:
        test = opening.quiz
        assert test is not None
        views = test.send(reply(test.begin()[-1], 4))
        asked = views[-1]
        (left,) = test.send(Quit())
    assert isinstance(left, PausedView)
    assert left.answered == 1
    with open_placement(workspace) as opening:
        assert opening.notice is not None
        assert opening.quiz is not None
        again = opening.quiz.begin()
        assert again[-1] == asked
        view = go_through(opening.quiz, again, 4)
    assert view.known == ("c0", "c1", "c2", "c3")
    assert take(workspace, 2).session != view.session


def test_after_a_day_it_begins_anew(workspace: Workspace, clock: Clock) -> None:
    with open_placement(workspace) as opening:
        assert opening.quiz is not None
        opening.quiz.send(reply(opening.quiz.begin()[-1], 4))
    clock.now += timedelta(days=2)
    with open_placement(workspace) as opening:
        assert opening.notice is not None
        assert "25" in opening.notice.en  # the rules, as before a new one


def test_an_answer_can_be_taken_back_and_the_question_comes_again(workspace: Workspace) -> None:
    with open_placement(workspace) as opening:
        test = opening.quiz
        assert test is not None
        first = test.begin()[-1]
        assert isinstance(test.send(Undo())[0], UndoneView)
        test.send(Typed("nonsense"))
        undone, again = test.send(Undo())
        assert isinstance(undone, UndoneView)
        assert isinstance(first, QuestionView)
        assert (undone.question, again) == (first.id, first)
        assert go_through(test, (again,), 6).known[-1] == "c5"


def test_a_skip_says_it_is_not_known(workspace: Workspace) -> None:
    with open_placement(workspace) as opening:
        test = opening.quiz
        assert test is not None
        views = test.begin()
        while test.phase is not Phase.ENDED:
            views = test.send(Skip())
    assert isinstance(views[-1], PlacementView)
    assert views[-1].known == ()


def test_what_does_not_fit_changes_nothing(workspace: Workspace) -> None:
    with open_placement(workspace) as opening:
        test = opening.quiz
        assert test is not None
        test.begin()
        assert isinstance(test.send(Next())[0], ComplaintView)
        assert isinstance(test.send(Answer({"1": "B"}))[0], ComplaintView)
        assert isinstance(test.send(Hint())[0], HintView)
        assert test.complaint(Answer(17)) is not None
        assert test.complaint(Typed("word")) is None
    assert events(workspace) == []


def test_a_bank_of_two_concepts_needs_none(tmp_path: Path) -> None:
    tiny = Workspace({"LLMTUTOR_HOME": str(tmp_path / "home"), "LLMTUTOR_BANK": str(TINY)})
    with open_placement(tiny) as opening:
        assert opening.quiz is None
        assert opening.nothing is not None


def test_two_at_once_do_not_meet(workspace: Workspace) -> None:
    with open_placement(workspace), pytest.raises(JournalBroken, match="under way"), open_placement(workspace):
        pass
