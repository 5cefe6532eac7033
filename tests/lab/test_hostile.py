"""Every program in `hostile/` ends as its head says, within two seconds of its limit, and leaves nothing behind.

# ending: failed timeout       one of these
# limits: seconds=0.4          what differs from the usual limits
# needs: isolated              what the system must grant for the promise to hold
# once: ...                    why it need not run without namespaces as well
# stdout: ...                  what must be found there, with escapes
# stderr: ...                  a pattern that must be found there
# exit: 3                      the exit code
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest

from llmtutor.lab.limits import USUAL, Limits
from llmtutor.lab.runner import follow
from llmtutor.lab.running import Running
from llmtutor.lab.supervised import Supervised, Supervisor
from llmtutor.lab.sweep import marked
from llmtutor.lab.watched import Watched
from llmtutor.model import Ending, RunResult

PROGRAMS = sorted(Path(__file__).with_name("hostile").glob("*.py"))
pytestmark = pytest.mark.skipif(os.name != "posix", reason="hostile programs use what POSIX offers")


def read_head(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^# (\w+): (.*)$", path.read_text("utf-8"), re.MULTILINE))


def limits_of(head: dict[str, str]) -> Limits:
    changed = dict(field.split("=") for field in head.get("limits", "").split())
    types = {name: type(getattr(USUAL, name)) for name in Limits.__dataclass_fields__}
    return Limits(**{name: types[name](value) for name, value in changed.items()})


@pytest.fixture(scope="session")
def granted() -> frozenset[str]:
    with closing(Supervisor(os.environ)) as supervisor:
        probe = Supervised("probe", "", USUAL, os.environ, supervisor=supervisor)
        follow(probe)
    names = {
        "isolated": probe.facts["isolated"] == "1",
        "fence": probe.facts["fence"] != "0",
        "count": "NPROC" in probe.facts["limits"],
    }
    return frozenset(name for name, holds in names.items() if holds)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where directories of runs are made: a folder that a program can only leave anything in by leaving its own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def finish(running: Running) -> tuple[RunResult, float]:
    with closing(running):
        started = time.monotonic()
        follow(running)
        return running.result(), time.monotonic() - started


def assert_nothing_left(running: Running, place: Path) -> None:
    assert list(marked(running.token)) == []
    assert list(place.iterdir()) == []
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("isolate", [True, False], ids=["isolated", "bare"])
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_hostile_program(path: Path, isolate: bool, granted: frozenset[str], place: Path) -> None:
    head = read_head(path)
    needs = set(head.get("needs", "").split())
    if missing := needs - granted - ({"isolated"} if isolate else set()):
        pytest.skip(f"this system does not grant: {', '.join(sorted(missing))}")
    if not isolate and ("isolated" in needs or "once" in head):
        pytest.skip(head.get("once", "not promised without a namespace"))
    limits = limits_of(head)
    with closing(Supervisor(os.environ)) as supervisor:
        code = path.read_text("utf-8")
        running = Supervised(path.stem, code, limits, os.environ, supervisor=supervisor, isolate=isolate)
        result, seconds = finish(running)

    assert result.ending in {Ending(word) for word in head["ending"].split()}, result
    # A crowded machine gives a program little processor time a second; that clock is read where it is the limit.
    used = seconds if limits.seconds < limits.cpu_seconds else float(running.facts["processor"])
    assert used < min(limits.seconds, limits.cpu_seconds) + 2.0
    assert len(result.stdout) + len(result.stderr) <= limits.output
    assert head.get("stdout", "").encode().decode("unicode_escape") in result.stdout
    assert re.search(head.get("stderr", ""), result.stderr)
    if "exit" in head:
        assert result.exit_code == int(head["exit"])
    assert_nothing_left(running, place)


@pytest.mark.parametrize(
    "name",
    ["exits-with-3", "floods-stdout", "forks-many", "ignores-signals", "leaves-a-daemon", "prints-rubbish", "sleeps"],
)
def test_time_and_output_hold_without_any_help_of_the_system(name: str, place: Path) -> None:
    path = next(path for path in PROGRAMS if path.stem == name)
    head = read_head(path)
    running = Watched(path.stem, path.read_text("utf-8"), limits_of(head), os.environ)
    result, _ = finish(running)
    assert result.ending in {Ending(word) for word in head["ending"].split()}, result
    assert_nothing_left(running, place)
