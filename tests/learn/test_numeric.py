import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_questions import NUMERIC, ask, both

from llmtutor.learn.grade import Unreadable, judge, key
from llmtutor.learn.variant import draw
from llmtutor.model import Numeric, Parameter, Text, Trap, Variant

NONE = Variant(0)


def is_right(body: Numeric, response: object) -> bool:
    return judge(ask(body), NONE, response).right  # type: ignore[arg-type]


def test_whole_answers_are_exact_and_others_within_one_per_cent() -> None:
    assert is_right(Numeric("50257"), 50257)
    assert is_right(Numeric("50257"), "50,257")
    assert not is_right(Numeric("50257"), 50258)
    assert not is_right(Numeric("512 / 8"), 64.1)
    assert is_right(Numeric("2 / 3"), 0.67)
    assert not is_right(Numeric("2 / 3"), 0.68)


def test_huge_whole_answers_are_compared_digit_by_digit() -> None:
    assert is_right(Numeric("2 ** 100"), 2**100)
    assert not is_right(Numeric("2 ** 100"), 2**100 + 1)
    assert is_right(Numeric("2 ** 4000"), "2^4000")
    assert not is_right(Numeric("2 ** 4000"), 1e300)


def test_floating_point_noise_is_nobodys_mistake() -> None:
    assert is_right(Numeric("0.1 + 0.2", tolerance=0), 0.3)
    assert is_right(Numeric("3"), 0.1 * 30)


def test_tolerances_are_the_authors() -> None:
    assert is_right(Numeric("100", tolerance=5), 105)
    assert not is_right(Numeric("100", tolerance=5), 105.1)
    assert is_right(Numeric("100", relative_tolerance=0.1), 91)
    assert not is_right(Numeric("100", relative_tolerance=0.1), 89)
    assert is_right(Numeric("100", tolerance=1, relative_tolerance=0.1), 91)
    assert not is_right(Numeric("2 / 3", tolerance=0.001), 0.669)
    assert not is_right(Numeric("2 / 3", relative_tolerance=0), 0.6667)


@given(st.integers(0, 2**63))
def test_traps_are_told_with_the_numbers_drawn(seed: int) -> None:
    variant = draw(NUMERIC, seed)
    numbers = dict(variant.numbers)
    verdict = judge(NUMERIC, variant, f"{numbers['layers'] * numbers['width'] * 2} B")
    assert not verdict.right
    assert verdict.feedback[0].text == Text(
        f"Keys and values: {numbers['layers']} twice.", f"键和值各 {numbers['layers']} 份。"
    )
    assert verdict.misconceptions == ("half",)


def test_a_trap_without_a_value_for_these_numbers_is_passed_over() -> None:
    variant = Variant(0, numbers=(("layers", 12), ("width", 1024)))
    assert not judge(NUMERIC, variant, 3).right


def test_the_nearest_trap_counts() -> None:
    body = Numeric(
        "100", relative_tolerance=0.2, traps=(Trap("200", both("two hundred")), Trap("210", both("two hundred ten")))
    )
    assert judge(ask(body), NONE, 209).feedback[0].text == both("two hundred ten")
    assert judge(ask(body), NONE, 203).feedback[0].text == both("two hundred")


def test_a_right_answer_near_a_trap_is_right() -> None:
    body = Numeric("100", relative_tolerance=0.1, traps=(Trap("105", both("trap")),))
    assert judge(ask(body), NONE, 105).right
    assert judge(ask(body), NONE, 105).misconceptions == ()


@pytest.mark.parametrize(
    ("body", "response", "told"),
    [
        (Numeric("24"), -24, "sign"),
        (Numeric("0.25"), 25, "per cent"),
        (Numeric("5050"), 505000, "100 times too large"),
        (Numeric("5050"), "5.05", "1,000 times too small"),
        (Numeric("3 / 2", unit="GiB"), 1.61, "in GB, but it is asked in GiB"),
        (Numeric("3 / 2", unit="GiB"), 1536, "in MiB, but it is asked in GiB"),
        (Numeric("3 / 2", unit="GB"), "12", "in Gbit, but it is asked in GB"),
        (Numeric("0.25", unit="s"), 250, "in ms, but it is asked in s"),
        (Numeric("3 / 2", unit="GiB"), "15 GiB", "10 times too large"),
    ],
)
def test_a_wrong_scale_is_told(body: Numeric, response: object, told: str) -> None:
    verdict = judge(ask(body), NONE, response)  # type: ignore[arg-type]
    assert not verdict.right
    assert told in verdict.feedback[0].text.en


@pytest.mark.parametrize("response", [7, "11", "3 MiB", 0, 1e300])
def test_nothing_is_guessed_about_other_mistakes(response: object) -> None:
    body = Numeric("3 / 2", unit="GiB", tolerance=0.4)
    assert judge(ask(body), NONE, response).feedback == ()  # type: ignore[arg-type]


def test_nothing_is_said_about_the_scale_of_zero() -> None:
    assert judge(ask(Numeric("0")), NONE, 5).feedback == ()


@pytest.mark.parametrize("response", [math.nan, math.inf, -math.inf, True, None, [1], {"1": "A"}, 2**5000, "5 s"])
def test_what_is_no_number_is_unreadable(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(ask(Numeric("3", unit="GiB")), NONE, response)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "written"),
    [
        (Numeric("2 / 3"), "0.6667"),
        (Numeric("2 / 3", tolerance=1e-7), "0.6666667"),
        (Numeric("2 / 3", tolerance=0), "0.666666667"),
        (Numeric("50257.5"), "50257.5"),
        (Numeric("124439808"), "124439808"),
        (Numeric("1.5", unit="GiB"), "1.5 GiB"),
        (Numeric("12.5", unit="%"), "12.5%"),
        (Numeric("1e-7 / 3"), "3.333e-8"),
    ],
)
def test_the_key_has_as_many_digits_as_it_needs(body: Numeric, written: str) -> None:
    assert key(ask(body), NONE)[0] == Text(written, written)


def test_given_is_what_the_grader_understood() -> None:
    body = Numeric("100", unit="MiB")
    assert judge(ask(body), NONE, "1.5 GiB").given == "1536 MiB"
    assert judge(ask(Numeric("0.5")), NONE, "1/3").given == "0.333333"


def test_parameters_reach_answer_and_key() -> None:
    question = ask(Numeric("n * 2", (Parameter("n", (21,)),)))
    assert judge(question, draw(question, 0), 42).right
