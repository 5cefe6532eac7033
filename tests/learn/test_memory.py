import math
import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, FSRS_DEFAULT_DECAY
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.memory import DECAY, GRADING, grade_of, remember, retrievability, trace
from llmtutor.model import Answered, Event, Grade, Graded, Kind, Memory, Retracted, Skipped, Text, Verdict

START = datetime(2026, 11, 1, 8, tzinfo=UTC)
HISTORIES = 60
"""Of random histories compared with py-fsrs; 1,000 were when this was written."""


def answered(
    event_id: str,
    days: float = 0,
    grade: Grade | None = Grade.GOOD,
    question: str = "softmax/one",
    device: str = "here",
    digest: str = "d",
) -> Answered:
    return Answered(
        id=event_id,
        device=device,
        at=START + timedelta(days=days),
        session="s",
        bank="builtin",
        question=question,
        digest=digest,
        variant=1,
        response="A",
        right=True,
        score=1.0,
        grade=grade,
    )


def graded(event_id: str, event: str, days: float, grade: Grade) -> Graded:
    return Graded(id=event_id, device="here", at=START + timedelta(days=days), session="s", event=event, grade=grade)


def retracted(event_id: str, event: str, days: float = 0) -> Retracted:
    return Retracted(id=event_id, device="here", at=START + timedelta(days=days), session="s", event=event)


def fold_with_fsrs(reviews: Sequence[tuple[datetime, Grade]], **options: object) -> Card:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, **options)  # type: ignore[arg-type]
    card = Card(card_id=1, due=reviews[0][0])
    for at, grade in reviews:
        card, _ = scheduler.review_card(card, Rating(grade), at)
    return card


# --- Grading --------------------------------------------------------------------------------------------------------


def verdict(right: bool) -> Verdict:
    return Verdict(right=right, score=float(right), given="A", expected=Text("A", "A"))


@pytest.mark.parametrize(
    ("right", "hints", "attempt", "grade"),
    [
        (True, 0, 1, Grade.GOOD),
        (True, 1, 1, Grade.HARD),
        (True, 0, 2, Grade.HARD),
        (True, 2, 3, Grade.HARD),
        (False, 0, 1, Grade.AGAIN),
        (False, 3, 3, Grade.AGAIN),
    ],
)
def test_grades(right: bool, hints: int, attempt: int, grade: Grade) -> None:
    for kind in Kind:
        if kind is not Kind.OPEN:
            assert grade_of(kind, verdict(right), hints, attempt) == grade


def test_nothing_earns_easy_by_itself_and_open_answers_are_graded_by_the_learner() -> None:
    assert [rule.grade for rule in GRADING] == list(Grade)
    assert [rule.term for rule in GRADING] == ["1", "2", "3", "4"]
    assert all(rule.text.en and rule.text.zh for rule in GRADING)
    with pytest.raises(ValueError, match="learner"):
        grade_of(Kind.OPEN, verdict(True), 0, 1)


# --- The states are those of py-fsrs --------------------------------------------------------------------------------


def test_the_published_memory_state() -> None:
    """`test_memo_state` of py-fsrs."""
    days = 0
    events = []
    for number, (grade, interval) in enumerate(zip([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21], strict=True)):
        days += interval
        events.append(answered(str(number), days, Grade(grade)))
    memory = remember(events)["softmax/one"]
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_random_histories_equal_py_fsrs() -> None:
    chance = random.Random(20261101)
    for _ in range(HISTORIES):
        at, events = START, []
        for number in range(chance.randint(1, 30)):
            at += timedelta(seconds=chance.choice([60, 3600, 86400, 864000, 8640000]) * chance.random())
            events.append(answered(f"{number:03}", (at - START) / timedelta(days=1), Grade(chance.randint(1, 4))))
        reviews = [(event.at, event.grade or Grade.GOOD) for event in events]
        retention = chance.choice([0.7, 0.85, 0.9, 0.97])
        memory = remember(events, retention)["softmax/one"]
        card = fold_with_fsrs(reviews, desired_retention=retention)
        assert (memory.stability, memory.difficulty, memory.last_review) == (
            card.stability,
            card.difficulty,
            card.last_review,
        )
        interval = (card.due - memory.last_review).days
        assert abs((memory.due - card.due).days) <= (max(0.2 * interval, 1) if interval >= 3 else 0)
        assert memory.reviews == len(events)


def test_fitted_parameters_are_used_and_checked() -> None:
    fitted = [value * 1.05 for value in DEFAULT_PARAMETERS]
    events = [answered("1"), answered("2", 4), answered("3", 20, Grade.HARD)]
    card = fold_with_fsrs([(event.at, event.grade or Grade.GOOD) for event in events], parameters=fitted)
    assert remember(events, parameters=fitted)["softmax/one"].stability == card.stability
    with pytest.raises(ValueError, match="parameters"):
        remember(events, parameters=[1.0] * 3)
    with pytest.raises(ValueError, match="retention"):
        remember(events, 1.0)


def test_the_forgetting_curve_is_that_of_py_fsrs() -> None:
    assert DECAY == FSRS_DEFAULT_DECAY
    memory = Memory("q", 7.5, 5.0, START, START, 3, 0)
    card = Card(card_id=1, stability=7.5, difficulty=5.0, due=START, last_review=START)
    for days in (0, 1, 7, 8, 400, 4000):
        at = START + timedelta(days=days)
        assert retrievability(memory, at) == pytest.approx(Scheduler().get_card_retrievability(card, at))
    assert retrievability(memory, START + timedelta(days=7.5)) == pytest.approx(0.9)
    assert retrievability(memory, START + timedelta(days=7.4)) > 0.9
    assert retrievability(memory, START - timedelta(days=9)) == 1
    assert retrievability(memory, START + timedelta(days=7.5), decay=0.5) == pytest.approx(0.9)


# --- The fold -------------------------------------------------------------------------------------------------------

GRADES = st.sampled_from(list(Grade))


@st.composite
def journals(draw: st.DrawFn) -> list[Event]:
    """Events of two devices about three questions: answers, regrades, retractions, skips, some of them of nothing."""
    count = draw(st.integers(0, 14))
    events: list[Event] = []
    for number in range(count):
        days = draw(st.integers(0, 40)) / 4
        name = f"event-{draw(st.integers(0, 99)):02}-{number}"
        target = draw(st.sampled_from([event.id for event in events] or ["missing"]))
        match draw(st.sampled_from(["answer", "answer", "answer", "grade", "retract", "skip"])):
            case "answer":
                question = f"softmax/{draw(st.sampled_from('abc'))}"
                events.append(answered(name, days, draw(st.none() | GRADES), question))
            case "grade":
                events.append(graded(name, target, days, draw(GRADES)))
            case "retract":
                events.append(retracted(name, target, days))
            case _:
                events.append(Skipped(id=name, device="b", at=START, session="s", bank="builtin", question="softmax/a"))
    return events


@given(journals(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_bits(events: list[Event], chance: random.Random) -> None:
    folded = remember(events)
    shuffled = list(events)
    chance.shuffle(shuffled)
    again = remember(shuffled)
    assert again == folded
    assert list(again) == list(folded)


@given(journals(), st.data())
def test_a_union_of_journals_is_one_journal(events: list[Event], data: st.DataObject) -> None:
    sides = data.draw(st.lists(st.sampled_from(["left", "right", "both"]), min_size=len(events), max_size=len(events)))
    left = [event for event, side in zip(events, sides, strict=True) if side != "right"]
    right = [event for event, side in zip(events, sides, strict=True) if side != "left"]
    assert remember(left + right) == remember(right + left) == remember(events)


@given(journals(), st.integers(0, 14))
def test_a_kept_fold_is_brought_up_to_date_question_by_question(events: list[Event], seen: int) -> None:
    kept = remember(events[:seen])
    question_of = {event.id: event.question for event in events if isinstance(event, Answered)}
    answer_of = {event.id: event.event for event in events if isinstance(event, Graded)}

    def about(event: Event) -> str | None:
        if isinstance(event, Answered):
            return event.question
        target = event.event if isinstance(event, Graded | Retracted) else ""
        return question_of.get(answer_of.get(target, target))

    touched = {about(event) for event in events[seen:]}
    anew = remember(event for event in events if about(event) in touched)
    brought = {question: memory for question, memory in kept.items() if question not in touched} | anew
    assert brought == remember(events)


@given(journals(), GRADES, st.integers(0, 60))
def test_undo_restores_exactly_the_state_before(events: list[Event], grade: Grade, days: int) -> None:
    before = remember(events)
    answer = answered("undone", days / 4, grade, "softmax/a")
    assert remember([*events, answer, retracted("undo", "undone", days)]) == before
    regrade = graded("regraded", "undone", days + 1, Grade.EASY)
    assert remember([retracted("undo", "undone", days), regrade, answer, *events]) == before
    with_answer = remember([*events, answer])
    assert remember([*events, answer, regrade, retracted("undo", "regraded", days)]) == with_answer


@given(journals())
def test_a_trace_ends_where_the_fold_does_and_each_step_is_the_fold_until_then(events: list[Event]) -> None:
    folded, traced = remember(events), trace(events)
    assert {question: steps[-1].memory for question, steps in traced.items()} == folded
    assert list(traced) == list(folded)
    for question, steps in traced.items():
        assert [step.memory.reviews for step in steps] == list(range(1, len(steps) + 1))
        for step, later in pairwise(steps):
            if later.memory.last_review > step.memory.last_review:
                assert remember(events, until=step.memory.last_review)[question] == step.memory


@given(journals())
def test_an_event_that_comes_twice_counts_once(events: list[Event]) -> None:
    assert remember(events + events) == remember(events)


@given(journals())
def test_memories_are_sound(events: list[Event]) -> None:
    for question, memory in remember(events).items():
        assert memory.question == question
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
        assert memory.due - memory.last_review >= timedelta(days=1)
        assert memory.reviews >= 1
        assert 0 <= memory.lapses < memory.reviews
        assert memory.due.tzinfo is UTC


def test_the_last_grade_of_an_answer_counts_from_the_moment_of_the_answer() -> None:
    answer = answered("1", 3, Grade.AGAIN)
    grades = [graded("2", "1", 4, Grade.EASY), graded("3", "1", 5, Grade.GOOD)]
    assert remember([answer, *grades]) == remember([answered("1", 3, Grade.GOOD)])
    assert remember([grades[1], grades[0], answer]) == remember([answered("1", 3, Grade.GOOD)])


def test_an_open_answer_counts_once_it_has_a_grade() -> None:
    assert remember([answered("1", grade=None)]) == {}
    assert remember([answered("1", grade=None), graded("2", "1", 1, Grade.HARD)]) == remember(
        [answered("1", grade=Grade.HARD)]
    )


def test_retracting_a_retraction_changes_nothing() -> None:
    assert remember([answered("1"), retracted("2", "1"), retracted("3", "2")]) == {}


def test_a_second_answer_of_the_same_day_moves_by_the_short_term_rule() -> None:
    """A miss and its return in the session: passed at last, but known for less than at once."""
    missed = remember([answered("1", 0, Grade.AGAIN)])["softmax/one"]
    mended = remember([answered("1", 0, Grade.AGAIN), answered("2", 0.005, Grade.HARD)])["softmax/one"]
    known = remember([answered("1", 0, Grade.GOOD)])["softmax/one"]
    assert missed.stability <= mended.stability < known.stability
    assert (mended.reviews, mended.lapses) == (2, 0)
    assert mended.due - mended.last_review == timedelta(days=1)


def test_forgetting_is_counted_once_a_day() -> None:
    events = [answered("1"), answered("2", 9, Grade.AGAIN), answered("3", 9.01, Grade.AGAIN), answered("4", 9.02)]
    assert remember(events)["softmax/one"].lapses == 1


def test_a_clock_that_jumped_back_loses_nothing() -> None:
    """The second answer was given after the first, under a date three years before it."""
    events = [answered("1", 0), answered("2", -1000), answered("3", 1)]
    memory = remember(events)["softmax/one"]
    card = fold_with_fsrs([(START + timedelta(days=days), Grade.GOOD) for days in (-1000, 0, 1)])
    assert (memory.stability, memory.reviews) == (card.stability, 3)
    assert memory.last_review == START + timedelta(days=1)


def test_an_answer_from_the_future_is_set_aside_until_then() -> None:
    events = [answered("1"), answered("2", 2000)]
    today = START + timedelta(days=1)
    assert remember(events, until=today) == remember(events[:1])
    assert remember(events, until=START + timedelta(days=2000)) == remember(events)


def test_two_machines_at_the_same_moment_are_ordered_by_id() -> None:
    one, other = answered("1", 0, Grade.AGAIN, device="a"), answered("2", 0, Grade.EASY, device="b")
    assert remember([one, other]) == remember([other, one])
    assert remember([one, other]) != remember([answered("2", 0, Grade.AGAIN), answered("1", 0, Grade.EASY)])


def test_an_edited_question_keeps_its_memory() -> None:
    edited = [answered("1", digest="old"), answered("2", 5, digest="new")]
    assert remember(edited) == remember([answered("1"), answered("2", 5)])


def test_times_of_other_zones_are_the_same_times() -> None:
    at = START.astimezone(timezone(timedelta(hours=8)))
    event = answered("1")
    moved = Answered(**{name: getattr(event, name) for name in event.__slots__ if name not in ("at", "type")}, at=at)
    assert remember([moved]) == remember([event])
    assert remember([moved])["softmax/one"].last_review.tzinfo is UTC


def test_the_last_day_of_the_calendar_does_no_harm() -> None:
    late = (datetime(9999, 12, 31, tzinfo=UTC) - START) / timedelta(days=1)
    memory = remember([answered(str(number), late - 9 + number, Grade.EASY) for number in range(9)])["softmax/one"]
    assert math.isfinite(memory.stability)


def test_due_dates_are_spread_by_question_and_event() -> None:
    def due(question: str, last: str) -> int:
        events = [answered("1", 0, Grade.EASY, question), answered(last, 10, Grade.EASY, question)]
        memory = remember(events)[question]
        return (memory.due - memory.last_review).days

    days = {due(f"softmax/{number}", "2") for number in range(60)}
    assert len(days) > 5
    assert max(days) - min(days) < 0.25 * min(days)
    assert len({due("softmax/one", f"2-{number}") for number in range(60)}) > 5
    assert due("softmax/one", "2") == due("softmax/one", "2")
    assert {due_after_one(f"q/{number}") for number in range(60)} == {1}


def due_after_one(question: str) -> int:
    memory = remember([answered("1", 0, Grade.HARD, question)])[question]
    return (memory.due - memory.last_review).days


def test_importing_the_rules_does_not_import_fsrs() -> None:
    program = "import sys, llmtutor.learn.memory, llmtutor.learn.grade; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"fsrs", "random", "rich", "yaml", "pydantic", "numpy"} & set(loaded)
