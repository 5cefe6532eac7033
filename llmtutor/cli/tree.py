"""Which commands there are, and how one is built when it is called: no command pays for another's imports.

Each row of `table` names the module and function behind a command; the function takes a `Run`, its own Typer parameters, and
returns an exit code. Shared options may stand anywhere: before the command, between group and command, after it.
"""

from __future__ import annotations

import inspect
import sys
from dataclasses import fields
from typing import Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.core import TyperCommand, TyperGroup

from ..errors import Exit, Usage
from ..model import Text
from .complaints import as_usage
from .options import Run, shared_options, spoken
from .table import COMMANDS, GROUPS, SECTIONS, Row
from .words import find_function, perform


def call(words: list[str]) -> Exit:
    """Parse the words and run what they say. Raises `Usage` for what the parser does not take."""
    try:
        code = root().main(words, prog_name="llmtutor", standalone_mode=False)
        return Exit(code) if isinstance(code, int) else Exit.OK
    except typer.Exit as leaving:
        return Exit(leaving.exit_code)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except NoArgsIsHelpError as error:
        sys.stdout.write(error.format_message() + "\n")
        return Exit.OK
    except ClickException as error:
        raise as_usage(error) from error


def build(row: Row, name: str) -> TyperCommand:
    """The Typer command behind a row: its function's parameters and the shared options."""
    function = find_function(row)
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    shared = list(inspect.signature(shared_options, eval_str=True).parameters.values())
    names = [field.name for field in fields(Run) if field.init]

    def invoke(**values: Any) -> Any:
        common = {key: values.pop(key) for key in names}
        common["bank"] = tuple(common["bank"] or ())
        if common["lang"] not in (None, "en", "zh"):
            raise Usage(
                "unknown-language",
                Text(f"--lang {common['lang']}: there are en and zh", f"--lang {common['lang']}：只有 en 和 zh"),
                Text("--lang en, or --lang zh", "请用 --lang en 或 --lang zh"),
            )
        return perform(function, Run(**common), **values)

    keyword_only = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own + shared]
    invoke.__signature__ = inspect.Signature(keyword_only)  # type: ignore[attr-defined]
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Leaf, help=spoken(row.help), hidden=row.hidden)(invoke)
    command = typer.main.get_command(app)
    assert isinstance(command, Leaf)
    command.row = row
    return command


class Leaf(TyperCommand):
    """A command with our help page."""

    row: Row

    def get_help(self, ctx: Any) -> str:
        from .help_page import command_page

        return command_page(self, ctx, spoken(self.row.help), self.row.examples)


class Tree(TyperGroup):
    """A group that builds a command when it is asked for, not before."""

    rows: dict[str, Row] = COMMANDS
    about: Text = Text(
        "Learn the concepts of large language models, and keep them.", "学会大语言模型的概念，并且记住它们。"
    )

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for name, row in self.all_rows().items() if not row.hidden]

    def all_rows(self) -> dict[str, Row]:
        return {**self.rows, **{name: row for name, (row, _) in GROUPS.items()}}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in GROUPS:
            return subtree(cmd_name)
        return build(self.rows[cmd_name], cmd_name) if cmd_name in self.rows else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in self.all_rows() and not name.startswith("-"):
            raise unknown_command(name, self.list_commands(ctx), ctx.command_path)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        from .help_page import group_page

        return group_page(self, ctx, spoken(self.about), self.sections())

    def sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Commands by section, each with its line of help."""
        return [
            (
                spoken(title),
                [
                    (name, spoken(row.help))
                    for name, row in self.all_rows().items()
                    if row.section == section and not row.hidden
                ],
            )
            for section, title in SECTIONS.items()
        ]


class Subtree(Tree):
    """A group inside the program, such as `bank`."""

    def all_rows(self) -> dict[str, Row]:
        return self.rows

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return build(self.rows[cmd_name], cmd_name) if cmd_name in self.rows else None

    def sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        rows = [(name, spoken(row.help)) for name, row in self.rows.items()]
        return [(spoken(Text("Commands", "命令")), rows)]


def subtree(name: str) -> Subtree:
    row, rows = GROUPS[name]
    group = Subtree(name=name, rich_markup_mode=None, no_args_is_help=True, help=spoken(row.help))
    group.rows = rows
    group.about = row.help
    return group


def unknown_command(name: str, known: list[str], path: str) -> Usage:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=3)
    hint = " ".join(f"{path} {word}" for word in close[:1])
    return Usage(
        "unknown-command",
        Text(f"No such command: {name}", f"没有这个命令：{name}"),
        Text(f"Did you mean: {hint}", f"是否想输入：{hint}")
        if close
        else Text(f"{path} --help lists the commands", f"{path} --help 列出全部命令"),
    )


def root() -> Tree:
    """The whole program as one Typer group."""
    app = typer.Typer(cls=Tree, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=True)

    @app.callback()
    def about(
        version: bool = typer.Option(
            False,
            "--version",
            help=spoken(Text("Print the version", "显示版本号")),
            is_eager=True,
            callback=_print_version,
        ),
    ) -> None:
        """Hold the options of the program itself."""

    command = typer.main.get_command(app)
    assert isinstance(command, Tree)
    command.context_settings["help_option_names"] = ["-h", "--help"]
    for parameter in command.params:
        if parameter.name in _COMPLETION:
            parameter.help = spoken(_COMPLETION[parameter.name])  # type: ignore[attr-defined]
    return command


_COMPLETION = {
    "install_completion": Text("Install completion for the current shell", "为当前 shell 安装命令补全"),
    "show_completion": Text("Show that completion, to copy or adapt", "显示补全脚本，便于复制或修改"),
}


def _print_version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        typer.echo(f"llmtutor {__version__}")
        raise typer.Exit(Exit.OK)
