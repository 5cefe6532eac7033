"""Units as people type them: `GiB`, `gib`, `tokens/s`, `毫秒`, `TFLOPS`, and how many of one make another.

Case never decides: each base takes only the prefixes that are in use with it, so `MS` is a millisecond and `mb` a
megabyte. `b` alone is a byte unless the other unit is one of bits. A unit that is not listed converts to itself only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ..letters import fold

_DECIMAL = {"k": 3, "m": 6, "g": 9, "t": 12, "p": 15, "e": 18, "z": 21}
_BINARY = {"ki": 10, "mi": 20, "gi": 30, "ti": 40, "pi": 50, "ei": 60}
_SMALL = {"m": -3, "μ": -6, "u": -6, "n": -9}
_WORDS = {"kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18, "兆": 6, "吉": 9, "太": 12}
_SMALL_WORDS = {"milli": -3, "micro": -6, "nano": -9, "毫": -3, "微": -6, "纳": -9}
_BINARY_WORDS = {"kibi": 10, "mebi": 20, "gibi": 30, "tebi": 40}
_BITS = re.compile("[kKMGTP]i?b(?![a-z])|[Bb]it|比特")
_COUNT = {"k": 3, "m": 6, "b": 9, "t": 12}

COUNT_SUFFIXES = {suffix: 10**power for suffix, power in _COUNT.items()}
"""The 7B and 15T of papers: what a letter behind a bare number multiplies by."""

Over = tuple[tuple[str, ...], tuple[str, ...]]
_UNCOUNTED = frozenset(["bit", "second", "hertz", "watt", "watt-hour", "joule", "share"])


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` of the base that `over` names, (above the line, below it); `bits` where information is told in bits."""

    over: Over
    factor: Fraction
    bits: bool = False

    @property
    def counts_things(self) -> bool:
        """Whether a 7B of it is seven billion, as with tokens, and not seven bytes."""
        return _UNCOUNTED.isdisjoint(self.over[0])


def read_unit(text: str, like: Unit | None = None) -> Unit:
    """The unit that `text` names; where it may mean two things, the one that is meant by `like`.

    Without `like` it is the unit of a bank, where case was chosen: `Gb` are bits, `FLOPS` a rate, `FLOPs` a count.
    """
    above, *below = fold(text).replace(" per ", "/").replace("每", "/").split("/")
    bits = like.bits if like else _BITS.search(text) is not None
    top, factor = _read_base(above, bits)
    bottoms: list[str] = []
    if top == "flops":
        rate = "second" in like.over[1] if like else "FLOPS" in text
        top, bottoms = "flop", ["second"] if rate and not below else []
    for part in below:
        name, divisor = _read_base(part, bits)
        bottoms.append("flop" if name == "flops" else name)
        factor /= divisor
    return Unit(((top,), tuple(sorted(bottoms))), factor, bits)


def _read_base(text: str, bits: bool) -> tuple[str, Fraction]:
    name = "".join(text.split()).replace("-", "")
    if bits and name.endswith("b") and name[:-1] in ("", *_DECIMAL, *_BINARY):
        name += "it"
    return _known().get(name) or (_singular(name), Fraction(1))


def _singular(word: str) -> str:
    return word[:-1] if word.isascii() and len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_SIBLINGS = {
    "bit": ("B", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "bit", "Mbit", "Gbit"),
    "second": ("ns", "μs", "ms", "s", "min", "h"),
    "flop": ("FLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP"),
}


def siblings(unit: Unit) -> list[tuple[str, Fraction]]:
    """Units that people confuse with `unit`, with their factors."""
    above, below = unit.over
    return [] if below else [(name, read_unit(name).factor) for name in _SIBLINGS.get(above[0], ())]


@cache
def _known() -> dict[str, tuple[str, Fraction]]:
    """Every spelling that is known, folded, with the base it is of and how much of it."""
    spellings: dict[str, tuple[str, Fraction]] = {}

    def add(base: str, factor: Fraction, symbols: str, words: str, powers: dict[str, int], of: int = 10) -> None:
        for symbol in [*symbols.split(), *words.split()]:
            spellings.setdefault(symbol, (base, factor))
        for prefix, power in powers.items():
            for symbol in symbols.split():
                spellings.setdefault(prefix + symbol, (base, factor * Fraction(of) ** power))

    def add_words(base: str, factor: Fraction, words: str, powers: dict[str, int], of: int = 10) -> None:
        for prefix, power in powers.items():
            for word in words.split():
                spellings.setdefault(prefix + word, (base, factor * Fraction(of) ** power))

    one = Fraction(1)
    for base_words, symbols, size in (("byte bytes 字节", "b", Fraction(8)), ("bit bits 比特", "bit bits", one)):
        add("bit", size, symbols, base_words, _DECIMAL)
        add("bit", size, symbols, "", _BINARY, 2)
        add_words("bit", size, base_words, _WORDS)
        add_words("bit", size, base_words, _BINARY_WORDS, 2)
    add("second", one, "s sec", "secs second seconds 秒 秒钟", _SMALL)
    add_words("second", one, "second seconds 秒", _SMALL_WORDS)
    add("second", Fraction(60), "", "min mins minute minutes 分 分钟", {})
    add("second", Fraction(3600), "", "h hr hrs hour hours 小时", {})
    add("second", Fraction(86400), "", "d day days 天 日", {})
    add("flop", one, "flop", "浮点运算 次浮点运算", _DECIMAL)
    add("flops", one, "flops", "", _DECIMAL)
    add("token", one, "token tokens tok", "词元 个词元", _COUNT)
    add("parameter", one, "parameter parameters param params", "参数 个参数", _COUNT)
    add("hertz", one, "hz", "赫兹", _DECIMAL)
    add("watt", one, "w", "watt watts 瓦", {"k": 3, "m": 6, "g": 9})
    add("watt-hour", one, "wh", "瓦时", {"k": 3, "m": 6, "g": 9})
    add("watt-hour", Fraction(1000), "", "千瓦时 度", {})
    add("joule", one, "j", "joule joules 焦耳", {"k": 3, "m": 6, "g": 9})
    add("dollar", one, "$ usd", "dollar dollars 美元", _COUNT)
    add("share", Fraction(1, 100), "%", "percent 百分比", {})
    return spellings
