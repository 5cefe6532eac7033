"""Text as it is compared, and how wide it is in a terminal. What is shown is never folded.

Standard library only; the table of traditional characters is read on the first text that holds Han.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_MARKED_LATIN = "([a-z])[\u0300-\u036f]+"  # not compiled here, for most runs of the program never fold such a text

# Latin letters that Unicode does not decompose, as people type them without the key.
_PLAIN_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str) -> str:
    """Width, case, accents of Latin letters and traditional Han folded away; idempotent.

    Unicode NFKC with case folding, so `Ｓｏｆｔｍａｘ`, `SOFTMAX` and `softmax` are one, and so are 殘差 and 残差.
    Marks of other scripts stay. `x²` becomes `x2`: where that matters, `mark_superscripts` comes before.
    """
    if text.isascii():
        return text.lower()
    text = _compatible_lower(text)
    text = re.sub(_MARKED_LATIN, r"\1", unicodedata.normalize("NFD", text))
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN_LATIN)
    return text.translate(_simplified()) if max(text, default="") >= "\u3400" else text  # Han begins there


def _compatible_lower(text: str) -> str:
    """Unicode's NFKC_Casefold, but for the default-ignorable characters: one round may bring up what another folds."""
    while (folded := unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())) != text:
        text = folded
    return text


@cache
def _simplified() -> dict[int, int]:
    from .traditional import SIMPLIFIED, TRADITIONAL

    return str.maketrans(TRADITIONAL, SIMPLIFIED)


def has_traditional(text: str) -> bool:
    """Whether `fold` would make a Han character of the text another one."""
    return not (text.isascii() or _simplified().keys().isdisjoint(map(ord, text)))


def mark_superscripts(text: str) -> str:
    """`x²` as `x^2`, `10⁻³` as `10^−3`, `QKᵀ` as `QK^T`."""
    if text.isascii():
        return text
    written: list[str] = []
    raised = False
    for char in text:
        kind, _, base = unicodedata.decomposition(char).partition(" ")
        if kind == "<super>":
            written.append(("" if raised else "^") + "".join(chr(int(point, 16)) for point in base.split()))
        else:
            written.append(char)
        raised = kind == "<super>"
    return "".join(written)


def is_han(char: str) -> bool:
    """Whether one character is a Han ideograph, 〇 and 々 included; kana, hangul and punctuation are not."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U000323af"
        or char in ("〇", "々")
    )


def cell_width(text: str) -> int:
    """Cells of a terminal that `text` takes on one line: wide and full-width characters 2, marks and controls 0."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_char_width, text))


@cache
def _char_width(char: str) -> int:
    if char == "\u00ad":  # a soft hyphen is drawn by terminals, though Unicode calls it a format character
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
