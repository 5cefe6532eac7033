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

from ..formula import FormulaProblem, can_draw, draw
from ..model import Bank, Code, Part, Place, Problem, Text
from . import schema as s
from .answers import check_question
from .exercise_files import check_programs, name_files
from .figures import RECORD
from .files import concept_files, list_files
from .languages import check_text
from .parse import parse_concept, parse_head
from .quality import check_key_points, check_longest, check_spread, count_longest
from .reader import Document
from .repetition import near_duplicates
from .structure import Outline, check_structure

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Checked:
    """`longest` is, per language, the share of single-choice questions whose right choice is the longest."""

    bank: Bank | None
    files: int
    problems: tuple[Problem, ...]
    longest: Mapping[str, float]
    chance: float
    single_choice: int
    linear_only: int = 0


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
    problems += check_spread(parts)
    problems += check_key_points(parts)
    problems += near_duplicates(parts)
    longest, chance, count = count_longest(parts)
    problems += check_longest(longest, chance, count)
    problems.sort(key=lambda problem: (problem.where.file, problem.where.line, problem.where.column, problem.rule))
    bank = None
    if head:
        concepts = tuple(part.concept for part, _ in parts)
        questions = tuple(question for part, _ in parts for question in part.questions)
        snippets = tuple(snippet for part, _ in parts for snippet in part.snippets)
        bank = Bank(head.id, head.name, head.topics, concepts, questions, snippets, head.items, head.errata)
    formulas = [latex for part, _ in parts for latex in part.concept.formulas]
    linear = sum(can_draw(latex) == "linear" for latex in formulas)
    return Checked(bank, len(listed), tuple(problems), longest, chance, count, linear)


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
    yield from _check_formulas(document, shape)
    yield from _check_programs(root, document, shape)


def _check_formulas(document: Document, shape: s.ConceptFile) -> Iterator[Problem]:
    """Formulas that no form can show; what only one line can hold is fine, and counted among the bank's figures."""
    for number, latex in enumerate(shape.formula):
        try:
            draw(latex, _COLUMNS, linear=True)
        except FormulaProblem as problem:
            yield Problem(
                document.place(["formula", number]),
                "FORMULA",
                problem.message,
                Text(
                    "use plain LaTeX: \\frac, \\sqrt, \\sum, \\text, Greek letters",
                    "请用基本的 LaTeX：\\frac、\\sqrt、\\sum、\\text、希腊字母",
                ),
            )


_COLUMNS = 100
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
            if key not in ("aliases", "asked"):
                yield from _pairs(inner, [*path, key])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _pairs(inner, [*path, number])


def _check_programs(root: Path, document: Document, shape: s.ConceptFile) -> Iterator[Problem]:
    named: list[tuple[str, list[str | int]]] = [(shape.snippet, ["snippet"])] if shape.snippet else []
    named += [(program, ["programs", number]) for number, program in enumerate(shape.programs)]
    for number, question in enumerate(shape.questions):
        if isinstance(question, s.PredictOutputShape):
            named.append((question.program, ["questions", number, "program"]))
    folder = (root / document.file).parent
    for number, question in enumerate(shape.questions):
        if isinstance(question, s.CodeShape):
            found = check_programs(shape.concept, question, lambda file: (folder / file).read_text(encoding="utf-8"))
            for rule, message, mend in found:
                yield Problem(document.place(["questions", number, "id"]), rule, message, mend)
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
        if program in (shape.snippet, *shape.programs) and not ast.get_docstring(tree):
            yield Problem(
                document.place(path),
                "DOCSTRING",
                Text(f"{program} does not say what it shows", f"{program} 没有说明它展示什么"),
                Text("begin it with a one-line docstring", "请以一行文档字符串开头"),
                "warning",
            )


def _orphans(listed: Mapping[str, object], parts: list[Part], concepts: set[str]) -> Iterator[Problem]:
    """Programs and outputs that no concept names; silent where a concept file could not be read."""
    snippets = [(f"{part.path.rpartition('/')[0]}/{known.name}", known) for part in parts for known in part.snippets]
    named = {f"{name}{ending}" for name, _ in snippets for ending in (".py", ".out")}
    named |= {f"{name}{RECORD}" for name, known in snippets if known.figures}
    for part in parts:
        for question in part.questions:
            if isinstance(question.body, Code):
                files = name_files(question.id, [mistake.name for mistake in question.body.mistakes])
                named |= {f"{part.path.rpartition('/')[0]}/{file}" for file in files}
    unread = {path.removesuffix(".yaml") for path in concepts} - {part.path.removesuffix(".yaml") for part in parts}
    for path in listed:
        if path.endswith((".py", ".out", RECORD)) and path not in named:
            if any(path.startswith(f"{base}.") for base in unread):
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
