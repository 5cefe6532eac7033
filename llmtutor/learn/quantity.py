"""Numbers as people type them, with or without a unit.

Read are `1,000,000`, `1_000`, `2^31`, `2**31`, `2³¹`, `1e9`, `3×10^8`, `3x10^8`, `1/3`, `sqrt(2)/2`, `50%`, full-width
digits, `3万`, `1.2亿`, `1亿2000万`, `1.5 billion`, and all of it with a unit behind. Number words in Han are not.
"""

from __future__ import annotations

import re
from fractions import Fraction

from ..letters import fold, mark_superscripts
from ..model import Number, Text
from .arithmetic import MAX_LENGTH, ArithmeticProblem, evaluate
from .units import COUNT_SUFFIXES, read_unit
from .unreadable import Unreadable

_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*", "✕": "*", "·": "*", "⋅": "*", "÷": "/", "⁄": "/"})
_FRONT = re.compile(r"^(?:about|approximately|approx\.?|around|roughly|大约|约为|约|=|≈|~|\s)+")
_BACK = re.compile(r"(?:左右|\s|[.。!！])+$")
_MULTIPLIERS: dict[str, int] = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "亿": 10**8,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_MULTIPLIER = rf"\s*(?:{'|'.join(_MULTIPLIERS)})(?![a-z])"
_PLAIN = r"(?:\d{1,3}(?:[,_' ]\d{3})+(?![\d,])(?:\.\d+)?|\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_NUMBER = re.compile(rf"({_PLAIN})((?:{_MULTIPLIER})*)", re.ASCII)
_OPERATOR = re.compile(r"\*\*|\^|[-+*/()]|x(?=\s*[\d(])|(?:sqrt|log|exp)(?=\s*\()", re.ASCII)
_COUNTERS = frozenset(["个", "次", "倍", "x", "*", "times", "token", "tokens", "词元", "parameters", "params", "参数"])


def read_quantity(text: str, unit: str | None) -> Number:
    """What `text` says, in `unit`; without a unit of its own it is taken to be in `unit`. Raises Unreadable."""
    if len(text) > MAX_LENGTH:
        raise _not_a_number(text, unit)
    expression, rest = _split(_clean(text))
    if not expression and not rest:
        raise Unreadable(Text("Nothing was written.", "什么也没有写。"), _hint(unit))
    try:
        number = evaluate(expression)
    except ArithmeticProblem as problem:
        raise _not_a_number(text, unit) from problem
    return _scale(number, _factor(rest, unit))


def names_unit(text: str) -> bool:
    """Whether something stands behind the number."""
    return bool(_split(_clean(text))[1])


def _clean(text: str) -> str:
    cleaned = _BACK.sub("", _FRONT.sub("", fold(mark_superscripts(text)).translate(_SIGNS)))
    if cleaned.startswith("百分之"):
        return cleaned.removeprefix("百分之") + "%"
    return cleaned[1:] + "$" if cleaned.startswith("$") else cleaned


def _split(text: str) -> tuple[str, str]:
    """The arithmetic in front of `text`, as an expression of `learn.arithmetic`, and what follows it."""
    parts: list[str] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            parts.append(" ")
            position += 1
        elif match := _NUMBER.match(text, position):
            position = match.end()
            value = _literal(match)
            # 1亿2000万 is a sum.
            while match[2] and (match := _NUMBER.match(text, position)) and match[2]:
                value, position = f"{value}+{_literal(match)}", match.end()
            parts.append(f"({value})")
        elif match := _OPERATOR.match(text, position):
            if match[0] == "x" and not any(part.strip() for part in parts):
                break
            parts.append({"^": "**", "x": "*"}.get(match[0], match[0]))
            position = match.end()
        else:
            break
    return _without_counter("".join(parts)), text[position:].strip()


def _literal(match: re.Match[str]) -> str:
    digits = re.sub("[,_' ]", "", match[1])
    if digits.isdigit():
        digits = digits.lstrip("0") or "0"
    for word in re.findall("|".join(_MULTIPLIERS), match[2]):
        digits += f"*{_MULTIPLIERS[word]}"
    return digits


def _without_counter(expression: str) -> str:
    """`8×` says eight times: an operator at the end that has nothing to work on is dropped."""
    return expression.rstrip().removesuffix("*")


def _factor(rest: str, unit: str | None) -> Fraction:
    """What a number followed by `rest` is to be multiplied by to stand in `unit`."""
    if not rest:
        return Fraction(1)
    if unit is None:
        return _plain_factor(rest)
    asked = read_unit(unit)
    typed = read_unit(rest, asked)
    if typed.over == asked.over:
        return typed.factor / asked.factor
    if asked.counts_things:
        for suffix, size in COUNT_SUFFIXES.items():
            if rest.startswith(suffix) and read_unit(rest.removeprefix(suffix) or unit, asked).over == asked.over:
                return Fraction(size) / (asked.factor if rest == suffix else 1)
    raise Unreadable(Text(f"“{rest}” cannot be converted to {unit}.", f"“{rest}”不能换算成 {unit}。"), _hint(unit))


def _plain_factor(rest: str) -> Fraction:
    if rest in ("%", "percent"):
        return Fraction(1, 100)
    word = "".join(rest.split()).removeprefix("个")
    for suffix, size in (("", 1), *COUNT_SUFFIXES.items()):
        if word.startswith(suffix) and word.removeprefix(suffix) in ("", *_COUNTERS):
            return Fraction(size)
    raise Unreadable(
        Text(f"A plain number is asked for, without “{rest}”.", f"这里只要一个数，不带“{rest}”。"), _hint(None)
    )


def _scale(number: Number, factor: Fraction) -> Number:
    if isinstance(number, int):
        exact = number * factor
        if exact.denominator == 1:
            return exact.numerator
        number = float(number)
    return number * float(factor)


def _not_a_number(text: str, unit: str | None) -> Unreadable:
    shown = text.strip()[:40]
    return Unreadable(Text(f"“{shown}” is not a number.", f"“{shown}”不是一个数。"), _hint(unit))


def _hint(unit: str | None) -> Text:
    if unit is None:
        return Text(
            "Write digits, such as 0.25, 1/4, 25%, 1e9, 2^31 or 1,000,000.",
            "请用阿拉伯数字，例如 0.25、1/4、25%、1e9、2^31、1,000,000 或 3 万。",
        )
    return Text(
        f"Write digits, such as 1.5, 1e9 or 2^31, with {unit} or a unit that converts to it behind, or with none.",
        f"请用阿拉伯数字，例如 1.5、1e9、2^31；后面可以写 {unit} 或能换算成它的单位，也可以不写。",
    )
