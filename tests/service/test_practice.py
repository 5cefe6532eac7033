"""The quiz as a state machine: what every act leads to, over every kind of question."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.learn.grade import key
from llmtutor.learn.memory import remember
from llmtutor.learn.variant import draw
from llmtutor.model import Answered, Grade, Graded, Open, Retracted, Skipped
from llmtutor.service.practice_acts import Act, Answer, Hint, Next, Quit, SetGrade, Skip, Typed, Undo
from llmtutor.service.practice_state import (
    SHOWINGS,
    Phase,
    Showing,
    State,
    is_resumable,
    read_state,
    variant_seed,
    write_state,
)
from llmtutor.store.journal_event import decode, encode
from llmtutor.views.practice import (
    ComplaintView,
    GradedView,
    HintView,
    QuestionView,
    RevealView,
    SkippedView,
    SummaryView,
    UndoneView,
    VerdictView,
)

from .practice_bank import BY_ID, QUESTIONS, START, Learner

ALL = [question.id for question in QUESTIONS]
CLOSED = [question.id for question in QUESTIONS if not isinstance(question.body, Open)]


def right_answer(learner: Learner) -> Typed:
    """What the grader itself calls the right answer to what is shown."""
    question = BY_ID[learner.asked]
    return Typed(key(question, draw(question, learner.state.variant))[0].en)


def answer_right(learner: Learner) -> VerdictView | RevealView:
    (view,) = learner.do(right_answer(learner))
    assert isinstance(view, VerdictView | RevealView)
    return view


WRONG = {"a/truth": Answer(False), "c/numeric": Answer(1), "d/output": Answer("41"), "b/cloze": Answer(["x", "y"])}


def answer_wrong(learner: Learner) -> VerdictView:
    (view,) = learner.do(WRONG[learner.asked])
    assert isinstance(view, VerdictView)
    assert not view.right
    return view


# --- Showing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
def test_a_question_shows_what_an_answer_refers_to_and_nothing_of_the_answer(name: str) -> None:
    view = Learner(name).look()
    assert isinstance(view, QuestionView)
    shown = repr(asdict(replace(view, variant=0)))
    for hidden in ("why one", "m-two", "because", "model answer", "alpha", "42", "a * b", "misconception", "expected"):
        assert hidden not in shown
    assert view.id == name
    assert view.position is not None
    assert (view.position.number, view.position.total, view.position.again) == (1, 1, 0)
    assert view.why is not None


def test_letters_follow_the_order_shown() -> None:
    """Over many seeds every choice is shown in every place, always as A, B, C."""
    places = set()
    for seed in range(40):
        view = Learner("a/single", seed=seed).look()
        assert isinstance(view, QuestionView)
        assert [choice.letter for choice in view.choices] == ["A", "B", "C"]
        places |= {(choice.letter, choice.text.en) for choice in view.choices}
    assert len(places) == 9


@pytest.mark.parametrize(
    ("name", "choices", "left", "gaps", "code"),
    [
        ("a/truth", 0, 0, 0, None),
        ("b/multiple", 4, 0, 0, None),
        ("b/cloze", 0, 0, 2, None),
        ("c/ordering", 3, 0, 0, None),
        ("d/matching", 3, 3, 0, None),
        ("d/output", 0, 0, 0, "print(6 * 7)"),
    ],
)
def test_each_kind_shows_its_parts(name: str, choices: int, left: int, gaps: int, code: str | None) -> None:
    view = Learner(name).look()
    assert isinstance(view, QuestionView)
    assert (len(view.choices), len(view.left), view.gaps, view.code) == (choices, left, gaps, code)


# --- Answering ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CLOSED)
def test_the_right_answer_to_every_kind_is_right_and_kept(name: str) -> None:
    learner = Learner(name)
    view = answer_right(learner)
    assert isinstance(view, VerdictView)
    assert view.right
    assert (view.score, view.grade, view.returns) == (1.0, Grade.GOOD, False)
    assert view.due is not None
    assert view.due > START
    (event,) = learner.desk.events
    assert isinstance(event, Answered)
    assert (event.id, event.grade, event.milliseconds) == (view.event, Grade.GOOD, 60_000)
    assert decode(encode(event)) == event


def test_a_wrong_answer_is_told_why_with_the_drawn_numbers() -> None:
    learner = Learner("c/numeric", "a/truth")
    view = answer_wrong(learner)
    drawn = dict(draw(BY_ID["c/numeric"], learner.state.variant).numbers)
    assert view.explanation is not None
    assert view.explanation.en == f"{drawn['a']} times {drawn['b']}"
    assert view.grade == Grade.AGAIN
    assert view.returns


def test_a_wrong_choice_carries_its_own_reason_and_misconception() -> None:
    learner = Learner("a/single")
    question = learner.look()
    assert isinstance(question, QuestionView)
    letter = next(choice.letter for choice in question.choices if choice.text.en == "two")
    (view,) = learner.do(Answer(letter))
    assert isinstance(view, VerdictView)
    assert view.misconceptions == ("m-two",)
    assert "why two" in [part.text.en for part in view.feedback]


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("a/single", None),
        ("a/single", ["A", "B"]),
        ("a/single", "Z"),
        ("a/single", {"A": {"deep": "B"}}),
        ("a/truth", "perhaps"),
        ("a/truth", [True]),
        ("b/multiple", []),
        ("b/multiple", 7),
        ("b/cloze", ["one"]),
        ("b/cloze", [["one"], "two"]),
        ("c/numeric", "many"),
        ("c/numeric", float("inf")),
        ("c/numeric", True),
        ("c/ordering", "AAB"),
        ("d/matching", {"1": "A"}),
        ("d/matching", {"1": 2}),
        ("d/output", ""),
        ("d/output", "x" * 20_001),
        ("d/open", 5),
    ],
)
def test_what_is_no_answer_costs_nothing(name: str, response: object) -> None:
    learner = Learner(name)
    before = learner.state
    (view,) = learner.do(Answer(response))
    assert isinstance(view, ComplaintView)
    assert view.code == "unreadable-answer"
    assert view.message.zh
    assert view.hint.zh
    assert (learner.state, learner.desk.events) == (before, [])


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("c/numeric", 10**30),
        ("c/numeric", 22.5),
        ("b/cloze", [1, 2.5]),
        ("b/cloze", ["\ud800", "two"]),
        ("d/output", "\x00\x1b[31m\u202e"),
        ("d/open", "half a character \udce4"),
    ],
)
def test_whatever_is_recorded_can_be_exported_and_imported(name: str, response: object) -> None:
    learner = Learner(name)
    learner.do(Answer(response))
    (event,) = learner.desk.events
    assert decode(encode(event)) == event


def test_the_seed_makes_numbers_and_order() -> None:
    views = [Learner(*ALL, seed=5).look(), Learner(*ALL, seed=5).look(), Learner(*ALL, seed=6).look()]
    assert views[0] == views[1]
    assert variant_seed(5, "a/single", 1) != variant_seed(6, "a/single", 1) != variant_seed(6, "a/single", 2)
    assert all(0 <= variant_seed(seed, "a", 1) < 2**32 for seed in range(100))


# --- Hints and skips ------------------------------------------------------------------------------------------------


def test_hints_come_one_by_one_and_lower_the_grade() -> None:
    learner = Learner("a/single", "a/truth")
    seen = [learner.do(Hint())[0] for _ in range(3)]
    assert [(view.number, view.total, view.text and view.text.en) for view in seen if isinstance(view, HintView)] == [
        (1, 2, "hint 1"),
        (2, 2, "hint 2"),
        (2, 2, None),
    ]
    view = answer_right(learner)
    assert isinstance(view, VerdictView)
    assert view.grade == Grade.HARD
    learner.do(Next())
    (view_of_none,) = learner.do(Hint())
    assert view_of_none == HintView("a/truth", 0, 0, None)


def test_a_skipped_question_does_not_come_back_and_is_no_answer() -> None:
    learner = Learner("a/truth", "b/cloze")
    skipped, question = learner.do(Skip())
    assert skipped == SkippedView("a/truth")
    assert isinstance(question, QuestionView)
    assert question.id == "b/cloze"
    (event,) = learner.desk.events
    assert isinstance(event, Skipped)
    *_, summary = learner.do(Skip())
    assert isinstance(summary, SummaryView)
    assert (summary.asked, summary.skipped, summary.finished) == (0, 2, True)


# --- Misses ---------------------------------------------------------------------------------------------------------


def test_a_miss_comes_again_twice_and_never_at_once() -> None:
    learner = Learner("a/truth", "b/cloze", "c/numeric", "d/output")
    shown = []
    while not learner.ended:
        shown.append(learner.asked)
        answer_wrong(learner)
        learner.do(Next())
    assert {name: shown.count(name) for name in shown} == dict.fromkeys(WRONG, SHOWINGS)
    assert all(one != other for one, other in pairwise(shown))


def test_each_try_is_another_variant_and_says_so() -> None:
    learner = Learner("c/numeric", "a/truth", "b/cloze")
    seeds = []
    while not learner.ended:
        if learner.asked == "c/numeric":
            view = learner.look()
            assert isinstance(view, QuestionView)
            assert view.position is not None
            assert (view.position.number, view.position.again) == (1, len(seeds))
            seeds.append(view.variant)
            answer_wrong(learner)
        else:
            learner.do(Skip())
            continue
        learner.do(Next())
    assert len(set(seeds)) == len(seeds) == 2


def test_a_miss_with_nothing_left_in_between_does_not_return() -> None:
    learner = Learner("a/truth")
    assert not answer_wrong(learner).returns
    (summary,) = learner.do(Next())
    assert isinstance(summary, SummaryView)


def test_a_return_that_goes_well_is_hard_and_right_at_last() -> None:
    learner = Learner("a/truth", "b/cloze")
    answer_wrong(learner)
    learner.do(Next())
    answer_right(learner)
    learner.do(Next())
    assert learner.asked == "a/truth"
    view = answer_right(learner)
    assert isinstance(view, VerdictView)
    assert view.grade == Grade.HARD
    (summary,) = learner.do(Next())
    assert isinstance(summary, SummaryView)
    assert (summary.asked, summary.right, summary.finished) == (2, 1, True)
    ((miss, at_last),) = [(miss.question, miss.right_at_last) for miss in summary.misses]
    assert (miss, at_last) == ("a/truth", True)
    assert summary.review == ("a",)


# --- Grades ---------------------------------------------------------------------------------------------------------


def test_a_changed_grade_moves_the_due_date_and_the_return() -> None:
    learner = Learner("a/truth", "b/cloze")
    missed = answer_wrong(learner)
    (view,) = learner.do(SetGrade(Grade.EASY))
    assert isinstance(view, GradedView)
    assert not view.returns
    assert view.due is not None
    assert missed.due is not None
    assert view.due > missed.due
    (view,) = learner.do(SetGrade(Grade.AGAIN))
    assert isinstance(view, GradedView)
    assert (view.returns, view.due) == (True, missed.due)
    learner.do(Next())
    (view,) = learner.do(SetGrade(Grade.GOOD))
    assert view == GradedView("a/truth", missed.event, Grade.GOOD, view.due, returns=False)
    assert learner.asked == "b/cloze"


def test_an_open_answer_is_revealed_then_graded_with_its_points() -> None:
    learner = Learner("d/open", "a/truth")
    (view,) = learner.do(Typed("Alpha comes first,\nthen gamma."))
    assert isinstance(view, RevealView)
    assert view.mentioned == (0, 2)
    assert view.given == "Alpha comes first,\nthen gamma."
    assert view.model_answer.en == "model answer"
    (answer,) = learner.desk.events
    assert isinstance(answer, Answered)
    assert (answer.grade, answer.right) == (None, None)
    assert learner.look() == view
    (complaint,) = learner.do(SetGrade(Grade.GOOD, (3,)))
    assert isinstance(complaint, ComplaintView)
    assert complaint.code == "bad-points"
    (graded,) = learner.do(SetGrade(Grade.GOOD, (0, 1)))
    assert isinstance(graded, GradedView)
    assert not graded.returns
    event = learner.desk.events[-1]
    assert isinstance(event, Graded)
    assert (event.event, event.grade, event.points) == (answer.id, Grade.GOOD, (0, 1))
    (question,) = learner.do(Next())
    assert isinstance(question, QuestionView)


def test_an_open_answer_graded_again_is_a_miss() -> None:
    learner = Learner("d/open", "a/truth")
    learner.do(Typed(""))
    (graded,) = learner.do(SetGrade(Grade.AGAIN))
    assert isinstance(graded, GradedView)
    assert graded.returns
    learner.do(Next())
    (summary,) = learner.do(Quit())
    assert isinstance(summary, SummaryView)
    assert [miss.question for miss in summary.misses] == ["d/open"]


@pytest.mark.parametrize(
    ("before", "act"),
    [
        ([], Next()),
        ([], SetGrade(Grade.GOOD)),
        ([Answer(True)], Answer(True)),
        ([Answer(True)], Hint()),
        ([Answer(True)], Skip()),
        ([Answer(True), Next(), Typed("x")], Next()),
        ([Answer(True), Next(), Typed("x")], Hint()),
        ([Answer(True), Next(), Typed("x")], Typed("y")),
    ],
)
def test_an_act_that_does_not_fit_is_told_and_changes_nothing(before: list[Act], act: Act) -> None:
    learner = Learner("a/truth", "d/open")
    for each in before:
        learner.do(each)
    state, events = learner.state, list(learner.desk.events)
    (view,) = learner.do(act)
    assert isinstance(view, ComplaintView)
    assert view.code == "not-now"
    assert (learner.state, learner.desk.events) == (state, events)


# --- Undo -----------------------------------------------------------------------------------------------------------


def test_undo_asks_the_same_question_again_with_its_numbers_and_hints() -> None:
    learner = Learner("a/single", "a/truth", "b/cloze")
    first = learner.look()
    learner.do(Hint())
    answer = answer_right(learner)
    undone, again = learner.do(Undo())
    assert undone == UndoneView("a/single", answer.event, learner.desk.events[0].at)
    assert again == first
    assert learner.state.hints == 1
    assert isinstance(learner.desk.events[-1], Retracted)
    view = answer_right(learner)
    assert isinstance(view, VerdictView)
    assert view.grade == Grade.HARD


def test_undo_of_a_miss_takes_its_return_away() -> None:
    learner = Learner("a/truth", "b/cloze", "c/numeric")
    before = learner.state
    answer_wrong(learner)
    learner.do(Next())
    learner.do(Undo())
    assert (learner.state.showing, learner.state.ahead) == (before.showing, before.ahead)


def test_undo_with_nothing_to_undo_says_so_and_goes_on() -> None:
    learner = Learner("a/truth")
    undone, question = learner.do(Undo())
    assert undone == UndoneView(None, None, None)
    assert question == learner.look()
    assert learner.desk.events == []


def test_undo_while_an_open_answer_waits_for_its_grade() -> None:
    learner = Learner("d/open")
    learner.do(Typed("alpha"))
    undone, question = learner.do(Undo())
    assert isinstance(undone, UndoneView)
    assert isinstance(question, QuestionView)
    assert learner.state.phase is Phase.ASKING


_acts = st.lists(st.sampled_from(["right", "wrong", "skip", "hint", "undo", "grade", "next"]), max_size=40)


def _act(learner: Learner, word: str) -> None:
    match word:
        case "right" if learner.state.phase is Phase.ASKING:
            learner.do(right_answer(learner))
        case "wrong" if learner.state.phase is Phase.ASKING:
            learner.do(WRONG.get(learner.asked, Typed("A")))
        case "skip":
            learner.do(Skip())
        case "hint":
            learner.do(Hint())
        case "undo":
            learner.do(Undo())
        case "grade":
            learner.do(SetGrade(Grade.AGAIN if learner.minutes % 2 else Grade.GOOD))
        case _:
            learner.do(Next())


@settings(deadline=None)
@given(_acts, st.integers(0, 3))
def test_whatever_is_done_no_question_follows_itself_or_comes_too_often(acts: list[str], seed: int) -> None:
    learner = Learner(*ALL, seed=seed)
    for word in acts:
        if learner.ended:
            break
        _act(learner, word)
        coming = [learner.state.showing, *learner.state.ahead]
        assert len(set(coming)) == len(coming)
        assert all(1 <= showing.attempt <= SHOWINGS for showing in coming)
        assert all(one.place != other.place for one, other in pairwise(coming))


@settings(deadline=None)
@given(_acts)
def test_undo_restores_what_was_known(acts: list[str]) -> None:
    learner = Learner(*ALL)
    for word in acts:
        if learner.ended or learner.state.phase is not Phase.ASKING:
            break
        _act(learner, word)
    if learner.ended or learner.state.phase is not Phase.ASKING:
        return
    known, asked, events = remember(learner.desk.events), learner.look(), len(learner.desk.events)
    learner.do(right_answer(learner))
    assert len(learner.desk.events) == events + 1
    learner.do(Undo())
    assert remember(learner.desk.events) == known
    assert learner.look() == asked


# --- The end, and being written down --------------------------------------------------------------------------------


def test_leaving_sums_up_what_was_answered() -> None:
    learner = Learner(*CLOSED)
    answer_right(learner)
    learner.do(Next())
    (summary,) = learner.do(Quit())
    assert isinstance(summary, SummaryView)
    assert (summary.asked, summary.right, summary.finished, summary.misses) == (1, 1, False, ())
    assert summary.milliseconds == 3 * 60_000
    assert learner.ended


def test_leaving_after_the_last_verdict_is_the_end() -> None:
    learner = Learner("a/truth")
    answer_right(learner)
    (summary,) = learner.do(Quit())
    assert isinstance(summary, SummaryView)
    assert summary.finished


@settings(deadline=None)
@given(_acts)
def test_a_state_is_written_down_and_read_back(acts: list[str]) -> None:
    learner = Learner(*ALL)
    for word in acts:
        if learner.ended:
            break
        _act(learner, word)
    moment = learner.moment()
    body = write_state(learner.state, moment.at, moment.ticks)
    saved = read_state(body, 1000.0)
    assert saved is not None
    assert saved.at == moment.at
    again = saved.state
    for name in ("session", "seed", "wanted", "drawn", "showing", "ahead", "phase", "hints", "event"):
        assert getattr(again, name) == getattr(learner.state, name)
    assert again.milliseconds(1001.0) == learner.state.milliseconds(moment.ticks) + 1000
    assert is_resumable(body, moment.at) == (learner.state.phase is not Phase.ENDED and learner.state.has_more)


@pytest.mark.parametrize("body", ["", "{}", "[]", "null", '{"format": 2}', '{"format": 1}', "not JSON"])
def test_a_state_of_another_version_is_no_state(body: str) -> None:
    assert read_state(body, 0.0) is None


def test_questions_of_one_concept_are_kept_apart_where_a_miss_returns() -> None:
    learner = Learner("a/truth", "b/cloze", "c/numeric", "a/single", "d/output")
    answer_wrong(learner)
    concepts = [learner.state.drawn[showing.place].concept for showing in learner.state.ahead]
    assert ("a", "a") not in pairwise(concepts)
    assert learner.state.ahead.index(Showing(0, 2)) >= 1


def test_the_state_is_a_value() -> None:
    learner = Learner("a/truth")
    before = learner.state
    answer_wrong(learner)
    assert isinstance(before, State)
    assert before.phase is Phase.ASKING
