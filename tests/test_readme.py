"""The README says what the program says: its generated parts, its screenshot and its commands come from real runs.

`LLMTUTOR_RENEW=1 python -m pytest tests/test_readme.py` writes them anew.
"""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from llmtutor.cli.table import COMMANDS, GROUPS

from .conftest import ROOT, Program
from .quiz_picture import quiz_picture

README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- generated: ([a-z-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
RENEW = bool(os.environ.get("LLMTUTOR_RENEW"))


def fenced(command: str, output: str) -> str:
    return f"```console\n$ {command}\n{output.rstrip()}\n```\n"


def table(llmtutor: Program, topic: str, head: str) -> str:
    rows = llmtutor("help", topic, "--json").data["rows"]
    lines = [f"| {head} | meaning |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{row['term']}` | {row['text']['en']} |" for row in rows)]) + "\n"


def generate(name: str, llmtutor: Program) -> str:
    if name == "help":
        return fenced("llmtutor --help", llmtutor("--help", env={"COLUMNS": "90"}).out)
    if name == "search":
        hits = llmtutor("search", "attention", "--limit", "3", "--json").data["hits"]
        lines = [f"{hit['type']}\t{hit['id']}\t{hit['title']['zh']}" for hit in hits]
        command = "llmtutor search attention --limit 3 --json | jq -r '.data.hits[] | [.type, .id, .title.zh] | @tsv'"
        return fenced(command, "\n".join(lines))
    if name == "exit-codes":
        return table(llmtutor, "exit-codes", "code")
    if name == "environment":
        return table(llmtutor, "environment", "variable")
    raise KeyError(name)


def test_generated_parts_are_what_the_program_says(llmtutor: Program) -> None:
    text = README.read_text(encoding="utf-8")
    renewed = BLOCK.sub(lambda found: found[1] + generate(found[2], llmtutor) + found[4], text)
    if RENEW:
        README.write_text(renewed, encoding="utf-8")
        text = renewed
    assert text == renewed


def test_it_counts_the_bank_rightly(llmtutor: Program) -> None:
    checked = llmtutor("bank", "check", "--json").data
    assert f"{checked['questions']} questions on {checked['concepts']} concepts" in README.read_text(encoding="utf-8")


def test_the_picture_is_what_a_quiz_looks_like(tmp_path: Path) -> None:
    picture = quiz_picture(tmp_path)
    path = ROOT / ".github" / "images" / "quiz.svg"
    if RENEW:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(picture, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == picture
    assert str(path.relative_to(ROOT)) in README.read_text(encoding="utf-8")


def commands_of_readme() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("llmtutor ")]


@pytest.mark.parametrize("command", commands_of_readme())
def test_commands_of_the_readme_work(command: str, llmtutor: Program, home: Path) -> None:
    words = shlex.split(command)[1:]
    if "my-bank" in words and words[:2] != ["bank", "new"]:
        llmtutor("bank", "new", "layer-cake", "--topic", "basics", "--bank", "my-bank")
    if words[0] == "quiz":
        words.append("--json")
    assert llmtutor(*words).code in (0, 1), command


def every_example() -> list[str]:
    rows = [*COMMANDS.values(), *(row for _, group in GROUPS.values() for row in group.values())]
    return [example for row in rows for example in row.examples]


@pytest.mark.parametrize("example", every_example())
def test_examples_of_the_help_work(example: str, llmtutor: Program, home: Path) -> None:
    words = shlex.split(example)
    words = words[1 : words.index(">")] if ">" in words else words[1:]
    if "my-bank" in words and words[:2] != ["bank", "new"]:
        llmtutor("bank", "new", "layer-cake", "--topic", "basics", "--bank", "my-bank")
    if words[:2] == ["progress", "import"]:
        (home.parent / "progress.jsonl").write_text(llmtutor("progress", "export").out)
    if words[:2] == ["progress", "backup"]:
        llmtutor("answer", "softmax/large-logits", "1", "--variant", "1", "--json")
    if words[0] in ("quiz", "interview") and "--json" not in words:
        words.append("--json")
    ran = llmtutor(*words)
    assert ran.code in (0, 1), ran.err


def test_every_command_is_on_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    for name, row in COMMANDS.items():
        assert row.hidden or re.search(rf"^  {name} ", text, re.MULTILINE), name


def test_the_two_commands_of_the_readme_install_what_is_here() -> None:
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert "[dev]" in lines[1]
    assert {"pytest", "pytest-xdist"} <= {re.split("[>=<]", name)[0] for name in extras["dev"]}
