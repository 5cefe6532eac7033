from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from llmtutor.lab.limits import Limits
from llmtutor.lab.runner import Program, run, run_all
from llmtutor.lab.sweep import marked
from llmtutor.model import Ending

PLAIN = {"PATH": os.environ["PATH"]}
posix = pytest.mark.skipif(os.name != "posix", reason="needs a supervisor")


def test_a_program_prints_and_ends() -> None:
    result = run("print('你好')\nimport sys\nprint('aside', file=sys.stderr)", name="hello", environ=PLAIN)
    assert (result.ending, result.stdout, result.stderr, result.exit_code) == (Ending.OK, "你好\n", "aside\n", 0)
    assert result.milliseconds > 0


def test_an_error_names_the_program_and_not_where_it_ran() -> None:
    result = run("def f():\n    return 1 / 0\n\nf()", name="divide", environ=PLAIN)
    assert result.ending is Ending.FAILED
    assert 'File "divide.py", line 2' in result.stderr
    assert tempfile.gettempdir() not in result.stderr
    assert result.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_a_program_that_is_not_python_fails() -> None:
    result = run("def broken(:", name="broken", environ=PLAIN)
    assert result.ending is Ending.FAILED
    assert "SyntaxError" in result.stderr


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "..", "名字", "a\0b", "x" * 500, "-c"])
def test_any_name_is_a_file_inside(name: str) -> None:
    result = run(
        "import os, sys; print(sys.argv[0] in (os.path.abspath(f) for f in os.listdir()))", name=name, environ=PLAIN
    )
    assert result.stdout == "True\n"


def test_a_program_sees_nothing_of_the_environment_and_may_use_one_thread() -> None:
    secrets = {**PLAIN, "AWS_SECRET_KEY": "hush", "PYTHONPATH": "/nowhere", "PYTHONSTARTUP": "x", "HOME": "/home/me"}
    code = "import os, json, sys; print(json.dumps([dict(os.environ), os.getcwd(), sys.path, sys.flags.safe_path]))"
    seen, directory, path, safe = json.loads(run(code, name="env", environ=secrets).stdout)
    assert "hush" not in seen.values()
    assert "PYTHONPATH" not in seen
    assert seen["OMP_NUM_THREADS"] == seen["OPENBLAS_NUM_THREADS"] == "1"
    assert seen["TMPDIR"] == directory
    assert "/nowhere" not in path
    assert safe
    if sys.prefix != sys.base_prefix:
        assert seen["HOME"] == directory


def test_numpy_works_within_the_limits() -> None:
    code = "import numpy as np; a = np.ones((300, 300)); print((a @ a).sum())"
    assert run(code, name="numpy", environ=PLAIN).stdout == "27000000.0\n"


def test_output_comes_while_the_program_runs_and_in_whole_characters() -> None:
    parts: list[str] = []
    code = "import os\nfor byte in '注意力'.encode():\n    os.write(1, bytes([byte]))"
    result = run(code, name="slow", environ=PLAIN, on_output=parts.append)
    assert "".join(parts) == result.stdout == "注意力"


def test_what_was_printed_before_the_time_ran_out_is_kept() -> None:
    result = run("print('so far')\nwhile True: pass", name="loop", limits=Limits(seconds=0.3), environ=PLAIN)
    assert (result.ending, result.stdout, result.exit_code) == (Ending.TIMEOUT, "so far\n", None)


def test_whoever_listens_may_fail_and_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def listen(text: str) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        run("print('hi')\nwhile True: pass", name="loop", environ=PLAIN, on_output=listen)
    assert list(tmp_path.iterdir()) == []


def test_many_programs_run_side_by_side_and_come_back_by_their_place() -> None:
    code = "import time; print(time.monotonic()); time.sleep(0.2); print(time.monotonic())"
    programs = [Program(str(number), f"print({number})\n{code}") for number in range(4)]
    results = dict(run_all(programs, environ=PLAIN, jobs=2))
    printed = [results[place].stdout.split() for place in range(4)]
    assert [number for number, _, _ in printed] == ["0", "1", "2", "3"]
    spans = sorted((float(start), float(end)) for _, start, end in printed)
    running_at_start = [sum(start <= moment < end for start, end in spans) for moment, _ in spans]
    assert max(running_at_start) == 2


def test_leaving_early_ends_what_still_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    programs = [Program("quick", "print(1)"), Program("endless", "while True: pass")]
    results = run_all(programs, environ=PLAIN, jobs=2)
    assert next(results)[0] == 0
    results.close()  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


# --- llmtutor itself is interrupted or killed -------------------------------------------------------------------------

HOST = """
import os
from llmtutor.lab.runner import Bench, Program, follow
loop = Program("loop", "print('on', flush=True)\\nwhile True: pass")
running = Bench(os.environ).start(loop, lambda text: print(running.token, running.root, flush=True))
follow(running)
"""
INTERRUPTED = """
import os
from llmtutor.lab.runner import run
result = run("import os\\nos.write(1, b'on\\\\n')\\nwhile True: pass", name="loop", environ=os.environ,
    on_output=lambda text: print("running", flush=True))
print(result.ending.value, result.stdout)
"""


def host(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def wait_until(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 5.0
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


@posix
def test_when_llmtutor_is_killed_the_program_and_its_files_go_too() -> None:
    with host(HOST) as process:
        assert process.stdout
        token, root = process.stdout.readline().split()
        assert Path(root).exists()
        process.kill()
    assert wait_until(lambda: not list(marked(token)))
    assert wait_until(lambda: not Path(root).exists())


@posix
def test_ctrl_c_ends_the_program_and_keeps_what_it_printed() -> None:
    with host(INTERRUPTED) as process:
        assert process.stdout
        assert process.stdout.readline() == "running\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.read().endswith("interrupted on\n\n")
        assert process.wait() == 0
