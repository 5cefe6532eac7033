"""What holds for every formula: only `FormulaProblem` is ever raised, nothing is lost, one line means one thing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.formula import FormulaProblem, can_draw, draw
from llmtutor.formula.layout import lay_out
from llmtutor.formula.parse import parse
from llmtutor.letters import cell_width

from .source import ink

letter = st.sampled_from(
    ["x", "W", "T", "q", "V", r"\theta ", r"\Phi ", r"\ell ", "0.5", "10", r"\mathbf{h}", r"\mathcal{L}"]
)
word = st.sampled_from([r"\log ", r"\mathrm{softmax}", r"\text{if }", r"\text{显存}", r"\operatorname*{argmax}"])
sign = st.sampled_from(["+", "-", "=", r"\cdot ", r"\le ", ",", r"\mid ", r"\|", "|", "(", ")", r"\, ", r"\quad "])


def _grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(st.one_of(inner, letter, word, sign), min_size=1, max_size=4).map(" ".join)
    return st.one_of(
        several,
        st.builds(r"\frac{{{}}}{{{}}}".format, several, several),
        st.builds(r"\sqrt{{{}}}".format, several),
        st.builds(r"\sqrt[n]{{{}}}".format, several),
        st.builds("{{{}}}^{{{}}}".format, several, several),
        st.builds("{{{}}}_{{{}}}".format, inner, several),
        st.builds("x_{{{}}}^{{{}}}".format, several, several),
        st.builds(r"\sum_{{{}}}^{{{}}} {}".format, several, several, inner),
        st.builds(r"\left( {} \right]".format, several),
        st.builds(r"\left\{{ {} \right.".format, several),
        st.builds(r"\hat{{{}}}".format, inner),
        st.builds(r"\begin{{pmatrix}} {} & {} \\ {} & {} \end{{pmatrix}}".format, inner, inner, inner, inner),
        st.builds(r"\begin{{cases}} {} & {} \\ {} & {} \end{{cases}}".format, inner, inner, inner, inner),
    )


formulas = st.recursive(letter, _grow, max_leaves=12)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


@given(formulas, st.sampled_from([20, 40, 100]))
def test_every_letter_is_in_both_drawings_and_they_fit(latex: str, width: int) -> None:
    source = letters(ink(latex))
    line = draw(latex, width, linear=True)
    assert not source - letters(line)
    box = lay_out(parse(latex), width)
    if box is not None:
        assert letters("\n".join(box.lines)) == source
        assert {cell_width(text) for text in box.lines} == {box.width}
        assert box.width <= width
        assert 0 <= box.baseline < box.height
    else:
        assert draw(latex, width) == line


@given(formulas)
def test_drawings_hold_nothing_that_drives_a_terminal(latex: str) -> None:
    for drawing in (draw(latex, 60), draw(latex, 60, linear=True)):
        assert all(char.isprintable() or char == "\n" for char in drawing)
        assert not any(line.endswith(" ") for line in drawing.split("\n"))


PIECES = r"""
\frac \sqrt \left( \right) \left\| \begin{cases} \end{cases} \begin{ \end{ \\ & { } [ ] ^ _ ' \hat \mathrm \text{ x T 1
10.5 \sum \limits \not \overset \underbrace \substack{ \xrightarrow \middle| \binom \, \quad | \| \\[4pt] ~ $ # %
"""
pieces = st.sampled_from(PIECES.split())


@given(
    st.one_of(
        st.text(max_size=40), st.lists(pieces, max_size=25).map(" ".join), st.lists(pieces, max_size=12).map("".join)
    )
)
def test_whatever_is_written_is_drawn_or_refused(latex: str) -> None:
    try:
        drawing = draw(latex, 40)
        draw(latex, 40, linear=True)
    except FormulaProblem:
        with pytest.raises(FormulaProblem) as caught:
            draw(latex, 40)
        assert caught.value.message.en != caught.value.message.zh
        assert 0 <= caught.value.position <= len(latex)
        assert can_draw(latex) == "neither"
    else:
        assert all(char.isprintable() or char == "\n" for char in drawing)
        assert can_draw(latex) != "neither"


@pytest.mark.parametrize("opening", ["{", r"\frac{", r"\left(", "x^{", r"\sqrt{", r"\hat ", r"\begin{cases} "])
def test_no_depth_is_too_deep(opening: str) -> None:
    with pytest.raises(FormulaProblem):
        draw(opening * 2000, 80)


# --- one line can mean only one thing ---------------------------------------------------------------------------------


@cache
def bound(size: int) -> tuple[str, ...]:
    """The LaTeX of everything of `size` signs that holds together by itself."""
    found = ["x", "T", r"\theta"] if size == 1 else []
    found += [
        rf"\frac{{{over}}}{{{under}}}" for k in range(1, size - 1) for over in rows(k) for under in rows(size - 1 - k)
    ]
    found += [rf"\sqrt{{{inside}}}" for inside in rows(size - 1)]
    for k in range(1, size):
        bases = ["x", "T"] if k == 1 else [f"{{{row}}}" for row in rows(k) if row[0] != "{"]
        found += [f"{base}{mark}{{{script}}}" for base in bases for script in rows(size - k) for mark in "^_"]
    return tuple(found)


@cache
def rows(size: int) -> tuple[str, ...]:
    if size < 1:
        return ()
    found = list(bound(size))
    for k in range(1, size):
        found += [f"{first} {rest}" for first in bound(k) for rest in rows(size - k)]
        found += [f"{first} + {rest}" for first in bound(k) for rest in rows(size - k - 1)]
    return tuple(found)


def test_no_two_formulas_have_the_same_line() -> None:
    sources = [latex for size in range(1, 5) for latex in rows(size)]
    lines = {draw(latex, 10_000, linear=True) for latex in sources}
    assert len(sources) > 5000
    assert len(lines) == len(sources)
