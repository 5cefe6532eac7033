"""What all tests share: the real program in a subprocess with an empty home, and the banks under `banks/`."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
BANKS = Path(__file__).parent / "banks"


@dataclass(frozen=True)
class Ran:
    """What a run of the program said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        return self.document["data"]


Program = Callable[..., Ran]


def clean_environ(home: Path, **extra: str) -> dict[str, str]:
    """An environment in which the program depends on nothing of the machine's."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")}
    kept.update(LLMTUTOR_HOME=str(home), LANG="C.UTF-8", PYTHONPATH=str(ROOT), PYTHONWARNINGS="error", TERM="dumb")
    return kept | extra


def trust(home: Path, bank: Path) -> None:
    """Agree to the programs of `bank` as they are, as `bank trust` does."""
    path = home / "data" / "trusted-programs.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        for program in bank.glob("*/*.py"):
            file.write(f"{hashlib.sha256(program.read_bytes()).hexdigest()} {program.name}\n")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def llmtutor(home: Path) -> Program:
    """Run `llmtutor WORDS...` in a subprocess: `stdin` is text, `env` adds variables."""

    def run(*words: str, stdin: str = "", env: dict[str, str] | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "llmtutor", *words],
            input=stdin.encode("utf-8", "surrogateescape"),
            capture_output=True,
            env=clean_environ(home, **(env or {})),
            cwd=home.parent,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def tiny(llmtutor: Program, home: Path) -> Program:
    """The same over the bank `banks/tiny`, whose programs may run."""
    trust(home, BANKS / "tiny")

    def run(*words: str, **settings: Any) -> Ran:
        environ = {"LLMTUTOR_BANK": str(BANKS / "tiny")} | settings.pop("env", {})
        return llmtutor(*words, env=environ, **settings)

    return run
