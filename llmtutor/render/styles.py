"""The few styles there are: the terminal's own colours, so that they fit a light and a dark background.

One accent for right, one for wrong, one for code; everything else is weight. No meaning hangs on a colour alone: a word
or a symbol always says the same.
"""

from __future__ import annotations

from rich.style import Style

NONE = Style.null()
STRONG = Style(bold=True)
SLANTED = Style(italic=True)
STRUCK = Style(strike=True)
QUIET = Style(dim=True)
RIGHT = Style(color="green", bold=True)
WRONG = Style(color="red", bold=True)
CODE = Style(color="cyan")
MARK = Style(bold=True, underline=True)
ADDED = Style(color="green")
REMOVED = Style(color="red")
