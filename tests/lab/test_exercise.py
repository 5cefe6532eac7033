"""Judging: laws first, the smallest input that shows it, known mistakes by name, solutions that cheat or misbehave."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest

from llmtutor.lab.exercise import judge_one
from llmtutor.lab.runner import Bench
from llmtutor.model import Code, Ending, Judged, Mistake, Reason, RunResult, Text

from ..conftest import BANKS

FOLDER = BANKS / "exercises" / "basics"


def read(part: str) -> str:
    return (FOLDER / f"doubling.write-double.{part}.py").read_text("utf-8")


DOUBLE = Code(
    "double",
    read("stub"),
    read("solution"),
    read("judge"),
    tuple(Mistake(name, read(f"wrong-{name}"), Text(name, name)) for name in ("squares", "repeats")),
)


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Bench(os.environ) as made:
        yield made


def judge(bench: Bench, solution: str, exercise: Code = DOUBLE) -> tuple[Judged, RunResult]:
    return judge_one(bench, exercise, solution, "write-double.py")


def test_the_reference_keeps_every_law(bench: Bench) -> None:
    judged, result = judge(bench, DOUBLE.solution)
    assert judged.passed
    assert [law.en for law in judged.held] == [
        "The list stays as long as it was.",
        "Negated numbers give negated results.",
    ]
    assert (result.ending, result.stderr) == (Ending.OK, "")


def test_the_first_law_that_breaks_is_shown_at_the_smallest_input(bench: Bench) -> None:
    judged, _ = judge(bench, read("wrong-repeats"))
    failure = judged.failure
    assert failure is not None
    assert failure.law is not None
    assert failure.law.en == "The list stays as long as it was."
    assert [(one.name, one.text, one.kind, one.shape) for one in failure.inputs] == [("numbers", "[2]", "list", (1,))]
    assert failure.expected is not None
    assert failure.actual is not None
    assert (failure.expected.text, failure.actual.text) == ("1", "2")
    assert judged.mistake == "repeats"


def test_a_known_mistake_is_named_however_it_is_written(bench: Bench) -> None:
    judged, _ = judge(
        bench, "def double(numbers):\n    made = []\n    for n in numbers:\n        made += [n * n]\n    return made"
    )
    assert judged.mistake == "squares"
    judged, _ = judge(bench, "def double(numbers):\n    return [3 * n for n in numbers]")
    assert (judged.passed, judged.mistake) == (False, None)


def test_laws_come_first_and_examples_last(bench: Bench) -> None:
    judged, _ = judge(bench, "def double(numbers):\n    return [3 * n for n in numbers]")
    assert len(judged.held) == 2
    assert judged.failure is not None
    assert (judged.failure.reason, judged.failure.law) == (Reason.LAW, None)
    assert [one.text for one in judged.failure.inputs] == ["[2]"]


def test_numbers_that_differ_late_are_shown_with_enough_digits(bench: Bench) -> None:
    judged, _ = judge(bench, "def double(numbers):\n    return [2.0001 * n for n in numbers]")
    assert judged.failure is not None
    assert judged.failure.expected is not None
    assert judged.failure.actual is not None
    assert judged.failure.actual.text == "[4.0002]"


@pytest.mark.parametrize(
    ("solution", "reason", "line"),
    [
        ("def double(numbers:", Reason.SYNTAX, 1),
        ("def duoble(numbers):\n    return numbers", Reason.UNDEFINED, None),
        (DOUBLE.stub, Reason.UNFINISHED, 3),
        ("def double(numbers):\n    return [1 / 0]", Reason.RAISED, 2),
        ("1 / 0\ndef double(numbers): pass", Reason.RAISED, 1),
        ("def double(numbers):\n    return double(numbers)", Reason.RAISED, 2),
        ("def double(numbers):\n    raise SystemExit(0)", Reason.EXITED, 2),
        ("import os\nos._exit(0)", Reason.EXITED, None),
        ("import os\ndef double(numbers):\n    os.kill(os.getpid(), 9)", Reason.EXITED, None),
        ("def double(numbers):\n    while True: pass", Reason.SLOW, None),
        ("def double(numbers):\n    while True: print('more ' * 1000)", Reason.OUTPUT, None),
        ("def double(numbers):\n    return bytearray(1 << 40)", Reason.RAISED, 2),
        ("def double(numbers):\n    pass", Reason.FORM, None),
        ("def double(numbers):\n    return str(numbers)", Reason.FORM, None),
        ("def double(numbers):\n    numbers.append(1)\n    return [2 * n for n in numbers]", Reason.CHANGED, None),
    ],
)
def test_whatever_else_goes_wrong_is_told_apart(bench: Bench, solution: str, reason: Reason, line: int | None) -> None:
    judged, result = judge(bench, solution)
    assert judged.failure is not None
    assert (judged.failure.reason, judged.failure.line) == (reason, line)
    assert result.ending is not Ending.INTERRUPTED


def test_a_solution_that_swallows_everything_ends_with_the_run(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from llmtutor.lab import exercise

    monkeypatch.setattr(exercise, "LIMITS", replace(exercise.LIMITS, seconds=3.0))
    stubborn = (
        "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\ndef double(numbers):\n    while True: pass"
    )
    judged, result = judge(bench, stubborn)
    assert judged.failure is not None
    assert (judged.failure.reason, result.ending) == (Reason.SLOW, Ending.TIMEOUT)


FAKE = '{"solution": "solution", "held": [], "failure": null, "mistake": null}'


@pytest.mark.parametrize(
    "solution",
    [
        f"print('0' * 32, {FAKE!r})\ndef double(numbers): return []",
        f"import os\nos.write(1, b'00 ' + {FAKE.encode()!r})\ndef double(numbers): return []",
        f"import os\nfor fd in range(3, 64):\n    try: os.write(fd, b'\\n' + {FAKE.encode()!r} + b'\\n')\n"
        "    except OSError: pass\ndef double(numbers): return []",
        "import sys\nopen(sys.argv[0]).read()",
        "class Same(list):\n    def __eq__(self, other): return True\ndef double(numbers): return Same([7])",
        "import atexit, os\natexit.register(lambda: os._exit(0))\ndef double(numbers): return []",
    ],
)
def test_a_faked_verdict_is_none(bench: Bench, solution: str) -> None:
    judged, _ = judge(bench, solution)
    assert not judged.passed


def test_what_a_solution_prints_is_handed_back_apart_from_the_verdict(bench: Bench) -> None:
    judged, result = judge(bench, "def double(numbers):\n    print('saw', numbers)\n    return numbers * 2")
    assert not judged.passed
    assert result.stderr.splitlines()[-1] == "saw [2]"  # nothing of what the diagnosis tried afterwards


def test_arrays_are_told_with_their_shapes(bench: Bench) -> None:
    exercise = Code(
        "row_sums",
        "",
        "def row_sums(x):\n    return x.sum(axis=-1)",
        "import numpy as np\nfrom llmtutor.lab.judge import cases, law\n\n"
        "@cases\ndef given():\n    yield (np.ones((2, 3)),)\n"
        '@law("a", "一")\ndef a(f, x):\n    return f(x), np.full(2, 3.0)\n',
        (),
    )
    judged, _ = judge(bench, "def row_sums(x):\n    return x.sum(axis=0)", exercise)
    failure = judged.failure
    assert failure is not None
    assert failure.reason is Reason.FORM
    assert failure.expected is not None
    assert failure.actual is not None
    assert (failure.expected.kind, failure.expected.shape, failure.actual.shape) == ("array", (2,), (3,))
    assert failure.inputs[0].shape == (2, 3)
    assert judge(bench, "def row_sums(x):\n    return [3.0, 3.0]", exercise)[0].failure is not None
    assert judge(bench, "def row_sums(x):\n    return x @ [1, 1, 1]", exercise)[0].passed
