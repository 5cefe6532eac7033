"""The quiz by keys: what is pressed becomes an act, what comes back is drawn. One question a screen.

It knows keys and pages, no rules: those are the machine's. A page is kept as the parts it was drawn from, so that it
can be drawn again when a choice is marked or the window changes; where nothing may be redrawn, a part is printed once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from ..model import Grade, Text
from ..render.words import practice as words
from ..service.practice import Act, Answer, Hint, Next, Quit, SetGrade, Skip, StepView, Typed, Undo
from ..service.practice_session import Quiz
from ..service.practice_state import Phase
from ..views.practice import ComplaintView, PositionView, QuestionView, RevealView, SummaryView
from .terminal_keys import ENTER, EOF, Keyboard, meant

Key = tuple[str | Text, Text]
LETTERS = "ABCDEFGHI"
CHOICES = frozenset({"single-choice", "multiple-choice", "true-false"})
HELP = "?"
_COMMANDS: dict[str, Act] = {"h": Hint(), "s": Skip(), "u": Undo(), "q": Quit()}
_GRADES = {str(int(grade)): grade for grade in Grade}
CONFIDENCES = {"1": 0.25, "2": 0.5, "3": 0.75, "4": 0.9, "5": 0.99}
_CHOOSE_FIRST = ComplaintView(
    "nothing-chosen",
    Text("Nothing is chosen yet.", "还没有选择。"),
    Text("Press the number of a choice, then Enter; s skips", "请按选项前的数字，再按回车；s 跳过"),
)


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


class Sitting:
    """A learner at a quiz, until it ends."""

    def __init__(
        self,
        quiz: Quiz,
        screen: Screen,
        keyboard: Keyboard,
        *,
        clock: Callable[[], datetime],
        help_page: Callable[[], Any],
        notice: Text | None = None,
        why: bool = False,
        confidence: bool = False,
    ) -> None:
        self._quiz = quiz
        self._screen = screen
        self._keyboard = keyboard
        self._clock = clock
        self._help_page = help_page
        self._notice = notice
        self._tells_why = why
        self._asks_confidence = confidence
        self._given: Answer | Typed | None = None
        self._parts: list[Callable[[], None]] = []
        self._passing: list[ComplaintView] = []
        self._question: QuestionView | None = None
        self._reveal: RevealView | None = None
        self._chosen: list[str] = []
        self._typed: list[str] = []
        self._ticked: set[int] = set()

    def run(self) -> None:
        """Ctrl-C and the end of input leave the quiz as `q` does: everything answered is kept, and summed up."""
        try:
            self._take(self._quiz.begin())
            while self._quiz.phase is not Phase.ENDED:
                self._turn()
        except (KeyboardInterrupt, EOFError):
            if self._quiz.phase is not Phase.ENDED:
                self._do(Quit())

    def _turn(self) -> None:
        if self._quiz.phase is Phase.GRADING:
            self._grade()
        elif self._quiz.phase is Phase.JUDGED:
            self._look_back()
        elif self._given is not None:
            self._weigh(self._given)
        elif self._chooses and self._keyboard.single:
            self._choose()
        else:
            self._write()

    # --- The page ---------------------------------------------------------------------------------------------------

    def _do(self, *acts: Act) -> None:
        """Do the acts, and put what came back on the page: on a new one where something is asked, or all is over."""
        views: list[StepView] = []
        for act in acts:
            views += self._quiz.send(act)
        self._take(views)

    def _take(self, views: Iterable[StepView]) -> None:
        self._screen.now = self._clock()
        views = list(views)
        self._passing = [view for view in views if isinstance(view, ComplaintView)]
        if any(isinstance(view, QuestionView | SummaryView) for view in views):
            self._parts = []
            self._chosen, self._typed = [], []
            if self._quiz.phase is Phase.ENDED or not self._screen.redraws:
                self._screen.clear()
        if self._notice is not None:
            self._add(partial(self._screen.talk, self._notice))
            self._notice = None
        for view in views:
            match view:
                case QuestionView():
                    self._question, self._reveal = view if self._tells_why else replace(view, why=None), None
                    self._add(self._show_question)
                case RevealView():
                    self._reveal, self._ticked = view, set(view.mentioned)
                    self._add(self._show_reveal)
                case SummaryView():
                    self._screen.show(view)
                case ComplaintView() if self._screen.redraws:
                    pass
                case _:
                    self._add(partial(self._screen.show, view))

    def _add(self, part: Callable[[], None]) -> None:
        self._parts.append(part)
        if not self._screen.redraws or self._quiz.phase is Phase.ENDED:
            part()

    def _show_question(self) -> None:
        if self._question is not None:
            self._screen.question(self._question, frozenset(self._chosen), tuple(self._typed))

    def _show_reveal(self) -> None:
        if self._reveal is not None:
            self._screen.reveal(self._reveal, frozenset(self._ticked))

    def _draw(self, keys: Sequence[Key], ask: Text | None = None) -> None:
        """The page with its footer; the footer alone where the page stands there already. `ask` stands above it."""
        if self._screen.redraws:
            self._screen.clear()
            for part in self._parts:
                part()
            for complaint in self._passing:
                self._screen.show(complaint)
        if ask is not None:
            self._screen.ask(ask)
        self._screen.footer(keys, self._question.position if self._question else None)

    def _help(self) -> None:
        if self._screen.redraws:
            self._screen.clear()
        self._screen.show(self._help_page())
        if self._keyboard.single:
            self._screen.footer([(words.ENTER, words.GO_ON)])
            self._keyboard.key()

    # --- A question -------------------------------------------------------------------------------------------------

    @property
    def _chooses(self) -> bool:
        return self._question is not None and self._question.kind in CHOICES

    @property
    def _choices(self) -> int:
        if self._question is None:
            return 0
        return 2 if self._question.kind == "true-false" else len(self._question.choices)

    def _choose(self) -> None:
        """One key: a mark, the answer, or a command."""
        self._draw(self._asking_keys())
        key = self._keyboard.key()
        if key.isdecimal() and 1 <= int(key) <= self._choices:
            self._mark(LETTERS[int(key) - 1])
        elif key == ENTER:
            if self._chosen:
                self._answer(Answer(self._as_response()))
            else:
                self._passing = [_CHOOSE_FIRST]
        else:
            self._command(key)

    def _mark(self, letter: str) -> None:
        self._passing = []
        if self._question is not None and self._question.kind == "multiple-choice":
            self._chosen = sorted({letter} ^ set(self._chosen))
        else:
            self._chosen = [letter]

    def _as_response(self) -> object:
        match self._question.kind if self._question else "":
            case "multiple-choice":
                return list(self._chosen)
            case "true-false":
                return self._chosen[0] == "A"
        return self._chosen[0]

    def _command(self, key: str) -> None:
        if key == HELP:
            self._help()
        elif key == EOF:
            self._do(Quit())
        elif key in _COMMANDS:
            self._do(_COMMANDS[key])

    def _write(self) -> None:
        """A line, or for gaps and open answers several; a command instead of any of them."""
        self._draw(self._asking_keys())
        gaps = self._question.gaps if self._question else 0
        if gaps > 1:
            self._fill_gaps(gaps)
            return
        text = self._keyboard.line("> ")
        if command := self._as_command(text):
            self._command(command)
        elif self._question is not None and self._question.kind == "open":
            self._write_on(text)
        elif text.strip():
            self._answer(Typed(text))

    def _write_on(self, text: str) -> None:
        """An open answer goes on until an empty line."""
        lines = [text]
        while lines[-1].strip():
            try:
                line = self._keyboard.line("  ")
            except EOFError:
                break
            if command := self._as_command(line):
                self._command(command)
                return
            lines.append(line)
        self._answer(Typed("\n".join(lines)))

    def _fill_gaps(self, gaps: int) -> None:
        """Gap by gap, each shown in the sentence once it is filled; all at once where the line holds separators."""
        text = self._keyboard.line(f"[{len(self._typed) + 1}/{gaps}] > ")
        if command := self._as_command(text):
            self._command(command)
        elif not self._typed and meant(text).count(";") == gaps - 1:
            self._answer(Typed(text))
        else:
            self._passing = []
            self._typed.append(text.strip())
            if len(self._typed) == gaps:
                given, self._typed = self._typed, self._typed if any(self._typed) else []
                self._answer(Answer(given))

    def _as_command(self, text: str) -> str | None:
        """`:h` and the like; where a choice is asked for, `h` alone will do."""
        word = meant(text.strip())
        if word.startswith(":"):
            word = word[1:]
        elif not self._chooses:
            return None
        return word if word in _COMMANDS or word == HELP else None

    def _asking_keys(self) -> list[Key]:
        question = self._question
        colon = "" if self._chooses else ":"
        keys: list[Key] = [(f"1-{self._choices}", words.CHOOSE)] if self._chooses else []
        keys.append((words.ENTER, words.REVEAL if question and question.kind == "open" else words.CONFIRM))
        if question and question.hints:
            keys.append((colon + "h", words.ASK_HINT))
        return [
            *keys,
            (colon + "s", words.SKIP),
            (colon + "u", words.UNDO),
            (colon + HELP, words.SHOW_KEYS),
            (colon + "q", words.LEAVE),
        ]

    # --- How sure ---------------------------------------------------------------------------------------------------

    def _answer(self, given: Answer | Typed) -> None:
        """Give the answer, or ask first how sure the learner is of it; what is no answer is told at once."""
        if not self._asks_confidence or self._quiz.complaint(given) is not None:
            self._do(given)
        else:
            self._given = given

    def _weigh(self, given: Answer | Typed) -> None:
        """One key for how sure the learner is, with which the answer is given; `u` goes back to the question."""
        self._passing = []
        sure: list[Key] = [(key, words.SURE[key]) for key in CONFIDENCES]
        self._draw([*sure, (words.ENTER, words.NOT_TOLD), ("u", words.UNDO), ("q", words.LEAVE)], words.HOW_SURE)
        for key in self._keys():
            if key in CONFIDENCES or key == ENTER:
                self._given = None
                self._do(replace(given, confidence=CONFIDENCES.get(key)))
            elif key in ("q", EOF):
                self._given = None
                self._do(Quit())
            elif key == "u":
                self._given = None
            elif key == HELP:
                self._help()
            if self._given is None:
                return

    # --- After the answer -------------------------------------------------------------------------------------------

    def _keys(self) -> Iterator[str]:
        """Keys as they come; of a line each character, where there are only lines."""
        if self._keyboard.single:
            yield self._keyboard.key()
            return
        line = meant(self._keyboard.line("> ").strip()).lstrip(":")
        yield from line or [ENTER]

    def _look_back(self) -> None:
        """After a verdict."""
        self._draw(
            [
                (words.ENTER, words.GO_ON),
                ("1-4", words.CHANGE_GRADE),
                ("u", words.UNDO),
                (HELP, words.SHOW_KEYS),
                ("q", words.LEAVE),
            ]
        )
        for key in self._keys():
            if key in (ENTER, " "):
                self._do(Next())
            elif key in _GRADES:
                self._do(SetGrade(_GRADES[key]))
            elif key in ("u", "q", EOF, HELP):
                self._command(key)
            if self._quiz.phase is not Phase.JUDGED:
                return

    def _grade(self) -> None:
        """After an open answer is revealed: tick points off, then a grade."""
        points = len(self._reveal.key_points) if self._reveal else 0
        keys: list[Key] = [(f"a-{LETTERS[points - 1].lower()}", words.TICK)] if points else []
        keys += [(key, words.GRADES[int(key)]) for key in _GRADES]
        self._draw([*keys, ("u", words.UNDO), (HELP, words.SHOW_KEYS), ("q", words.LEAVE)])
        ticked = False
        for key in self._keys():
            place = LETTERS.find(key.upper()) if len(key) == 1 else -1
            if 0 <= place < points:
                self._ticked ^= {place}
                ticked = True
            elif key in _GRADES:
                self._do(SetGrade(_GRADES[key], tuple(sorted(self._ticked))), Next())
            elif key in ("u", "q", EOF, HELP):
                self._command(key)
            if self._quiz.phase is not Phase.GRADING:
                return
        if ticked and not self._screen.redraws:
            listed = ", ".join(LETTERS[place].lower() for place in sorted(self._ticked)) or "-"
            self._screen.talk(Text(f"Ticked: {listed}", f"已勾选：{listed}"))
