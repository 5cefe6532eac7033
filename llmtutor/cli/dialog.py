"""`quiz --json`: the quiz as JSON Lines. One object a line in, one envelope or more a line out, always at least one.

    {"answer": ..., "confidence": 0.8} {"hint": true} {"skip": true} {"undo": true} {"quit": true}
    {"grade": 3, "points": [0, 2]}

`confidence`, how sure the learner is from 0 to 1, may be left out. A line that is none of these is answered by `error`,
and the dialog goes on. After a verdict the next question follows by itself; a grade then still changes the last
answer's. End of input is quit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from ..model import Grade, Text
from ..service.practice_acts import Act, Answer, Asking, Hint, Next, Quit, SetGrade, Skip, StepView, Undo
from ..service.practice_state import Phase
from ..views.practice import ComplaintView

LONGEST = 200_000  # bytes of a line

_PLAIN: dict[str, Act] = {"hint": Hint(), "skip": Skip(), "undo": Undo(), "quit": Quit()}
_HINT = Text(
    '{"answer": ...}, {"hint": true}, {"skip": true}, {"undo": true}, {"quit": true} or {"grade": 1-4}',
    '{"answer": ...}、{"hint": true}、{"skip": true}、{"undo": true}、{"quit": true} 或 {"grade": 1-4}',
)


def converse(quiz: Asking, lines: Iterable[bytes], emit: Callable[[StepView], None]) -> None:
    """Until the quiz ends, is left, or nobody says anything more."""

    def do(act: Act) -> None:
        for view in quiz.send(act):
            emit(view)

    try:
        for view in quiz.begin():
            emit(view)
        for line in lines:
            if isinstance(act := read_act(line), ComplaintView):
                emit(act)
                continue
            do(act)
            if quiz.phase is Phase.JUDGED:
                do(Next())
            if quiz.phase is Phase.ENDED:
                return
    except KeyboardInterrupt:
        if quiz.phase is Phase.ENDED:
            return
    do(Quit())


def read_act(line: bytes) -> Act | ComplaintView:
    """What a line asks for, or what is wrong with it."""
    if len(line) > LONGEST:
        return _complain("bad-line", Text(f"Longer than {LONGEST} bytes.", f"超过 {LONGEST} 字节。"))
    try:
        said = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return _complain("bad-line", Text("This is not JSON.", "不是 JSON。"))
    if not isinstance(said, dict) or not said:
        return _complain("bad-line", Text("A JSON object is expected.", "应当是 JSON 对象。"))
    if len(said) == 1:
        ((word, value),) = said.items()
        if word in _PLAIN and value is True:
            return _PLAIN[word]
    if "answer" in said and said.keys() <= {"answer", "confidence"}:
        confidence = said.get("confidence")
        if confidence is None or (type(confidence) in (int, float) and 0 <= confidence <= 1):
            return Answer(said["answer"], None if confidence is None else float(confidence))
        return _complain("bad-confidence", Text("A confidence is a number from 0 to 1.", "把握应是 0 到 1 的数。"))
    if said.keys() <= {"grade", "points"} and _is_grade(said):
        return SetGrade(Grade(said["grade"]), tuple(said.get("points", ())))
    return _complain("bad-line", Text("This asks for nothing that is known.", "无法识别这一行的请求。"))


def _is_grade(said: dict[str, Any]) -> bool:
    points = said.get("points", [])
    return (
        type(said.get("grade")) is int
        and said["grade"] in set(Grade)
        and isinstance(points, list)
        and len(points) <= 100
        and all(type(point) is int for point in points)
    )


def _refuse(name: str) -> None:
    raise ValueError(name)


def _complain(code: str, message: Text) -> ComplaintView:
    return ComplaintView(code, message, _HINT)
