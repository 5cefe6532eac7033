"""Text that could drive a terminal is shown instead."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.render.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]8;;http://evil\x07click\x1b]8;;\x07", r"\x1b]8;;http://evil\x07click\x1b]8;;\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("a\rb", r"a\x0db"),
        ("a\x08b\x7f", r"a\x08b\x7f"),
        ("user\u202egnp.exe", r"user\u202egnp.exe"),
        ("in\u200bvisible\ufeff", r"in\u200bvisible\ufeff"),
        ("half \ud800 pair", r"half \ud800 pair"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("line\u2028end", r"line\u2028end"),
        ("two\nlines\tand a tab", "two\nlines   and a tab"),
        ("[red]markup[/red] :smile: `x` **y**", "[red]markup[/red] :smile: `x` **y**"),
        ("注意力 é ﬁ ⚠️ 👍🏽", "注意力 é ﬁ ⚠️ 👍🏽"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_is_left_that_a_terminal_would_obey(text: str) -> None:
    for character in visible(text):
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_plain_text_stays_as_it_is(text: str) -> None:
    hidden = {"\u115f", "\u1160", "\u3164", "\uffa0"}
    assert visible(text) == text or hidden & set(text)
