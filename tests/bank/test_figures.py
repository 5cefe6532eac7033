"""Figures of a bank: values that fit them, values that do not, records, and what `bank check` and `bank test` say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from llmtutor.bank.figures import FigureProblem, fill, read_record, same_values, variables_of, write_record
from llmtutor.model import Axis, Figure, Text

from ..conftest import BANKS, Program

TITLE = Text("A picture", "一张图")
HEAT = Figure("heat-map", TITLE, "w", x=Axis(None, ("a", "b")), y=Axis(Text("row", "行"), (), "names"))
LINE = Figure("line", TITLE, "w", series=(TITLE, TITLE))


def test_values_become_rows_and_ticks() -> None:
    filled = fill(HEAT, {"w": [[1, None], [0.5, 0]], "names": [1.0, "z"]})
    assert filled.rows == ((1.0, None), (0.5, 0.0))
    assert (filled.x.ticks, filled.y.ticks) == (("a", "b"), ("1", "z"))


def test_a_plain_list_is_one_row() -> None:
    assert fill(LINE, {"w": [1, 2, 3]}).rows == ((1.0, 2.0, 3.0),)


@pytest.mark.parametrize(
    ("figure", "values"),
    [
        (LINE, {}),
        (LINE, {"w": 3}),
        (LINE, {"w": []}),
        (LINE, {"w": [[]]}),
        (LINE, {"w": [[1, 2], [1]]}),
        (LINE, {"w": [1, [2]]}),
        (LINE, {"w": ["a"]}),
        (LINE, {"w": [True]}),
        (LINE, {"w": [0.0] * 501}),
        (LINE, {"w": [[1], [2], [3]]}),  # two series are named
        (HEAT, {"w": [[1, 2, 3]], "names": ["z"]}),  # two columns are named
        (HEAT, {"w": [[1, 2]], "names": ["z", "y"]}),
        (HEAT, {"w": [[1, 2]]}),
        (HEAT, {"w": [[1, 2]], "names": "z"}),
    ],
)
def test_what_does_not_fit_is_said(figure: Figure, values: dict[str, object]) -> None:
    with pytest.raises(FigureProblem) as caught:
        fill(figure, values)
    assert caught.value.message.en
    assert caught.value.message.zh


def test_a_record_comes_back_as_it_was() -> None:
    values = {"names": ["猫"], "w": [[0.1, None]], "more": 1}
    record = write_record(values, [HEAT])
    assert list(variables_of([HEAT])) == ["w", "names"]
    assert read_record(record) == {"w": [[0.1, None]], "names": ["猫"]}
    assert read_record("[") is None
    assert read_record("[1]") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([1.0, [2.0]], [1.00001, [2.0]], True),
        ([1.0], [1.001], False),
        ([0.0], [1e-9], True),
        ([1.0], [1.0, 2.0], False),
        ([None], [None], True),
        ([None], [1.0], False),
        (["a"], ["b"], False),
    ],
)
def test_values_are_compared_within_tolerance(one: object, other: object, same: bool) -> None:
    assert same_values(one, other) is same


# --- a bank with a figure ---------------------------------------------------------------------------------------------


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    import shutil

    folder = Path(shutil.copytree(BANKS / "tiny", tmp_path / "bank"))
    path = folder / "basics" / "addition.yaml"
    figure = "figures:\n  - {kind: bar, title: {en: Sums, zh: 和}, values: sums, x: {ticks: [one, two]}}\nsources:"
    path.write_text(path.read_text("utf-8").replace("sources:", figure, 1), "utf-8")
    program = folder / "basics" / "addition.py"
    program.write_text(program.read_text("utf-8") + "sums = [1, 2]\n", "utf-8")
    return folder


def problems(bank: Path, llmtutor: Program, *words: str) -> list[str]:
    ran = llmtutor(*words, str(bank), "--json")
    return [problem["rule"] + " " + problem["message"]["en"] for problem in ran.data["problems"]]


def test_a_figure_is_recorded_checked_run_and_explained(bank: Path, llmtutor: Program) -> None:
    assert "addition.figures.json does not exist" in problems(bank, llmtutor, "bank", "check")[0]
    updated = llmtutor("bank", "test", str(bank), "--update", "--json").data["updated"]
    assert updated == ["basics/addition.figures.json"]
    record = bank / "basics" / "addition.figures.json"
    assert json.loads(record.read_text("utf-8")) == {"sums": [1, 2]}
    assert problems(bank, llmtutor, "bank", "check") == []
    assert problems(bank, llmtutor, "bank", "test") == []
    explained = llmtutor("explain", "addition", "--bank", str(bank), "--json")
    assert explained.data["snippet"]["figures"][0]["rows"] == [[1, 2]]
    assert "█ 2" in llmtutor("explain", "addition", "--bank", str(bank)).out


def test_other_values_than_recorded_are_a_problem(bank: Path, llmtutor: Program) -> None:
    llmtutor("bank", "test", str(bank), "--update")
    program = bank / "basics" / "addition.py"
    program.write_text(program.read_text("utf-8").replace("[1, 2]", "[1, 3]"), "utf-8")
    assert problems(bank, llmtutor, "bank", "test") == ["FIGURE the values of `sums` differ from those recorded"]
    program.write_text(program.read_text("utf-8").replace("[1, 3]", "[1]"), "utf-8")
    assert "1 numbers along x" in problems(bank, llmtutor, "bank", "test")[0]


def test_a_record_that_no_figure_needs_is_an_orphan(bank: Path, llmtutor: Program) -> None:
    llmtutor("bank", "test", str(bank), "--update")
    (bank / "basics" / "multiplication.figures.json").write_text("{}", "utf-8")
    assert problems(bank, llmtutor, "bank", "check") == ["ORPHAN no concept names this file"]
