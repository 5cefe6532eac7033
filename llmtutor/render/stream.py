"""One stream of the process: whether it is a terminal, how wide it is, and whether it takes styles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

NARROWEST = 20
TRUE_COLOUR = 1 << 24

_SYSTEMS: dict[int, Literal["standard", "256", "truecolor"]] = {16: "standard", 256: "256", TRUE_COLOUR: "truecolor"}


class Stream:
    """Writes styled lines. `color` True insists, False forbids, None lets NO_COLOR, TERM and the stream decide.

    A dumb terminal or a pipe gets characters only; with NO_COLOR a terminal still gets bold and underlined text.
    `fresh` tells whether there is air above the next line, `colours` how many there are: 0, 16, 256 or `TRUE_COLOUR`.
    """

    def __init__(self, stream: TextIO, environ: Mapping[str, str], color: bool | None, width: int | None) -> None:
        self._stream = stream
        self.fresh = True
        self.terminal = stream.isatty()
        self.dumb = environ.get("TERM", "") in ("dumb", "unknown")
        self.styled = color is True or (self.terminal and not self.dumb)
        self.given_width = width
        self._columns = environ.get("COLUMNS", "")[:6]
        plain = color is False or (color is None and bool(environ.get("NO_COLOR")))
        self.colours = _count_colours(environ) if self.styled and not plain else 0
        self._console = Console(
            force_terminal=self.styled,
            color_system=_SYSTEMS[self.colours or 16] if self.styled else None,
            no_color=plain,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )

    @property
    def width(self) -> int:
        """Cells of a line, asked anew each time: a window may be resized. A given width and COLUMNS come first."""
        if self.given_width is not None:
            return max(NARROWEST, self.given_width)
        if self._columns.isdecimal() and int(self._columns):
            return max(NARROWEST, int(self._columns))
        try:
            columns = os.get_terminal_size(self._stream.fileno()).columns if self.terminal else 0
        except (OSError, ValueError):
            columns = 0
        return max(NARROWEST, columns) if columns else 80

    def write(self, lines: Iterable[Text]) -> None:
        """Each line with its line end, flushed, so that what was asked is seen before somebody answers."""
        lines = list(lines)
        if not lines:
            return
        self.fresh = not lines[-1].plain
        with self._console.capture() as capture:
            self._console.print(Text("\n").join(lines), soft_wrap=True)
        self._stream.write(capture.get())
        self._stream.flush()

    def write_raw(self, text: str) -> None:
        """Characters as they are: control sequences of our own, or a program for a pipe."""
        self.fresh = True
        self._stream.write(text)
        self._stream.flush()


def _count_colours(environ: Mapping[str, str]) -> int:
    """What COLORTERM and TERM promise."""
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return TRUE_COLOUR
    return 256 if "256" in environ.get("TERM", "") else 16
