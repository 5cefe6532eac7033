"""The small shapes that the files of a bank are made of: lines, slugs, texts in both languages.

Unknown keys are refused, and nothing is coerced: a word that YAML read as a number or a date is a problem.
"""

from __future__ import annotations

import re
from typing import Annotated, Union

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def refuse(en: str, zh: str) -> PydanticCustomError:
    """A finding of ours, in both languages; `messages.explain` shows it."""
    return PydanticCustomError("content", "{en}", {"en": en, "zh": zh})


def clean(value: str) -> str:
    if found := _CONTROL.search(value):
        raise refuse(f"control character U+{ord(found.group()):04X}", f"含有控制字符 U+{ord(found.group()):04X}")
    if not value.strip():
        raise refuse("empty text", "文本为空")
    return value.strip("\n")


Line = Annotated[str, Field(max_length=600), AfterValidator(clean)]
Prose = Annotated[str, Field(max_length=20_000), AfterValidator(clean)]
SlugStr = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
ProgramFile = Annotated[str, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*\.py$", max_length=120)]
Level = Annotated[int, Field(ge=1, le=5)]
Expression = Annotated[str, Field(max_length=400), AfterValidator(clean)]
Finite = Annotated[Union[int, float], Field(ge=-1e30, le=1e30, allow_inf_nan=False)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Both(Shape):
    """A line or two in both languages."""

    en: Prose
    zh: Prose


class WordLists(Shape):
    en: list[Line] = []
    zh: list[Line] = []
