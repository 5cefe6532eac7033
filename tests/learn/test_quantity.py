import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.learn.numerals import write_number
from llmtutor.learn.quantity import names_unit, read_quantity
from llmtutor.learn.unreadable import Unreadable

PLAIN = {
    "42": 42,
    "-5": -5,
    "−5": -5,
    "+5": 5,
    "007": 7,
    ".5": 0.5,
    "5.": 5,
    "1,000,000": 1000000,
    "1,234.5": 1234.5,
    "1 000 000": 1000000,
    "1_000_000": 1000000,
    "１２３．５": 123.5,
    "１，０００": 1000,
    "1e9": 1e9,
    "1E9": 1e9,
    "1.5e-3": 0.0015,
    "2^31": 2**31,
    "2**31": 2**31,
    "2³¹": 2**31,
    "10⁻³": 0.001,
    "3×10^8": 3e8,
    "3 x 10^8": 3e8,
    "3*10**8": 3e8,
    "3·10⁸": 3e8,
    "1/3": 1 / 3,
    "½": 0.5,
    "12 ÷ 4": 3,
    "(1-0.1)/4": 0.225,
    "sqrt(2)/2": 2**0.5 / 2,
    "log(1)": 0,
    "50%": 0.5,
    "50 %": 0.5,
    "50 percent": 0.5,
    "百分之50": 0.5,
    "2千": 2000,
    "3万": 30000,
    "3 萬": 30000,
    "1.2亿": 1.2e8,
    "1.2億": 1.2e8,
    "1亿2000万": 120000000,
    "3百万": 3000000,
    "2万亿": 2 * 10**12,
    "3千5百": 3500,
    "1.5 billion": 1.5e9,
    "2 thousand": 2000,
    "7B": 7e9,
    "7b": 7e9,
    "1.5k": 1500,
    "0.5M": 500000,
    "15T": 15e12,
    "8x": 8,
    "8×": 8,
    "8 倍": 8,
    "3 个": 3,
    "128 tokens": 128,
    "128k 词元": 128000,
    "约 3": 3,
    "≈ 3": 3,
    "about 3": 3,
    "= 3": 3,
    "3。": 3,
    "3 左右": 3,
}


@pytest.mark.parametrize(("text", "number"), PLAIN.items())
def test_plain_numbers(text: str, number: float) -> None:
    assert read_quantity(text, None) == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("1.5 GiB", "MiB", 1536),
        ("1536 MiB", "GiB", 1.5),
        ("1536MiB", "GiB", 1.5),
        ("1.5", "GiB", 1.5),
        ("2^31 bytes", "GiB", 2),
        ("1.2亿 字节", "MB", 120),
        ("3千字节", "B", 3000),
        ("300 毫秒", "s", 0.3),
        ("5", "%", 5),
        ("5%", "%", 5),
        ("7B", "tokens", 7e9),
        ("7 B tokens", "tokens", 7e9),
        ("7B", "GB", 7e-9),
        ("15T", "M tokens", 15e6),
        ("3k steps", "steps", 3000),
        ("3k", "steps", 3000),
        ("3 step", "steps", 3),
        ("3 步", "步", 3),
        ("$5", "$", 5),
        ("5 美元", "$", 5),
        ("312 TFLOPS", "FLOP/s", 312e12),
        ("2 GB / s", "GB/s", 2),
    ],
)
def test_numbers_with_units(text: str, unit: str, number: float) -> None:
    assert read_quantity(text, unit) == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", None),
        ("abc", None),
        ("nan", None),
        ("inf", None),
        ("1,5", None),
        ("1,000,00", None),
        ("1.2.3", None),
        ("1 2", None),
        ("5 GB", None),
        ("5 apples", None),
        ("十二", None),
        ("1亿2000", None),
        ("x", None),
        ("5 -", None),
        ("(5", None),
        ("1/0", None),
        ("1e400", None),
        ("9^9^9^9", None),
        ("2^5000", None),
        ("sqrt(-1)", None),
        ("9" * 2000, None),
        ("(" * 1000, None),
        ("5 GB", "s"),
        ("5 m", "s"),
        ("5 s", "tokens/s"),
        ("5 ?", "GB"),
        ("GB", "GB"),
        ("\x00", "GB"),
    ],
)
def test_the_rest_is_unreadable(text: str, unit: str | None) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_quantity(text, unit)
    assert unit is None or unit in refusal.value.hint.en


@pytest.mark.parametrize("text", PLAIN)
def test_case_and_width_do_not_count(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    assert read_quantity(text.upper(), None) == read_quantity(wide, None) == read_quantity(text, None)


def test_whole_numbers_stay_exact() -> None:
    assert read_quantity("2^64 + 1", None) == 2**64 + 1
    assert read_quantity(f"{2**53 + 1} KiB", "B") == (2**53 + 1) * 1024


def test_names_unit() -> None:
    assert names_unit("5 GB")
    assert not names_unit("5e9")


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300))
def test_what_is_written_is_read_back(number: float) -> None:
    if abs(number) < 2**1000:
        assert read_quantity(write_number(number), None) == number
