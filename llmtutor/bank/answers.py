"""Rules for the answer of one question: it can be computed, no wrong way gives it too, and nothing gives it away."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..learn.arithmetic import ArithmeticProblem, evaluate, names
from ..learn.numeric import is_close
from ..letters import fold
from ..model import Number, Numeric, Text
from . import schema as s

# Path inside the question, rule, message, mend, severity.
Finding = tuple[Sequence[str | int], str, Text, Text, str]

_ALL_OF = re.compile(r"\b(all|none|both) of (the above|these)\b|以上(都|皆|均)")
_PLACEHOLDER = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")


def check_question(question: Any) -> Iterator[Finding]:
    """Everything wrong with one question shape that its own text tells."""
    match question:
        case s.NumericShape():
            yield from _check_numeric(question)
        case s.SingleChoiceShape() | s.MultipleChoiceShape():
            yield from _check_choices(question)
        case s.ClozeShape():
            yield from _check_cloze(question)
        case s.OpenShape():
            yield from _check_open(question)
        case s.OrderingShape():
            yield from _check_distinct([item.en for item in question.items], ["items"])
            yield from _check_distinct([item.zh for item in question.items], ["items"])
        case s.MatchingShape():
            for side in ("left", "right"):
                yield from _check_distinct([getattr(pair, side).en for pair in question.pairs], ["pairs"])
                yield from _check_distinct([getattr(pair, side).zh for pair in question.pairs], ["pairs"])


def _check_numeric(question: s.NumericShape) -> Iterator[Finding]:
    params: Mapping[str, Sequence[Number]] = question.params
    unused = set(params)
    for path, expression in _expressions(question):
        try:
            unknown = names(expression) - set(params)
            unused -= names(expression)
        except ArithmeticProblem as problem:
            yield _computed(path, Text(f"{expression}: {problem}", f"{expression}：{problem}"))
            return
        if unknown:
            shown = ", ".join(sorted(unknown))
            yield _computed(path, Text(f"{expression}: unknown {shown}", f"{expression}：未知的 {shown}"))
            return
    if unused:
        shown = ", ".join(sorted(unused))
        yield (
            ["params"],
            "PARAMETER",
            Text(f"no expression uses {shown}", f"没有表达式用到 {shown}"),
            Text("use it, or remove it", "请使用或删除"),
            "error",
        )
    missing = set(params) - set(_PLACEHOLDER.findall(question.prompt.en))
    if missing:
        shown = ", ".join(f"{{{name}}}" for name in sorted(missing))
        yield (
            ["prompt"],
            "PARAMETER",
            Text(f"the prompt does not show {shown}", f"题干中没有 {shown}"),
            Text("name every parameter there", "题干应写出每个参数"),
            "error",
        )
    yield from _check_traps(question)


def _expressions(question: s.NumericShape) -> Iterator[tuple[Sequence[str | int], str]]:
    yield ["answer"], question.answer
    for number, trap in enumerate(question.traps):
        yield ["traps", number, "answer"], trap.answer


def _check_traps(question: s.NumericShape) -> Iterator[Finding]:
    """Evaluate the answer and every trap for every combination of parameters: all of them differ."""
    told: set[int] = set()
    body = Numeric(question.answer, (), question.unit, question.tolerance, question.relative_tolerance)
    for values in itertools.product(*question.params.values()):
        numbers = dict(zip(question.params, values, strict=True))
        try:
            answer = evaluate(question.answer, numbers)
        except ArithmeticProblem as problem:
            yield _computed(["answer"], Text(f"for {_show(numbers)}: {problem}", f"当 {_show(numbers)} 时：{problem}"))
            return
        found: list[Number] = []
        for number, trap in enumerate(question.traps):
            try:
                wrong = evaluate(trap.answer, numbers)
            except ArithmeticProblem as problem:
                if number not in told:
                    told.add(number)
                    yield _computed(
                        ["traps", number, "answer"],
                        Text(f"{_show(numbers)}: {problem}", f"{_show(numbers)}：{problem}"),
                    )
                continue
            if number not in told and is_close(wrong, answer, body):
                told.add(number)
                yield (
                    ["traps", number, "answer"],
                    "TRAP",
                    Text(f"equals the answer for {_show(numbers)}", f"当 {_show(numbers)} 时与正确答案相同"),
                    Text("choose parameters that tell them apart", "请选用能区分二者的参数"),
                    "error",
                )
            elif number not in told and wrong in found:
                told.add(number)
                yield (
                    ["traps", number, "answer"],
                    "TRAP",
                    Text(f"equals another trap for {_show(numbers)}", f"当 {_show(numbers)} 时与另一个陷阱相同"),
                    Text("choose parameters that tell them apart", "请选用能区分二者的参数"),
                    "warning",
                )
            found.append(wrong)


def _computed(path: Sequence[str | int], message: Text) -> Finding:
    mend = Text(
        "numbers, parameters, + - * / // % ** and log exp sqrt ceil floor min max",
        "可用：数字、参数、+ - * / // % ** 以及 log exp sqrt ceil floor min max",
    )
    return path, "EXPRESSION", message, mend, "error"


def _show(numbers: Mapping[str, Number]) -> str:
    return ", ".join(f"{name}={value}" for name, value in numbers.items()) or "-"


def _check_choices(question: Any) -> Iterator[Finding]:
    for lang in ("en", "zh"):
        yield from _check_distinct([getattr(choice.text, lang) for choice in question.choices], ["choices"])
    for number, choice in enumerate(question.choices):
        if _ALL_OF.search(f"{choice.text.en.lower()} {choice.text.zh}"):
            yield (
                ["choices", number, "text"],
                "ALL-OF",
                Text("“all of the above” asks about the form, not the subject", "“以上都对”考的是形式而不是内容"),
                Text("ask with kind: multiple-choice", "请改用 kind: multiple-choice"),
                "error",
            )
        if choice.right and choice.misconception:
            yield (
                ["choices", number, "misconception"],
                "MISCONCEPTION",
                Text("a right choice shows no misconception", "正确选项不应标注误解"),
                Text("remove it", "请删除"),
                "error",
            )


def _check_distinct(texts: Sequence[str], path: Sequence[str | int]) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, text in enumerate(texts):
        folded = " ".join(text.split())
        if folded in seen:
            yield (
                [*path, number],
                "SAME",
                Text(f"stands twice: {text[:40]}", f"重复出现：{text[:40]}"),
                Text("make them differ", "请加以区分"),
                "error",
            )
        seen.add(folded)


def _check_cloze(question: s.ClozeShape) -> Iterator[Finding]:
    for number, hint in enumerate(question.hints):
        for lang in ("en", "zh"):
            told = fold(getattr(hint, lang))
            for gap in question.gaps:
                for accepted in getattr(gap, lang):
                    if len(accepted) > 2 and re.search(rf"(?<![a-z]){re.escape(fold(accepted))}(?![a-z])", told):
                        yield (
                            ["hints", number],
                            "HINT",
                            Text(f"the hint says {accepted}", f"提示里出现了答案 {accepted}"),
                            Text("lead there without naming it", "引导而不直接给出"),
                            "warning",
                        )


def _check_open(question: s.OpenShape) -> Iterator[Finding]:
    words = len(question.model_answer.en.split())
    if not 60 <= words <= 260:
        yield (
            ["model_answer"],
            "LENGTH",
            Text(f"the model answer has {words} words", f"参考答案英文为 {words} 词"),
            Text("80 to 200 read well", "80 到 200 词为宜"),
            "warning",
        )
    for number, point in enumerate(question.key_points):
        if not point.words.en and not point.words.zh:
            yield (
                ["key_points", number, "words"],
                "KEY-POINT",
                Text("no word would show this point", "没有能体现该要点的词语"),
                Text("list a few", "请列出几个"),
                "error",
            )
