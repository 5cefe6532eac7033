"""The figures of a concept file, each with the values that were recorded beside its program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Figure, Problem, Text
from .figures import RECORD, FigureProblem, Values, fill, plan, read_record

if TYPE_CHECKING:
    from .reader import Document
    from .schema import ConceptFile

_RECORD_IT = Text("`llmtutor bank test --update` records it", "用 `llmtutor bank test --update` 生成")


def plan_figures(shape: ConceptFile) -> Mapping[str, list[Figure]]:
    """What is drawn of each program, by its name, without numbers; a figure of no program is left out."""
    plans: dict[str, list[Figure]] = {}
    for figure in shape.figures:
        if program := figure.program or shape.snippet:
            plans.setdefault(program.removesuffix(".py"), []).append(plan(figure))
    return plans


def recorded_figures(
    folder: Path, shape: ConceptFile, document: Document
) -> tuple[dict[str, list[Figure]], list[Problem]]:
    """The figures of each program by its name, with their recorded values; and what is wrong with the others."""
    drawn: dict[str, list[Figure]] = {}
    problems: list[Problem] = []
    for number, figure in enumerate(shape.figures):
        program = figure.program or shape.snippet
        if program is None:
            message, mend = (
                Text("a figure of no program", "图没有对应的程序"),
                Text("name a snippet, or the figure's program", "请给出 snippet，或在图中写明 program"),
            )
            problems.append(Problem(document.place(["figures", number]), "FIGURE", message, mend))
            continue
        name = program.removesuffix(".py")
        values = _read(folder / f"{name}{RECORD}")
        if values is None:
            message = Text(f"{name}{RECORD} does not exist, or is no record", f"{name}{RECORD} 不存在或不是有效记录")
            problems.append(Problem(document.place(["figures", number]), "FIGURE", message, _RECORD_IT))
            continue
        try:
            drawn.setdefault(name, []).append(fill(plan(figure), values))
        except FigureProblem as problem:
            problems.append(Problem(document.place(["figures", number]), "FIGURE", problem.message, _RECORD_IT))
    return drawn, problems


def _read(path: Path) -> Values | None:
    try:
        return read_record(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
