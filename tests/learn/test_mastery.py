from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.mastery import Candidate, Stage, assess, concept_of, is_known, weigh
from llmtutor.learn.memory import remember
from llmtutor.model import Answered, Grade, Kind, Memory

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


def memory(question: str, stability: float, days_ago: float = 0) -> Memory:
    reviewed = START - timedelta(days=days_ago)
    return Memory(question, stability, 5.0, reviewed + timedelta(days=max(1, round(stability))), reviewed, 1, 0)


def candidates(count: int, concept: str = "softmax", kind: str = "cloze", level: int = 1) -> list[Candidate]:
    return [Candidate(f"{concept}/{number}", concept, "foundations", level, kind) for number in range(count)]


def after_one(grade: Grade) -> Memory:
    answer = Answered(
        id="1",
        device="d",
        at=START,
        session="s",
        bank="b",
        question="softmax/0",
        digest="",
        variant=1,
        response="A",
        right=True,
        score=1.0,
        grade=grade,
    )
    return remember([answer])["softmax/0"]


@pytest.mark.parametrize(("grade", "known"), [(Grade.AGAIN, False), (Grade.HARD, True), (Grade.GOOD, True)])
def test_a_question_is_known_after_a_pass_and_not_after_a_miss(grade: Grade, known: bool) -> None:
    assert is_known(after_one(grade), START) is known


def test_what_is_known_is_forgotten_in_time() -> None:
    good = after_one(Grade.GOOD)
    assert is_known(good, START + timedelta(days=5))
    assert not is_known(good, START + timedelta(days=30))


def test_stages() -> None:
    group = candidates(4)
    solid = {one.question: memory(one.question, 60) for one in group}

    def stage(memories: dict[str, Memory]) -> Stage:
        return assess(group, memories, START)["softmax"].stage

    assert stage({}) is Stage.NEW
    assert stage({"softmax/0": memory("softmax/0", 0.2)}) is Stage.BEGUN
    assert stage({"softmax/0": memory("softmax/0", 60)}) is Stage.BEGUN
    assert stage({key: solid[key] for key in ("softmax/0", "softmax/1")}) is Stage.KNOWN
    assert stage({key: solid[key] for key in ("softmax/0", "softmax/1", "softmax/2")}) is Stage.KNOWN
    assert stage(solid) is Stage.MASTERED


def test_a_day_of_cramming_is_not_mastery() -> None:
    group = candidates(3)
    crammed = {one.question: memory(one.question, 2.3) for one in group}
    assert assess(group, crammed, START)["softmax"].stage is Stage.KNOWN


def test_counts_and_order() -> None:
    mastery = assess(
        [*candidates(2, "b"), *candidates(3, "a")], {"a/1": memory("a/1", 60), "a/2": memory("a/2", 0.2)}, START
    )
    assert list(mastery) == ["b", "a"]
    assert (mastery["a"].questions, mastery["a"].seen, mastery["a"].known) == (3, 2, 1)
    assert (mastery["b"].questions, mastery["b"].seen, mastery["b"].score) == (2, 0, 0)
    assert not mastery["b"].is_known


def test_guesses_weigh_less_and_hard_questions_more() -> None:
    weights = [weigh(*candidates(1, kind=kind.value)) for kind in (Kind.TRUE_FALSE, Kind.SINGLE_CHOICE, Kind.CLOZE)]
    assert weights == sorted(set(weights))
    assert weigh(*candidates(1, level=5)) == 2 * weigh(*candidates(1, level=1))
    mixed = [Candidate("c/easy", "c", "t", 1, "true-false"), Candidate("c/hard", "c", "t", 5, "numeric")]
    easy = assess(mixed, {"c/easy": memory("c/easy", 60)}, START)["c"].score
    hard = assess(mixed, {"c/hard": memory("c/hard", 60)}, START)["c"].score
    assert easy < 0.3 < 0.7 < hard


@given(
    st.dictionaries(st.integers(0, 5), st.tuples(st.floats(0.001, 1000), st.floats(0, 500))),
    st.integers(0, 5),
    st.floats(0, 400),
)
def test_the_score_is_a_share_that_time_lowers_and_stability_raises(
    known: dict[int, tuple[float, float]], other: int, days: float
) -> None:
    group = candidates(6)
    memories = {f"softmax/{number}": memory(f"softmax/{number}", *state) for number, state in known.items()}
    now = assess(group, memories, START)["softmax"]
    later = assess(group, memories, START + timedelta(days=days))["softmax"]
    assert 0 <= later.score <= now.score <= 1
    assert later.known <= now.known
    better = memories | {f"softmax/{other}": memory(f"softmax/{other}", 2000)}
    assert assess(group, better, START)["softmax"].score >= now.score


def test_memories_of_other_questions_do_not_count() -> None:
    assert assess(candidates(1), {"softmax/withdrawn": memory("softmax/withdrawn", 60)}, START)["softmax"].seen == 0
    assert concept_of("softmax/withdrawn") == "softmax"


def test_an_exercise_that_nobody_wrote_keeps_no_concept_from_being_known() -> None:
    questions = candidates(2)
    memories = {one.question: memory(one.question, 60) for one in questions}
    exercise = Candidate("softmax/write", "softmax", "foundations", 3, Kind.CODE.value)
    assert assess([*questions, exercise], memories, START) == assess(questions, memories, START)
    assert assess([exercise], {}, START) == {}
