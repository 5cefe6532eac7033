"""The quiz as JSON Lines over pipes, and its pieces as single commands: what a script meets."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from llmtutor.cli.dialog import read_act
from llmtutor.learn.grade import key
from llmtutor.learn.variant import draw
from llmtutor.model import Grade
from llmtutor.service.practice_acts import Answer, Hint, Quit, SetGrade, Skip, Undo
from llmtutor.views.practice import ComplaintView
from llmtutor.workspace import Workspace

from ..conftest import BANKS, Program, Ran, clean_environ

QUIZ = ("quiz", "--topic", "basics", "--seed", "1", "--json")


def documents(ran: Ran) -> list[Any]:
    return [json.loads(line) for line in ran.out.splitlines()]


def say(*messages: object) -> str:
    return "".join(json.dumps(message) + "\n" for message in messages)


class Script:
    """A program that answers: rightly, or with something wrong."""

    def __init__(self, home: Path) -> None:
        self.environ = clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"))
        self.workspace = Workspace(self.environ)
        self.seen: list[Any] = []

    def run(self, *words: str, right: bool = True) -> None:
        command = [sys.executable, "-m", "llmtutor", *words]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environ, encoding="utf-8"
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            for line in process.stdout:
                document = json.loads(line)
                self.seen.append(document)
                if document["kind"] == "question":
                    process.stdin.write(json.dumps({"answer": self.answer(document["data"], right)}) + "\n")
                elif document["kind"] == "reveal":
                    process.stdin.write(json.dumps({"grade": 3 if right else 1, "points": [0]}) + "\n")
                process.stdin.flush()
        assert process.returncode == 0

    def answer(self, asked: dict[str, Any], right: bool) -> object:
        with self.workspace.index() as index:
            question = index.question(asked["id"])
        if right:
            return key(question, draw(question, asked["variant"]))[0].en
        wrong = {"single-choice": "A", "true-false": False, "numeric": -1, "cloze": ["zebra"], "predict-output": "0"}
        expected, _ = key(question, draw(question, asked["variant"]))
        return "B" if asked["kind"] == "single-choice" and expected.en == "A" else wrong.get(asked["kind"], "no idea")

    def of(self, kind: str) -> list[Any]:
        return [document["data"] for document in self.seen if document["kind"] == kind]


def test_a_whole_quiz_answered_rightly(home: Path) -> None:
    script = Script(home)
    script.run(*QUIZ)
    assert {document["schema"] for document in script.seen} == {1}
    assert len(script.of("question")) == 6
    assert all(verdict["right"] and verdict["grade"] == 3 and verdict["due"] for verdict in script.of("verdict"))
    (graded,) = script.of("graded")
    assert graded["grade"] == 3
    (summary,) = script.of("summary")
    assert (summary["asked"], summary["right"], summary["finished"], summary["misses"]) == (6, 6, True, [])


def test_a_whole_quiz_answered_wrongly_says_why_and_asks_again(home: Path) -> None:
    script = Script(home)
    script.run(*QUIZ, right=False)
    for verdict in script.of("verdict"):
        assert not verdict["right"]
        assert verdict["explanation"]["zh"]
    asked = [question["id"] for question in script.of("question")]
    assert max(map(asked.count, asked)) == 3
    assert all(one != other for one, other in pairwise(asked))
    (summary,) = script.of("summary")
    assert (summary["right"], len(summary["misses"])) == (0, 6)


def test_the_same_seed_asks_the_same_everywhere(tmp_path: Path) -> None:
    first, second, other = (Script(tmp_path / name) for name in ("one", "two", "three"))
    first.run(*QUIZ)
    second.run(*QUIZ)
    other.run("quiz", "--topic", "basics", "--seed", "2", "--json")
    assert first.of("question") == second.of("question")
    assert first.of("question") != other.of("question")


def test_no_question_holds_its_answer(home: Path) -> None:
    script = Script(home)
    script.run(*QUIZ)
    fields = {name for question in script.of("question") for name in question}
    assert not fields & {"answer", "expected", "feedback", "right", "explanation", "key_points", "output", "correct"}
    for question in script.of("question"):
        assert question["digest"]
        assert "why" not in question["choices"]


def test_every_line_is_answered_and_bad_ones_end_nothing(tiny: Program) -> None:
    lines = [
        "",
        "nonsense",
        "[]",
        "{}",
        '{"answer": "A", "hint": true}',
        '{"hint": false}',
        '{"grade": 5}',
        '{"grade": true}',
        '{"grade": 3, "points": "all"}',
        '{"answer": NaN}',
        "[" * 50_000,
        '{"answer": "' + "x" * 300_000 + '"}',
        '{"answer": {"a": {"b": 1}}}',
        '{"grade": 3}',
        "\udcff\udcfe",
        '{"hint": true}',
        '{"skip": true}',
        '{"undo": true}',
        '{"quit": true}',
    ]
    ran = tiny(*QUIZ, stdin="\n".join(lines) + "\n")
    said = documents(ran)
    kinds = [document["kind"] for document in said]
    assert kinds[0] == "question"
    assert kinds[1:16] == ["error"] * 15
    assert kinds[16:] == ["hint", "skipped", "question", "undone", "question", "summary"]
    for document in said[1:16]:
        assert document["data"]["message"]["zh"]
        assert document["data"]["hint"]["zh"]
    assert (ran.code, ran.err) == (0, "")


def test_the_end_of_input_is_quit(tiny: Program) -> None:
    ran = tiny(*QUIZ, stdin=say({"skip": True}))
    assert [document["kind"] for document in documents(ran)] == ["question", "skipped", "question", "summary"]
    assert not documents(ran)[-1]["data"]["finished"]
    assert ran.code == 0


def test_nobody_who_listens_is_no_failure(home: Path) -> None:
    environ = clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"))
    process = subprocess.Popen(
        [sys.executable, "-m", "llmtutor", *QUIZ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(b'{"hint": true}\n' * 3)
    process.stdin.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0
    process.stderr.close()


def test_a_grade_after_the_next_question_is_of_the_last_answer(tiny: Program) -> None:
    answers = say({"answer": True}, {"grade": 4}, {"undo": True})
    ran = tiny("quiz", "--concept", "multiplication", "--kind", "true-false", "--json", stdin=answers)
    assert [document["kind"] for document in documents(ran)] == ["question", "verdict", "summary"]
    script = tiny("quiz", "--concept", "multiplication", "--seed", "3", "--json", stdin=say({"skip": True}))
    assert script.code == 0


def test_a_quiz_without_anything_to_ask_says_why(tiny: Program) -> None:
    ran = tiny("quiz", "--due", "--json")
    (document,) = documents(ran)
    assert document["kind"] == "nothing"
    assert document["data"]["reason"]["zh"]
    assert ran.code == 0


def test_a_quiz_without_a_terminal_names_the_way_out(tiny: Program) -> None:
    ran = tiny("quiz")
    assert (ran.code, ran.out) == (2, "")
    assert "--json" in ran.err


def test_an_unknown_topic_is_an_error_and_no_dialog(tiny: Program) -> None:
    ran = tiny("quiz", "--topic", "sports", "--json")
    assert (ran.code, ran.out) == (3, "")
    assert json.loads(ran.err)["data"]["code"] == "unknown-topic"


# --- The same in pieces ---------------------------------------------------------------------------------------------


def test_next_answer_undo(tiny: Program) -> None:
    asked = tiny("next", "--seed", "4", "--kind", "numeric", "--json").data
    again = tiny("next", "--seed", "4", "--kind", "numeric", "--json").data
    assert asked == again
    wrong = tiny("answer", asked["id"], "1e9", "--variant", str(asked["variant"]), "--json")
    assert (wrong.code, wrong.document["kind"], wrong.data["right"]) == (0, "verdict", False)
    right = tiny("answer", asked["id"], wrong.data["expected"]["en"], "--variant", str(asked["variant"]), "--json")
    assert right.data["right"]
    graded = tiny("answer", asked["id"], "--event", right.data["event"], "--grade", "4", "--json")
    assert (graded.document["kind"], graded.data["grade"]) == ("graded", 4)
    undone = tiny("undo", "--json")
    assert undone.data["event"] == right.data["event"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("answer", "addition/which-sum"), 2),
        (("answer", "addition/which-sum", "Q"), 2),
        (("answer", "addition/nothing", "A"), 3),
        (("answer", "addition/which-sum", "--event", "x"), 2),
        (("answer", "addition/which-sum", "--event", "x", "--grade", "3"), 3),
        (("answer", "multiplication/explain-it", "x", "--grade", "3", "--points", "a"), 2),
        (("answer", "multiplication/explain-it", "x", "--grade", "3", "--points", "9"), 2),
    ],
)
def test_what_cannot_be_recorded_is_an_error(tiny: Program, words: tuple[str, ...], code: int) -> None:
    ran = tiny(*words, "--json")
    assert (ran.code, ran.out) == (code, "")
    assert json.loads(ran.err)["kind"] == "error"
    assert tiny("undo", "--json").data["question"] is None


def test_export_and_import_over_pipes(tiny: Program, tmp_path: Path) -> None:
    tiny("answer", "multiplication/commutes", "true")
    exported = tiny("progress", "export")
    assert len(exported.out.splitlines()) == 1
    elsewhere = {"LLMTUTOR_HOME": str(tmp_path / "elsewhere")}
    imported = tiny("progress", "import", "-", "--json", stdin=exported.out, env=elsewhere)
    assert (imported.code, imported.data["added"]) == (0, 1)
    bad = tiny("progress", "import", "-", "--json", stdin=exported.out + "oops\n", env=elsewhere)
    assert (bad.code, bad.data["added"], bad.data["refused"][0]["line"]) == (1, 0, 2)
    assert tiny("progress", "export", env=elsewhere).out == exported.out


def test_a_damaged_journal_is_exit_code_5_for_every_command_that_needs_it(tiny: Program, home: Path) -> None:
    tiny("answer", "multiplication/commutes", "true")
    path = home / "data" / "journal.db"
    path.write_bytes(path.read_bytes()[:5000])
    before = path.read_bytes()
    for words in (("quiz",), ("next",), ("undo",), ("home",), ("progress", "export"), ("progress", "backup")):
        ran = tiny(*words, "--json")
        assert (ran.code, ran.out) == (5, ""), words
        assert json.loads(ran.err)["data"]["code"] == "journal-damaged"
    assert path.read_bytes() == before


# --- One line -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "act"),
    [
        (b'{"answer": "B"}', Answer("B")),
        (b'{"answer": null}', Answer(None)),
        (b'\xef\xbb\xbf{"hint": true}', Hint()),
        (b'{"skip": true}', Skip()),
        (b'{"undo": true}', Undo()),
        (b'{"quit": true}', Quit()),
        (b'{"grade": 2}', SetGrade(Grade.HARD)),
        (b'{"points": [0, 2], "grade": 3}', SetGrade(Grade.GOOD, (0, 2))),
    ],
)
def test_a_line_asks_for_an_act(line: bytes, act: object) -> None:
    assert read_act(line) == act


@pytest.mark.parametrize("line", [b"", b"1", b'"hint"', b'{"hint": 1}', b'{"grade": 1.0}', b'{"points": [0]}'])
def test_a_line_that_asks_for_nothing_known(line: bytes) -> None:
    assert isinstance(read_act(line), ComplaintView)
