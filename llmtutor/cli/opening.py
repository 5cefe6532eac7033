"""After a search at a terminal: the number of a hit opens it, as often as one likes; Enter leaves."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ..model import Text

if TYPE_CHECKING:
    from ..views.search import HitView, SearchView
    from .options import Run

_ASK = Text("Number to open, Enter to leave: ", "输入编号查看，回车结束：")


def offer_hits(run: Run, found: SearchView) -> None:
    """Ask for numbers and show what they stand for, until none is given."""
    while (number := _ask_number(run, len(found.hits))) is not None:
        run.emit_long(_read(run, found.hits[number - 1]))


def _ask_number(run: Run, most: int) -> int | None:
    while True:
        try:
            given = input("\n" + _ASK[run.language]).strip()
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            return None
        if given.lower() in ("", "q"):
            return None
        if given.isdecimal() and 1 <= int(given) <= most:
            return int(given)
        run.screen.talk(Text(f"The hits have numbers from 1 to {most}.", f"结果的编号是 1 到 {most}。"))


def _read(run: Run, hit: HitView) -> Any:
    """What a hit shows when it is opened; a question without its answer."""
    match hit.type:
        case "concept":
            from ..service.browse import explain_concept

            return explain_concept(run.workspace, hit.id)
        case "question":
            from ..service.browse import show_question

            return show_question(run.workspace, hit.id, variant=0, answer=False)
        case "snippet":
            from ..service.lab import read_snippet

            return read_snippet(run.workspace, hit.id)
