from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.memory import retrievability
from llmtutor.learn.pick import Candidate, Pick, pick
from llmtutor.model import Memory, Text

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
REQUIRES = {"softmax": [], "attention": ["softmax"], "heads": ["attention", "softmax"], "mask": ["attention"]}
TOPICS = {"softmax": "foundations", "attention": "attention", "heads": "attention", "mask": "attention"}


def bank(*concepts: str, size: int = 4) -> list[Candidate]:
    return [
        Candidate(f"{concept}/{number}", concept, TOPICS.get(concept, concept), 1 + number % 2, "cloze")
        for concept in concepts or REQUIRES
        for number in range(size)
    ]


def memory(question: str, due_days_ago: float, interval: float = 10, stability: float | None = None) -> Memory:
    due = NOW - timedelta(days=due_days_ago)
    return Memory(question, stability or interval, 5.0, due, due - timedelta(days=interval), 2, 0)


def known(*concepts: str, size: int = 4) -> dict[str, Memory]:
    """All questions of these concepts are known and not due."""
    questions = [f"{concept}/{number}" for concept in concepts for number in range(size)]
    return {question: memory(question, -20, 30) for question in questions}


def ask(candidates: Sequence[Candidate], memories: dict[str, Memory], **options: object) -> tuple[Pick, ...]:
    settings: dict[str, object] = {"at": NOW, "seed": 1, "count": 10} | options
    return pick(candidates, memories, REQUIRES, **settings)  # type: ignore[arg-type]


def questions(picks: Sequence[Pick]) -> list[str]:
    return [one.question for one in picks]


def concepts(picks: Sequence[Pick]) -> list[str]:
    return [one.question.partition("/")[0] for one in picks]


def test_exercises_are_left_out_and_hold_nothing_up() -> None:
    exercises = [Candidate("softmax/write", "softmax", "foundations", 2, "code")]
    assert ask(exercises, {}) == ask(exercises, {"softmax/write": memory("softmax/write", 3)}) == ()
    assert questions(ask([*exercises, *bank("softmax")], {})) == questions(ask(bank("softmax"), {}))
    opened = ask([*exercises, *bank("softmax", "attention")], known("softmax"))
    assert set(concepts(opened)) == {"attention"}


# --- Due ------------------------------------------------------------------------------------------------------------


def test_due_comes_before_new_and_the_most_likely_forgotten_first() -> None:
    memories = known("softmax") | {
        "attention/0": memory("attention/0", 1),
        "heads/0": memory("heads/0", 30),
        "mask/0": memory("mask/0", 8),
    }
    picked = ask(bank(), memories)
    assert questions(picked)[:3] == ["heads/0", "mask/0", "attention/0"]
    assert all(one.why.en.startswith("due") for one in picked[:3])
    assert all(one.why.en.startswith("new") for one in picked[3:])


def test_why_tells_since_when_and_how_likely() -> None:
    due = memory("softmax/0", 2.5, interval=4, stability=1)
    percent = round(100 * retrievability(due, NOW))
    (one,) = ask(bank("softmax", size=1), {"softmax/0": due})
    assert one.why == Text(f"due since 2 days, {percent} % likely known", f"已到期 2 天，记得的可能性约 {percent} %")
    (one,) = ask(bank("softmax", size=1), {"softmax/0": memory("softmax/0", 1)})
    assert one.why.en.startswith("due since 1 day, ")
    (one,) = ask(bank("softmax", size=1), {"softmax/0": memory("softmax/0", 0)})
    assert one.why == Text("due today, 90 % likely known", "今天到期，记得的可能性约 90 %")


def test_a_moment_before_it_is_due_it_is_not() -> None:
    assert ask(bank("softmax", size=1), {"softmax/0": memory("softmax/0", -0.00001)}) == ()


def test_a_withdrawn_question_is_not_asked() -> None:
    assert ask([], {"softmax/gone": memory("softmax/gone", 5)}) == ()


def test_a_review_dated_in_the_future_is_not_due() -> None:
    assert ask(bank("softmax", size=1), {"softmax/0": memory("softmax/0", -900)}) == ()


def test_a_long_absence_is_spread_over_days_and_what_can_be_kept_is_kept_first() -> None:
    away = {
        f"{concept}/{number}": memory(f"{concept}/{number}", 60, interval=1 + number)
        for concept in REQUIRES
        for number in range(50)
    }
    picked = ask(bank(size=50), away, count=100, due_limit=40)
    assert len(picked) == 40
    chosen = {one.question for one in picked}
    kept = min(retrievability(away[question], NOW) for question in chosen)
    left = max(retrievability(away[question], NOW) for question in away.keys() - chosen)
    assert kept >= left - 0.01
    assert len(ask(bank(size=50), away, count=10)) == 10


def test_credit_puts_off_what_an_advanced_answer_contains_and_can_be_switched_off() -> None:
    memories = {
        "softmax/0": memory("softmax/0", 1, interval=20),
        "attention/0": memory("attention/0", -25, interval=30),
    }
    candidates = bank("softmax", "attention", size=1)
    assert questions(ask(candidates, memories)) == []
    assert questions(ask(candidates, memories, credit=False)) == ["softmax/0"]
    later = NOW + timedelta(days=10)
    assert questions(ask(candidates, memories, at=later)) == ["softmax/0"]


# --- New ------------------------------------------------------------------------------------------------------------


def test_who_starts_from_zero_gets_what_needs_nothing_easy_ones_first() -> None:
    picked = ask(bank(), {})
    assert set(concepts(picked)) == {"softmax"}
    levels = [1 + int(question[-1]) % 2 for question in questions(picked)]
    assert levels == sorted(levels)
    assert {one.why for one in picked} == {Text("new: nothing has to come first", "新题：不需要先学别的概念")}


def test_a_concept_opens_when_its_prerequisites_are_known() -> None:
    picked = ask(bank(), known("softmax"))
    assert set(concepts(picked)) == {"attention"}
    assert picked[0].why == Text("new: you know its prerequisite", "新题：它的先修概念已掌握")
    picked = ask(bank(), known("softmax", "attention"))
    assert set(concepts(picked)) == {"heads", "mask"}
    whys = {one.question.partition("/")[0]: one.why for one in picked}
    assert whys["heads"] == Text("new: you know its 2 prerequisites", "新题：它的 2 个先修概念都已掌握")


def test_what_was_begun_stays_open() -> None:
    picked = ask(bank("softmax", "attention", size=2), {"attention/0": memory("attention/0", -5)})
    whys = {one.question: one.why for one in picked}
    assert whys["attention/1"] == Text("new: you have begun its concept", "新题：这个概念已经开始学了")


def test_a_prerequisite_without_questions_locks_nothing() -> None:
    picked = ask(bank("attention", size=1), {})
    assert picked == (Pick("attention/0", Text("new: nothing has to come first", "新题：不需要先学别的概念")),)


def test_a_missed_prerequisite_is_not_known() -> None:
    missed = {f"softmax/{number}": memory(f"softmax/{number}", -1, 1, stability=0.2) for number in range(4)}
    assert ask(bank(), missed) == ()


def test_who_insists_gets_everything_what_lacks_prerequisites_last() -> None:
    asked = bank("mask", "attention", "softmax", size=2)
    picked = ask(asked, {}, insist=True)
    assert set(questions(picked)) == {one.question for one in asked}
    assert concepts(picked)[0] == "softmax"
    why = next(one.why for one in picked if one.question == "mask/0")
    assert why == Text(
        "new, as you asked; not known yet of what it builds on: attention",
        "新题，按要求选出；它依赖的概念中还没掌握的有：attention",
    )


def test_what_is_known_elsewhere_counts_for_who_insists() -> None:
    picked = ask(bank("attention"), known("softmax"), insist=True)
    assert {one.why.en for one in picked} == {"new: you know its prerequisite"}
    assert {one.why.en for one in ask(bank("attention"), {}, insist=True)} == {
        "new, as you asked; not known yet of what it builds on: softmax"
    }


def test_the_seed_shuffles_equals_only() -> None:
    orders = {tuple(questions(ask(bank("softmax", size=6), {}, seed=seed))) for seed in range(20)}
    assert len(orders) > 3
    for order in orders:
        assert [int(question[-1]) % 2 for question in order] == [0, 0, 0, 1, 1, 1]


# --- Limits ---------------------------------------------------------------------------------------------------------


def test_limits_and_filters() -> None:
    memories = known("softmax") | {f"attention/{number}": memory(f"attention/{number}", 3) for number in range(3)}
    assert len(ask(bank(), memories, count=2)) == 2
    assert set(concepts(ask(bank(), memories, only_due=True))) == {"attention"}
    assert all(one.why.en.startswith("new") for one in ask(bank(), memories, only_new=True))
    assert len(ask(bank(), memories, due_limit=1, only_due=True)) == 1
    assert len(ask(bank(), known("softmax"), new_limit=2)) == 2
    assert questions(ask(bank(), memories, new_limit=0)) == questions(ask(bank(), memories, only_due=True))


@pytest.mark.parametrize(
    "options", [{"count": 0}, {"new_limit": 0, "due_limit": 0}, {"new_limit": -3, "due_limit": -1}]
)
def test_nothing_may_be_asked(options: dict[str, object]) -> None:
    memories = known("softmax") | {"attention/0": memory("attention/0", 3)}
    assert ask(bank(), memories, **options) == ()


# --- Order ----------------------------------------------------------------------------------------------------------

SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 8), min_size=1)


@given(SIZES, st.integers(0, 99), st.booleans())
def test_siblings_do_not_follow_each_other_where_that_can_be_helped(
    sizes: dict[str, int], seed: int, due: bool
) -> None:
    candidates = [Candidate(f"{name}/{n}", name, name, 1) for name, size in sizes.items() for n in range(size)]
    memories = {one.question: memory(one.question, 1 + n % 7) for n, one in enumerate(candidates)} if due else {}
    picked = pick(candidates, memories, {}, at=NOW, seed=seed, count=100, new_limit=100)
    assert sorted(questions(picked)) == sorted(one.question for one in candidates)
    together = sum(one == other for one, other in pairwise(concepts(picked)))
    most = max(sizes.values())
    assert together == max(0, 2 * most - len(candidates) - 1)


def test_topics_alternate() -> None:
    candidates = bank("softmax", "attention", "heads", "mask", size=1) + bank("loss", "bpe", "rope", size=1)
    memories = {one.question: memory(one.question, 2) for one in candidates}
    topics = {one.question: one.topic for one in candidates}
    picked = ask(candidates, memories)
    asked = [topics[question] for question in questions(picked)]
    assert Counter(asked)["attention"] == 3
    assert all(one != other for one, other in pairwise(asked))


@given(SIZES, st.integers(0, 99), st.integers(0, 60), st.booleans(), st.data())
def test_the_same_arguments_give_the_same_picks(
    sizes: dict[str, int], seed: int, count: int, insist: bool, data: st.DataObject
) -> None:
    names = list(sizes)
    requires = {
        name: data.draw(st.lists(st.sampled_from(names[:place]), unique=True) if place else st.just([]))
        for place, name in enumerate(names)
    }
    candidates = [Candidate(f"{name}/{n}", name, name, 1) for name, size in sizes.items() for n in range(size)]
    seen = data.draw(st.lists(st.sampled_from(candidates), unique=True))
    memories = {one.question: memory(one.question, data.draw(st.floats(-9, 99))) for one in seen}
    arguments = {"at": NOW, "seed": seed, "count": count, "insist": insist, "new_limit": 99}
    picked = pick(candidates, memories, requires, **arguments)  # type: ignore[arg-type]
    backwards = dict(reversed(memories.items()))
    assert pick(candidates, backwards, requires, **arguments) == picked  # type: ignore[arg-type]
    assert len(picked) <= count
    assert len(set(questions(picked))) == len(picked)
    for one in picked:
        assert (one.question in memories) == one.why.en.startswith("due")
        assert one.why.zh
    if insist and count >= len(candidates):
        assert {one.question for one in candidates if one.question not in memories} <= set(questions(picked))
