"""A page being written: lines of styled text, folded to a width. It knows about cells, not about views or streams.

Everything a screen shows goes through `clean`, so no content can reach the terminal as anything but characters; markup
of Rich is never parsed. A page never draws boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text as Styled

from ..model import Lang, Text
from .folding import fold, fold_code
from .styles import CODE, NONE, QUIET, STRONG
from .visible import visible

MEASURE = 100
GUTTER = 3
INDENT = 2
NARROW = 60
NARROWEST_COLUMN = 20

Piece = str | Text | Styled


@dataclass(slots=True)
class Page:
    """`width` in cells. `linear`: one thing after another, no glyphs (for screen readers). `coloured`: styles show, and
    `colours` is how many there are, 0 where bold and the like are all.

    Where `folds` is false (a pipe), programs and lines that other tools read keep their length. `fresh`: nothing stands
    above the page.
    """

    lang: Lang
    width: int
    linear: bool = False
    coloured: bool = False
    colours: int = 0
    folds: bool = True
    now: datetime | None = None
    fresh: bool = True
    lines: list[Styled] = field(default_factory=list)

    @property
    def measure(self) -> int:
        """The longest line of prose that is still easy to read."""
        return min(self.width, MEASURE)

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    def say(self, text: Text) -> str:
        return text.en if self.lang == "en" else text.zh

    def clean(self, piece: Piece, style: Style = NONE) -> Styled:
        """A piece as harmless styled text; styled text has been through here before.

        The style is a span and never the text's own, which would spread to whatever is appended.
        """
        if isinstance(piece, Styled):
            styled = piece.copy() if style else piece
        else:
            styled = Styled(visible(self.say(piece) if isinstance(piece, Text) else piece))
        styled.stylize_before(style)
        return styled

    def join(self, pieces: Iterable[Piece], separator: str = " · ") -> Styled:
        return Styled(separator).join(self.clean(piece) for piece in pieces)

    def inline(self, piece: str | Text, style: Style = NONE) -> Styled:
        """Text in which `code` between backticks stands out; without styles the backticks stay."""
        plain = self.clean(piece)
        parts = plain.plain.split("`")
        if not self.coloured or len(parts) < 3 or len(parts) % 2 == 0:
            return self.clean(plain, style)
        styled = Styled()
        for number, part in enumerate(parts):
            styled.append(part, CODE if number % 2 else None)
        return self.clean(styled, style)

    # --- Lines --------------------------------------------------------------------------------------------------------

    def blank(self) -> None:
        """Some air: one empty line, never two, none at the top of a fresh page."""
        if self.lines[-1].plain if self.lines else not self.fresh:
            self.lines.append(Styled())

    def line(
        self, *pieces: Piece, style: Style = NONE, indent: int = 0, lead: Piece = "", verbatim: bool = False
    ) -> None:
        """A paragraph: `lead` (a number, a bullet, a label), then the pieces, each line beginning where the first does.

        `verbatim` lines keep their length where the page does not fold.
        """
        margin = self.margin(indent)
        label = self.clean(lead)
        body = Styled().join(self.clean(piece, style) for piece in pieces)
        hang = cell_len(label.plain)
        room = self.measure - margin
        if hang > room // 2:  # a label that leaves no room stands on its own
            for folded in fold(label, room):
                self._put(folded, margin)
            label, hang = Styled(), 2
        folded_body = (
            list(body.split("\n", allow_blank=True)) if verbatim and not self.folds else fold(body, max(2, room - hang))
        )
        first, *rest = folded_body
        self._put(label + first if label else Styled(" " * hang) + first, margin)
        for text in rest:
            self._put(text, margin + hang)

    def flow(
        self, pieces: Iterable[Piece], *, separator: str = " · ", style: Style = NONE, indent: int = 0, lead: Piece = ""
    ) -> None:
        """Pieces beside each other; none is parted that would fit on a line of its own."""
        room = self.measure - self.margin(indent) - cell_len(self.clean(lead).plain)
        rows: list[Styled] = []
        for piece in pieces:
            item = self.clean(piece, style)
            if rows and cell_len(rows[-1].plain) + cell_len(separator) + cell_len(item.plain) <= room:
                rows[-1] = rows[-1] + self.clean(separator, style) + item
            else:
                rows.append(item)
        self.line(Styled("\n").join(rows), lead=lead, indent=indent)

    def heading(self, *pieces: Piece, aside: Sequence[Piece] = ()) -> None:
        """A bold line, after some air; `aside` is quiet, at the right edge if there is room. Styled pieces stay so."""
        self.blank()
        title = Styled().join(self.clean(piece, NONE if isinstance(piece, Styled) else STRONG) for piece in pieces)
        self.spread(title, aside)

    def spread(self, left: Styled, right: Sequence[Piece]) -> None:
        """`left` and, quietly, `right`: on one line if there is room, else below each other."""
        beside = self.clean(self.join(right), QUIET)
        gap = self.measure - cell_len(left.plain) - cell_len(beside.plain)
        if self.linear or not self.folds:
            self.flow([part for part in (left, beside) if part.plain])
        elif beside.plain and gap >= GUTTER:
            self._put(left + Styled(" " * gap) + beside, 0)
        else:
            self.line(left)
            if beside.plain:
                self.flow(right, style=QUIET)

    def section(self, title: Text, aside: Sequence[Piece] = ()) -> None:
        """A heading whose content follows after an empty line."""
        self.heading(title, aside=aside)
        self.blank()

    def code(self, source: str, *, indent: int = INDENT + 2, language: str = "python") -> None:
        """A program, its colours shown where there are any."""
        text = visible(source.rstrip("\n"))
        if self.coloured and language:
            from .highlighting import highlight

            styled = highlight(text, language)
        else:
            styled = Styled(text)
        self.listing(styled, indent=indent)

    def listing(self, text: Styled, *, indent: int = INDENT + 2) -> None:
        """Lines whose spaces and breaks matter; where one must fold, what continues is marked."""
        margin = self.margin(indent)
        if self.folds:
            folded = fold_code(text, self.width - margin, "    " if self.linear else "↪ ")
        else:
            folded = list(text.split("\n", allow_blank=True))
        for line in folded:
            self._put(line, margin)

    def terms(self, rows: Sequence[tuple[Piece, Piece]], *, indent: int = INDENT, style: Style = STRONG) -> None:
        """Terms and what they mean, in two columns; below each other where the screen is narrow."""
        labels = [self.clean(term, style) for term, _ in rows]
        widest = max((cell_len(label.plain) for label in labels), default=0)
        beside = not self.linear and not self.narrow and widest <= self.measure // 3
        for label, (_, meaning) in zip(labels, rows, strict=True):
            if beside:
                padding = " " * (widest - cell_len(label.plain) + GUTTER)
                self.line(meaning, lead=label + Styled(padding), indent=indent)
            else:
                self.line(label, indent=indent)
                self.line(meaning, indent=indent + 2)

    def facts(self, rows: Sequence[tuple[Text, Piece | Sequence[Piece]]], *, indent: int = INDENT) -> None:
        """Short labels and values, aligned at any width, as `Level   3`."""
        labels = [self.clean(label, QUIET) for label, _ in rows]
        widest = max((cell_len(label.plain) for label in labels), default=0)
        for label, (_, value) in zip(labels, rows, strict=True):
            lead = label + Styled(": " if self.linear else " " * (widest - cell_len(label.plain) + GUTTER))
            pieces = [value] if isinstance(value, str | Text | Styled) else value
            self.flow(pieces, lead=lead, indent=indent)

    def table(
        self,
        rows: Sequence[Sequence[Piece]],
        *,
        head: Sequence[Piece] = (),
        numbers: Sequence[int] = (),
        indent: int = 0,
    ) -> None:
        """Cells in aligned columns, those in `numbers` to the right; else, if not all fit, each row as a paragraph.

        The widest column may fold, as long as it keeps `NARROWEST_COLUMN` cells.
        """
        margin = self.margin(indent)
        titles = [[self.clean(title, QUIET) for title in head]] if head else []
        drawn = [[self.clean(cell) for cell in row] for row in rows]
        widths = [max(cell_len(cell.plain) for cell in column) for column in zip(*titles, *drawn, strict=True)]
        excess = max(0, sum(widths) + GUTTER * (len(widths) - 1) - (self.width - margin))
        if not self.folds:  # in a pipe a row stays on its line
            excess = 0
        widest = max(range(len(widths)), key=widths.__getitem__)
        if self.linear or (excess and widths[widest] - excess < NARROWEST_COLUMN):
            for row in drawn:
                self._paragraph(row, titles[0] if titles else [], indent)
            return
        widths[widest] -= excess
        for row in [*titles, *drawn]:
            folded = [fold(cell, cells) for cell, cells in zip(row, widths, strict=True)]
            for parts in zip_longest(*folded, fillvalue=Styled()):
                self._put(_align(parts, widths, numbers), margin)

    def _paragraph(self, row: Sequence[Styled], titles: Sequence[Styled], indent: int) -> None:
        """A row of a table that is too wide, or is read aloud: its first cell, then the others by their titles."""
        self.line(row[0], indent=indent)
        rest = [
            self.join((titles[number], cell), " ") if titles and titles[number].plain else cell
            for number, cell in enumerate(row)
            if number and cell.plain
        ]
        if rest:
            self.flow(rest, style=QUIET, indent=indent + INDENT)

    # --- Details ------------------------------------------------------------------------------------------------------

    def margin(self, indent: int) -> int:
        """Less indentation where there is little room: a third of the line at most, half as deep below 60 cells."""
        return min(indent if not self.narrow else (indent + 1) // 2, self.width // 3)

    def symbol(self, glyph: str) -> str:
        """A glyph and a space where glyphs are drawn; the words beside it say the same."""
        return "" if self.linear else f"{glyph} "

    def _put(self, line: Styled, margin: int) -> None:
        line.rstrip()
        self.lines.append(Styled(" " * margin) + line if margin and line.plain else line)


def _align(cells: Sequence[Styled], widths: Sequence[int], numbers: Sequence[int]) -> Styled:
    line = Styled()
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        padding = Styled(" " * (width - cell_len(cell.plain)))
        line.append_text(Styled(" " * GUTTER if column else ""))
        line.append_text(padding + cell if column in numbers else cell + padding)
    return line
