"""The interview as a program: by keys, as JSON Lines, left, killed and resumed, and its report as a file."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from llmtutor.cli.terminal import Sitting
from llmtutor.model import Answered, Event, Placed, Skipped
from llmtutor.render.as_rich import Screen
from llmtutor.service.help_pages import help_page
from llmtutor.service.interview import open_interview
from llmtutor.service.interview_state import Wish
from llmtutor.store.journal import Journal
from llmtutor.workspace import Workspace

from ..conftest import Program, Ran, clean_environ
from ..service.small_graph import write_bank
from ..test_contract import validate

START = datetime(2026, 11, 1, 12, tzinfo=UTC)
INTERVIEW = ("interview", "--minutes", "12", "--seed", "1")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path)


@pytest.fixture
def chain(llmtutor: Program, bank: Path) -> Program:
    def run(*words: str, **settings: Any) -> Ran:
        return llmtutor(*words, env={"LLMTUTOR_BANK": str(bank)}, **settings)

    return run


def say(*messages: object) -> str:
    return "".join(json.dumps(message, ensure_ascii=False) + "\n" for message in messages)


def kinds(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    return [validate(line)["kind"] for line in ran.out.splitlines()]


# --- JSON Lines -----------------------------------------------------------------------------------------------------


def test_the_whole_dialog_keeps_its_schemas_and_says_nothing_before_the_end(chain: Program, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    answers = [{"answer": f"alpha 第 {number} 答 | *then*"} for number in range(6)]
    grades = [{"grade": 3, "points": [9]}, *({"grade": 3, "points": [0]} for _ in range(3))]
    ran = chain(
        *INTERVIEW, "--json", "--report", str(report), stdin=say({"hint": True}, {"grade": 3}, *answers, *grades)
    )
    seen = kinds(ran)
    assert seen[:3] == ["question", "hint", "error"]
    assert seen[3:9] == ["question"] * 5 + ["review"]
    assert seen[9:] == ["question", "reveal", "error", *["graded", "question", "reveal"] * 2, "graded", "interview"]
    told = json.loads(ran.out.splitlines()[-1])["data"]
    assert (told["answered"], told["named"], told["points"]) == (3, 3, 9)
    text = report.read_text("utf-8")
    assert text.startswith("# Interview report\n")
    assert "- [x] names alpha" in text
    assert "> alpha 第 0 答 \\| \\*then\\*" in text


def test_left_by_one_process_it_is_finished_by_another(chain: Program) -> None:
    first = chain(*INTERVIEW, "--json", stdin=say({"answer": "alpha"}, {"answer": "gamma"}))
    assert kinds(first) == ["question", "question", "question", "paused"]
    paused = json.loads(first.out.splitlines()[-1])["data"]
    assert paused["command"] == "llmtutor interview"
    asked = [json.loads(line)["data"]["id"] for line in first.out.splitlines()[:3]]
    second = chain("interview", "--json", stdin=say({"quit": True}))
    assert json.loads(second.out.splitlines()[0])["data"]["id"] == asked[2] != asked[0]
    third = chain("interview", "--finish", "--json", stdin=say({"grade": 4, "points": [0, 1, 2]}))
    assert kinds(third) == ["review", "question", "reveal", "graded", "interview"]
    assert kinds(chain("interview", "--finish", "--json")) == ["nothing"]


def test_it_needs_somebody_to_ask(chain: Program) -> None:
    for words in (("interview",), ("interview", "--no-input")):
        ran = chain(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "--json" in ran.err


def test_a_report_that_cannot_be_written_is_told_before_anything_is_asked(chain: Program, tmp_path: Path) -> None:
    (tmp_path / "kept.md").write_text("mine", "utf-8")
    taken, nowhere = tmp_path / "kept.md", tmp_path / "no" / "where.md"
    for path, code, slug in ((taken, 2, "report-would-overwrite"), (nowhere, 5, "cannot-write")):
        ran = chain("interview", "--json", "--report", str(path))
        assert (ran.code, ran.out) == (code, "")
        assert json.loads(ran.err)["data"]["code"] == slug
    assert (tmp_path / "kept.md").read_text("utf-8") == "mine"


# --- Keys and lines -------------------------------------------------------------------------------------------------


class Lines:
    """A keyboard that knows only lines."""

    single = False

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def key(self) -> str:
        raise NotImplementedError

    def line(self, prompt: str) -> str:
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_for_a_screen_reader_it_is_a_straight_page_with_a_clock_at_every_prompt(
    lang: str, bank: Path, tmp_path: Path
) -> None:
    workspace = Workspace({"LLMTUTOR_HOME": str(tmp_path / "home"), "LLMTUTOR_BANK": str(bank)}, clock=lambda: START)
    out = io.StringIO()
    screen = Screen(lang, stdout=out, stderr=out, environ={"ACCESSIBLE": "1"}, width=80, now=START)  # type: ignore[arg-type]
    lines = ("alpha", "and beta", "", ":?", "gamma", "", "a3")
    with open_interview(workspace, Wish(4), seed=1) as opening:
        assert opening.quiz is not None
        Sitting(
            opening.quiz, screen, Lines(*lines), clock=lambda: START, help_page=lambda: help_page("keys"), why=True
        ).run()
    text = out.getvalue()
    assert "\x1b" not in text
    left, key, named, follow_up = {
        "en": ("4 min left", "Enter twice: hand in", "1 of 3 key points", "A follow-up"),
        "zh": ("剩余 4 分钟", "回车 按两次提交", "要点 1/3", "追问"),
    }[lang]
    assert text.count(left) >= 2
    assert text.index(key) < text.index(follow_up) < text.index(named)
    assert "alpha\n" in text.replace("  ", "")


# --- Killed ---------------------------------------------------------------------------------------------------------


def play_until_killed(words: Sequence[str], environ: dict[str, str], reply: bytes, delay: float) -> int:
    """How many questions were handed out until the kill, `delay` seconds after the first one."""
    command = [sys.executable, "-m", "llmtutor", *words, "--json"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ)
    assert process.stdin is not None
    assert process.stdout is not None
    killer = threading.Timer(delay, process.kill)
    watch = threading.Timer(60, process.kill)  # so that a dialog that waits for nothing fails here, not in an hour
    watch.start()
    questions, kinds = 0, []
    try:
        for line in process.stdout:
            if not line.endswith(b"\n"):
                break
            kind = json.loads(line)["kind"]
            if not kinds:
                killer.start()
            kinds.append(kind)
            questions += kind == "question"
            if kind == "review":
                break
            if kind == "question":
                process.stdin.write(reply)
                process.stdin.flush()
    except BrokenPipeError:
        pass
    finally:
        killer.cancel()
        assert watch.is_alive(), f"nothing came after {kinds}"
        watch.cancel()
        process.kill()
        process.wait()
        process.stdout.close()
        with suppress(BrokenPipeError):
            process.stdin.close()
    return questions


def events_of(home: Path) -> list[Event]:
    with Journal.open(home / "data" / "journal.db", create=True) as journal:
        assert journal.check() == []
        return [event for _, event in journal.events()]


@pytest.mark.parametrize(
    ("words", "reply"),
    [(("interview", "--minutes", "24"), b'{"answer": "alpha"}\n'), (("quiz", "--placement"), b'{"skip": true}\n')],
    ids=["interview", "placement"],
)
def test_killed_at_any_moment_it_goes_on_and_has_lost_nothing(
    words: tuple[str, ...], reply: bytes, bank: Path, home: Path
) -> None:
    chance = random.Random(7)
    environ = clean_environ(home, LLMTUTOR_BANK=str(bank))
    said = 0
    for number in range(6):
        before = [event for event in events_of(home) if not isinstance(event, Placed)] if number else []
        handed_out = play_until_killed(words, environ, reply, chance.uniform(0, 0.12))
        kept = [event for event in events_of(home) if not isinstance(event, Placed)]
        # A question that follows is proof that the answer before it was kept; the last one may or may not be.
        assert len(kept) - len(before) in (handed_out - 1, handed_out)
        assert kept[: len(before)] == before
        said += handed_out
        if any(isinstance(event, Placed) for event in events_of(home)):
            break
    assert said > 1
    replies = [event for event in events_of(home) if isinstance(event, Answered | Skipped)]
    assert len({event.session for event in replies}) <= 2
