"""The page a quiz is on: one question, what was told before it, and what came after it.

It is kept as the parts it was drawn from, so that it can be drawn again when a choice is marked or the window changes;
where nothing may be redrawn, a part is printed once. It draws nothing itself: the screen does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from ..model import Text
from ..service.practice_acts import StepView
from ..views.interview import InterviewView
from ..views.lab import PredictionView
from ..views.placement import PlacementView
from ..views.practice import ComplaintView, PositionView, QuestionView, RevealView, SummaryView, VerdictView

Key = tuple[str | Text, Text]
CHOICES = frozenset({"single-choice", "multiple-choice", "true-false"})


class Screen(Protocol):
    """What the quiz needs of `render.as_rich.Screen`."""

    now: datetime | None

    @property
    def redraws(self) -> bool: ...

    def show(self, view: Any) -> None: ...

    def question(self, view: QuestionView, chosen: Collection[str] = ..., typed: Sequence[str] = ...) -> None: ...

    def reveal(self, view: RevealView, ticked: Collection[int]) -> None: ...

    def footer(self, keys: Sequence[Key], position: PositionView | None = ...) -> None: ...

    def clear(self) -> None: ...

    def ask(self, text: Text) -> None: ...

    def talk(self, text: Text) -> None: ...


class Page:
    """`chosen` are letters, `typed` the gaps filled so far, `ticked` key points counted from 0; who changes one of them
    draws the page anew."""

    def __init__(self, screen: Screen, *, why: bool, notice: Text | None) -> None:
        self.question: QuestionView | None = None
        self.reveal: RevealView | None = None
        self.chosen: list[str] = []
        self.typed: list[str] = []
        self.ticked: set[int] = set()
        self.complaint: ComplaintView | None = None
        self._screen = screen
        self._tells_why = why
        self._notice = notice
        self.verdict: VerdictView | None = None  # of a predicted output that can still be run
        self._parts: list[Callable[[], None]] = []

    @property
    def chooses(self) -> bool:
        """Whether the question is answered by choosing."""
        return self.question is not None and self.question.kind in CHOICES

    @property
    def choices(self) -> int:
        if self.question is None:
            return 0
        return 2 if self.question.kind == "true-false" else len(self.question.choices)

    def take(self, views: Sequence[StepView | PredictionView], *, ended: bool) -> None:
        """Put what came back on the page: on a new one where something is asked, or all is over."""
        self.complaint = None
        if any(isinstance(view, QuestionView | SummaryView | PlacementView | InterviewView) for view in views):
            self._parts, self.chosen, self.typed = [], [], []
            if ended or not self._screen.redraws:
                self._screen.clear()
        once = ended or not self._screen.redraws
        if self._notice is not None:
            self._add(partial(self._screen.talk, self._notice), once=once)
            self._notice = None
        for view in views:
            match view:
                case PredictionView():
                    self.verdict = None
                    self._add(partial(self._screen.show, view), once=once)
                case QuestionView():
                    self.verdict = None
                    self.question, self.reveal = view if self._tells_why else replace(view, why=None), None
                    self._add(self._show_question, once=once)
                case RevealView():
                    self.reveal, self.ticked = view, set(view.mentioned)
                    self._add(self._show_reveal, once=once)
                case VerdictView() if self.question is not None and self.question.kind == "predict-output":
                    self.verdict = view
                    self._add(partial(self._screen.show, view), once=once)
                case ComplaintView() if not once:
                    self.complaint = view
                case _:
                    self._add(partial(self._screen.show, view), once=once)

    def draw(self, keys: Sequence[Key], ask: Text | None = None) -> None:
        """The page with its footer; the footer alone where the page stands there already. `ask` stands above it."""
        if self._screen.redraws:
            self._screen.clear()
            for part in self._parts:
                part()
            if self.complaint is not None:
                self._screen.show(self.complaint)
        if ask is not None:
            self._screen.ask(ask)
        self._screen.footer(keys, self.question.position if self.question else None)

    def _add(self, part: Callable[[], None], *, once: bool) -> None:
        self._parts.append(part)
        if once:
            part()

    def _show_question(self) -> None:
        if self.question is not None:
            self._screen.question(self.question, frozenset(self.chosen), tuple(self.typed))

    def _show_reveal(self) -> None:
        if self.reveal is not None:
            self._screen.reveal(self.reveal, frozenset(self.ticked))
