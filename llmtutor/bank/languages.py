"""Rules for text in two languages: the same numbers, code and names in both, and Chinese set as Chinese is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ..model import Text

Finding = tuple[str, Text, Text]

_FENCE = re.compile(r"```.*?```", re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_PLACEHOLDER = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")
_NUMBER = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(%|万亿|千万|百万|十亿|亿|万|千|thousand\b|million\b|billion\b|trillion\b)?"
)
_SCALE: dict[str, int | Fraction] = {
    "%": Fraction(1, 100), "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9,
    "万亿": 10**12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-'.][A-Za-z0-9]+)*")
_HAN = "\u3400-\u9fff"
_HALF_WIDTH = re.compile(
    rf"[{_HAN}][,;:?!](?![/\\])|[{_HAN}]\.(?=\s|$)|[,;:?!]\s*[{_HAN}]|\((?=[{_HAN}])|(?<=[{_HAN}])\)"
)
_NO_SPACE = re.compile(rf"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9%][{_HAN}]")


def check_text(text: Text) -> Iterator[Finding]:
    """Rule, message and mend of everything that differs between the two texts, or is set wrong in the Chinese one."""
    en, zh = text.en, text.zh
    yield from _same("CODE", _codes(en), _codes(zh), "code", "代码")
    yield from _same(
        "PLACEHOLDER", set(_PLACEHOLDER.findall(en)), set(_PLACEHOLDER.findall(zh)), "placeholder", "占位符"
    )
    yield from _same("DIGITS", _numbers(en), _numbers(zh), "number", "数字")
    yield from _names(en, zh)
    yield from _typography(zh)


def _codes(text: str) -> set[str]:
    return {fence.strip() for fence in _FENCE.findall(text)} | set(_CODE.findall(_FENCE.sub(" ", text)))


def _bare(text: str) -> str:
    return _CODE.sub(" ", _FENCE.sub(" ", text))


def _numbers(text: str) -> set[str]:
    """Values, each as a fraction or integer: 1.5 million, 150 万 and 1500000 are one."""
    values = set()
    for digits, unit in _NUMBER.findall(_bare(text)):
        value = Fraction(digits.replace(",", "")) * _SCALE.get(unit, 1)
        values.add(str(value.numerator) if value.denominator == 1 else f"{float(value):g}")
    return values


def _same(rule: str, en: set[str], zh: set[str], what: str, was: str) -> Iterator[Finding]:
    if en != zh:
        only = [f"{side}: {', '.join(sorted(extra))}" for side, extra in (("en", en - zh), ("zh", zh - en)) if extra]
        shown = "; ".join(only)
        yield (
            rule,
            Text(f"{what} in one language only: {shown}", f"{was}只在一种语言中出现：{shown}"),
            Text("say the same in both", "两种语言应说同样的内容"),
        )


def _names(en: str, zh: str) -> Iterator[Finding]:
    """Latin words in the Chinese text that the English one does not have."""
    known = {word.lower() for word in _LATIN.findall(en)}
    known |= {part for word in known for part in re.split(r"[-'.]", word)}
    known |= {f"{word}s" for word in known}
    squeezed = re.sub(r"[^a-z0-9]", "", en.lower())
    foreign = [
        word
        for word in dict.fromkeys(_LATIN.findall(_bare(zh)))
        if len(word) > 1 and word.lower() not in known and re.sub(r"[^a-z0-9]", "", word.lower()) not in squeezed
    ]
    if foreign:
        shown = ", ".join(foreign)
        yield (
            "NAMES",
            Text(f"names in the Chinese text only: {shown}", f"只在中文里出现的名称：{shown}"),
            Text("name them in English too, or write Chinese", "英文里也要提到，或改写为中文"),
        )


def _typography(zh: str) -> Iterator[Finding]:
    bare = _CODE.sub("C", _FENCE.sub("\n", zh))
    if found := _HALF_WIDTH.search(bare):
        yield (
            "PUNCTUATION",
            Text(
                f"half-width punctuation in Chinese: {_around(bare, found)}",
                f"中文里用了半角标点：{_around(bare, found)}",
            ),
            Text("use ，。；：？！（）", "请用 ，。；：？！（）"),
        )
    if found := _NO_SPACE.search(_CODE.sub(lambda code: "C" * len(code.group()), _FENCE.sub("\n", zh))):
        yield (
            "SPACING",
            Text(
                f"no space between Han and Latin: {_around(bare, found)}",
                f"中文与西文之间缺空格：{_around(bare, found)}",
            ),
            Text("put a space there", "请加一个空格"),
        )


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 6) : found.end() + 6].replace("\n", " ")
