"""Answers as they come in, from a keyboard or a script, made fit for the journal: bounded, and text that is text."""

from __future__ import annotations

import math

from ..learn.unreadable import Unreadable
from ..model import Open, Question, Response, Text

LONGEST = 20_000
_EXACT = 2**53


def clean_text(text: str) -> str:
    """`text` without the half characters that a terminal of another encoding leaves. Raises Unreadable if too long."""
    if len(text) > LONGEST:
        raise Unreadable(
            Text(f"The answer is longer than {LONGEST} characters.", f"答案超过 {LONGEST} 个字符。"),
            Text("Make it shorter.", "请写短一些。"),
        )
    return text.encode("utf-8", "replace").decode("utf-8")


def check_response(question: Question, response: object) -> Response:
    """A response of a form that the grader and the journal both know; the grader judges whether it suits the kind."""
    match response:
        case bool():
            checked: Response = response
        case str():
            checked = clean_text(response)
        case int() | float():
            checked = _check_number(response)
        case list() if len(response) <= 100 and all(isinstance(part, str | int | float) for part in response):
            checked = [clean_text(_written(part)) for part in response]
        case dict() if len(response) <= 100 and all(isinstance(part, str) for part in response.values()):
            checked = {clean_text(str(key)): clean_text(part) for key, part in response.items()}
        case _:
            raise _unsuited(question)
    if isinstance(question.body, Open) and not isinstance(checked, str):
        raise _unsuited(question)
    return checked


def _check_number(number: int | float) -> Response:
    """Whole numbers that JSON readers elsewhere would round are kept as text."""
    if isinstance(number, float) and not math.isfinite(number):
        raise Unreadable(Text("That is no number.", "这不是一个数。"), Text("Write it in digits.", "请用数字书写。"))
    return str(number) if isinstance(number, int) and abs(number) > _EXACT else number


def _written(part: object) -> str:
    if isinstance(part, bool):
        return str(part).lower()
    return part if isinstance(part, str) else str(part)


_FORMS: dict[str, str] = {
    "single-choice": '"B"',
    "multiple-choice": '["A", "C"]',
    "true-false": "true",
    "cloze": '["...", "..."]',
    "numeric": '3.5, "1.5 GiB"',
    "ordering": '["C", "A", "B"]',
    "matching": '{"1": "B", "2": "A"}',
    "predict-output": '"..."',
    "open": '"..."',
    "code": "llmtutor practice",
}


def _unsuited(question: Question) -> Unreadable:
    kind = question.kind.value
    return Unreadable(
        Text("This is no answer to a question of this kind.", "这种题型不能这样作答。"),
        Text(f"{kind}: {_FORMS[kind]}", f"{kind}：{_FORMS[kind]}"),
    )
