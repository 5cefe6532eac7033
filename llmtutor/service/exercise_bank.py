"""`bank test` of exercises: the reference passes, every wrong solution fails and is known for what it is, the stub
fails because it is unfinished. One run of the lab for each exercise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model import Code, Judged, Place, Problem, Question, Reason, Text
from ..workspace import Workspace
from .lab import could_start, count_processors


def judge_exercises(workspace: Workspace, exercises: Mapping[Question, str]) -> Iterator[Problem]:
    """What is wrong with the exercises; each with the file that its question stands in."""
    from ..lab.exercise import LIMITS, Order, judged_by_ending, program_of, read_reports
    from ..lab.runner import run_all

    questions = list(exercises)
    orders = [program_of(Order(_code(question), _solutions(question), "solution.py")) for question in questions]
    programs = [replace(program, limits=replace(LIMITS, seconds=60.0, cpu_seconds=60)) for program, _ in orders]
    with could_start():
        for place, result in run_all(programs, environ=workspace.environ, jobs=count_processors()):
            question = questions[place]
            where = Place(exercises[question])
            reports = read_reports(result, orders[place][1])
            if not reports:
                said = result.stderr.strip().rpartition("\n")[2] or judged_by_ending(result).failure or result.ending
                yield Problem(
                    where,
                    "EXERCISE",
                    Text(f"{question.id}: the judge failed: {said}", f"{question.id}：评判程序出错：{said}"),
                    Text("correct the judge or the reference", "请改正评判程序或参考解答"),
                )
                continue
            for message in _find_faults(question, reports):
                named = Text(f"{question.id}: {message.en}", f"{question.id}：{message.zh}")
                yield Problem(
                    where, "EXERCISE", named, Text("correct that program, or the judge", "请改正该程序或评判")
                )


def _code(question: Question) -> Code:
    assert isinstance(question.body, Code)
    return question.body


def _solutions(question: Question) -> dict[str, str]:
    code = _code(question)
    wrong = {f"wrong-{mistake.name}": mistake.code for mistake in code.mistakes}
    return {"solution": code.solution, "stub": code.stub, **wrong}


def _find_faults(question: Question, reports: Mapping[str, Judged]) -> Iterator[Text]:
    for name in _solutions(question):
        judged = reports.get(name)
        if judged is None:
            yield Text(f"{name} ended the judge", f"{name} 使评判程序中止")
        elif name == "solution":
            if failure := judged.failure:
                said = failure.law.en if failure.law else failure.error or failure.reason.value
                yield Text(f"the reference fails: {said}", f"参考解答未通过：{said}")
        elif judged.passed:
            yield Text(f"{name} passes", f"{name} 竟然通过了")
        elif name == "stub":
            if judged.failure and judged.failure.reason is not Reason.UNFINISHED:
                said = judged.failure.error or judged.failure.reason.value
                yield Text(
                    f"the stub must raise NotImplementedError: {said}", f"骨架应抛出 NotImplementedError：{said}"
                )
        elif f"wrong-{judged.mistake}" != name:
            yield Text(
                f"{name} is taken for {judged.mistake or 'no known mistake'}",
                f"{name} 被认作{judged.mistake or '未知错误'}",
            )
