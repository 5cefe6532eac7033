"""A command pays only for what it uses: which modules are in a fresh interpreter after it, never how long it took."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BANKS, clean_environ, trust

REPORT = """
import sys
from llmtutor.cli.main import main
try:
    main({words!r})
except SystemExit as end:
    assert end.code in (0, 1), end.code
print("\\n#", *sorted(sys.modules))
"""

HEAVY = {"yaml", "pydantic", "fsrs", "numpy", "plotext", "rich", "platformdirs", "llmtutor.bank.schema"}
RICH_EXTRAS = {"rich.markdown", "rich.syntax", "pygments"}


def modules_after(words: list[str], home: Path, stdin: str = "", **extra: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", REPORT.format(words=words)],
        input=stdin,
        capture_output=True,
        text=True,
        env=clean_environ(home, LLMTUTOR_BANK=str(BANKS / "tiny"), **extra),
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("\n#")[2].split())


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose index is up to date."""
    home = tmp_path_factory.mktemp("home")
    trust(home, BANKS / "tiny")
    modules_after(["list", "topics", "--json"], home)
    return home


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["search", "--help"], set()),
        (["search", "addition", "--json"], set()),
        (["search", "加法", "--json"], set()),
        (["explain", "addition", "--json"], set()),
        (["list", "concepts", "--json"], set()),
        (["list", "questions", "--json"], set()),
        (["show", "addition/which-sum", "--json"], set()),
        (["snippet", "addition", "--json"], set()),
        (["practice", "--json"], {"fsrs"}),
        (["run", "addition", "--json"], set()),
        (["help", "exit-codes", "--json"], set()),
        (["search", "addition"], {"rich"}),
        (["list", "topics"], {"rich"}),
        (["help", "keys"], {"rich"}),
        (["explain", "addition"], {"rich"}),
        (["next", "--json"], {"fsrs"}),
        (["home", "--json"], {"fsrs"}),
        (["path", "multiplication", "--json"], {"fsrs"}),
        (["map", "--json"], {"fsrs"}),
        (["map", "--mermaid"], {"fsrs"}),
        (["stats", "--json"], {"fsrs"}),
        (["history", "--json"], set()),
        (["history", "--csv"], set()),
        (["config", "--json"], set()),
        (["tune", "--json"], set()),
        (["interview", "--finish", "--json"], {"fsrs"}),
        (["config", "new_per_day", "20", "--json"], set()),
        (["path", "multiplication"], {"fsrs", "rich"}),
        (["stats"], {"fsrs", "rich"}),
        (["schema", "search"], {"pydantic"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_uses(words: list[str], allowed: set[str], fresh: Path) -> None:
    loaded = modules_after(words, fresh)
    assert loaded & HEAVY <= allowed


@pytest.mark.parametrize(
    "line", ["search addition --json", "search 加法", "explain addition", "show addition/which-sum", "home --json"]
)
def test_words_alone_need_no_parser(line: str, fresh: Path) -> None:
    assert not {"typer", "click"} & modules_after(line.split(), fresh)


def test_plain_screens_need_neither_markdown_nor_highlighting(fresh: Path) -> None:
    for words in (["search", "addition"], ["list", "topics"], ["help", "keys"]):
        assert not modules_after(words, fresh) & RICH_EXTRAS


def test_a_sync_looks_at_no_memory(fresh: Path, tmp_path: Path) -> None:
    assert not modules_after(["progress", "sync", str(tmp_path / "box"), "--json"], fresh) & HEAVY


def test_a_help_page_loads_no_other_command(fresh: Path) -> None:
    loaded = {name for name in modules_after(["search", "--help"], fresh) if name.startswith("llmtutor.")}
    assert not any(name.startswith(("llmtutor.store", "llmtutor.learn", "llmtutor.render")) for name in loaded)


def test_only_a_stale_index_brings_yaml(tmp_path: Path) -> None:
    assert {"yaml", "pydantic"} <= modules_after(["list", "topics", "--json"], tmp_path)
    assert not {"yaml", "pydantic"} & modules_after(["list", "topics", "--json"], tmp_path)
