from fractions import Fraction

import pytest

from llmtutor.learn.units import read_unit, siblings


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("GiB", "MiB", 1024),
        ("GB", "MB", 1000),
        ("gib", "GIB", 1),
        ("GB", "GiB", Fraction(10**9, 2**30)),
        ("bytes", "字节", 1),
        ("兆字节", "kB", 1000),
        ("mebibytes", "KiB", 1024),
        ("Gbit", "GB", Fraction(1, 8)),
        ("megabytes", "Mb", 8),
        ("ms", "s", Fraction(1, 1000)),
        ("MS", "s", Fraction(1, 1000)),
        ("µs", "ns", 1000),
        ("微秒", "us", 1),
        ("h", "min", 60),
        ("天", "hours", 24),
        ("TFLOP", "GFLOPs", 1000),
        ("TFLOPS", "GFLOP/s", 1000),
        ("TFLOPs", "GFLOP", 1000),
        ("M tokens", "tokens", 10**6),
        ("B tokens", "词元", 10**9),
        ("tokens/s", "tokens per second", 1),
        ("token/ms", "tokens/s", 1000),
        ("GB/s", "MB/ms", 1),
        ("KB/token", "B/tokens", 1000),
        ("kWh", "Wh", 1000),
        ("GHz", "MHz", 1000),
        ("steps", "step", 1),
        ("步", "步", 1),
        ("%", "percent", 1),
    ],
)
def test_units_convert(one: str, other: str, factor: Fraction) -> None:
    asked = read_unit(other)
    typed = read_unit(one, asked)
    assert typed.over == asked.over
    assert typed.factor / asked.factor == factor


@pytest.mark.parametrize(
    ("one", "other"),
    [("GB", "s"), ("m", "s"), ("GB/s", "GB"), ("FLOP/s", "FLOPs"), ("steps", "tokens"), ("%", "GB"), ("kilo", "B")],
)
def test_others_do_not(one: str, other: str) -> None:
    assert read_unit(one, read_unit(other)).over != read_unit(other).over


def test_b_is_a_byte_unless_bits_are_asked() -> None:
    assert read_unit("gb", read_unit("GiB")).factor == 8 * 10**9
    assert read_unit("gb", read_unit("Gb")).factor == 10**9
    assert read_unit("gb", read_unit("Mbit/s")).factor == 10**9


def test_flops_is_what_was_asked_for() -> None:
    rate, count = read_unit("FLOPS"), read_unit("FLOPs")
    assert rate.over == read_unit("FLOP/s").over != count.over
    assert read_unit("tflops", rate).over == rate.over
    assert read_unit("tflops", count).over == count.over


def test_siblings_are_of_the_same_kind() -> None:
    assert "GB" in dict(siblings(read_unit("GiB")))
    assert "ms" in dict(siblings(read_unit("s")))
    assert siblings(read_unit("tokens/s")) == []
    assert siblings(read_unit("steps")) == []
