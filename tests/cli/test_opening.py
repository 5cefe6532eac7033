"""After a search at a terminal the number of a hit opens it; nobody else is asked anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import BANKS, Program, clean_environ
from .terminals import at_terminal

ASKED = "Enter to leave"


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    return clean_environ(home, TERM="xterm", LLMTUTOR_BANK=str(BANKS / "tiny"), NO_COLOR="1", LLMTUTOR_PAGER="")


def test_a_number_opens_a_hit_and_enter_leaves(environ: dict[str, str]) -> None:
    answers = [(ASKED, b"1\n"), (ASKED, b"99\n"), (ASKED, b"\n")]
    shown, code = at_terminal(["search", "addition"], environ, answers)
    assert code == 0
    assert "Put 2 beside 3 and count" in shown.partition(ASKED)[2]
    assert "The hits have numbers from 1 to" in shown


def test_every_type_of_hit_opens_and_a_question_keeps_its_answer(environ: dict[str, str]) -> None:
    question, _ = at_terminal(["search", "addition", "--type", "question"], environ, [(ASKED, b"1\n"), (ASKED, b"q\n")])
    opened = question.partition(ASKED)[2]
    assert "What is 3 + 5?" in opened
    assert "Answer" not in opened
    program, _ = at_terminal(["search", "addition", "--type", "snippet"], environ, [(ASKED, b"1\n"), (ASKED, b"\n")])
    assert "print(" in program.partition(ASKED)[2]


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_in_any_way_is_no_failure(key: bytes, environ: dict[str, str]) -> None:
    assert at_terminal(["search", "addition"], environ, [(ASKED, key)])[1] == 0


@pytest.mark.parametrize("words", [["--no-input"], ["--json"], ["--quiet"]], ids=" ".join)
def test_nobody_is_asked_who_did_not_want_to_be(words: list[str], environ: dict[str, str]) -> None:
    shown, code = at_terminal(["search", "addition", *words], environ)
    assert code == 0
    assert ASKED not in shown


def test_a_pipe_is_asked_nothing(tiny: Program) -> None:
    ran = tiny("search", "addition", stdin="1\n")
    assert ASKED not in ran.out + ran.err


def test_without_a_hit_there_is_nothing_to_open(environ: dict[str, str]) -> None:
    shown, code = at_terminal(["search", "zebra crossing"], environ)
    assert code == 1
    assert ASKED not in shown
