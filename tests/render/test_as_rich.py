"""The two streams of a screen, and what it remembers."""

import io
from dataclasses import replace

import pytest
from sample_quiz import NOW, SINGLE, VERDICT_WRONG
from sample_views import PROBLEM, VIEWS

from llmtutor.errors import BankBroken, NotFound
from llmtutor.model import Text
from llmtutor.render.as_rich import Screen


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def screen_on(out: io.StringIO, err: io.StringIO | None = None, **environ: str) -> Screen:
    return Screen("en", stdout=out, stderr=err or io.StringIO(), environ=environ, now=NOW)


def test_what_is_asked_for_goes_to_stdout_and_talk_to_stderr() -> None:
    out, err = io.StringIO(), io.StringIO()
    screen = screen_on(out, err)
    screen.talk(Text("The index is being built.", "正在建立索引。"))
    assert (out.getvalue(), err.getvalue()) == ("", "The index is being built.\n")
    screen.show(VIEWS["topics"])
    assert "foundations" in out.getvalue()
    assert err.getvalue() == "The index is being built.\n"


def test_an_error_says_what_helps() -> None:
    out, err = io.StringIO(), io.StringIO()
    failure = NotFound("unknown-concept", Text("No such concept: x", "没有概念 x"), Text("llmtutor search x", "x"))
    screen_on(out, err).error(failure)
    assert (out.getvalue(), err.getvalue()) == ("", "Error: No such concept: x\nllmtutor search x\n")


def test_an_error_of_the_bank_brings_its_problems() -> None:
    err = io.StringIO()
    screen_on(io.StringIO(), err).error(BankBroken("broken", Text("Broken.", "坏"), Text("Check.", "查"), (PROBLEM,)))
    assert err.getvalue().splitlines() == [
        "questions/foundations/softmax.yaml:12:5: missing-prerequisite no concept is called neural-network",
        "    Mend: write neural-networks",
        "",
        "Error: Broken.",
        "Check.",
    ]


@pytest.mark.parametrize(
    ("out", "environ", "redraws"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, True),
        (Terminal(), {"TERM": "xterm", "ACCESSIBLE": "0"}, True),
        (Terminal(), {"TERM": "xterm", "ACCESSIBLE": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_only_a_screen_that_can_is_wiped(out: io.StringIO, environ: dict[str, str], redraws: bool) -> None:
    screen = screen_on(out, **environ)
    screen.clear()
    assert screen.redraws is redraws
    assert ("\x1b" in out.getvalue()) is redraws


def test_the_scrollback_is_never_wiped() -> None:
    out = Terminal()
    screen_on(out, TERM="xterm").clear()
    assert "3J" not in out.getvalue()


def test_a_verdict_speaks_of_the_question_that_stands_above_it() -> None:
    out = io.StringIO()
    screen = screen_on(out)
    screen.question(SINGLE)
    screen.show(VERDICT_WRONG)
    assert "✗ 1  A softmax over all topics" in out.getvalue()


def test_a_question_that_was_only_shown_keeps_its_letters() -> None:
    out = io.StringIO()
    screen = screen_on(out)
    screen.show(SINGLE)
    screen.show(VERDICT_WRONG)
    assert "✗ A  A softmax over all topics" in out.getvalue()


def test_a_verdict_on_another_question_does_not_borrow_its_choices() -> None:
    out = io.StringIO()
    screen = screen_on(out)
    screen.question(SINGLE)
    screen.show(replace(VERDICT_WRONG, question="other/question"))
    assert "Your answer    A" in out.getvalue()


def test_pages_after_each_other_have_air_between_them() -> None:
    out = io.StringIO()
    screen = screen_on(out)
    for _ in range(2):
        screen.show(VIEWS["hint"])
        screen.show(VERDICT_WRONG)
    text = out.getvalue()
    assert not text.startswith("\n")
    assert "\n\n\n" not in text
    assert "near 1?\n\n✗ Not quite" in text
    assert "session.\n\n  Hint 1" in text


def test_without_a_clock_dates_are_told() -> None:
    out = io.StringIO()
    screen = Screen("zh", stdout=out, stderr=out, environ={}, width=60)
    screen.show(VIEWS["graded"])
    assert out.getvalue() == "  评分：轻松。2027-01-03 09:30 UTC 再次出现。\n"
