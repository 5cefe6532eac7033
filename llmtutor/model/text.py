"""Text in both languages, and the names of small things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, Union

Slug: TypeAlias = str
Number: TypeAlias = Union[int, float]
Lang: TypeAlias = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """One meaning in both languages."""

    en: str
    zh: str

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Words:
    """Words of each language, such as aliases or accepted answers; a list may be empty."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.en if lang == "en" else self.zh

    @property
    def all(self) -> tuple[str, ...]:
        return self.en + self.zh


NO_WORDS = Words()
