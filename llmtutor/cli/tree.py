"""Which commands there are, and how one is built when it is called: no command pays for another's imports.

Each row of `table` names the module and function behind a command; the function takes a `Run`, its own Typer parameters, and
returns an exit code. Shared options may stand anywhere: before the command, between group and command, after it.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ..errors import Exit, IndexDamaged, Usage
from ..model import Text
from .options import Run, shared_options, spoken
from .table import COMMANDS, GROUPS, SECTIONS, Row


def build(row: Row, name: str) -> TyperCommand:
    """The Typer command behind a row: its function's parameters and the shared options."""
    module, _, attribute = row.target.partition(":")
    function = getattr(import_module(f"llmtutor.cli.{module}"), attribute)
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
        run = Run(**common)
        try:
            return function(run, **values)
        except IndexDamaged:
            run.workspace.forget_index()
            raise

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


_NEGATIVE = re.compile(r"-\.?\d")
_FLAGS = {"--json", "--quiet", "-q", "--no-input", "--no-color"}
_VALUED = {"--lang", "--bank"}


def arrange(arguments: list[str]) -> list[str]:
    """Move shared options that stand before a command behind its name; name the home page where no command is."""
    path: list[str] = []
    moved: list[str] = []
    level: dict[str, Any] = {**COMMANDS, **GROUPS}
    # A number is a value, not an option: "-4.6" is an answer, and Click leaves words alone that begin with a space.
    rest = [f" {word}" if _NEGATIVE.match(word) else word for word in arguments]
    while rest and level:
        word = rest[0]
        if word in _FLAGS:
            moved.append(rest.pop(0))
        elif word in _VALUED and len(rest) > 1:
            moved += [rest.pop(0), rest.pop(0)]
        elif word.partition("=")[0] in _VALUED and "=" in word:
            moved.append(rest.pop(0))
        elif word in level:
            path.append(rest.pop(0))
            level = GROUPS[word][1] if word in GROUPS and len(path) == 1 else {}
        else:
            break
    if not path and not rest:
        path = ["home"]
    if level and path and path[0] in GROUPS and not rest:
        return [*path, "--help"]
    if path and (path[0] not in GROUPS or len(path) == 2):
        return [*path, *moved, *rest]
    # Help, the version or an unknown word comes next: shared options mean nothing there, and the language is known.
    return [*path, *_without_shared(rest)]


def _without_shared(words: list[str]) -> list[str]:
    kept: list[str] = []
    skip = False
    for word in words:
        if not skip and word not in _FLAGS and word.partition("=")[0] not in _VALUED:
            kept.append(word)
        skip = not skip and word in _VALUED
    return kept


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
