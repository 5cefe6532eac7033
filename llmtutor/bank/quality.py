"""Rules of good content over the whole bank: a spread of questions, key points that can be shown, no clue in length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from ..learn.grade import mentioned
from ..model import LANGS, Choice, Open, Part, Place, Problem, SingleChoice, Text
from .reader import Document

Severity = Literal["error", "warning"]
LONGEST_WARNS_FROM = 30
LONGEST_FAILS_FROM = 100
LONGEST_MARGIN = 0.05
LONGEST_RARELY = 0.15


def check_spread(parts: list[tuple[Part, Document]]) -> Iterator[Problem]:
    for part, document in parts:
        questions = part.questions
        kinds = len({question.kind for question in questions})
        levels = len({question.level for question in questions})
        if len(questions) < 3 or kinds < 2 or levels < 2:
            yield Problem(
                document.place(["questions"]),
                "SPREAD",
                Text(
                    f"{len(questions)} questions of {kinds} kinds at {levels} levels",
                    f"{len(questions)} 道题，{kinds} 种题型，{levels} 个难度",
                ),
                Text("at least 3 questions, 2 kinds, 2 levels", "至少 3 道题、2 种题型、2 个难度"),
                "warning",
            )


def check_key_points(parts: list[tuple[Part, Document]]) -> Iterator[Problem]:
    """Who types the model answer has every key point ticked."""
    for part, document in parts:
        for number, question in enumerate(part.questions):
            if not isinstance(question.body, Open):
                continue
            for lang in LANGS:
                shown = mentioned(question.body, question.body.model_answer[lang])
                for point in set(range(len(question.body.key_points))) - set(shown):
                    yield Problem(
                        document.place(["questions", number, "key_points", point, "words"]),
                        "KEY-POINT",
                        Text(
                            f"the model answer ({lang}) shows none of the words of this point",
                            f"参考答案（{lang}）没有体现该要点的任何词语",
                        ),
                        Text("say it there, or add the words it uses", "请在参考答案中提到，或补充其用词"),
                        "warning",
                    )


def count_longest(parts: list[tuple[Part, Document]]) -> tuple[Mapping[str, float], float, int]:
    """How often the right choice is the longest, per language; and how often chance alone would make it so."""
    choices = [
        question.body.choices
        for part, _ in parts
        for question in part.questions
        if isinstance(question.body, SingleChoice)
    ]
    if not choices:
        return dict.fromkeys(LANGS, 0.0), 0.0, 0
    shares: Mapping[str, float] = {
        lang: sum(_right_is_longest(each, lang) for each in choices) / len(choices) for lang in LANGS
    }
    return shares, sum(1 / len(each) for each in choices) / len(choices), len(choices)


def _right_is_longest(choices: tuple[Choice, ...], lang: Literal["en", "zh"]) -> float:
    """1 if the right one alone is the longest; a share of it where several are equally long."""
    lengths = [len(choice.text[lang]) for choice in choices]
    top = [choice.right for choice, length in zip(choices, lengths, strict=True) if length == max(lengths)]
    return sum(top) / len(top)


def check_longest(longest: Mapping[str, float], chance: float, count: int) -> Iterator[Problem]:
    if count < LONGEST_WARNS_FROM:
        return
    severity: Severity = "error" if count >= LONGEST_FAILS_FROM else "warning"
    for lang, share in longest.items():
        if share < chance - LONGEST_RARELY:
            yield Problem(
                Place("bank.yaml"),
                "LONGEST",
                Text(
                    f"the right choice is the longest in only {share:.0%} of {count} ({lang}); chance is {chance:.0%}",
                    f"{count} 道单选题中，正确选项最长的只占 {share:.0%}（{lang}）；随机水平为 {chance:.0%}",
                ),
                Text("the longest choice gives itself away as wrong", "最长的选项等于自己暴露是错的"),
                "warning",
            )
        if share > chance + LONGEST_MARGIN:
            yield Problem(
                Place("bank.yaml"),
                "LONGEST",
                Text(
                    f"the right choice is the longest in {share:.0%} of {count} ({lang}); chance is {chance:.0%}",
                    f"{count} 道单选题中，正确选项最长的占 {share:.0%}（{lang}）；随机水平为 {chance:.0%}",
                ),
                Text("shorten right choices, or give distractors their reasons", "缩短正确选项，或让干扰项写得更完整"),
                severity,
            )
