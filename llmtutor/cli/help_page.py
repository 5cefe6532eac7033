"""Help pages by our own hand: any width from 20 cells on, Chinese wrapped by cells, headings in the chosen language."""

from __future__ import annotations

import shutil
from typing import Any

from ..letters import cell_width, is_han
from ..model import Text
from .options import spoken

Rows = list[tuple[str, str]]

_NO_LINE_START = set("，。；：、！？）》」』”’,.;:!?)")


def fold_line(text: str, width: int) -> list[str]:
    """Break a line at spaces and between Han characters, never before closing punctuation; measured in cells."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and cell_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
        while cell_width(line.rstrip()) > width:
            cut = _fit(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for char in text:
        glued = char in _NO_LINE_START or (
            pieces and not pieces[-1][-1].isspace() and not _breaks(pieces[-1][-1], char)
        )
        if pieces and (glued or char == " "):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _breaks(before: str, after: str) -> bool:
    return is_han(before) or is_han(after) or before in "，。；：、！？）》」』”’"


def _fit(line: str, width: int) -> int:
    used = 0
    for place, char in enumerate(line):
        used += cell_width(char)
        if used > width and place:
            return place
    return len(line)


def page_width() -> int:
    """Cells for text: the terminal's, one kept free, between 20 and 99. `shutil` reads COLUMNS first."""
    return max(20, min(100, shutil.get_terminal_size((80, 24)).columns) - 1)


def table(rows: Rows, width: int) -> list[str]:
    """Terms and their texts in two columns; under 60 cells each text goes below its term."""
    if width < 59:
        return [
            line
            for term, text in rows
            for line in [*("  " + part for part in fold_line(term, width - 2)), *_below(text, width)]
        ]
    column = min(max((cell_width(term) for term, _ in rows), default=0), width // 2 - 4)
    lines: list[str] = []
    for term, text in rows:
        folded = fold_line(text, width - column - 4) if text else [""]
        if cell_width(term) > column:
            lines.append("  " + term)
            lines += [" " * (column + 4) + part for part in folded if part]
            continue
        lines.append(("  " + term + " " * (column - cell_width(term) + 2) + folded[0]).rstrip())
        lines += [" " * (column + 4) + part for part in folded[1:]]
    return lines


def _below(text: str, width: int) -> list[str]:
    return ["      " + part for part in fold_line(text, width - 6)] if text else []


def command_page(command: Any, ctx: Any, about: str, examples: tuple[str, ...]) -> str:
    """Usage, what it does, its arguments and options, examples."""
    arguments = [_argument_row(p) for p in command.get_params(ctx) if p.param_type_name == "argument"]
    options = [_option_row(p) for p in command.get_params(ctx) if p.param_type_name == "option" and not p.hidden]
    sections = [(spoken(Text("Arguments", "参数")), arguments), (spoken(Text("Options", "选项")), options)]
    sections.append((spoken(Text("Examples", "示例")), [(example, "") for example in examples]))
    usage = " ".join(
        [ctx.command_path, *(p.make_metavar(ctx=ctx) for p in command.params if p.param_type_name == "argument")]
    )
    return _page(usage + " [OPTIONS]", about, sections)


def group_page(group: Any, ctx: Any, about: str, sections: list[tuple[str, Rows]]) -> str:
    options = [_option_row(p) for p in group.get_params(ctx) if p.param_type_name == "option" and not p.hidden]
    return _page(
        f"{ctx.command_path} COMMAND [OPTIONS]", about, [*sections, (spoken(Text("Options", "选项")), options)]
    )


def _page(usage: str, about: str, sections: list[tuple[str, Rows]]) -> str:
    width = page_width()
    lines = fold_line(spoken(Text("Usage: ", "用法：")) + usage, width)
    lines += ["", *fold_line(about, width)]
    for title, rows in sections:
        if rows:
            lines += ["", title, *table(rows, width)]
    return "\n".join(lines)


def _argument_row(parameter: Any) -> tuple[str, str]:
    return parameter.human_readable_name, parameter.help or ""


def _option_row(parameter: Any) -> tuple[str, str]:
    names = ", ".join(
        sorted([*parameter.opts, *parameter.secondary_opts], key=lambda name: (name.startswith("--"), name))
    )
    if parameter.name == "help":
        return names, spoken(Text("Show this page", "显示本页"))
    if not parameter.is_flag:
        names += " " + (parameter.metavar or (parameter.type.name.upper() if parameter.type.name else "VALUE"))
    text = parameter.help or ""
    if choices := getattr(parameter.type, "choices", None):
        said = [str(getattr(choice, "value", choice)) for choice in choices]
        text += spoken(Text(f": {', '.join(said)}", f"：{'、'.join(said)}"))
    if parameter.default not in (None, False, "", ()) and not callable(parameter.default) and not parameter.is_flag:
        text += spoken(Text(f" (default {parameter.default})", f"（默认 {parameter.default}）"))
    return names, text
