"""The placement test: what answers say about what was not asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.graph import below
from llmtutor.learn.knowledge_space import Space
from llmtutor.learn.placed import MOST_QUESTIONS
from llmtutor.learn.placement import Belief, Evidence, begin, choose_concept

# A chain of ten, and beside it a root with two leaves.
CHAIN = [f"c{number}" for number in range(10)]
REQUIRES: dict[str, tuple[str, ...]] = {
    "c0": (),
    **{later: (earlier,) for earlier, later in pairwise(CHAIN)},
    "root": (),
    "left": ("root",),
    "right": ("root", "elsewhere"),
}
TOPICS = {concept: "chain" if concept in CHAIN else "tree" for concept in REQUIRES}
GUESSES = dict.fromkeys(REQUIRES, 0.05)


def told(*answers: tuple[str, bool]) -> Belief:
    belief = begin(Space(TOPICS, REQUIRES))
    for concept, right in answers:
        belief = belief.after(Evidence(concept, right, 0.05))
    return belief


def take(knows: set[str]) -> tuple[Belief, int]:
    belief = begin(Space(TOPICS, REQUIRES))
    while concept := choose_concept(belief, GUESSES):
        belief = belief.after(Evidence(concept, concept in knows, GUESSES[concept]))
    return belief, belief.answers


def test_who_knows_what_is_built_on_something_knows_it() -> None:
    belief = told(("c7", True))
    assert all(belief.probability[concept] > 0.9 for concept in CHAIN[:8])
    assert belief.probability["c9"] < belief.probability["c7"]


def test_who_does_not_know_something_does_not_know_what_is_built_on_it() -> None:
    belief = told(("c2", False))
    assert all(belief.probability[concept] < 0.2 for concept in CHAIN[2:])


def test_a_slip_is_outvoted() -> None:
    belief = told(("c1", False), ("c6", True), ("c8", True), ("c9", True))
    assert belief.probability["c1"] > 0.9


def test_a_guess_says_less_than_a_written_answer() -> None:
    start = begin(Space(TOPICS, REQUIRES))
    guessed, written = (start.after(Evidence("c9", True, guess)).probability["c9"] for guess in (0.5, 0.02))
    assert start.probability["c9"] < guessed < written


def test_where_some_are_known_and_some_not_the_next_may_be_either() -> None:
    leaves = [f"leaf{number}" for number in range(12)]
    topics = dict.fromkeys(["root", *leaves], "star")
    belief = begin(Space(topics, dict.fromkeys(leaves, ("root",))))
    for number in range(8):
        belief = belief.after(Evidence(leaves[number], number % 2 == 0, 0.05))
    assert belief.probability["root"] > 0.95
    assert all(0.2 < belief.probability[leaf] < 0.8 for leaf in leaves[8:])


def test_later_answers_can_speak_for_what_was_unlikely() -> None:
    belief = told(*((concept, False) for concept in CHAIN[:4]), *((concept, True) for concept in CHAIN * 2))
    assert all(belief.probability[concept] > 0.9 for concept in CHAIN)


@pytest.mark.parametrize("knows", [set(), set(CHAIN[:4]), {"root", "left"}, set(REQUIRES)], ids=len)
def test_honest_answers_place_everything_right(knows: set[str]) -> None:
    belief, asked = take(knows)
    assert set(belief.placed()) == knows
    assert asked <= MOST_QUESTIONS


def test_it_stops_when_it_is_sure() -> None:
    assert take(set())[1] < len(REQUIRES)


def test_nothing_is_asked_where_nothing_can_be() -> None:
    belief = begin(Space(TOPICS, REQUIRES))
    assert choose_concept(belief, {}) is None
    assert begin(Space({}, {})).placed() == ()


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Mapping[str, str], Mapping[str, Sequence[str]]]:
    count = draw(st.integers(1, 12))
    requires = {
        f"c{number}": tuple(
            f"c{other}" for other in sorted(draw(st.sets(st.integers(0, max(0, number - 1)), max_size=3)))
        )
        if number
        else ()
        for number in range(count)
    }
    return {concept: draw(st.sampled_from("ab")) for concept in requires}, requires


@settings(deadline=None, max_examples=25)
@given(graphs(), st.lists(st.tuples(st.integers(0, 11), st.booleans(), st.sampled_from([0.02, 0.5])), max_size=5))
def test_what_is_placed_is_closed_and_the_same_answers_say_the_same(
    graph: tuple[Mapping[str, str], Mapping[str, Sequence[str]]], answers: list[tuple[int, bool, float]]
) -> None:
    topics, requires = graph
    concepts = list(topics)

    def believe() -> Belief:
        belief = begin(Space(topics, requires))
        for number, right, guess in answers:
            belief = belief.after(Evidence(concepts[number % len(concepts)], right, guess))
        return belief

    belief = believe()
    placed = belief.placed()
    assert all(set(below(concept, requires)) <= set(placed) for concept in placed)
    assert believe().probability == belief.probability
