"""A page as a file to be shared: SVG, HTML or plain text, through Rich's recording.

The files stand alone: Rich's own templates load a font from the network, ours name fonts that a machine may have.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Literal

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

Form = Literal["svg", "html", "txt"]

_FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', monospace"
_FONT_FACE = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
_SVG = (
    _FONT_FACE.sub("", CONSOLE_SVG_FORMAT)
    .replace("Fira Code, monospace", _FONTS)
    .replace("<svg ", '<svg xml:space="preserve" ', 1)  # else some readers drop the spaces a line begins with
)
_HTML = """<!DOCTYPE html>
<html lang="LANG">
<head><meta charset="UTF-8"><title>TITLE</title><style>
{stylesheet}
body {{ color: {foreground}; background-color: {background}; }}
</style></head>
<body><pre style="font-family:FONTS"><code style="font-family:inherit">{code}</code></pre></body>
</html>
"""


def export_lines(lines: Sequence[Text], form: Form, *, width: int, title: str, lang: str) -> str:
    """The lines of a page as the text of a file. `title` is shown above a picture."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(Text("\n").join(lines), soft_wrap=True)
    if form == "txt":
        return "".join(line.rstrip() + "\n" for line in console.export_text().splitlines())
    if form == "svg":
        return console.export_svg(title=title, code_format=_SVG, unique_id="llmtutor")
    from html import escape

    page = _HTML.replace("LANG", lang).replace("TITLE", _braces(escape(title))).replace("FONTS", escape(_FONTS))
    return console.export_html(code_format=page)


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
