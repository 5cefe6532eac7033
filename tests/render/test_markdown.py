"""Markdown of the bank on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from llmtutor.model import Lang
from llmtutor.render.markdown import draw_markdown
from llmtutor.render.page import Page

PIECES = [
    "# ",
    "- ",
    "1. ",
    "> ",
    "    ",
    "\n",
    "\n\n",
    "| ",
    "|---|",
    "```",
    "`",
    "**",
    "*",
    "~~",
    "](",
    "[",
    "!",
    "<b>",
    "word",
    "注意力，",
    " ",
    "\x1b[31m",
    "&#x202e;",
    "[red]",
    "https://x.org/",
    "<https://y.org>",
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def drawn(source: str, width: int = 60, lang: Lang = "en", **settings: bool) -> list[str]:
    page = Page(lang, width, **settings)
    draw_markdown(page, source, indent=0)
    return [line.plain for line in page.lines]


def styles_of(source: str, lang: Lang = "en") -> dict[str, str]:
    page = Page(lang, 60, coloured=True)
    draw_markdown(page, source, indent=0)
    return {line.plain[span.start : span.end]: str(span.style) for line in page.lines for span in line.spans}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("one\ntwo", ["one two"]),
        ("注意\n力", ["注意力"]),
        ("用\nsoftmax", ["用 softmax"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("# Title\ntext", ["Title", "", "text"]),
        ("- one\n- two\n  - deeper", ["• one", "• two", "  ◦ deeper"]),
        ("3. three\n4. four", ["3. three", "4. four"]),
        ("- one\n\n  more of one\n- two", ["• one", "", "  more of one", "• two"]),
        ("text\n- one\n\ntext", ["text", "", "• one", "", "text"]),
        ("> quoted", ["  quoted"]),
        ("a\n***\nb", ["a", "", "b"]),
        ("```python\nx  =  1\n\ny\n```", ["  x  =  1", "", "  y"]),
        ("| a | bb |\n|---|---|\n| ccc | d |", ["a     bb", "ccc   d"]),
        ("use `x` and **y** and *z*", ["use `x` and y and z"]),
        ("k_i and v_i", ["k_i and v_i"]),
        ("2 * 3 * 4", ["2 * 3 * 4"]),
        ("[the paper](https://x.org/a)", ["the paper (https://x.org/a)"]),
        ("<https://x.org/a>", ["https://x.org/a"]),
        ("![a figure](https://x.org/a.png)", ["a figure (https://x.org/a.png)"]),
        ("<b>bold</b> <script>", ["<b>bold</b> <script>"]),
        ("[bold red]x[/bold red] :smile:", ["[bold red]x[/bold red] :smile:"]),
        ("a&lt;b&#x202e;c", [r"a<b\u202ec"]),
        ("\x1b]8;;http://evil\x07x", [r"\x1b]8;;http://evil\x07x"]),
        ("line  \nbreak", ["line", "break"]),
    ],
)
def test_how_it_is_drawn(source: str, lines: list[str]) -> None:
    assert drawn(source) == lines


@pytest.mark.parametrize("source", ["**注意。**下一句", "他说**“重要”**的话", "**三点：**第一"])
def test_bold_beside_chinese_punctuation_is_what_its_author_meant(source: str) -> None:
    assert drawn(source, lang="zh") == [source.replace("*", "")]
    assert "bold" in styles_of(source, "zh").values()


def test_the_blank_behind_bold_chinese_is_no_part_of_the_sentence() -> None:
    assert drawn("**思路。** RLHF 分三步", 60) == ["思路。RLHF 分三步"]
    assert drawn("**Idea.** RLHF has three", 60) == ["Idea. RLHF has three"]


def test_two_powers_are_not_bold() -> None:
    assert drawn("w0 ** n and w1 ** m") == ["w0 ** n and w1 ** m"]


def test_stress_leans_in_english_and_is_bold_in_chinese() -> None:
    assert styles_of("the *total*")["total"] == "italic"
    assert styles_of("取*指数*", "zh")["指数"] == "bold"


def test_code_loses_its_backticks_where_its_colour_is_seen() -> None:
    assert drawn("use `x`", coloured=True) == ["use x"]
    assert drawn("use `x`", coloured=False) == ["use `x`"]


def test_lists_hang() -> None:
    assert drawn("- one two three four", width=14) == ["• one two", "  three four"]
    assert drawn("10. 注意力机制很重要", width=14) == ["10. 注意力机制", "    很重要"]


def test_a_table_that_is_too_wide_becomes_paragraphs() -> None:
    table = "| part | first property | second property |\n|---|---|---|\n| scores | quadratic in n | 4 times |"
    assert drawn(table, width=24) == [
        "scores",
        " first property",
        " quadratic in n",
        " second property 4 times",
    ]


def test_for_a_screen_reader_there_is_no_glyph() -> None:
    assert drawn("- one\n  - two", linear=True) == ["- one", "  - two"]


def test_it_never_carries_a_link() -> None:
    page = Page("en", 60, coloured=True)
    draw_markdown(page, "[x](https://x.org) <https://y.org> ![z](https://z.org)")
    assert not any(getattr(span.style, "link", None) for line in page.lines for span in line.spans)


@pytest.mark.parametrize(
    "source",
    [
        ">" * 5_000 + "x",
        "*" * 2_000 + "x" + "*" * 2_000,
        "".join("  " * depth + "- x\n" for depth in range(200)),
        "[" * 2_000,
    ],
    ids=["quotes", "stars", "lists", "brackets"],
)
def test_deep_nesting_does_no_harm(source: str) -> None:
    assert all(cell_len(line) <= 60 for line in drawn(source))


@given(MARKDOWN | st.text(max_size=60), st.integers(20, 90), st.booleans())
def test_whatever_it_is_it_fits_and_is_harmless(source: str, width: int, linear: bool) -> None:
    for line in drawn(source, width, linear=linear):
        assert cell_len(line) <= width
        assert line == line.rstrip()
        assert line.isprintable() or not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in line)
