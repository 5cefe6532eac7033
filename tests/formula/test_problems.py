"""What is no formula is refused, at its place, and never guessed at."""

from __future__ import annotations

import pytest

from llmtutor.formula import FormulaProblem, can_draw, draw


@pytest.mark.parametrize(
    ("latex", "said", "at"),
    [
        (r"x + \frobnicate{y}", r"the command \frobnicate is not known", r"\frob"),
        (r"\argmax_x f", r"the command \argmax is not known", r"\arg"),
        (r"\frac{a}", "it ends too early", None),
        (r"\frac{a", "} is missing", None),
        (r"a } b", "} means nothing in a formula", "}"),
        (r"x_1_2", "two scripts with _", "_2"),
        (r"x^1^2", "two scripts with ^", "^2"),
        (r"x^", "it ends too early", None),
        (r"x_ ^2", "something is missing before ^", "^"),
        (r"\left( x", r"\right is missing", None),
        (r"\left x \right)", "x is no fence", "x"),
        (r"\begin{cases} 1 & 2", r"\end is missing", None),
        (r"\begin{tikz} 1 \end{tikz}", "the environment tikz is not known", "}"),
        (r"\begin{cases} 1 \end{matrix}", r"\begin{cases} is not ended", None),
        (r"$x$", "$ means nothing in a formula", "$"),
        (r"50%", "% means nothing in a formula", "%"),
        (r"\text{if $x$}", "$ cannot be used in text", "$"),
        (r"\text{\alpha}", r"the command \alpha cannot be used in text", r"\alpha"),
        (r"\not x", r"\not cannot stand before this", None),
        ("a\x1b[2Jb", "a control character", "\x1b"),
        ("a\u202eb", "a control character", "\u202e"),
    ],
)
def test_refused(latex: str, said: str, at: str | None) -> None:
    with pytest.raises(FormulaProblem) as caught:
        draw(latex, 80)
    assert caught.value.message.en == said
    assert caught.value.message.zh != said
    if at is not None:
        assert latex[caught.value.position :].startswith(at)
    assert can_draw(latex) == "neither"


@pytest.mark.parametrize(
    ("latex", "line"),
    [
        (r"\frac12", "1/2"),
        (r"x^10", "x¹0"),
        (r"x^\frac{1}{2}", "x^(1/2)"),
        (r"10{,}000", "10,000"),
        (r"f(x, y)", "f(x, y)"),
        (r"a-b", "a − b"),
        (r"-b", "−b"),
        (r"(-b)", "(−b)"),
        (r"a \cdot -b", "a · −b"),
        (r"p(x|y)", "p(x | y)"),
        (r"|x| + |y|", "|x| + |y|"),
        (r"KL(p||q)", "KL(p || q)"),
        (r"\|x\|_2^2", "‖x‖₂²"),
        (r"\not= \not\in", "≠∉"),
        (r"\mathbf{W}_{ij}", "𝐖ᵢⱼ"),
        (r"K^\top", "Kᵀ"),
        (r"K^T", "K^T"),
        (r"x^{(l)}", "x⁽ˡ⁾"),
        (r"x^{(T)}", "x^{(T)}"),
        (r"f''(x)", "f′′(x)"),
        (r"\overline{AB}", "bar(AB)"),
        (r"\hat{y}", "ŷ"),
        (r"\sqrt[T]{x}", "√[T](x)"),
        (r"a \\ b", "a\nb"),
        (r"\text{50\% of } n", "50% of n"),
        ("", ""),
    ],
)
def test_on_one_line(latex: str, line: str) -> None:
    assert draw(latex, 80, linear=True) == line


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (r"\frac{\log \pi}{\pi}", r"\log \frac{\pi}{\pi}"),
        (r"\frac{a}{b + c}", r"\frac{a}{b} + c"),
        (r"\frac{a}{b} c", r"\frac{a}{b c}"),
        (r"\frac{\frac{a}{b}}{c}", r"\frac{a}{\frac{b}{c}}"),
        (r"x^{a b}", r"x^a b"),
        (r"x^{(l)}", r"x^l"),
        (r"W_Q x", r"W_{Q x}"),
        (r"\sqrt{a} b", r"\sqrt{a b}"),
        (r"K^\top", r"K^T"),
        (r"\hat{x} y", r"\hat{x y}"),
        (r"2 \sqrt[3]{x}", r"2^3 \sqrt{x}"),
        (r"\mathbf{x}", "x"),
    ],
)
def test_what_differs_looks_different(first: str, second: str) -> None:
    assert draw(first, 80, linear=True) != draw(second, 80, linear=True)
    assert draw(first, 80) != draw(second, 80)


def test_too_wide_for_two_dimensions_is_drawn_on_lines_that_fit() -> None:
    drawn = draw(r"\left[ \frac{a + b + c + d + e + f}{a + b + c + d + e + f} \right]", 20)
    assert drawn == "[(a + b + c + d + e\n  + f)/(a + b + c\n  + d + e + f)]"
    assert can_draw(r"\left[ " + r"a + b + c + d " * 20 + r"\right]") == "linear"
