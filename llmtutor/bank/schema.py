"""The shape of the YAML files, once, as pydantic models; `json_schemas` gives editors the same.

Only shape lives here: what one file can tell by itself. Rules across files and languages are in `lint`.
Unknown keys are refused, and nothing is coerced: a word that YAML read as a number or a date is a problem.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Union

from pydantic import Field, model_validator

from .figure_shape import FigureShape
from .shapes import Both, Expression, Finite, Level, Line, ProgramFile, Prose, Shape, SlugStr, WordLists, refuse

FORMAT = 1

_GAP = re.compile(r"\[\[(\d+)\]\]")


class SourceShape(Shape):
    title: Line
    authors: Line
    year: Annotated[int, Field(ge=1700, le=2100)]
    supports: Both = Field(alias="for", description="what it is the source for")
    arxiv: Annotated[str, Field(pattern=r"^(\d{4}\.\d{4,5}|[a-z-]+/\d{7})$")] | None = None
    venue: Line | None = None
    url: Annotated[str, Field(pattern=r"^https://\S+$", max_length=300)] | None = None
    unconfirmed: bool = Field(default=False, description="true where nobody has looked the reference up yet")

    @model_validator(mode="after")
    def _findable(self) -> SourceShape:
        if not (self.arxiv or self.venue or self.url):
            raise refuse("one of arxiv, venue, url is needed", "需要 arxiv、venue、url 之一")
        return self


class PitfallShape(Shape):
    en: Prose
    zh: Prose
    corrects: list[SlugStr] = []


class ChoiceShape(Shape):
    text: Both
    right: bool = False
    why: Both = Field(description="the reason shown to who chose it")
    misconception: SlugStr | None = Field(default=None, description="a name for the wrong belief behind this choice")
    corrects: list[SlugStr] = []


class TrapShape(Shape):
    answer: Expression
    why: Both
    misconception: SlugStr | None = None


class PairShape(Shape):
    left: Both
    right: Both


class KeyPointShape(Shape):
    en: Prose
    zh: Prose
    words: WordLists = Field(description="words whose presence shows the point; any one of them is enough")


class FollowUpShape(Shape):
    question: Both
    answer: Both


class QuestionShape(Shape):
    id: SlugStr
    level: Level | None = Field(default=None, description="the concept's level where it is left out")
    prompt: Both
    hints: Annotated[list[Both], Field(max_length=4)] = []
    explanation: Both
    sources: list[SourceShape] = []
    covers: list[SlugStr] = []
    corrects: list[SlugStr] = []


class _Choices(QuestionShape):
    choices: Annotated[list[ChoiceShape], Field(min_length=2, max_length=9)]


class SingleChoiceShape(_Choices):
    kind: Literal["single-choice"]

    @model_validator(mode="after")
    def _one_right(self) -> SingleChoiceShape:
        if (count := sum(choice.right for choice in self.choices)) != 1:
            raise refuse(f"exactly one choice must be right, not {count}", f"必须恰有一个正确选项，现有 {count} 个")
        return self


class MultipleChoiceShape(_Choices):
    kind: Literal["multiple-choice"]

    @model_validator(mode="after")
    def _some_right(self) -> MultipleChoiceShape:
        if not any(choice.right for choice in self.choices):
            raise refuse("at least one choice must be right", "至少要有一个正确选项")
        return self


class TrueFalseShape(QuestionShape):
    kind: Literal["true-false"]
    answer: bool
    misconception: SlugStr | None = None


class ClozeShape(QuestionShape):
    kind: Literal["cloze"]
    text: Both = Field(description="the sentence with [[1]], [[2]] ... where something is missing")
    gaps: Annotated[list[WordLists], Field(min_length=1, max_length=9)]

    @model_validator(mode="after")
    def _gaps_match(self) -> ClozeShape:
        wanted = list(range(1, len(self.gaps) + 1))
        for lang in ("en", "zh"):
            found = sorted(int(number) for number in _GAP.findall(getattr(self.text, lang)))
            if found != wanted:
                marks = ", ".join(f"[[{number}]]" for number in wanted)
                raise refuse(f"text.{lang} must hold each of {marks} once", f"text.{lang} 必须恰好各含一次 {marks}")
        for number, gap in enumerate(self.gaps, 1):
            if not gap.en and not gap.zh:
                raise refuse(f"gap {number} accepts no answer", f"第 {number} 个空没有可接受的答案")
        return self


class NumericShape(QuestionShape):
    kind: Literal["numeric"]
    params: dict[Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,20}$")], list[Finite]] = {}
    answer: Expression
    unit: Annotated[str, Field(max_length=20)] | None = None
    tolerance: Annotated[float, Field(ge=0)] | int | None = Field(default=None, description="absolute")
    relative_tolerance: Annotated[float, Field(ge=0, le=0.5)] | None = None
    traps: list[TrapShape] = []

    @model_validator(mode="after")
    def _bounded(self) -> NumericShape:
        combinations = 1
        for name, values in self.params.items():
            if not values:
                raise refuse(f"parameter {name} has no value", f"参数 {name} 没有取值")
            combinations *= len(values)
        if combinations > 10_000:
            raise refuse(
                f"{combinations} combinations of parameters, 10000 at most",
                f"参数组合有 {combinations} 种，上限为 10000",
            )
        return self


class OrderingShape(QuestionShape):
    kind: Literal["ordering"]
    items: Annotated[list[Both], Field(min_length=3, max_length=9)] = Field(description="in the right order")


class MatchingShape(QuestionShape):
    kind: Literal["matching"]
    pairs: Annotated[list[PairShape], Field(min_length=3, max_length=9)]


class PredictOutputShape(QuestionShape):
    kind: Literal["predict-output"]
    program: ProgramFile = Field(description="a file beside this one; what it printed is recorded by `bank test`")
    traps: list[TrapShape] = []


class OpenShape(QuestionShape):
    kind: Literal["open"]
    explanation: Both | None = None  # type: ignore[assignment]
    model_answer: Both
    key_points: Annotated[list[KeyPointShape], Field(min_length=3, max_length=6)]
    follow_up: FollowUpShape | None = None


class MistakeShape(Shape):
    """A wrong solution in `CONCEPT.ID.wrong-NAME.py`; `why` is what its writer is told."""

    name: SlugStr
    why: Both
    misconception: SlugStr | None = None


class CodeShape(QuestionShape):
    kind: Literal["code"]
    function: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_]{0,40}$")] = Field(description="what is to be written")
    mistakes: Annotated[list[MistakeShape], Field(min_length=2, max_length=6)]


AnyQuestion = Annotated[
    Union[
        SingleChoiceShape,
        MultipleChoiceShape,
        TrueFalseShape,
        ClozeShape,
        NumericShape,
        OrderingShape,
        MatchingShape,
        PredictOutputShape,
        OpenShape,
        CodeShape,
    ],
    Field(discriminator="kind"),
]


class ConceptFile(Shape):
    """One concept: what it is, its explanation, its questions."""

    format: Annotated[int, Field(ge=1, le=FORMAT)]
    concept: SlugStr
    name: Both
    aliases: WordLists = Field(default=WordLists(), description="other names of it")
    asked: WordLists = Field(default=WordLists(), description="what else people type who mean it: it finds, no name")
    level: Level
    requires: list[SlugStr] = []
    covers: list[SlugStr] = []
    summary: Both
    explanation: Both
    formula: list[Line] = []
    pitfalls: list[PitfallShape] = []
    snippet: ProgramFile | None = None
    programs: Annotated[list[ProgramFile], Field(max_length=6)] = Field(default=[], description="more of them to run")
    figures: Annotated[list[FigureShape], Field(max_length=4)] = []
    sources: Annotated[list[SourceShape], Field(min_length=1)]
    verified: Annotated[str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
    questions: list[AnyQuestion] = []


class TopicShape(Shape):
    slug: SlugStr
    name: Both


class BankFile(Shape):
    """The head of a bank: `bank.yaml`."""

    format: Annotated[int, Field(ge=1, le=FORMAT)]
    bank: SlugStr
    name: Both
    languages: Annotated[list[Literal["en", "zh"]], Field(min_length=2, max_length=2)]
    topics: Annotated[list[TopicShape], Field(min_length=1)]


class ItemShape(Shape):
    id: SlugStr
    asks: Both
    distinct: SlugStr


class ErratumShape(Shape):
    id: SlugStr
    severity: Literal["critical", "major", "moderate", "minor"]
    items: Annotated[list[SlugStr], Field(min_length=1)]
    claim: Both
    truth: Both


class SourceFile(Shape):
    """The items and errata of the article a bank grew from: `source.yaml`."""

    format: Annotated[int, Field(ge=1, le=FORMAT)]
    items: list[ItemShape]
    errata: list[ErratumShape] = []


def json_schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema (draft 2020-12) of each kind of bank file, for editors."""
    return {
        "concept": ConceptFile.model_json_schema(),
        "bank": BankFile.model_json_schema(),
        "source": SourceFile.model_json_schema(),
    }
