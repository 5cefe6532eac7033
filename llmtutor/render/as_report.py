"""The report of an interview as Markdown, to be kept or shown to somebody.

What the bank says is Markdown already; what the learner typed is quoted line by line, so that it is read as typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from ..model import Lang, Text
from ..views.interview import InterviewedView, InterviewView
from .moments import duration, stamp
from .visible import visible
from .words import common
from .words import interview as words
from .words import practice as practice_words


def write(view: InterviewView, lang: Lang) -> str:
    """The document, with its last line end."""
    return "\n".join(_Report(view, lang).lines()) + "\n"


class _Report:
    def __init__(self, view: InterviewView, lang: Lang) -> None:
        self._view = view
        self._lang = lang

    def _say(self, text: Text) -> str:
        return visible(text[self._lang])

    def lines(self) -> Iterator[str]:
        view = self._view
        facts = (
            common.QUESTIONS.of(len(view.questions)),
            words.NAMED.fill(named=view.named, points=view.points),
            words.TIME_USED.fill(used=duration(view.milliseconds), minutes=view.minutes),
            stamp(view.at),
        )
        yield f"# {self._say(words.TITLE)}"
        yield ""
        yield " · ".join(map(self._say, facts))
        if not view.questions:
            yield ""
            yield self._say(words.NOTHING_ANSWERED)
            return
        yield ""
        yield f"## {self._say(words.BY_TOPIC)}"
        yield ""
        yield f"| {self._say(words.TOPIC)} | {self._say(words.COUNT)} | {self._say(words.POINTS)} |"
        yield "|---|--:|--:|"
        for topic in view.topics:
            yield f"| {self._cell(topic.name)} | {topic.questions} | {topic.named}/{topic.points} |"
        for number, each in enumerate(view.questions, 1):
            yield ""
            yield from self._question(number, each)
        if view.review:
            yield ""
            yield f"## {self._say(words.READ_AGAIN)}"
            yield ""
            for slug in view.review:
                yield f"- `llmtutor explain {visible(slug)}`"

    def _question(self, number: int, view: InterviewedView) -> Iterator[str]:
        named = sum(point.named for point in view.points)
        facts = [words.LEVEL.fill(level=view.level)]
        facts.append(words.SKIPPED if view.given is None else words.NAMED.fill(named=named, points=len(view.points)))
        if view.grade in practice_words.GRADES:
            facts.append(words.GRADE.fill(grade=practice_words.GRADES[view.grade]))
        yield f"## {number}. {self._line(view.name)}"
        yield ""
        yield self._say(view.prompt)
        yield ""
        yield f"*{' · '.join(map(self._say, facts))}*"
        if view.given is not None:
            yield ""
            yield from self._said(words.ANSWER, view.given)
        yield ""
        for point in view.points:
            yield f"- [{'x' if point.named else ' '}] {self._line(point.text)}"
        yield ""
        yield f"**{self._say(words.GOOD_ANSWER)}**"
        yield ""
        yield self._say(view.model_answer)
        if view.follow_up_question is not None:
            yield ""
            yield f"**{self._say(words.FOLLOW_UP)}** {self._line(view.follow_up_question)}"
            if view.follow_up_given is not None:
                yield ""
                yield from self._said(words.ANSWER, view.follow_up_given)
            if view.follow_up_answer is not None:
                yield ""
                yield f"**{self._say(words.GOOD_ANSWER)}** {self._line(view.follow_up_answer)}"

    def _said(self, title: Text, given: str) -> Iterator[str]:
        yield f"**{self._say(title)}**"
        yield ""
        lines = visible(given).strip().split("\n")
        for line, after in zip_longest(lines, lines[1:], fillvalue=""):
            end = "\\" if line.strip() and after.strip() else ""  # a line break that stays one
            yield f"> {_as_typed(line)}{end}".rstrip()

    def _line(self, text: Text) -> str:
        return " ".join(self._say(text).split())

    def _cell(self, text: Text) -> str:
        return self._line(text).replace("|", "\\|")


def _as_typed(line: str) -> str:
    """A line whose marks are shown and not obeyed."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|$~" else char for char in line)
