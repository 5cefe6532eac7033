"""Judges solutions of an exercise: puts the judge's program together, runs it under limits, reads what it reports.

A report counts only behind the token that this run was given; whatever else the program printed is the learner's, and
is handed back as that. A run that ended without a report is told from how it ended.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..model import Code, Ending, Failure, Judged, Reason, RunResult, ShownValue, Text
from .limits import USUAL
from .runner import Bench, Program

LIMITS = replace(USUAL, seconds=10.0, cpu_seconds=10)
"""For all laws together; one call may take two seconds (`judge_run.SECONDS`)."""

_PARTS = ("judge", "judge_values", "judge_run")
_PROGRAM = """\
import sys, types
for name in ("llmtutor", "llmtutor.lab"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = []
for name, source in {sources!r}.items():
    sys.modules[name] = module = types.ModuleType(name)
    module.__package__ = "llmtutor.lab"
    exec(compile(source, name, "exec"), module.__dict__)
main = module.main
del name, source, module
main({order!r})
"""


@dataclass(frozen=True, slots=True)
class Order:
    """Solutions of one exercise to be judged in one run, by name; `file` is what error messages call them."""

    exercise: Code
    solutions: Mapping[str, str]
    file: str


def program_of(order: Order) -> tuple[Program, str]:
    """The program that judges, and the token that its reports begin with."""
    token = secrets.token_hex(16)
    exercise = order.exercise
    asked = {
        "token": token,
        "function": exercise.function,
        "file": order.file,
        "reference": exercise.solution,
        "judge": exercise.judge,
        "mistakes": {mistake.name: mistake.code for mistake in exercise.mistakes},
        "solutions": dict(order.solutions),
    }
    here = Path(__file__).parent
    sources = {f"llmtutor.lab.{name}": (here / f"{name}.py").read_text(encoding="utf-8") for name in _PARTS}
    return Program("judge", _PROGRAM.format(sources=sources, order=asked), LIMITS), token


def read_reports(result: RunResult, token: str) -> dict[str, Judged]:
    """What was reported of each solution, by name; nothing of those that the run did not come to."""
    reports: dict[str, Judged] = {}
    for line in result.stdout.splitlines():
        mark, _, body = line.partition(" ")
        if mark == token:
            report = json.loads(body)
            reports.setdefault(report["solution"], _judged(report))
    return reports


def judge_one(
    bench: Bench, exercise: Code, solution: str, file: str, on_wait: Callable[[float], None] | None = None
) -> tuple[Judged, RunResult]:
    """Judge what a learner wrote; what it printed is the result's `stderr`."""
    program, token = program_of(Order(exercise, {"solution": solution}, file))
    result = bench.run(program, None, on_wait)
    return read_reports(result, token).get("solution") or judged_by_ending(result), result


def judged_by_ending(result: RunResult) -> Judged:
    """The verdict where the program ended before it could report."""
    reasons = {Ending.TIMEOUT: Reason.SLOW, Ending.MEMORY: Reason.MEMORY, Ending.OUTPUT: Reason.OUTPUT}
    return Judged((), Failure(reasons.get(result.ending, Reason.EXITED)))


def _judged(report: dict[str, Any]) -> Judged:
    failure = report["failure"]
    return Judged(
        held=tuple(Text(law["en"], law["zh"]) for law in report["held"]),
        failure=None if failure is None else _failure(failure),
        mistake=report["mistake"],
    )


def _failure(report: dict[str, Any]) -> Failure:
    law = report.get("law")
    return Failure(
        reason=Reason(report["reason"]),
        law=Text(law["en"], law["zh"]) if law else None,
        inputs=tuple(map(_value, report.get("inputs", ()))),
        expected=_value(report["expected"]) if report.get("expected") else None,
        actual=_value(report["actual"]) if report.get("actual") else None,
        place=report.get("place", ""),
        error=report.get("error", ""),
        line=report.get("line"),
    )


def _value(shown: dict[str, Any]) -> ShownValue:
    return ShownValue(shown["text"], shown["kind"], tuple(shown["shape"]), shown["name"])
