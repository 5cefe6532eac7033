"""The drawings that were looked at, one by one, and those of the bank."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

from llmtutor.formula import can_draw, draw
from llmtutor.letters import cell_width

from .golden import FILE, Golden, draw_all, read
from .source import ink

GOLDEN = read()
BANK = sorted(
    {
        formula
        for path in Path(__file__).parents[2].joinpath("questions").glob("*/*.yaml")
        for formula in yaml.safe_load(path.read_text("utf-8")).get("formula", [])
    }
)
SOURCES = [golden.latex for golden in GOLDEN] + BANK


def letters(drawing: str) -> Counter[str]:
    """Letters and digits of a drawing, whatever their size and font."""
    plain = unicodedata.normalize("NFKD", drawing)
    return Counter(char for char in plain if char.isalnum())


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_drawn_as_it_was_looked_at(golden: Golden) -> None:
    assert draw_all(golden.latex) == golden.drawings, f"if the new drawing is right, run {FILE.with_suffix('.py').name}"


@pytest.mark.parametrize("latex", SOURCES)
def test_every_letter_and_digit_is_in_both_drawings(latex: str) -> None:
    for width, linear in ((100, False), (40, False), (80, True)):
        drawn, source = letters(draw(latex, width, linear=linear)), letters(ink(latex))
        added = drawn - source
        assert not source - drawn
        # Only names of constructions are added, on the one line: underbrace(...), binom(...).
        assert not added or (linear and ("brace" in latex or "binom" in latex))


@pytest.mark.parametrize("latex", SOURCES)
def test_every_drawing_fits_a_narrow_screen(latex: str) -> None:
    assert can_draw(latex) == "both"
    for width in (40, 80):
        for linear in (False, True):
            assert max(map(cell_width, draw(latex, width, linear=linear).split("\n"))) <= width


def test_the_bank_has_formulas() -> None:
    assert len(BANK) > 20
