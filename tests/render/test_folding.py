"""Where lines break, in cells."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from llmtutor.render.folding import fold, fold_code
from llmtutor.render.visible import visible

CLOSING = "，。、；：？！）》」』】”’,.;:!?)]}"
MIXED = st.text(st.sampled_from("ab注意力，。（）“”《》 -/é⚠️👍.,;:()[]1—…\u0301"), max_size=120)
ANYTHING = st.text(st.characters(), max_size=80).map(visible)


def folded(text: str, width: int) -> list[str]:
    return [line.plain for line in fold(Text(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("a word-that-is-too-long", 10, ["a", "word-that-", "is-too-lon", "g"]),
        ("注意力是一种可学习的软查找", 10, ["注意力是一", "种可学习的", "软查找"]),
        ("注意力机制，它", 10, ["注意力机", "制，它"]),
        ("先做（点积）", 6, ["先做", "（点", "积）"]),
        ("用 softmax 归一化", 9, ["用", "softmax", "归一化"]),
        ("用softmax归一化", 9, ["用softmax", "归一化"]),
        ("值为 16.95。", 11, ["值为", "16.95。"]),
        ("two\n\nparagraphs", 20, ["two", "", "paragraphs"]),
        ("  indented text here", 10, ["  indented", "text here"]),
        ("注意——力", 6, ["注意——", "力"]),
        ("注意——力", 5, ["注", "意——", "力"]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width) == lines


@given(MIXED | ANYTHING, st.integers(2, 60))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in folded(text, width))


@given(MIXED | ANYTHING, st.integers(2, 60))
def test_nothing_is_lost_but_spaces_at_the_ends(text: str, width: int) -> None:
    assert "".join("".join(folded(text, width)).split()) == "".join(text.split())


@given(st.text(st.sampled_from("注意力机制软查找，。；：？！”）》"), max_size=80), st.integers(8, 40))
def test_no_line_begins_with_closing_punctuation(text: str, width: int) -> None:
    words = [word for word in text if word not in CLOSING]
    lines = folded(text, width)
    for before, line in pairwise(lines):
        # Only where a whole line is punctuation is there nothing else to begin it with.
        assert not words or line[:1] not in CLOSING or all(char in CLOSING for char in before[1:])


@given(MIXED, st.integers(2, 60))
def test_a_line_is_as_full_as_it_can_be(text: str, width: int) -> None:
    """What fits on one line stays on one line."""
    if "\n" not in text and cell_len(text) <= width:
        assert folded(text, width) == [text.rstrip()]


def test_styles_stay_with_their_words() -> None:
    bold = Style(bold=True)
    first, second = fold(Text.assemble("注意力", ("机制很重要", bold)), 10)
    assert (first.plain, second.plain) == ("注意力机制", "很重要")
    assert [span.style for span in (*first.spans, *second.spans)] == [bold, bold]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("x = 1", 20, ["x = 1"]),
        ("print(first, second)", 14, ["print(first,", "> second)"]),
        ("    return function(a, b)", 20, ["    return", "    > function(a, b)"]),
        ("xxxxxxxxxxxx", 5, ["xxxxx", "> xxx", "> xxx", "> x"]),
        ("a   b", 10, ["a   b"]),
    ],
)
def test_how_programs_fold(text: str, width: int, lines: list[str]) -> None:
    assert [line.plain for line in fold_code(Text(text), width, "> ")] == lines


@given(MIXED | ANYTHING, st.integers(8, 60))
def test_programs_lose_nothing_either(text: str, width: int) -> None:
    lines = [line.plain for line in fold_code(Text(text), width, "")]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
