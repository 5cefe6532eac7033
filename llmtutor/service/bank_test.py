"""`bank test`: run every program of a bank, compare with what was recorded, recompute every numeric answer."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from ..bank.files import concept_files, files_of, list_files
from ..bank.parse import needed_packages, parse_concept, parse_head
from ..errors import BankBroken
from ..learn.arithmetic import ArithmeticProblem, evaluate
from ..model import Ending, Numeric, Part, Place, Problem, Question, Snippet, Text
from ..views.upkeep import BankTestView
from ..workspace import Workspace
from .lab import Outcome, check_programs

Progress = Callable[[int, int], None]


def check_folder(
    workspace: Workspace, root: Path, *, update: bool, progress: Progress = lambda done, total: None
) -> BankTestView:
    """Test the bank folder `root`; with `update`, first record what the programs print."""
    started = workspace.monotonic()
    updated, failed = _record(workspace, root, progress) if update else ((), [])
    parts, problems = _load(root)
    problems += failed
    snippets = {f"{part.path.rpartition('/')[0]}/{s.name}.py": s for part in parts for s in part.snippets}
    skipped: list[str] = []
    for done, (file, outcome) in enumerate(check_programs(workspace, snippets), 1):
        progress(done, len(snippets))
        if outcome.missing:
            skipped.append(file)
        elif outcome.problem:
            problems.append(_differs(file, outcome))
    numeric = sum(isinstance(question.body, Numeric) for part in parts for question in part.questions)
    problems += [problem for part in parts for problem in _recompute(part)]
    problems.sort(key=lambda problem: (problem.where.file, problem.where.line))
    milliseconds = int((workspace.monotonic() - started) * 1000)
    return BankTestView(str(root), len(snippets), numeric, updated, tuple(skipped), tuple(problems), milliseconds)


def _load(root: Path) -> tuple[list[Part], list[Problem]]:
    listed = list_files(root)
    head, problems = parse_head(root, listed)
    parts: list[Part] = []
    for path in concept_files(listed):
        parsed = parse_concept(root, path, head.id if head else "")
        problems += parsed.problems
        if parsed.part:
            parts.append(parsed.part)
    return parts, problems


def _record(workspace: Workspace, root: Path, progress: Progress) -> tuple[tuple[str, ...], list[Problem]]:
    """Write what each program beside a concept prints; a program that fails leaves its record as it was."""
    listed = list_files(root)
    files = [file for path in concept_files(listed) for file in files_of(path, listed) if file.endswith(".py")]
    snippets = {file: _read(root, file) for file in dict.fromkeys(files)}
    updated: list[str] = []
    problems: list[Problem] = []
    for done, (file, outcome) in enumerate(check_programs(workspace, snippets), 1):
        progress(done, len(snippets))
        record = root / f"{file.removesuffix('.py')}.out"
        if outcome.result.ending is not Ending.OK:
            if not record.exists() and outcome.problem:
                problems.append(_differs(file, outcome))
        elif not record.exists() or outcome.difference:
            try:
                record.write_text(outcome.result.stdout, encoding="utf-8")
            except OSError as error:
                raise _cannot_write(record, error) from error
            updated.append(f"{file.removesuffix('.py')}.out")
    return tuple(sorted(updated)), problems


def _read(root: Path, file: str) -> Snippet:
    """A program as it lies there; without a record it is compared with nothing."""
    code = (root / file).read_text(encoding="utf-8")
    record = root / f"{file.removesuffix('.py')}.out"
    output = record.read_text(encoding="utf-8") if record.exists() else ""
    name = file.rpartition("/")[2].removesuffix(".py")
    return Snippet(name, name.partition(".")[0], "", code, output, needed_packages(code))


def _cannot_write(path: Path, error: OSError) -> BankBroken:
    reason = error.strerror or str(error)
    return BankBroken(
        "bank-not-writable",
        Text(f"{path} cannot be written: {reason}", f"无法写入 {path}：{reason}"),
        Text("--update needs a bank that you may change", "--update 需要可写的题库"),
    )


def _differs(file: str, outcome: Outcome) -> Problem:
    shown = "".join(f"\n{line}" for line in outcome.difference[:12])
    said = outcome.problem or Text("", "")
    mend = (
        Text("if it is right: llmtutor bank test --update", "若新输出正确：llmtutor bank test --update")
        if outcome.difference
        else Text("llmtutor run shows more", "用 llmtutor run 查看详情")
    )
    return Problem(Place(file), "PROGRAM", Text(said.en + shown, said.zh + shown), mend)


def _recompute(part: Part) -> Iterator[Problem]:
    """Every numeric answer has a value for every combination of its parameters."""
    for question in part.questions:
        if isinstance(question.body, Numeric) and (said := _uncomputable(question)):
            yield Problem(
                Place(part.path),
                "EXPRESSION",
                Text(f"{question.id}: {said}", f"{question.id}：{said}"),
                Text("correct the expression or its parameters", "请改正表达式或参数"),
            )


def _uncomputable(question: Question) -> str | None:
    body = question.body
    assert isinstance(body, Numeric)
    names = [parameter.name for parameter in body.parameters]
    for values in itertools.product(*(parameter.values for parameter in body.parameters)):
        numbers = dict(zip(names, values, strict=True))
        for expression in (body.answer, *(trap.answer for trap in body.traps)):
            try:
                evaluate(expression, numbers)
            except ArithmeticProblem as problem:
                return f"{expression}: {problem} {numbers}"
    return None
