"""`bank test`: run every program of a bank, compare with what was recorded, recompute every numeric answer,
judge the solutions of every exercise."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..bank.exercise_files import is_exercise_file
from ..bank.figures import RECORD, FigureProblem, fill, read_record, same_values, variables_of, write_record
from ..bank.files import concept_files, files_of, list_files
from ..bank.parse import parse_concept, parse_head, planned_figures
from ..bank.programs import needed_packages
from ..errors import CannotWrite
from ..learn.arithmetic import ArithmeticProblem, evaluate
from ..model import Ending, Figure, Kind, Numeric, Part, Place, Problem, Question, Snippet, Text
from ..views.upkeep import BankTestView
from ..workspace import Workspace
from .exercise_bank import judge_exercises
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
        else:
            problems += _other_figures(file, snippets[file].figures, outcome.values)
    exercises = {question: part.path for part in parts for question in part.questions if question.kind == Kind.CODE}
    problems += judge_exercises(workspace, exercises)
    numeric = sum(isinstance(question.body, Numeric) for part in parts for question in part.questions)
    problems += [problem for part in parts for problem in _recompute(part)]
    problems.sort(key=lambda problem: (problem.where.file, problem.where.line))
    milliseconds = int((workspace.monotonic() - started) * 1000)
    return BankTestView(
        str(root),
        len(snippets),
        numeric,
        updated,
        tuple(skipped),
        tuple(problems),
        milliseconds,
        exercises=len(exercises),
    )


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
    """Write what each program beside a concept prints and hands over; if it fails, its records stay."""
    listed = list_files(root)
    snippets: dict[str, Snippet] = {}
    for path in concept_files(listed):
        plans = planned_figures(root, path)
        programs = [file for file in files_of(path, listed) if file.endswith(".py") and not is_exercise_file(file)]
        snippets |= {file: _read(root, file, plans) for file in programs}
    updated: list[str] = []
    problems: list[Problem] = []
    for done, (file, outcome) in enumerate(check_programs(workspace, snippets), 1):
        progress(done, len(snippets))
        name = file.removesuffix(".py")
        record = root / f"{name}.out"
        if outcome.result.ending is not Ending.OK:
            if not record.exists() and outcome.problem:
                problems.append(_differs(file, outcome))
            continue
        if not record.exists() or outcome.difference:
            _write(record, outcome.result.stdout)
            updated.append(f"{name}.out")
        figures = snippets[file].figures
        if figures and not _recorded(root / f"{name}{RECORD}", figures, outcome.values):
            _write(root / f"{name}{RECORD}", write_record(outcome.values, figures))
            updated.append(f"{name}{RECORD}")
    return tuple(sorted(updated)), problems


def _recorded(record: Path, figures: tuple[Figure, ...], values: Mapping[str, object]) -> bool:
    """Whether the record says the same already, and nothing else."""
    if not record.exists() or (known := read_record(record.read_text(encoding="utf-8"))) is None:
        return False
    wanted = [name for name in variables_of(figures) if name in values]
    return list(known) == wanted and all(same_values(known[name], values[name]) for name in wanted)


def _other_figures(file: str, figures: tuple[Figure, ...], values: Mapping[str, object]) -> Iterator[Problem]:
    """Figures whose values are others now than those recorded."""
    for figure in figures:
        try:
            drawn = fill(figure, values)
        except FigureProblem as problem:
            yield Problem(Place(file), "FIGURE", problem.message, _RECORD_AGAIN)
            continue
        ticks = (drawn.x.ticks, drawn.y.ticks) == (figure.x.ticks, figure.y.ticks)
        if not ticks or not same_values([*map(list, figure.rows)], [*map(list, drawn.rows)]):
            said = Text(
                f"the values of `{figure.values}` differ from those recorded", f"`{figure.values}` 的值与记录不同"
            )
            yield Problem(Place(file), "FIGURE", said, _RECORD_AGAIN)


_RECORD_AGAIN = Text("if it is right: llmtutor bank test --update", "若新的值正确：llmtutor bank test --update")


def _write(record: Path, text: str) -> None:
    try:
        record.write_text(text, encoding="utf-8")
    except OSError as error:
        hint = Text("--update needs a bank that you may change", "--update 需要可写的题库")
        raise CannotWrite(record, error, hint) from error


def _read(root: Path, file: str, plans: Mapping[str, list[Figure]]) -> Snippet:
    """A program as it lies there; without a record it is compared with nothing."""
    code = (root / file).read_text(encoding="utf-8")
    record = root / f"{file.removesuffix('.py')}.out"
    output = record.read_text(encoding="utf-8") if record.exists() else ""
    name = file.rpartition("/")[2].removesuffix(".py")
    return Snippet(name, name.partition(".")[0], "", code, output, needed_packages(code), tuple(plans.get(name, ())))


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
