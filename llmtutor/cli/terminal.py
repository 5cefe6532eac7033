"""The quiz by keys: what is pressed becomes an act, what comes back is put on the page.

It knows keys, no rules: those are the machine's. Where single keys cannot be read it takes lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..errors import LlmtutorError
from ..model import Grade, Text
from ..render.words import practice as words
from ..service.practice_acts import Act, Answer, Asking, Hint, Next, Quit, SetGrade, Skip, StepView, Typed, Undo
from ..service.practice_state import Phase
from ..views.lab import PredictionView
from ..views.practice import ComplaintView, VerdictView
from .asking import FOREIGN
from .terminal_keys import ENTER, EOF, Keyboard, meant
from .terminal_page import Key, Page, Screen

if TYPE_CHECKING:
    from ..service.trust import Ask

LETTERS = "ABCDEFGHI"
HELP = "?"
_COMMANDS: dict[str, Act] = {"h": Hint(), "s": Skip(), "u": Undo(), "q": Quit()}
_GRADES = {str(int(grade)): grade for grade in Grade}
CONFIDENCES = {"1": 0.25, "2": 0.5, "3": 0.75, "4": 0.9, "5": 0.99}
_CHOOSE_FIRST = ComplaintView(
    "nothing-chosen",
    Text("Nothing is chosen yet.", "还没有选择。"),
    Text("Press the number of a choice, then Enter; s skips", "请按选项前的数字，再按回车；s 跳过"),
)


class Sitting:
    """A learner at a quiz, until it ends."""

    def __init__(
        self,
        quiz: Asking,
        screen: Screen,
        keyboard: Keyboard,
        *,
        clock: Callable[[], datetime],
        help_page: Callable[[], Any],
        notice: Text | None = None,
        why: bool = False,
        confidence: bool = False,
        predict: Callable[[str, str, Ask], Any] | None = None,
    ) -> None:
        self._quiz = quiz
        self._screen = screen
        self._keyboard = keyboard
        self._clock = clock
        self._help_page = help_page
        self._asks_confidence = confidence
        self._predict = predict
        self._given: Answer | Typed | None = None
        self._page = Page(screen, why=why, notice=notice)

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
        elif self._page.chooses and self._keyboard.single:
            self._choose()
        else:
            self._write()

    def _do(self, *acts: Act) -> None:
        """Do the acts, and put what came back on the page."""
        views: list[StepView] = []
        for act in acts:
            views += self._quiz.send(act)
        self._take(views)

    def _take(self, views: Sequence[StepView | PredictionView]) -> None:
        self._screen.now = self._clock()
        self._page.take(views, ended=self._quiz.phase is Phase.ENDED)

    def _help(self) -> None:
        if self._screen.redraws:
            self._screen.clear()
        self._screen.show(self._help_page())
        if self._keyboard.single:
            self._screen.footer([(words.ENTER, words.GO_ON)])
            self._keyboard.key()

    # --- A question -------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """One key: a mark, the answer, or a command."""
        self._page.draw(self._asking_keys())
        key = self._keyboard.key()
        if key.isdecimal() and 1 <= int(key) <= self._page.choices:
            self._mark(LETTERS[int(key) - 1])
        elif key == ENTER:
            if self._page.chosen:
                self._answer(Answer(self._as_response()))
            else:
                self._page.complaint = _CHOOSE_FIRST
        else:
            self._command(key)

    def _mark(self, letter: str) -> None:
        self._page.complaint = None
        if self._page.question is not None and self._page.question.kind == "multiple-choice":
            self._page.chosen = sorted({letter} ^ set(self._page.chosen))
        else:
            self._page.chosen = [letter]

    def _as_response(self) -> object:
        match self._page.question.kind if self._page.question else "":
            case "multiple-choice":
                return list(self._page.chosen)
            case "true-false":
                return self._page.chosen[0] == "A"
        return self._page.chosen[0]

    def _command(self, key: str) -> None:
        if key == HELP:
            self._help()
        elif key == EOF:
            self._do(Quit())
        elif key in _COMMANDS:
            self._do(_COMMANDS[key])

    def _write(self) -> None:
        """A line, or for gaps and open answers several; a command instead of any of them."""
        self._page.draw(self._asking_keys())
        gaps = self._page.question.gaps if self._page.question else 0
        if gaps > 1:
            self._fill_gaps(gaps)
            return
        text = self._keyboard.line("> ")
        if command := self._as_command(text):
            self._command(command)
        elif self._page.question is not None and self._page.question.kind == "open":
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
        text = self._keyboard.line(f"[{len(self._page.typed) + 1}/{gaps}] > ")
        if command := self._as_command(text):
            self._command(command)
        elif not self._page.typed and meant(text).count(";") == gaps - 1:
            self._answer(Typed(text))
        else:
            self._page.complaint = None
            self._page.typed.append(text.strip())
            if len(self._page.typed) == gaps:
                given, self._page.typed = self._page.typed, self._page.typed if any(self._page.typed) else []
                self._answer(Answer(given))

    def _as_command(self, text: str) -> str | None:
        """`:h` and the like; where a choice is asked for, `h` alone will do."""
        word = meant(text.strip())
        if word.startswith(":"):
            word = word[1:]
        elif not self._page.chooses:
            return None
        return word if word in _COMMANDS or word == HELP else None

    def _asking_keys(self) -> list[Key]:
        question = self._page.question
        colon = "" if self._page.chooses else ":"
        keys: list[Key] = [(f"1-{self._page.choices}", words.CHOOSE)] if self._page.chooses else []
        keys.append((words.ENTER, self._enter()))
        if question and question.hints:
            keys.append((colon + "h", words.ASK_HINT))
        return [
            *keys,
            (colon + "s", words.SKIP),
            (colon + "u", words.UNDO),
            (colon + HELP, words.SHOW_KEYS),
            (colon + "q", words.LEAVE),
        ]

    def _enter(self) -> Text:
        """What Enter does to an answer; against the clock an open one is handed in, and nothing is shown yet."""
        question = self._page.question
        if question is None or question.kind != "open":
            return words.CONFIRM
        timed = question.position is not None and question.position.minutes_left is not None
        return words.HAND_IN if timed else words.REVEAL

    # --- How sure ---------------------------------------------------------------------------------------------------

    def _answer(self, given: Answer | Typed) -> None:
        """Give the answer, or ask first how sure the learner is of it; what is no answer is told at once."""
        if not self._asks_confidence or self._quiz.complaint(given) is not None:
            self._do(given)
        else:
            self._given = given

    def _weigh(self, given: Answer | Typed) -> None:
        """One key for how sure the learner is, with which the answer is given; `u` goes back to the question."""
        self._page.complaint = None
        sure: list[Key] = [(key, words.SURE[key]) for key in CONFIDENCES]
        self._page.draw([*sure, (words.ENTER, words.NOT_TOLD), ("u", words.UNDO), ("q", words.LEAVE)], words.HOW_SURE)
        for key in self._keys():
            if key in CONFIDENCES or key == ENTER:
                self._given = None
                self._do(replace(given, confidence=CONFIDENCES.get(key)))
            elif key in ("q", EOF):
                self._given = None
                self._do(Quit())
            elif key == "u":
                self._given = None
                self._page.typed = []
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
        """After a verdict; where a program's output was predicted, `r` runs it."""
        verdict = self._page.verdict
        runs = self._predict is not None and verdict is not None
        self._page.draw(
            [
                (words.ENTER, words.GO_ON),
                *([("r", words.RUN_IT)] if runs else []),
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
            elif key == "r" and runs and verdict is not None:
                self._run(verdict)
            elif key in ("u", "q", EOF, HELP):
                self._command(key)
            if self._quiz.phase is not Phase.JUDGED:
                return

    def _run(self, verdict: VerdictView) -> None:
        """Run what was predicted; whatever keeps it from running is told, and the quiz goes on."""
        if self._predict is None:
            return
        try:
            self._take([self._predict(verdict.question, verdict.given, self._may_run)])
        except LlmtutorError as error:
            self._take([ComplaintView(error.code, error.message, error.hint)])

    def _may_run(self, programs: Mapping[str, str]) -> bool:
        self._screen.ask(FOREIGN)
        self._screen.footer([("y", words.RUN_IT), (words.ENTER, words.GO_ON)])
        return next(iter(self._keys())) == "y"

    def _grade(self) -> None:
        """After an open answer is revealed: tick points off, then a grade."""
        points = len(self._page.reveal.key_points) if self._page.reveal else 0
        keys: list[Key] = [(f"a-{LETTERS[points - 1].lower()}", words.TICK)] if points else []
        keys += [(key, words.GRADES[int(key)]) for key in _GRADES]
        self._page.draw([*keys, ("u", words.UNDO), (HELP, words.SHOW_KEYS), ("q", words.LEAVE)])
        ticked = False
        for key in self._keys():
            place = LETTERS.find(key.upper()) if len(key) == 1 else -1
            if 0 <= place < points:
                self._page.ticked ^= {place}
                ticked = True
            elif key in _GRADES:
                self._do(SetGrade(_GRADES[key], tuple(sorted(self._page.ticked))), Next())
            elif key in ("u", "q", EOF, HELP):
                self._command(key)
            if self._quiz.phase is not Phase.GRADING:
                return
        if ticked and not self._screen.redraws:
            listed = ", ".join(LETTERS[place].lower() for place in sorted(self._page.ticked)) or "-"
            self._screen.talk(Text(f"Ticked: {listed}", f"已勾选：{listed}"))
