"""What a program hands back beside its output, and what does not come through."""

from __future__ import annotations

import os

import pytest

from llmtutor.lab.runner import Bench, Program
from llmtutor.lab.values import with_hand_over
from llmtutor.model import Ending, RunResult


def hand_over(code: str, *names: str) -> tuple[RunResult, dict[str, object]]:
    values: dict[str, object] = {}
    with Bench({"PATH": os.environ["PATH"]}) as bench:
        return bench.run(Program("p", code, variables=names, on_values=values.update)), values


def test_numbers_words_and_lists_come_through() -> None:
    result, values = hand_over("a = [1, 2.5, 'x']\nb = (range(2), True)\nprint('seen')", "a", "b")
    assert (result.ending, result.stdout) == (Ending.OK, "seen\n")
    assert values == {"a": [1.0, 2.5, "x"], "b": [[0.0, 1.0], 1.0]}


def test_arrays_and_what_is_not_finite() -> None:
    _, values = hand_over("import numpy as np\na = np.array([[1 / 3, -np.inf], [np.nan, -0.0]])", "a")
    assert values == {"a": [[0.333333, None], [None, 0.0]]}


@pytest.mark.parametrize(
    "code",
    [
        "b = 1",  # no such variable
        "a = 1\nraise SystemExit(0)",  # gone before it is asked
        "a = []\na.append(a)",  # endless
        "a = list(range(300_000))",  # more than is taken
        "a = 10 ** 400",  # no float
        "import os, sys\na = 1\nos.symlink('/etc/passwd', os.path.join(os.path.dirname(__file__), 'values.json'))",
        "import os, sys\na = 1\nos.mkdir(os.path.join(os.path.dirname(__file__), 'values.json'))",
        "import builtins\na = 1\nbuiltins.open = None",
    ],
)
def test_what_cannot_be_handed_over_is_left_out_and_disturbs_nothing(code: str) -> None:
    result, values = hand_over(code, "a")
    assert values == {}
    assert (result.ending, result.stdout, result.stderr) == (Ending.OK, "", "")


def test_a_program_that_fails_fails_as_it_would_alone() -> None:
    result, _ = hand_over("a = 1\n1 / 0", "a")
    alone, _ = hand_over("a = 1\n1 / 0")
    assert result.stderr == alone.stderr


def test_without_variables_the_program_is_as_it_was() -> None:
    assert with_hand_over("print(1)", ()) == "print(1)"


def test_a_variable_is_a_name_and_nothing_else() -> None:
    with pytest.raises(ValueError, match="names"):
        with_hand_over("", ("a'); print('x",))
