"""What a stream gets: styles or none, and how wide it is."""

import io

import pytest
from rich.style import Style
from rich.text import Text

from llmtutor.render.stream import Stream

LINE = Text.assemble(("right", Style(color="green", bold=True)), " plain")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(stream: io.StringIO, color: bool | None = None, **environ: str) -> str:
    Stream(stream, {"TERM": "xterm", **environ}, color, 80).write([LINE])
    return stream.getvalue()


def test_a_terminal_gets_colour() -> None:
    assert written(Terminal()) == "\x1b[1;32mright\x1b[0m plain\n"


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"NO_COLOR": "yes"}])
def test_no_color_keeps_weight(environ: dict[str, str]) -> None:
    assert written(Terminal(), **environ) == "\x1b[1mright\x1b[0m plain\n"
    assert written(Terminal(), color=False) == "\x1b[1mright\x1b[0m plain\n"


def test_an_empty_no_color_means_nothing() -> None:
    assert "32m" in written(Terminal(), NO_COLOR="")


def test_a_pipe_or_a_dumb_terminal_gets_characters_only() -> None:
    assert written(io.StringIO()) == "right plain\n"
    assert written(Terminal(), TERM="dumb") == "right plain\n"


def test_colour_can_be_insisted_on() -> None:
    assert "32m" in written(io.StringIO(), color=True)
    assert "32m" in written(io.StringIO(), color=True, NO_COLOR="1")


@pytest.mark.parametrize(
    ("columns", "width", "cells"),
    [("", None, 80), ("132", None, 132), ("132", 40, 40), ("7", None, 20), ("0", None, 80), ("wide", None, 80)],
)
def test_width(columns: str, width: int | None, cells: int) -> None:
    assert Stream(io.StringIO(), {"COLUMNS": columns}, None, width).width == cells


def test_it_knows_whether_there_is_air_above() -> None:
    stream = Stream(io.StringIO(), {}, None, 80)
    assert stream.fresh
    stream.write([Text("x")])
    assert not stream.fresh
    stream.write([Text("x"), Text("")])
    assert stream.fresh
    stream.write([])
    assert stream.fresh


def test_emoji_codes_and_markup_are_characters() -> None:
    out = io.StringIO()
    Stream(out, {}, None, 80).write([Text("[bold]x[/bold] :smile: 123 'str' http://x.org")])
    assert out.getvalue() == "[bold]x[/bold] :smile: 123 'str' http://x.org\n"
