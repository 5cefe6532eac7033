"""Whether a program of somebody else's bank may run: shown and asked for at a terminal, and only there."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model import Text

if TYPE_CHECKING:
    from ..service.trust import Ask
    from .options import Run

# So many programs are shown in full before the question; of more, only the names.
_SHOWN = 3
FOREIGN = Text(
    "This is not from the bank that came with llmtutor. A program runs under limits, but can read what you can read.",
    "这不是自带题库中的程序。程序会在限制下运行，但能读取你可以读取的文件。",
)
_QUESTION = Text("Run it, now and from now on? [y/N] ", "现在运行，并且以后不再询问？[y/N] ")


def asker(run: Run) -> Ask | None:
    """How to ask whoever sits there; None where nobody does, or nobody may be asked."""
    if run.json or not run.interactive:
        return None

    def ask(programs: Mapping[str, str]) -> bool:
        from ..model import Snippet
        from ..views.lab import SnippetView

        for name, code in [*programs.items()][:_SHOWN]:
            run.screen.talk(Text(f"{name}.py", f"{name}.py"))
            run.screen.aside(SnippetView(Snippet(name, "", "", code, "")))
        for name in [*programs][_SHOWN:]:
            run.screen.talk(Text(f"{name}.py", f"{name}.py"))
        run.screen.talk(FOREIGN)
        sys.stderr.write(_QUESTION[run.language])
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes", "是")

    return ask
