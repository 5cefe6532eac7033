"""What every command has in common: the shared options, and `Run`, which carries them and emits views.

Command functions take a `Run` first and Typer parameters after it; `cli.tree` adds the shared options to each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TextIO

from ..errors import CannotWrite, LlmtutorError
from ..model import Lang, Text

if TYPE_CHECKING:
    from ..render.as_rich import Screen
    from ..workspace import Workspace

# The language of help texts: they are made while a command is built, before its options are parsed.
_help_lang: list[Lang] = ["en"]


def speak(lang: Lang) -> None:
    """Set the language of help texts."""
    _help_lang[0] = lang


def spoken(text: Text) -> str:
    return text[_help_lang[0]]


def option(*declarations: str, en: str, zh: str, **settings: Any) -> Any:
    """A Typer option with help in both languages; use it inside `Annotated`."""
    from typer import Option

    return Option(*declarations, help=spoken(Text(en, zh)), **settings)


def argument(en: str, zh: str, **settings: Any) -> Any:
    """A Typer argument with help in both languages; use it inside `Annotated`."""
    from typer import Argument

    return Argument(help=spoken(Text(en, zh)), **settings)


def guess_language(environ: Mapping[str, str]) -> Lang:
    """LLMTUTOR_LANG, then LANGUAGE, LC_ALL, LC_MESSAGES, LANG; English where none names Chinese."""
    for name in ("LLMTUTOR_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for word in environ.get(name, "").lower().split(":"):
            if word.startswith("zh"):
                return "zh"
            if word.startswith("en") or (name == "LLMTUTOR_LANG" and word):
                return "en"
    return "en"


def shared_options(
    json: Annotated[
        bool, option("--json", en="One JSON document on stdout", zh="在标准输出给出一个 JSON 文档")
    ] = False,
    lang: Annotated[str | None, option("--lang", en="Language: en or zh", zh="语言：en 或 zh", metavar="en|zh")] = None,
    bank: Annotated[
        list[str] | None,
        option(
            "--bank",
            en="Use this bank folder; repeat for several, 'builtin' is ours",
            zh="使用这个题库目录；可重复，builtin 指自带题库",
            metavar="PATH",
        ),
    ] = None,
    quiet: Annotated[bool, option("--quiet", "-q", en="Say less", zh="少说话")] = False,
    no_input: Annotated[
        bool, option("--no-input", en="Never ask, fail instead", zh="从不提问，需要输入时报错")
    ] = False,
    no_color: Annotated[bool, option("--no-color", en="No colour", zh="不使用颜色")] = False,
) -> None:
    """Never called: its signature is what `cli.tree` adds to every command."""


@dataclass
class Run:
    """One invocation: its shared options, and lazily the workspace and the screen."""

    json: bool = False
    lang: str | None = None
    bank: tuple[str, ...] = ()
    quiet: bool = False
    no_input: bool = False
    no_color: bool = False
    _progress_since: float | None = field(default=None, init=False)

    @cached_property
    def environ(self) -> Mapping[str, str]:
        return dict(os.environ)

    @cached_property
    def language(self) -> Lang:
        if self.lang in ("en", "zh"):
            return "zh" if self.lang == "zh" else "en"
        # Settings that cannot be read are told by the command that needs them, `doctor` above all.
        with suppress(LlmtutorError):
            if "LLMTUTOR_LANG" not in self.environ and (configured := self.workspace.settings.language):
                return configured
        return guess_language(self.environ)

    @cached_property
    def workspace(self) -> Workspace:
        from ..workspace import Workspace

        return Workspace(self.environ, banks=self.bank, tell=self.tell, progress=self.progress)

    @cached_property
    def screen(self) -> Screen:
        return self._make_screen(sys.stdout)

    def _make_screen(self, stdout: TextIO) -> Screen:
        from ..render.as_rich import Screen

        return Screen(
            self.language,
            stdout=stdout,
            stderr=sys.stderr,
            environ=self.environ,
            color=False if self.no_color else None,
            width=None,
            now=self.workspace.clock(),
        )

    @property
    def interactive(self) -> bool:
        """Whether somebody sits there who can be asked."""
        return sys.stdin.isatty() and not self.no_input

    @property
    def attended(self) -> bool:
        """Whether somebody reads at a terminal what is drawn, and can be asked."""
        return not self.json and self.interactive and sys.stdout.isatty()

    def emit(self, view: Any) -> None:
        """The view on stdout: as JSON, or drawn. Raises `CannotWrite`, but for a pipe that nobody reads."""
        try:
            if self.json:
                from ..render.as_json import dumps

                sys.stdout.write(dumps(view, pretty=sys.stdout.isatty()) + "\n")
            else:
                self.screen.show(view)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotWrite("stdout", error, Text("make room where the output goes", "请为输出腾出空间")) from error

    def emit_long(self, view: Any) -> None:
        """The same through a pager, where somebody sits at the terminal and the view is longer than that."""
        if not self.attended:
            self.emit(view)
            return
        from .paging import Held, choose_pager, show_paged

        held = Held(sys.stdout)
        self._make_screen(held).show(view)
        show_paged(held.getvalue(), choose_pager(self.environ), sys.stdout, self.environ)

    def progress(self, done: int, total: int) -> None:
        """One line on stderr that is drawn over; only where somebody watches, and not with ACCESSIBLE."""
        if self.quiet or self.json or not sys.stderr.isatty() or self.environ.get("ACCESSIBLE"):
            return
        self._progress_since = self._progress_since or self.workspace.monotonic()
        if done >= total:
            sys.stderr.write("\r\x1b[K")
        elif self.workspace.monotonic() - self._progress_since > 1:
            sys.stderr.write(f"\r{done}/{total}\x1b[K")
        sys.stderr.flush()

    def tell(self, text: Text) -> None:
        """A word aside, on stderr; not with --quiet, and not among JSON."""
        if not self.quiet and not self.json:
            sys.stderr.write(text[self.language] + "\n")
