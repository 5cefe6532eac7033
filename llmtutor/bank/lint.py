"""All rules over one bank folder: every problem at once, in the order of files and lines, and the bank's figures.

Rules of shape are in `schema`, of one question's answer in `answers`, of the two languages in `languages`, across files
in `structure`; here are those that need the whole bank, and the round over all of them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..learn.grade import mentioned
from ..model import LANGS, Bank, Choice, Open, Part, Place, Problem, SingleChoice, Text
from . import schema as s
from .answers import check_question
from .files import concept_files, list_files
from .languages import check_text
from .parse import parse_concept, parse_head
from .reader import Document
from .repetition import near_duplicates
from .structure import Outline, check_structure

Severity = Literal["error", "warning"]
LONGEST_WARNS_FROM = 30
LONGEST_FAILS_FROM = 100
LONGEST_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Checked:
    """`longest` is, per language, the share of single-choice questions whose right choice is the longest."""

    bank: Bank | None
    files: int
    problems: tuple[Problem, ...]
    longest: Mapping[str, float]
    chance: float
    single_choice: int


def check_bank(root: Path) -> Checked:
    """Lint the bank folder `root`. Raises `BankBroken` only where there is no bank at all."""
    listed = list_files(root)
    head, problems = parse_head(root, listed)
    paths = concept_files(listed)
    parts: list[tuple[Part, Document]] = []
    for path in paths:
        parsed = parse_concept(root, path, head.id if head else "")
        problems += parsed.problems
        if parsed.document and isinstance(parsed.document.value, dict) and not parsed.problems:
            problems += _check_file(root, parsed.document)
        if parsed.part and parsed.document:
            parts.append((parsed.part, parsed.document))
    outlines = [outline(part, document) for part, document in parts]
    problems += check_structure(outlines, [topic.slug for topic in head.topics] if head else [])
    problems += _orphans(listed, [part for part, _ in parts], set(paths))
    if head:
        problems += _check_references(head, parts)
    problems += _check_spread(parts)
    problems += _check_key_points(parts)
    problems += near_duplicates(parts)
    longest, chance, count = _longest(parts)
    problems += _check_longest(longest, chance, count)
    problems.sort(key=lambda problem: (problem.where.file, problem.where.line, problem.where.column, problem.rule))
    bank = None
    if head:
        concepts = tuple(part.concept for part, _ in parts)
        questions = tuple(question for part, _ in parts for question in part.questions)
        snippets = tuple(snippet for part, _ in parts for snippet in part.snippets)
        bank = Bank(head.id, head.name, head.topics, concepts, questions, snippets, head.items, head.errata)
    return Checked(bank, len(listed), tuple(problems), longest, chance, count)


def outline(part: Part, document: Document) -> Outline:
    concept = part.concept
    where = document.place(["requires"] if concept.requires else ["concept"])
    return Outline(part.path, concept.slug, concept.topic, concept.level, concept.requires, where)


def _check_file(root: Path, document: Document) -> Iterator[Problem]:
    shape = s.ConceptFile.model_validate(document.value)
    yield from _check_texts(document)
    for number, question in enumerate(shape.questions):
        for path, rule, message, mend, severity in check_question(question):
            where = document.place(["questions", number, *path])
            name = Text(f"{question.id}: {message.en}", f"{question.id}：{message.zh}")
            yield Problem(where, rule, name, mend, "warning" if severity == "warning" else "error")
    seen: set[str] = set()
    for number, question in enumerate(shape.questions):
        if question.id in seen:
            yield Problem(
                document.place(["questions", number, "id"]),
                "UNIQUE",
                Text(f"question {question.id} stands twice", f"题目 {question.id} 重复出现"),
                Text("an id names one question for life", "一个标识终身只对应一道题"),
            )
        seen.add(question.id)
    yield from _check_programs(root, document, shape)


_STYLE = {"PUNCTUATION", "SPACING", "NAMES"}


def _check_texts(document: Document) -> Iterator[Problem]:
    """Compare every pair of en and zh in the file, wherever it stands."""
    for path, en, zh in _pairs(document.value, []):
        if "TODO" in en or "TODO" in zh:
            message, mend = (
                Text("still to be written", "尚未填写"),
                Text("write it in both languages", "请用两种语言写好"),
            )
            yield Problem(document.place(path), "TODO", message, mend)
            continue
        for rule, message, mend in check_text(Text(en, zh)):
            severity: Severity = "warning" if rule in _STYLE else "error"
            yield Problem(document.place(path), rule, message, mend, severity)


def _pairs(value: Any, path: list[str | int]) -> Iterator[tuple[list[str | int], str, str]]:
    if isinstance(value, dict):
        en, zh = value.get("en"), value.get("zh")
        if isinstance(en, str) and isinstance(zh, str):
            yield [*path, "zh"], en, zh
        for key, inner in value.items():
            if key != "aliases":
                yield from _pairs(inner, [*path, key])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _pairs(inner, [*path, number])


def _check_programs(root: Path, document: Document, shape: s.ConceptFile) -> Iterator[Problem]:
    named: list[tuple[str, list[str | int]]] = [(shape.snippet, ["snippet"])] if shape.snippet else []
    for number, question in enumerate(shape.questions):
        if isinstance(question, s.PredictOutputShape):
            named.append((question.program, ["questions", number, "program"]))
    folder = (root / document.file).parent
    for program, path in named:
        code = (folder / program).read_text(encoding="utf-8")
        try:
            tree = ast.parse(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            yield Problem(
                document.place(path),
                "SYNTAX",
                Text(f"{program} is not Python: {error}", f"{program} 不是合法的 Python：{error}"),
                Text("correct it", "请改正"),
            )
            continue
        if program == shape.snippet and not ast.get_docstring(tree):
            yield Problem(
                document.place(path),
                "DOCSTRING",
                Text(f"{program} does not say what it shows", f"{program} 没有说明它展示什么"),
                Text("begin it with a one-line docstring", "请以一行文档字符串开头"),
                "warning",
            )


def _orphans(listed: Mapping[str, object], parts: list[Part], concepts: set[str]) -> Iterator[Problem]:
    """Programs and outputs that no concept names; silent where a concept file could not be read."""
    named = {f"{part.path.rpartition('/')[0]}/{snippet.name}" for part in parts for snippet in part.snippets}
    unread = {path.removesuffix(".yaml") for path in concepts} - {part.path.removesuffix(".yaml") for part in parts}
    for path in listed:
        stem = path.rpartition(".")[0]
        if path.endswith((".py", ".out")) and stem not in named:
            if any(stem == base or stem.startswith(f"{base}.") for base in unread):
                continue
            yield Problem(
                Place(path),
                "ORPHAN",
                Text("no concept names this file", "没有概念用到这个文件"),
                Text("name it in a concept, or remove it", "请在概念中引用它，或删除"),
            )


def _check_references(head: Bank, parts: list[tuple[Part, Document]]) -> Iterator[Problem]:
    """`covers` and `corrects` name items and errata of source.yaml; a bank without that file skips this."""
    if not head.items:
        return
    known = {"covers": {item.id for item in head.items}, "corrects": {erratum.id for erratum in head.errata}}
    for _, document in parts:
        for path, key, slug in _references(document.value, []):
            if slug not in known[key]:
                yield Problem(
                    document.place(path),
                    key.upper(),
                    Text(f"{slug} is not in source.yaml", f"source.yaml 中没有 {slug}"),
                    Text("correct the id", "请改正标识"),
                )
    errata_items = {item.id for item in head.items}
    for erratum in head.errata:
        if unknown := set(erratum.items) - errata_items:
            yield Problem(
                Place("source.yaml"),
                "COVERS",
                Text(
                    f"{erratum.id} names {', '.join(sorted(unknown))}",
                    f"{erratum.id} 引用了不存在的 {', '.join(sorted(unknown))}",
                ),
                Text("correct the id", "请改正标识"),
            )


def _references(value: Any, path: list[str | int]) -> Iterator[tuple[list[str | int], str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("covers", "corrects") and isinstance(inner, list):
                yield from (([*path, key, number], key, str(slug)) for number, slug in enumerate(inner))
            else:
                yield from _references(inner, [*path, key])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _references(inner, [*path, number])


def _check_spread(parts: list[tuple[Part, Document]]) -> Iterator[Problem]:
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


def _check_key_points(parts: list[tuple[Part, Document]]) -> Iterator[Problem]:
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


def _longest(parts: list[tuple[Part, Document]]) -> tuple[Mapping[str, float], float, int]:
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


def _check_longest(longest: Mapping[str, float], chance: float, count: int) -> Iterator[Problem]:
    if count < LONGEST_WARNS_FROM:
        return
    severity: Severity = "error" if count >= LONGEST_FAILS_FROM else "warning"
    for lang, share in longest.items():
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
