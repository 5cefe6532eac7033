"""What a placement test is worth later on: a fold with the laws of the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.mastery import Candidate, Stage, assess
from llmtutor.learn.memory import remember
from llmtutor.learn.pick import pick
from llmtutor.learn.placed import fold_placements, still_placed
from llmtutor.model import Answered, Event, Grade, Placed, Retracted

START = datetime(2026, 11, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def placed(number: int, known: tuple[str, ...], unknown: tuple[str, ...] = ()) -> Placed:
    return Placed(id=f"p{number}", device="d", at=START + number * DAY, session="s", known=known, unknown=unknown)


def answered(day: int, question: str, grade: Grade) -> Answered:
    return Answered(
        id=f"a{day}{question}", device="d", at=START + day * DAY, session="s", bank="b", question=question, digest="",
        variant=0, response="A", right=grade > Grade.AGAIN, score=1.0, grade=grade,
    )  # fmt: skip


EVENTS: list[Event] = [
    placed(1, ("a", "b", "c")),
    placed(2, ("a",), ("b",)),
    placed(3, (), ("a", "c")),
    Retracted(id="r", device="d", at=START + 9 * DAY, session="s", event="p3"),
]


def test_the_last_placement_that_names_a_concept_counts_unless_taken_back() -> None:
    assert fold_placements(EVENTS) == {"a": START + 2 * DAY, "c": START + DAY}
    assert fold_placements(EVENTS[:3]) == {}
    assert fold_placements(EVENTS, until=START + DAY) == {"a": START + DAY, "b": START + DAY, "c": START + DAY}


@given(st.permutations(EVENTS), st.integers(0, 4))
def test_order_and_repetition_do_not_matter(events: list[Event], twice: int) -> None:
    assert fold_placements([*events, *events[:twice]]) == fold_placements(EVENTS)


def test_a_later_miss_contradicts_it_and_nothing_else_does() -> None:
    placements = {"a": START, "b": START, "c": START + 3 * DAY}
    memories = remember(
        [answered(1, "a/q", Grade.AGAIN), answered(1, "b/q", Grade.GOOD), answered(1, "c/q", Grade.AGAIN)]
    )
    assert still_placed(placements, memories) == {"b", "c"}
    mended = remember([answered(1, "a/q", Grade.AGAIN), answered(2, "a/q", Grade.GOOD)])
    assert still_placed({"a": START}, mended) == {"a"}


CANDIDATES = [Candidate(f"{concept}/q{n}", concept, "t", 1, "cloze") for concept in "abc" for n in range(3)]
REQUIRES = {"a": (), "b": ("a",), "c": ("b",)}


def asked(**settings: object) -> list[str]:
    picked = pick(CANDIDATES, {}, REQUIRES, at=START, seed=1, count=9, **settings)  # type: ignore[arg-type]
    return [each.question[0] for each in picked]


def test_what_is_placed_is_not_asked_as_new_and_opens_what_builds_on_it() -> None:
    assert set(asked()) == {"a"}
    assert set(asked(placed=frozenset("ab"))) == {"c"}
    assert set(asked(placed=frozenset("ab"), insist=True)) == {"a", "b", "c"}


def test_a_placed_concept_without_questions_here_opens_as_well() -> None:
    picked = pick(CANDIDATES[3:6], {}, REQUIRES, at=START, seed=1, count=9, placed=frozenset("a"))
    assert {each.question[0] for each in picked} == {"b"}


def test_a_placed_concept_stands_as_known() -> None:
    standing = assess(CANDIDATES, {}, START, placed={"a"})
    assert [standing[concept].stage for concept in "ab"] == [Stage.KNOWN, Stage.NEW]
