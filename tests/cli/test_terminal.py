"""The quiz by keys, with a keyboard that is a list and a screen that remembers: what each key does and draws."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from llmtutor.cli.terminal import Sitting
from llmtutor.cli.terminal_keys import ENTER, EOF, REDRAW
from llmtutor.errors import Declined
from llmtutor.model import Answered, Ending, Event, Graded, RunResult, Text
from llmtutor.service.help_pages import help_page
from llmtutor.service.practice_acts import Answer, Quit
from llmtutor.service.practice_acts import Typed as TypedAnswer
from llmtutor.service.practice_session import open_quiz
from llmtutor.service.practice_state import Phase, Wanted
from llmtutor.views.lab import PredictedLine, PredictionView
from llmtutor.views.practice import (
    ChoiceView,
    ComplaintView,
    GradedView,
    HintView,
    PositionView,
    QuestionView,
    RevealView,
    SkippedView,
    SummaryView,
    UndoneView,
    VerdictView,
)
from llmtutor.views.upkeep import HelpView
from llmtutor.workspace import Workspace

from ..conftest import BANKS


@dataclass
class Screen:
    """Keeps what stands on it since it was cleared, as (what, details)."""

    redraws: bool = True
    now: datetime | None = None
    drawn: list[tuple[Any, ...]] = field(default_factory=list)
    pages: list[list[tuple[Any, ...]]] = field(default_factory=list)

    def show(self, view: Any) -> None:
        self.drawn.append((type(view), view))

    def question(self, view: QuestionView, chosen: Collection[str] = (), typed: Sequence[str] = ()) -> None:
        self.drawn.append((QuestionView, view, sorted(chosen), list(typed)))

    def reveal(self, view: RevealView, ticked: Collection[int]) -> None:
        self.drawn.append((RevealView, view, sorted(ticked)))

    def footer(self, keys: Sequence[tuple[str | Text, Text]], position: PositionView | None = None) -> None:
        self.drawn.append(("footer", [key if isinstance(key, str) else key.en for key, _ in keys], position))

    def ask(self, text: Text) -> None:
        self.drawn.append(("ask", text.en))

    def clear(self) -> None:
        self.pages.append(self.drawn)
        self.drawn = []

    def talk(self, text: Text) -> None:
        self.drawn.append(("talk", text.en))

    @property
    def kinds(self) -> list[Any]:
        return [part[0] for part in self.drawn]

    def all(self, kind: type) -> list[Any]:
        return [part[1] for page in [*self.pages, self.drawn] for part in page if part[0] is kind]


class Keyboard:
    """Keys, or lines, from a list; an exception in it is raised."""

    def __init__(self, *typed: str | type[BaseException], single: bool = True, watch: Any = None) -> None:
        self.single = single
        self.typed = list(typed)
        self.prompts: list[str] = []
        self.seen: list[list[tuple[Any, ...]]] = []
        self.watch = watch

    def __enter__(self) -> Keyboard:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def _next(self) -> str:
        self.seen.append(list(self.watch.drawn))
        typed = self.typed.pop(0) if self.typed else EOFError
        if isinstance(typed, str):
            return typed
        raise typed

    def key(self) -> str:
        return self._next()

    def line(self, prompt: str) -> str:
        self.prompts.append(prompt)
        return self._next()


@dataclass
class Sat:
    screen: Screen
    keyboard: Keyboard
    events: list[Event]

    @property
    def answers(self) -> list[Answered]:
        return [event for event in self.events if isinstance(event, Answered)]

    @property
    def summary(self) -> SummaryView:
        (summary,) = self.screen.all(SummaryView)
        assert isinstance(summary, SummaryView)
        return summary


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path), "LLMTUTOR_BANK": str(BANKS / "tiny")})


Typed = str | type[BaseException]
START = datetime(2026, 11, 1, tzinfo=UTC)


def sit(
    workspace: Workspace,
    wanted: Wanted,
    *typed: Typed,
    single: bool = True,
    redraws: bool = True,
    why: bool = False,
    confidence: bool = False,
    predict: Any = None,
) -> Sat:
    screen = Screen(redraws=redraws)
    keyboard = Keyboard(*typed, single=single, watch=screen)
    with open_quiz(workspace, wanted) as opening:
        assert opening.quiz is not None
        Sitting(
            opening.quiz,
            screen,
            keyboard,
            clock=workspace.clock,
            help_page=lambda: help_page("keys"),
            notice=opening.notice,
            why=why,
            confidence=confidence,
            predict=predict,
        ).run()
    with workspace.journal(create=True) as journal:
        return Sat(screen, keyboard, [event for _, event in journal.events()])


SINGLE = Wanted(kind="single-choice", seed=1)
TRUTH = Wanted(kind="true-false")
NUMERIC = Wanted(kind="numeric", seed=1)
CLOZE = Wanted(kind="cloze")
OPEN = Wanted(kind="open")
PREDICT = Wanted(kind="predict-output")


# --- Choosing -------------------------------------------------------------------------------------------------------


def test_a_digit_marks_and_enter_answers(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "3", "2", ENTER, ENTER)
    assert [answer.response for answer in sat.answers] == ["B"]
    marked = [part[2] for page in sat.keyboard.seen for part in page if part[0] is QuestionView]
    assert marked == [[], ["C"], ["B"], ["B"]]
    assert sat.keyboard.seen[-1][-1][0] == "footer"
    assert [part[0] for part in sat.keyboard.seen[-1]] == [QuestionView, VerdictView, "footer"]
    assert sat.summary.finished


@pytest.mark.parametrize(("key", "response"), [("1", True), ("2", False)])
def test_true_is_the_first_and_false_the_second(workspace: Workspace, key: str, response: bool) -> None:
    sat = sit(workspace, TRUTH, key, ENTER)
    assert [answer.response for answer in sat.answers] == [response]


def test_enter_without_a_choice_says_what_to_do(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, ENTER, "1", ENTER)
    assert [part[0] for part in sat.keyboard.seen[1]] == [QuestionView, ComplaintView, "footer"]
    assert [part[0] for part in sat.keyboard.seen[2]] == [QuestionView, "footer"]
    assert len(sat.answers) == 1


def test_keys_that_mean_nothing_do_nothing(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "9", "x", "", "0", REDRAW, "²", EOF)
    assert sat.events == []
    assert len(sat.keyboard.seen) == 7
    assert not sat.summary.finished


def test_hints_stay_on_the_page(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "h", "2", "h", EOF)
    assert [part[0] for part in sat.keyboard.seen[-1]] == [QuestionView, HintView, HintView, "footer"]


def test_the_footer_names_the_keys_that_count_now(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "1", ENTER, EOF)
    keys = [page[-1][1] for page in sat.keyboard.seen]
    assert keys[0] == ["1-3", "Enter", "h", "s", "u", "?", "q"]
    assert keys[-1] == ["Enter", "1-4", "u", "?", "q"]
    assert sat.keyboard.seen[0][-1][2] == PositionView(1, 1)


def test_help_is_a_page_of_its_own(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "?", ENTER, EOF)
    assert [part[0] for part in sat.keyboard.seen[1]] == [HelpView, "footer"]
    assert [part[0] for part in sat.keyboard.seen[2]] == [QuestionView, "footer"]


# --- Why, and how sure ----------------------------------------------------------------------------------------------


def test_why_a_question_comes_now_is_told_on_request(workspace: Workspace) -> None:
    for why in (False, True):
        sat = sit(workspace, SINGLE, EOF, why=why)
        assert [view.why is not None for view in sat.screen.all(QuestionView)] == [why]


@pytest.mark.parametrize(("key", "confidence"), [("1", 0.25), ("3", 0.75), ("5", 0.99), (ENTER, None)])
def test_how_sure_is_asked_after_the_answer_and_before_its_verdict(
    workspace: Workspace, key: str, confidence: float | None
) -> None:
    sat = sit(workspace, SINGLE, "2", ENTER, "9", key, EOF, confidence=True)
    asked = sat.keyboard.seen[2]
    assert [part[0] for part in asked] == [QuestionView, "ask", "footer"]
    assert asked[-1][1] == ["1", "2", "3", "4", "5", "Enter", "u", "q"]
    assert [(answer.response, answer.confidence) for answer in sat.answers] == [("B", confidence)]
    assert VerdictView in [part[0] for part in sat.keyboard.seen[-1]]


def test_an_answer_that_is_not_given_yet_can_be_taken_back(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "2", ENTER, "u", "1", ENTER, "4", EOF, confidence=True)
    assert [(answer.response, answer.confidence) for answer in sat.answers] == [("A", 0.9)]
    sat = sit(workspace, TRUTH, "1", ENTER, "q", confidence=True)
    assert len(sat.answers) == 1  # the one before


def test_what_is_no_answer_is_told_before_anybody_is_asked_how_sure(workspace: Workspace) -> None:
    sat = sit(workspace, NUMERIC, "many", "7", "5", EOF, confidence=True)
    assert len(sat.screen.all(ComplaintView)) == 1
    assert [answer.confidence for answer in sat.answers] == [0.99]


def test_how_sure_where_there_are_only_lines(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "b", "4", EOF, single=False, redraws=False, confidence=True)
    assert [(answer.response, answer.confidence) for answer in sat.answers] == [("B", 0.9)]


# --- Typing ---------------------------------------------------------------------------------------------------------


def test_a_line_is_an_answer(workspace: Workspace) -> None:
    sat = sit(workspace, NUMERIC, "", "   ", "1e3", ENTER)
    assert [answer.response for answer in sat.answers] == ["1e3"]
    assert sat.keyboard.prompts == ["> "] * 3


def test_what_cannot_be_read_is_told_and_typed_again(workspace: Workspace) -> None:
    sat = sit(workspace, NUMERIC, "many", "7", ENTER)
    assert [part[0] for part in sat.keyboard.seen[1]] == [QuestionView, ComplaintView, "footer"]
    assert len(sat.answers) == 1


@pytest.mark.parametrize("colon", [":", "："])
def test_commands_of_a_typed_kind_have_a_colon(workspace: Workspace, colon: str) -> None:
    sat = sit(workspace, CLOZE, f"{colon}h", f"{colon}u", f"{colon}s")
    assert sat.screen.all(HintView)
    assert sat.screen.all(UndoneView)
    assert sat.screen.all(SkippedView)
    assert sat.summary.skipped == 1


def test_a_word_that_looks_like_a_command_is_an_answer_where_one_types(workspace: Workspace) -> None:
    sat = sit(workspace, CLOZE, "h", ENTER)
    assert [answer.response for answer in sat.answers] == [["h"]]


def test_an_open_answer_goes_on_until_an_empty_line(workspace: Workspace) -> None:
    sat = sit(workspace, OPEN, "rows of things,", "counted again and again", "", "a", "c", "3")
    (answer,) = sat.answers
    assert answer.response == "rows of things,\ncounted again and again"
    (graded,) = [event for event in sat.events if isinstance(event, Graded)]
    assert (graded.grade, graded.points) == (3, (2,))
    assert sat.summary.finished
    assert sat.screen.all(GradedView)


def test_enter_alone_reveals(workspace: Workspace) -> None:
    sat = sit(workspace, OPEN, "", "1")
    assert sat.answers[0].response == ""
    reveals = [part for page in sat.keyboard.seen for part in page if part[0] is RevealView]
    assert reveals[0][2] == []


def test_points_are_ticked_on_and_off(workspace: Workspace) -> None:
    sat = sit(workspace, OPEN, "groups", "", "a", "b", "z", EOF)
    assert [page[-2][2] for page in sat.keyboard.seen[2:]] == [[0], [], [1], [1]]


def test_undo_before_the_grade(workspace: Workspace) -> None:
    sat = sit(workspace, OPEN, "groups", "", "u", ":q")
    assert sat.summary.asked == 0
    assert [part[0] for part in sat.keyboard.seen[-1]] == [UndoneView, QuestionView, "footer"]


# --- Kinds that the tiny bank does not hold ---------------------------------------------------------------------------


class Stub:
    """A quiz of one question that only writes down what it is sent."""

    phase = Phase.ASKING

    def __init__(self, view: QuestionView) -> None:
        self.view = view
        self.acts: list[Any] = []

    def begin(self) -> tuple[QuestionView]:
        return (self.view,)

    def send(self, act: Any) -> tuple[Any, ...]:
        self.acts.append(act)
        if isinstance(act, Answer | TypedAnswer | Quit):
            self.phase = Phase.ENDED
        return ()


def shown(kind: str, choices: int = 0, gaps: int = 0) -> QuestionView:
    text = Text("t", "文")
    letters = tuple(ChoiceView(letter, text) for letter in "ABCDEFGHI"[:choices])
    return QuestionView("q", kind, "c", text, "t", 1, text, 0, "", choices=letters, gaps=gaps)


def press(view: QuestionView, *typed: Typed) -> tuple[list[Any], Keyboard]:
    screen, stub = Screen(), Stub(view)
    keyboard = Keyboard(*typed, watch=screen)
    Sitting(stub, screen, keyboard, clock=lambda: START, help_page=lambda: None).run()  # type: ignore[arg-type]
    return stub.acts, keyboard


def test_several_choices_are_marked_and_unmarked() -> None:
    acts, keyboard = press(shown("multiple-choice", choices=4), "3", "1", "4", "3", ENTER)
    assert acts == [Answer(["A", "D"])]
    assert [page[0][2] for page in keyboard.seen] == [[], ["C"], ["A", "C"], ["A", "C", "D"], ["A", "D"]]


def test_nine_choices_have_nine_keys() -> None:
    acts, _ = press(shown("single-choice", choices=9), "9", ENTER)
    assert acts == [Answer("I")]


def test_gaps_are_filled_one_by_one_and_shown() -> None:
    acts, keyboard = press(shown("cloze", gaps=3), "one", " ", "三")
    assert acts == [Answer(["one", "", "三"])]
    assert keyboard.prompts == ["[1/3] > ", "[2/3] > ", "[3/3] > "]
    assert [page[0][3] for page in keyboard.seen] == [[], ["one"], ["one", ""]]


def test_gaps_may_be_filled_at_once() -> None:
    acts, _ = press(shown("cloze", gaps=3), "one；two; three")
    assert acts == [TypedAnswer("one；two; three")]


def test_leaving_in_the_middle_of_the_gaps() -> None:
    acts, _ = press(shown("cloze", gaps=3), "one", ":q")
    assert acts == [Quit()]


@pytest.mark.parametrize(("kind", "line"), [("ordering", "CAB"), ("matching", "1B 2A 3C"), ("predict-output", ":x")])
def test_other_kinds_take_a_line(kind: str, line: str) -> None:
    acts, _ = press(shown(kind, choices=3), line)
    assert acts == [TypedAnswer(line)]


# --- After the answer -----------------------------------------------------------------------------------------------


def test_the_grade_can_be_changed_and_the_answer_undone(workspace: Workspace) -> None:
    sat = sit(workspace, TRUTH, "2", ENTER, "3", "u", "1", ENTER, "4", ENTER)
    assert [event.type for event in sat.events] == ["answered", "graded", "retracted", "answered", "graded"]
    assert (sat.summary.asked, sat.summary.right) == (1, 1)


def test_what_happened_is_told_above_the_next_question(workspace: Workspace) -> None:
    sat = sit(workspace, Wanted(topic="basics", seed=1, count=2, kind="true-false"), "s")
    assert sat.screen.kinds == [SkippedView, SummaryView]


# --- Leaving --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leaving", ["q", EOF, KeyboardInterrupt])
def test_leaving_keeps_what_was_answered_and_sums_it_up(workspace: Workspace, leaving: Typed) -> None:
    wanted = Wanted(concept="addition", kind="single-choice", seed=1)
    sat = sit(workspace, wanted, "1", ENTER, leaving)
    assert len(sat.answers) == 1
    assert sat.summary.asked == 1
    with workspace.journal(create=True) as journal:
        assert journal.unfinished() is None


@pytest.mark.parametrize("leaving", [":q", EOFError, KeyboardInterrupt])
def test_leaving_while_typing(workspace: Workspace, leaving: Typed) -> None:
    sat = sit(workspace, NUMERIC, leaving)
    assert (sat.summary.asked, sat.summary.finished) == (0, False)


def test_ctrl_d_ends_an_open_answer_that_was_begun(workspace: Workspace) -> None:
    sat = sit(workspace, OPEN, "groups", EOFError, "2")
    assert [answer.response for answer in sat.answers] == ["groups"]
    assert sat.summary.finished


def test_a_second_ctrl_c_is_not_swallowed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Screen, view: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Screen, "show", interrupted)
    with pytest.raises(KeyboardInterrupt):
        sit(workspace, SINGLE, KeyboardInterrupt)


# --- Lines only, nothing drawn twice --------------------------------------------------------------------------------


def test_where_nothing_is_redrawn_each_part_is_printed_once(workspace: Workspace) -> None:
    sat = sit(workspace, SINGLE, "h", "9", "2", "", single=False, redraws=False)
    assert [answer.response for answer in sat.answers] == ["B"]
    printed = [part[0] for page in [*sat.screen.pages, sat.screen.drawn] for part in page]
    assert [part for part in printed if part != "footer"] == [
        QuestionView,
        HintView,
        ComplaintView,
        VerdictView,
        SummaryView,
    ]
    assert printed.count("footer") == 4


@pytest.mark.parametrize(("line", "response"), [("1", True), ("y", True), ("错", False), ("２", False)])
def test_a_choice_may_be_typed(workspace: Workspace, line: str, response: bool) -> None:
    sat = sit(workspace, TRUTH, line, "", single=False, redraws=False)
    assert [answer.response for answer in sat.answers] == [response]


def test_several_keys_on_one_line(workspace: Workspace) -> None:
    sat = sit(workspace, OPEN, "", "ab", "b3", single=False, redraws=False)
    (graded,) = [event for event in sat.events if isinstance(event, Graded)]
    assert (graded.grade, graded.points) == (3, (0,))
    assert ("talk", "Ticked: a, b") in [part for page in [*sat.screen.pages, sat.screen.drawn] for part in page]


def test_commands_on_lines(workspace: Workspace) -> None:
    sat = sit(workspace, TRUTH, "?", "2", ":u", "u", "1", "4", ":q", single=False, redraws=False)
    assert [event.type for event in sat.events] == ["answered", "retracted", "answered", "graded"]
    assert sat.screen.all(HelpView)


# --- Going on -------------------------------------------------------------------------------------------------------


@pytest.fixture
def cut_off(workspace: Workspace) -> None:
    with open_quiz(workspace, SINGLE):
        pass


@pytest.mark.usefixtures("cut_off")
def test_going_on_is_said_on_the_page(workspace: Workspace) -> None:
    sat = sit(workspace, Wanted(), REDRAW, EOF)
    for page in sat.keyboard.seen:
        assert [part[0] for part in page] == ["talk", QuestionView, "footer"]
        assert "Going on" in page[0][1]


# --- Predict, then run ------------------------------------------------------------------------------------------------


def footers(sat: Sat) -> list[list[str]]:
    return [part[1] for page in [*sat.screen.pages, sat.screen.drawn] for part in page if part[0] == "footer"]


@pytest.mark.parametrize("single", [True, False])
def test_what_was_predicted_is_run_and_stays_on_the_page(workspace: Workspace, single: bool) -> None:
    asked: list[tuple[str, str]] = []

    def predict(question: str, given: str, ask: Any) -> PredictionView:
        asked.append((question, given))
        return PredictionView(question, RunResult(Ending.OK, "5\n", "", 0, 1), (PredictedLine("6", "5", False),))

    sat = sit(workspace, PREDICT, "6", "r", "r", ENTER if single else "", single=single, predict=predict)
    assert asked == [("addition/what-it-prints", "6")]
    assert len(sat.answers) == 1
    assert sat.screen.all(PredictionView)
    offered = ["r" in keys for keys in footers(sat) if "1-4" in keys]
    assert offered[0]
    assert not offered[1]


def test_what_keeps_it_from_running_is_told_and_the_quiz_goes_on(workspace: Workspace) -> None:
    def predict(question: str, given: str, ask: Any) -> PredictionView:
        assert not ask({"addition": "print(5)"})
        raise Declined("declined", Text("no", "否"), Text("as you like", "随你"))

    sat = sit(workspace, PREDICT, "5", "r", "n", ENTER, predict=predict)
    assert [view.code for view in sat.screen.all(ComplaintView)][:1] == ["declined"]
    assert len(sat.answers) == 1


def test_other_questions_have_nothing_to_run(workspace: Workspace) -> None:
    sat = sit(workspace, TRUTH, "1", ENTER, "r", ENTER, predict=lambda *given: pytest.fail("ran"))
    assert not any("r" in keys for keys in footers(sat))
