"""The golden file of formulas: each under its name, with its source and what is drawn of it.

`python tests/formula/golden.py` draws all of them again; look at what has changed before you keep it. A new formula is
two lines at the end of the file: `== name` and its source.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("golden.txt")
WIDE, NARROW = 80, 40


@dataclass(frozen=True, slots=True)
class Golden:
    """`drawings` by what they were asked for: a width, or `line`; the narrow one only where it differs."""

    name: str
    latex: str
    drawings: dict[str, str]


def read() -> list[Golden]:
    found = []
    for section in FILE.read_text("utf-8").split("\n== ")[1:]:
        (name, latex), *parts = [part.rstrip("\n").split("\n", 1) for part in section.split("\n-- ")]
        found.append(Golden(name, latex, dict(parts)))
    return found


def draw_all(latex: str) -> dict[str, str]:
    from llmtutor.formula import draw

    wide, narrow = draw(latex, WIDE), draw(latex, NARROW)
    drawings = {str(WIDE): wide}
    if narrow != wide:
        drawings[str(NARROW)] = narrow
    return {**drawings, "line": draw(latex, 10_000, linear=True)}


def write(formulas: list[Golden]) -> None:
    text = "Formulas and their drawings, written by golden.py and looked at one by one.\n"
    for golden in formulas:
        text += f"\n== {golden.name}\n{golden.latex}\n"
        for title, drawing in draw_all(golden.latex).items():
            text += f"-- {title}\n{drawing}\n"
    FILE.write_text(text, "utf-8")


if __name__ == "__main__":
    write(read())
