from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.lab.compare import difference, same_line


@pytest.mark.parametrize(
    ("recorded", "actual"),
    [
        ("loss 0.3333333333333333", "loss 0.3333333333333337"),
        ("loss 2.345", "loss 2.346"),
        ("[0.25, 0.75]", "[0.250, 0.750]"),
        ("p = 1e-17", "p = 3e-18"),
        ("0.0", "-0.0"),
        ("x  = 9.9999999", "x = 10.0000000"),
        ("done   ", "done"),
        ("nan inf", "nan inf"),
        ("", ""),
    ],
)
def test_the_same_but_for_rounding(recorded: str, actual: str) -> None:
    assert same_line(recorded.rstrip(), actual.rstrip())
    assert difference(recorded, actual) == ()


@pytest.mark.parametrize(
    ("recorded", "actual"),
    [
        ("d_k = 4", "d_k = 5"),
        ("7 rows", "7.0 rows"),
        ("loss 2.345", "loss 2.348"),
        ("0.5", "0.6"),
        ("0.79", "0.80"),
        ("True", "False"),
        ("inf", "nan"),
        ("layer1 0.5", "layer2 0.5"),
        ("  indented", "indented"),
        ("1.5", "-1.5"),
        ("v1.2.3", "v1.2.4"),
    ],
)
def test_really_different(recorded: str, actual: str) -> None:
    assert not same_line(recorded, actual)
    assert difference(recorded, actual) != ()


def test_the_difference_is_a_diff_without_noise_in_equal_lines() -> None:
    recorded = "start 1.0000000\nrow 1\nrow 2\nend\n"
    actual = "start 0.9999999\nrow 1\nend\n"
    assert difference(recorded, actual) == ("@@ -1,4 +1,3 @@", " start 1.0000000", " row 1", "-row 2", " end")


def test_line_ends_of_any_system_and_a_missing_last_one_do_not_count() -> None:
    assert difference("a\nb\n", "a\r\nb") == ()


def test_a_flood_is_cut() -> None:
    lines = difference("\n".join(map(str, range(100_000))), "\n".join(f"x{i}" for i in range(100_000)))
    assert 1000 < len(lines) < 3000


lines = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), max_size=30)


@given(st.lists(lines, max_size=8), st.lists(lines, max_size=8))
def test_no_difference_means_line_by_line_the_same(recorded: list[str], actual: list[str]) -> None:
    before, after = "\n".join(recorded), "\n".join(actual)
    assert difference(before, before) == ()
    if not difference(before, after):
        pairs = zip(before.rstrip("\n").split("\n"), after.rstrip("\n").split("\n"), strict=True)
        assert all(same_line(first.rstrip(), second.rstrip()) for first, second in pairs)


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(3, 12))
def test_a_number_is_the_same_as_itself_moved_by_less_than_a_millionth(number: float, digits: int) -> None:
    nudged = number * (1 + 4e-7)
    if math.isfinite(nudged):
        assert same_line(f"{number:.{digits}e}", f"{nudged:.{digits}e}")
