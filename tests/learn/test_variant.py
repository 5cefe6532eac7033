from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_questions import GRADED, MATCHING, NUMERIC, OPEN, ORDERING, SINGLE, ask, graded_questions

from llmtutor.learn.variant import LETTERS, draw, fill
from llmtutor.model import Matching, Numeric, Ordering, Pair, Parameter, Question, Text, Variant

SEEDS = st.integers(0, 2**63)


def test_what_a_seed_draws_never_changes() -> None:
    """The journal keeps the seed only: if this fails, old answers are shown with other numbers than were asked."""
    assert draw(SINGLE, 1).order == (1, 0, 2)
    assert draw(ORDERING, 20261101).order == (2, 3, 1, 0)
    assert draw(MATCHING, 7).order == (2, 0, 1)
    assert draw(NUMERIC, 3).numbers == (("layers", 24), ("width", 1024))


@given(graded_questions(), SEEDS)
def test_a_variant_is_a_permutation_and_numbers_of_the_bank(question: Question, seed: int) -> None:
    variant = draw(question, seed)
    assert variant == draw(question, seed)
    assert variant.seed == seed
    assert sorted(variant.order) == list(range(len(variant.order)))
    assert len(variant.order) <= len(LETTERS)
    if isinstance(question.body, Numeric):
        assert [name for name, _ in variant.numbers] == [one.name for one in question.body.parameters]
        assert all(
            number in one.values for (_, number), one in zip(variant.numbers, question.body.parameters, strict=True)
        )


@given(SEEDS)
def test_ordering_and_matching_are_never_shown_solved(seed: int) -> None:
    assert draw(ORDERING, seed).order != (0, 1, 2, 3)
    assert draw(MATCHING, seed).order != (0, 1, 2)


@pytest.mark.parametrize("body", [Ordering((Text("a", "甲"),)), Matching((Pair(Text("a", "甲"), Text("b", "乙")),))])
def test_a_single_item_can_only_stand_in_its_place(body: Ordering | Matching) -> None:
    assert draw(ask(body), 5).order == (0,)


def test_every_order_and_every_number_comes_up_about_equally_often() -> None:
    seen = Counter(draw(SINGLE, seed).order for seed in range(6000))
    assert len(seen) == 6
    assert all(850 < count < 1150 for count in seen.values())
    numbers = Counter(draw(NUMERIC, seed).numbers for seed in range(4000))
    assert len(numbers) == 4
    assert all(850 < count < 1150 for count in numbers.values())


def test_one_seed_does_not_shuffle_all_questions_alike() -> None:
    orders = {draw(ask(SINGLE.body, f"concept/{number}"), 1).order for number in range(60)}
    assert len(orders) == 6


def test_kinds_without_parts_draw_nothing() -> None:
    for question in (GRADED["true-false"], GRADED["cloze"], GRADED["predict-output"], OPEN):
        assert draw(question, 9) == Variant(9)


def test_fill_replaces_drawn_numbers_in_both_languages_and_nothing_else() -> None:
    variant = Variant(1, numbers=(("vocab", 50257), ("eps", 0.1), ("lr", 1e-05), ("one", 1.0), ("n", 6e23)))
    text = Text("{vocab} {eps} {lr} {one} {n} {other} {'a': 1} {{vocab}} {}", "词表 {vocab}，ε={eps}")
    assert fill(text, variant) == Text("50257 0.1 0.00001 1 6e23 {other} {'a': 1} {50257} {}", "词表 50257，ε=0.1")


def test_fill_leaves_text_of_other_kinds_alone() -> None:
    text = Text("{vocab}", "{vocab}")
    assert fill(text, draw(SINGLE, 1)) is text


def test_numbers_may_look_like_placeholders_of_each_other() -> None:
    question = ask(Numeric("a + b", (Parameter("a", (1,)), Parameter("b", (2,)))))
    assert fill(Text("{a}{b}", "{b}{a}"), draw(question, 0)) == Text("12", "21")
