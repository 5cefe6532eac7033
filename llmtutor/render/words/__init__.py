"""Every word of the interface, in both languages, one module a family of screens. Words of the bank are never here.

A word is a `Text`; with `{placeholders}` it is a `Template`; where English counts, a `Counted`. They are typed
constants, so that a missing word is a type error and not a hole on a screen.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Text


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with `{name}` in both languages."""

    en: str
    zh: str

    def fill(self, **values: str | int | Text) -> Text:
        return Text(
            self.en.format(**{name: _in(value, "en") for name, value in values.items()}),
            self.zh.format(**{name: _in(value, "zh") for name, value in values.items()}),
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase with `{count}`; English has another one for 1."""

    one: str
    en: str
    zh: str

    def of(self, count: int) -> Text:
        shown = f"{count:,}"
        return Text((self.one if count == 1 else self.en).format(count=shown), self.zh.format(count=shown))


def _in(value: str | int | Text, lang: str) -> str:
    if isinstance(value, Text):
        return value.en if lang == "en" else value.zh
    return str(value)
