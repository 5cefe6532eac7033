import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.numerals import round_number, write_number, write_quantity


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (50257, "50257"),
        (124439808, "124439808"),
        (1.0, "1"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (1e-5, "0.00001"),
        (1.5e-6, "0.0000015"),
        (1e-7, "1e-7"),
        (1.25e-9, "1.25e-9"),
        (7e9, "7000000000"),
        (6e23, "6e23"),
        (1.5e20, "1.5e20"),
        (123456.789, "123456.789"),
    ],
)
def test_shortest(number: float, text: str) -> None:
    assert write_number(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_nothing_is_lost(number: float) -> None:
    assert float(write_number(number)) == number


def test_rounding_leaves_whole_numbers_alone() -> None:
    assert round_number(124439808, 4) == 124439808
    assert round_number(124439808.0, 4) == 124439808.0
    assert round_number(0.66524095, 4) == 0.6652


def test_units_stand_apart_but_for_per_cent() -> None:
    assert write_quantity(1.5, "GiB") == "1.5 GiB"
    assert write_quantity(12.5, "%") == "12.5%"
    assert write_quantity(7, None) == "7"
