"""The JSON of every command validates against what `llmtutor schema` publishes; errors keep the contract too."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from llmtutor.cli.table import COMMANDS, GROUPS
from llmtutor.render.schemas import schema_of

from .conftest import BANKS, Program, clean_environ, trust


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema_of(kind))


def validate(line: str) -> dict[str, Any]:
    """One document, checked; both languages wherever there is text, UTF-8 not escaped."""
    document: dict[str, Any] = json.loads(line)
    assert list(document) == ["schema", "kind", "data"]
    validator(document["kind"]).validate(document)
    assert "\\u" not in line
    return document


CALLS: dict[str, list[tuple[str, ...]]] = {
    "home": [("home",)],
    "search": [("search", "addition"), ("search", "加法", "--limit", "1"), ("search", "zzzz"), ("search", "additoin")],
    "explain": [("explain", "addition"), ("explain", "乘法")],
    "list": [("list", what) for what in ("topics", "concepts", "questions", "snippets")],
    "show": [("show", "addition/which-sum"), ("show", "multiplication/explain-it", "--answer")],
    "run": [("run", "addition")],
    "practice": [("practice",)],
    "snippet": [("snippet", "addition")],
    "next": [("next", "--seed", "1")],
    "answer": [
        ("answer", "addition/which-sum", "A", "--variant", "1"),
        ("answer", "addition/sum-of-two", "1", "--variant", "2"),
        ("answer", "multiplication/explain-it", "equal groups", "--variant", "1"),
    ],
    "undo": [("undo",)],
    "path": [("path", "multiplication"), ("path", "加法")],
    "map": [("map",), ("map", "--topic", "basics")],
    "stats": [("stats",)],
    "history": [("history",), ("history", "--limit", "1")],
    "config": [
        ("config",),
        ("config", "desired_retention"),
        ("config", "credit", "off"),
        ("config", "language", "--unset"),
        ("config", "pauses", "2026-12-20/2027-01-03"),
    ],
    "tune": [("tune",)],
    "progress sync": [("progress", "sync", "shared")],
    "doctor": [("doctor",)],
    "help": [
        ("help",),
        ("help", "exit-codes"),
        ("help", "keys"),
        ("help", "grading"),
        ("help", "learning"),
        ("help", "environment"),
    ],
    "bank check": [("bank", "check")],
    "bank test": [("bank", "test")],
    "bank trust": [("bank", "trust", str(BANKS / "tiny"))],
    "bank new": [("bank", "new", "thing", "--topic", "basics", "--bank", "made")],
}
# These print something else than an envelope, by design: a schema, or the journal's own lines.
BARE = {"schema", "bank schema", "progress export"}
ELSEWHERE = {"quiz", "interview", "progress import", "progress backup", "bank coverage"}


def every_command() -> set[str]:
    grouped = {f"{group} {name}" for group, (_, rows) in GROUPS.items() for name in rows}
    return set(COMMANDS) | grouped


def test_no_command_is_forgotten() -> None:
    assert every_command() == set(CALLS) | BARE | ELSEWHERE


@pytest.mark.parametrize(
    "words", [call for calls in CALLS.values() for call in calls], ids=lambda value: " ".join(value)
)
def test_documents_keep_their_schema(words: tuple[str, ...], tiny: Program) -> None:
    ran = tiny(*words, "--json")
    assert ran.code in (0, 1), ran.err
    assert ran.err == ""
    assert ran.out.endswith("\n")
    validate(ran.out)


def test_the_dialog_keeps_its_schemas(tiny: Program) -> None:
    lines = [
        '{"answer": "Z"}', "not json", '{"hint": true}', '{"hint": true}', '{"skip": true}', '{"undo": true}',
        '{"answer": "A"}', '{"answer": ["A"]}', '{"answer": 3}', '{"answer": "5"}', '{"answer": true}',
        '{"grade": 3, "points": [0]}', '{"answer": ["addition"]}', '{"answer": "groups"}', '{"grade": 2}',
        '{"undo": true}', '{"quit": true}',
    ]  # fmt: skip
    ran = tiny("quiz", "--topic", "basics", "--seed", "4", "--json", stdin="\n".join(lines))
    assert ran.code == 0, ran.err
    kinds = [validate(line)["kind"] for line in ran.out.splitlines()]
    assert kinds[0] == "question"
    assert kinds[-1] == "summary"
    assert {"error", "hint", "skipped", "verdict"} <= set(kinds)


def test_what_was_learned_keeps_its_schemas(tiny: Program) -> None:
    """After right and wrong answers, with and without confidence, graded and ungraded, one of them taken back."""
    for words in (
        ("addition/which-sum", "A", "--confidence", "0.9"),
        ("addition/which-sum", "B"),
        ("addition/which-sum", "C", "--confidence", "0.5"),
        ("addition/sum-of-two", "10"),
        ("multiplication/commutes", "true"),
        ("multiplication/explain-it", "equal groups"),
    ):
        validate(tiny("answer", *words, "--variant", "1", "--json").out)
    tiny("undo")
    stats = validate(tiny("stats", "--json").out)["data"]
    assert stats["answers"]["total"] == 5
    assert sum(day["answers"] for day in stats["days"]) == 5
    assert stats["calibration"][0]["answers"] == 2
    history = validate(tiny("history", "--limit", "2", "--json").out)["data"]
    assert (history["total"], [answer["question"] for answer in history["answers"]]) == (
        5,
        ["multiplication/commutes", "addition/sum-of-two"],
    )
    assert validate(tiny("path", "multiplication", "--json").out)["data"]["steps"][0]["seen"] == 2
    validate(tiny("map", "--json").out)


def test_a_confidence_may_come_with_an_answer(tiny: Program) -> None:
    lines = ['{"answer": "A", "confidence": 2}', '{"answer": "A", "confidence": true}', '{"confidence": 0.5}',
             '{"answer": "A", "confidence": 0.75}']  # fmt: skip
    ran = tiny("quiz", "--concept", "addition", "--kind", "single-choice", "--json", stdin="\n".join(lines))
    kinds = [validate(line)["kind"] for line in ran.out.splitlines()]
    assert kinds == ["question", "error", "error", "error", "verdict", "summary"]
    assert tiny("history", "--json").data["answers"][0]["confidence"] == 0.75


def test_exercises_keep_their_schemas(llmtutor: Program, home: Path) -> None:
    trust(home, BANKS / "exercises")

    def practice(*words: str) -> dict[str, Any]:
        ran = llmtutor("practice", *words, "--json", env={"LLMTUTOR_BANK": str(BANKS / "exercises")})
        assert ran.err == ""
        return validate(ran.out)

    assert practice()["data"]["exercises"][0]["state"] == "new"
    file = Path(practice("write-double")["data"]["file"])
    for written, reason in (("1 / 0", "raised"), ("def double(numbers):\n    return [0]", "law"), ("x", "raised")):
        file.write_text(written, "utf-8")
        assert practice("write-double", "--check")["data"]["failure"]["reason"] == reason
    assert practice("write-double", "--hint")["kind"] == "hint"
    assert practice("write-double", "--solution", "--yes")["kind"] == "solution"
    file.write_text("def double(numbers):\n    return [n + n for n in numbers]", "utf-8")
    assert practice("write-double", "--check")["data"]["grade"] == 2


def test_coverage_of_the_bank_that_has_a_source(llmtutor: Program) -> None:
    assert validate(llmtutor("bank", "coverage", "--json").out)["data"]["items"]


def test_import_and_backup(tiny: Program) -> None:
    tiny("answer", "addition/which-sum", "A", "--variant", "1", "--json")
    exported = tiny("progress", "export")
    assert exported.out.count("\n") == 1
    assert validate(tiny("progress", "import", "-", "--json", stdin=exported.out).out)["data"]["added"] == 0
    assert validate(tiny("progress", "backup", "--json").out)["data"]["events"] == 1


@pytest.mark.parametrize(
    ("words", "code", "slug"),
    [
        (("search",), 2, "missing-argument"),
        (("search", "x", "--nonsense"), 2, "no-such-option"),
        (("search", "x", "--limit", "0"), 2, "bad-value"),
        (("search", " "), 2, "empty-query"),
        (("nonsense",), 2, "unknown-command"),
        (("search", "x", "--lang", "fr"), 2, "unknown-language"),
        (("explain", "nothing-like-it"), 3, "unknown-concept"),
        (("show", "addition/nothing"), 3, "no-question"),
        (("run", "nothing-like-it"), 3, "unknown-snippet"),
        (("list", "concepts", "--topic", "nothing"), 3, "unknown-topic"),
        (("help", "nothing"), 3, "unknown-help"),
        (("schema", "gadget"), 3, "unknown-schema"),
        (("path", "nothing-like-it"), 3, "unknown-concept"),
        (("map", "--topic", "nothing"), 3, "unknown-topic"),
        (("map", "--mermaid"), 2, "two-forms"),
        (("history", "--csv"), 2, "two-forms"),
        (("config", "langauge"), 3, "unknown-setting"),
        (("config", "new_per_day", "many"), 2, "bad-setting"),
        (("config", "--unset"), 2, "key-expected"),
        (("quiz", "--budget", "soon"), 2, "bad-budget"),
        (("quiz", "--placement", "--new"), 2, "placement-alone"),
        (("interview", "--topic", "nothing"), 3, "unknown-topic"),
        (("progress", "sync", "no/where"), 2, "no-folder"),
        (("list", "topics", "--bank", "/does/not/exist"), 4, "bank-unreadable"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_errors_are_one_object_on_stderr(words: tuple[str, ...], code: int, slug: str, tiny: Program) -> None:
    ran = tiny(*words, "--json")
    assert ran.code == code, ran.err
    assert ran.out == ""
    document = json.loads(ran.err)
    assert document["kind"] == "error"
    assert document["data"]["code"] == slug
    for text in ("message", "hint"):
        assert document["data"][text]["en"]
        assert re.search("[\u4e00-\u9fff]", document["data"][text]["zh"])


def test_every_schema_is_published(llmtutor: Program) -> None:
    for kind in llmtutor("schema").out.split():
        jsonschema.Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize(
    ("words", "redirection", "code"),
    [("search addition", ">&-", 0), ("search addition", "2>&-", 0), ("quiz", "<&-", 2), ("quiz --json", "<&-", 0)],
)
def test_closed_streams_are_no_bug(words: str, redirection: str, code: int, home: Path) -> None:
    environ = clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"))
    command = f"{sys.executable} -m llmtutor {words} {redirection}"
    done = subprocess.run(["sh", "-c", command], env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_shared_options_stand_anywhere(tiny: Program) -> None:
    before = tiny("--json", "--lang", "zh", "list", "topics")
    after = tiny("list", "topics", "--lang", "zh", "--json")
    assert before.out == after.out != ""
    assert "用法" in tiny("bank", "--help", "--lang", "zh").out
    assert tiny("--version", "--json").code == 0


def test_a_new_concept_never_lands_in_the_bank_that_came_with_the_program(llmtutor: Program) -> None:
    ran = llmtutor("bank", "new", "thing", "--topic", "attention")
    assert ran.code == 2
    assert "--bank" in ran.err


def test_doctor_tells_of_settings_that_cannot_be_read(tiny: Program, home: Path) -> None:
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config/config.toml").write_text("x = ")
    ran = tiny("doctor", "--json")
    assert ran.code == 1
    assert [check["state"] for check in ran.data["checks"] if check["name"] == "settings"] == ["broken"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["search addition", "search addition --json", "list questions", "--help"])
def test_a_full_disk_under_the_output_is_said_in_a_line(words: str, home: Path) -> None:
    environ = clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"))
    command = f"{sys.executable} -m llmtutor {words} > /dev/full"
    done = subprocess.run(["sh", "-c", command], env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 5, done.stderr
    assert "stdout cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_answer_may_begin_with_a_minus_sign(tiny: Program) -> None:
    ran = tiny("answer", "addition/sum-of-two", "-4.6", "--variant", "1", "--json")
    assert ran.code == 0, ran.err
    assert ran.data["given"] == "-4.6"


def test_a_damaged_index_is_told_dropped_and_built_again(tiny: Program, home: Path) -> None:
    tiny("list", "topics")
    (file,) = (home / "cache").glob("index-*.db")
    whole = bytearray(file.read_bytes())
    for place in range(4096, len(whole), 4096):
        whole[place : place + 4096] = b"\xff" * 4096
    file.write_bytes(whole)
    codes = [tiny("list", "concepts").code for _ in range(2)]
    assert codes in ([4, 0], [0, 0])
    assert "Traceback" not in tiny("search", "addition").err


@pytest.mark.parametrize(
    "words",
    [
        ("list", "questions", "--kind", "riddle"),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--level", "high"),
        ("doctor", "twice"),
    ],
)
def test_a_complaint_in_chinese_is_chinese(words: tuple[str, ...], tiny: Program) -> None:
    said = tiny(*words, "--lang", "zh").err
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+", said.partition("\n")[0]), said
