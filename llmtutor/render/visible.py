"""Text of a bank, an answer or a program, made harmless: what a terminal would obey is spelled out instead.

C0 and C1 controls, bidirectional and other invisible format characters, line and paragraph separators, and lone
surrogates become `\\x1b`, `\\u202e` and the like. Line feeds stay; tabs become spaces. Nothing else is changed, so
markup stays verbatim.
"""

from __future__ import annotations

import re

TAB = 4

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """`text` with everything that could drive a terminal, or hide in one, as a visible escape."""
    if "\t" in text:
        text = text.expandtabs(TAB)
    return _UNSAFE.sub(_spell, text)


def _spell(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
