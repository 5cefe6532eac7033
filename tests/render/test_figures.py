"""Figures at every width, in every colour and in none: nothing overflows, nothing is cut, nothing hangs on colour."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text as Styled

from llmtutor.bank.files import concept_files, list_files
from llmtutor.bank.parse import parse_concept
from llmtutor.model import LANGS, Axis, Figure, Lang, Part, Text
from llmtutor.render.figures import draw_figure
from llmtutor.render.page import Page
from llmtutor.render.screens.browse import draw_formula
from llmtutor.render.stream import TRUE_COLOUR, Stream

QUESTIONS = Path(__file__).parents[2] / "questions"
WIDTHS = (40, 80, 100)
TITLE = Text("Weights", "权重")


@cache
def parts() -> dict[str, Part]:
    found = {path: parse_concept(QUESTIONS, path, "").part for path in concept_files(list_files(QUESTIONS))}
    return {path: part for path, part in found.items() if part}


def figures_of_the_bank() -> list[tuple[str, Figure]]:
    return [
        (f"{snippet.name}-{figure.values}", figure)
        for part in parts().values()
        for snippet in part.snippets
        for figure in snippet.figures
    ]


def drawn(figure: Figure, width: int, lang: Lang = "en", *, linear: bool = False, colours: int = 0) -> list[str]:
    page = Page(lang, width, linear=linear, coloured=bool(colours), colours=colours)
    draw_figure(page, figure)
    return [line.plain for line in page.lines]


def test_at_least_eight_concepts_have_a_picture() -> None:
    assert sum(any(snippet.figures for snippet in part.snippets) for part in parts().values()) >= 8
    assert {figure.kind for _, figure in figures_of_the_bank()} == {"line", "bar", "heat-map"}


@pytest.mark.parametrize("width", [20, *WIDTHS, 200])
@pytest.mark.parametrize(
    ("name", "figure"), figures_of_the_bank(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_figures_of_the_bank_fit(name: str, figure: Figure, width: int) -> None:
    for lang in LANGS:
        for linear, colours in ((False, 0), (False, 16), (False, TRUE_COLOUR), (True, 0)):
            lines = drawn(figure, width, lang, linear=linear, colours=colours)
            assert len(lines) > 3
            assert all(cell_len(line) <= width for line in lines)
            assert "…" not in "".join(lines)


@pytest.mark.parametrize(("path", "part"), parts().items(), ids=lambda value: value if isinstance(value, str) else "")
def test_formulas_of_the_bank_fit(path: str, part: Part) -> None:
    for width in WIDTHS:
        for linear in (False, True):
            for latex in part.concept.formulas:
                page = Page("en", width, linear=linear)
                draw_formula(page, latex)
                assert page.lines
                assert all(cell_len(line.plain) <= width for line in page.lines)


@pytest.mark.parametrize(
    ("name", "figure"), figures_of_the_bank(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_for_a_screen_reader_there_are_numbers_and_no_picture(name: str, figure: Figure) -> None:
    text = "\n".join(drawn(figure, 80, linear=True))
    assert not re.search("[─-◿⠀-⣿]", text)
    assert re.search(r"\d", text)


MAP = Figure("heat-map", TITLE, "w", Axis(None, ("the", "猫咪", "sat")), Axis(None, ("the", "猫咪", "sat")), (),
             ((1.0, 0.0, 0.0), (0.25, 0.75, 0.0), (0.2, 0.3, None)))  # fmt: skip


def test_columns_stand_below_each_other_also_under_chinese_names() -> None:
    lines = drawn(MAP, 80)
    ends = [cell_len(lines[-4][: lines[-4].index(tick)]) + cell_len(tick) for tick in ("the", "猫咪", "sat")]
    for line in lines[-3:]:
        numbers = list(re.finditer(r"\d\.\d\d|(?<= )-", line))
        assert [cell_len(line[: found.end()]) + 1 for found in numbers] == ends


def test_numbers_stay_where_there_is_no_colour_and_shades_where_there_is_no_room() -> None:
    assert "0.75█" in "".join(drawn(MAP, 80))
    wide = Figure("heat-map", TITLE, "w", rows=tuple((float(place % 3),) * 20 for place in range(3)))
    lines = drawn(wide, 40)
    assert any("██" * 10 in line for line in lines)
    assert any("from" in line for line in lines)


@pytest.mark.parametrize("colours", [0, 256])
def test_the_legend_calls_next_to_nothing_zero(colours: int) -> None:
    wide = Figure("heat-map", TITLE, "w", rows=((-1.0, *[1.00001] * 20),))
    text = "".join(drawn(wide, 40, colours=colours))
    assert "e-06" not in text
    assert re.search(r"\b0\b", text)


def test_more_columns_than_cells_go_on_below() -> None:
    wide = Figure("heat-map", TITLE, "w", rows=((1.0,) * 60,))
    lines = drawn(wide, 40)
    assert sum(line.count("█") for line in lines) - 2 == 60  # two more in the legend


def test_every_curve_has_a_character_of_its_own() -> None:
    names = (Text("first", "甲"), Text("second", "乙"))
    figure = Figure("line", TITLE, "w", series=names, rows=((0.0, 1.0, 2.0), (2.0, 1.5, 1.0)))
    lines = drawn(figure, 60)
    assert "• first · o second" in lines[-1]
    assert {"•", "o"} <= set("".join(lines[3:-2]))


def test_bars_tell_their_numbers_and_grow_to_both_sides() -> None:
    figure = Figure("bar", TITLE, "w", x=Axis(None, ("up", "down", "none")), rows=((1.0, -0.5, None),))
    up, down, none = drawn(figure, 60)[-3:]
    assert up.index("█") > down.index("▒")
    assert (up.split()[-1], down.split()[-1], none.split()[-1]) == ("1.00", "-0.50", "-")


@pytest.mark.parametrize("kind", ["line", "bar", "heat-map"])
@pytest.mark.parametrize("rows", [(), ((),), ((None,),), ((1.0,), ()), ((float("nan"), 1e300),), ((1e-320, -1e300),)])
def test_whatever_a_figure_holds_is_drawn(kind: str, rows: tuple[tuple[float | None, ...], ...]) -> None:
    for linear in (False, True):
        assert drawn(Figure(kind, TITLE, "w", rows=rows), 60, linear=linear)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm"}, 16),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, TRUE_COLOUR),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, 0),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, 0),
    ],
)
def test_colours_are_those_of_the_terminal(environ: dict[str, str], colours: int) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Stream(Terminal(), environ, None, None)
    assert stream.colours == colours
    out = Terminal()
    # A colour of its own for each case: Rich keeps what it once wrote for a style.
    Stream(out, environ, None, None).write([Styled().append("x", f"on rgb(8,64,{colours % 251})")])
    assert ("48;2;" in out.getvalue()) == (colours == TRUE_COLOUR)
    assert ("48;5;" in out.getvalue()) == (colours == 256)


def test_cells_are_coloured_only_where_colours_are_many() -> None:
    for colours, many in ((0, False), (16, False), (256, True), (TRUE_COLOUR, True)):
        page = Page("en", 60, coloured=True, colours=colours)
        draw_figure(page, MAP)
        painted = any(getattr(span.style, "bgcolor", None) for line in page.lines for span in line.spans)
        assert painted == many
        assert all(len(line.plain) == len(line.plain.rstrip()) or many for line in page.lines)
