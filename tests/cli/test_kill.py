"""kill -9 of the real program at any moment: every verdict that was seen is kept, and the next start works."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from llmtutor.model import Answered
from llmtutor.store.journal import Journal

from ..conftest import clean_environ

KILLS = 16
QUESTIONS = 400

CONCEPT = """\
format: 1
concept: truths
name: {en: Truths, zh: 真话}
level: 1
summary: {en: "Things that are so.", zh: "事实如此。"}
explanation: {en: "They are so.", zh: "就是如此。"}
sources:
  - {title: Truths, authors: Anonymous, year: 1900, venue: School, for: {en: everything, zh: 全部内容}}
verified: "2026-11"
questions:
"""
QUESTION = """\
  - id: truth-{number}
    kind: true-false
    prompt: {{en: "{number} is {number}.", zh: "{number} 就是 {number}。"}}
    answer: true
    explanation: {{en: "It is.", zh: "是的。"}}
"""
HEAD = """\
format: 1
bank: truths
name: {en: Truths, zh: 真话}
languages: [en, zh]
topics:
  - {slug: truths, name: {en: Truths, zh: 真话}}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    (folder / "truths").mkdir(parents=True)
    (folder / "bank.yaml").write_text(HEAD, "utf-8")
    questions = "".join(QUESTION.format(number=number) for number in range(QUESTIONS))
    (folder / "truths" / "truths.yaml").write_text(CONCEPT + questions, "utf-8")
    return folder


def play_until_killed(environ: dict[str, str], delay: float, *, from_start: bool) -> list[Any]:
    """Answer as fast as questions come, until the kill: `delay` seconds after the start of the process, or after its
    first question. Whole lines only."""
    words = [sys.executable, "-m", "llmtutor", "quiz", "--count", str(QUESTIONS), "--topic", "truths", "--json"]
    seen: list[Any] = []
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ)
    assert process.stdin is not None
    assert process.stdout is not None
    killer = threading.Timer(delay, process.kill)
    if from_start:
        killer.start()
    try:
        for line in process.stdout:
            if not line.endswith(b"\n"):
                break
            seen.append(json.loads(line))
            if len(seen) == 1 and not from_start:
                killer.start()
            if seen[-1]["kind"] == "question":
                process.stdin.write(b'{"answer": true}\n')
                process.stdin.flush()
    except BrokenPipeError:
        pass
    finally:
        killer.cancel()
        process.kill()
        process.wait()
        process.stdout.close()
        with suppress(BrokenPipeError):
            process.stdin.close()
    return seen


def test_nothing_that_was_seen_is_lost(bank: Path, home: Path) -> None:
    chance = random.Random(20261101)
    environ = clean_environ(home, LLMTUTOR_BANK=str(bank))
    verdicts: list[str] = []
    answered: set[str] = set()
    for number in range(KILLS):
        from_start = number % 3 == 1
        seen = play_until_killed(environ, chance.uniform(0, 0.25 if from_start else 0.06), from_start=from_start)
        if not from_start:
            assert seen, "the start after a kill did not work"
        if seen and seen[0]["kind"] == "question":
            # At most the question that was being answered is asked again.
            assert seen[0]["data"]["id"] not in answered
        verdicts += [document["data"]["event"] for document in seen if document["kind"] == "verdict"]
        journal = Journal.open(home / "data" / "journal.db", create=False)
        if journal is None:
            assert not verdicts
            continue
        with journal:
            assert journal.check() == []
            kept = [event for _, event in journal.events() if isinstance(event, Answered)]
        assert set(verdicts) <= {event.id for event in kept}
        assert len(kept) == len({event.question for event in kept})
        answered = {event.question for event in kept}
    assert verdicts
