"""tune as a program: changes nothing without consent, and killed at any moment it has changed all or nothing."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

from llmtutor.store.journal import Journal

from ..conftest import Program, clean_environ
from ..service.test_tuning import events
from ..test_contract import validate

BEFORE = 'language = "en"  # mine\n'


def prepare(home: Path) -> Path:
    """A journal that better weights can be fitted to; the file of the settings."""
    with Journal.open(home / "data" / "journal.db", create=True) as journal:
        journal.append(*events(0.2))
    config = home / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(BEFORE, "utf-8")
    return config


def test_it_asks_for_consent_and_is_killed_without_harm(tiny: Program, home: Path) -> None:
    config = prepare(home)
    shown = tiny("tune", "--json")
    assert validate(shown.out)["data"]["outcome"] == "better"
    assert "llmtutor tune --apply" in tiny("tune", env={"COLUMNS": "80"}).out
    assert config.read_text("utf-8") == BEFORE
    for delay in (0.1, 0.6, 1.2, 1.8):
        process = subprocess.Popen(
            [sys.executable, "-m", "llmtutor", "tune", "--apply", "--json"],
            env=clean_environ(home),
            stdout=subprocess.DEVNULL,
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(delay)
        process.kill()
        process.wait()
        settings = tomllib.loads(config.read_text("utf-8"))
        assert settings["language"] == "en"
        assert len(settings.get("weights", range(21))) == 21
    config.write_text(BEFORE, "utf-8")
    applied = validate(tiny("tune", "--apply", "--json").out)["data"]
    assert applied["outcome"] == "applied"
    assert tomllib.loads(config.read_text("utf-8"))["weights"] == applied["weights"]
    assert config.read_text("utf-8").startswith(BEFORE)
    assert tiny("config", "weights", "--unset").code == 0
    assert config.read_text("utf-8") == BEFORE


def test_too_few_reviews_is_an_answer(tiny: Program) -> None:
    ran = tiny("tune", "--json")
    assert ran.code == 1
    assert validate(ran.out)["data"]["outcome"] == "too-few"
    assert "1,500" in tiny("tune").out
