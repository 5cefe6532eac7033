"""pydantic's findings in the words of somebody who writes a bank, in both languages, each with the way out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Problem, Text
from .reader import Document, Misread

_QUOTE = Text("put it in quotes", "请加引号")


def explain(fault: Mapping[str, Any], document: Document) -> Problem:
    """One entry of `ValidationError.errors()` as a problem."""
    path = [step for step in fault["loc"] if step != "[key]"]
    rule, message, mend = _describe(fault)
    shown = ".".join(str(step) for step in _written(path, document.value))
    where = Text(f"{shown}: {message.en}", f"{shown}：{message.zh}") if shown else message
    return Problem(document.place(path), rule, where, mend)


def _written(path: list[str | int], value: Any) -> list[str | int]:
    """The path as it stands in the file: pydantic puts the kind of a question into it."""
    shown: list[str | int] = []
    for number, step in enumerate(path):
        if isinstance(value, dict):
            if step not in value and (number < len(path) - 1 or step == value.get("kind")):
                continue
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif number < len(path) - 1 or not isinstance(step, str):
            continue
        shown.append(step)
    return shown


def _describe(fault: Mapping[str, Any]) -> tuple[str, Text, Text]:
    kind, given, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    if isinstance(given, Misread):
        return (
            "MISREAD",
            Text(f"YAML reads {given.written} as something else", f"YAML 不把 {given.written} 当作文本"),
            _QUOTE,
        )
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if kind == "string_type" and isinstance(given, int | float):
        return "TYPE", Text(f"{given} must be text here", f"这里的 {given} 应为文本"), _QUOTE
    if kind == "string_type" and given is None:
        return (
            "EMPTY",
            Text("nothing is written here", "这里没有内容"),
            Text("write it, or remove the key", "请填写，或删除该键"),
        )
    if kind == "union_tag_invalid":
        return (
            "KIND",
            Text(f"no such kind: {context.get('tag')}", f"没有这种题型：{context.get('tag')}"),
            Text(f"one of {context.get('expected_tags')}", f"可用题型：{context.get('expected_tags')}"),
        )
    if kind == "string_pattern_mismatch":
        return (
            "PATTERN",
            Text(f"{given!r} does not have the right form", f"{given!r} 的格式不对"),
            Text(f"it must match {context.get('pattern')}", f"应匹配 {context.get('pattern')}"),
        )
    if kind == "literal_error":
        return (
            "VALUE",
            Text(f"{given!r} is not possible here", f"这里不能是 {given!r}"),
            Text(f"one of {context.get('expected')}", f"可选：{context.get('expected')}"),
        )
    if kind == "content":
        return (
            "CONTENT",
            Text(context["en"], context["zh"]),
            Text("see `llmtutor help bank`", "参见 `llmtutor help bank`"),
        )
    if kind in _BOUNDS:
        name = _BOUNDS[kind]
        bound = context.get(name)
        return (
            "BOUNDS",
            Text(f"out of bounds ({name.replace('_', ' ')} {bound})", f"超出范围（{name} {bound}）"),
            Text("change it to fit", "请改到范围之内"),
        )
    if kind.endswith("_type"):
        wanted = kind.removesuffix("_type").replace("model", "mapping").replace("dict", "mapping")
        return (
            "TYPE",
            Text(f"must be a {wanted}, not {_shorten(given)}", f"应为 {wanted}，而不是 {_shorten(given)}"),
            Text("`llmtutor bank schema concept` shows the form", "`llmtutor bank schema concept` 给出写法"),
        )
    return (
        "SHAPE",
        Text(fault["msg"], fault["msg"]),
        Text("`llmtutor bank schema concept` shows the form", "`llmtutor bank schema concept` 给出写法"),
    )


def _shorten(given: Any) -> str:
    shown = repr(given)
    return shown if len(shown) <= 40 else shown[:37] + "..."


_BY_TYPE: dict[str, tuple[str, Text, Text]] = {
    "missing": ("MISSING", Text("is missing", "缺失"), Text("add it", "请补上")),
    "extra_forbidden": (
        "UNKNOWN",
        Text("no such key", "没有这个键"),
        Text(
            "correct or remove it; `llmtutor bank schema concept` lists the keys",
            "请改正或删除；`llmtutor bank schema concept` 列出全部键",
        ),
    ),
    "union_tag_not_found": (
        "KIND",
        Text("kind is missing", "缺少 kind"),
        Text("add kind: single-choice, for example", "请加上，如 kind: single-choice"),
    ),
}

_BOUNDS = {
    "string_too_long": "max_length",
    "string_too_short": "min_length",
    "too_long": "max_length",
    "too_short": "min_length",
    "greater_than_equal": "ge",
    "less_than_equal": "le",
    "finite_number": "finite",
}
