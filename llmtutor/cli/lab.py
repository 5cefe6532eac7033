"""run, snippet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

from ..errors import Exit, Usage
from ..model import Ending, Text
from .complete import snippet_names
from .exporting import check_export, export_option, write_export
from .options import Run, argument, option


def run(
    run: Run,
    name: Annotated[
        str, argument("A program, or the concept it belongs to", "程序名，或它所属的概念", autocompletion=snippet_names)
    ],
    timeout: Annotated[
        float | None, option("--timeout", en="Stop it after this many seconds", zh="运行超过这么多秒就停止", min=0.1)
    ] = None,
    edit: Annotated[
        bool,
        option("--edit", en="Edit a copy, and run it at every save", zh="编辑一份副本，每次保存后运行"),
    ] = False,
    export: Annotated[str | None, export_option()] = None,
) -> Exit:
    check_export(export)
    if edit:
        return _edit(run, name, timeout)
    from ..service.lab import open_bench, run_snippet
    from .asking import asker

    with open_bench(run.environ) as bench:
        watch = _Watch(run)
        view = run_snippet(
            run.workspace,
            name,
            seconds=timeout,
            bench=bench,
            ask=asker(run),
            on_output=watch.on_output,
            on_wait=watch.on_wait,
        )
    watch.wipe()
    if view.result.ending is Ending.INTERRUPTED:
        if not run.json:
            run.emit(view)
        return Exit.INTERRUPTED
    run.emit(view)
    write_export(run, view, export)
    return Exit.OK if view.same else Exit.FINDINGS


def snippet(
    run: Run,
    name: Annotated[
        str, argument("A program, or the concept it belongs to", "程序名，或它所属的概念", autocompletion=snippet_names)
    ],
) -> Exit:
    from ..service.lab import read_snippet

    run.emit(read_snippet(run.workspace, name))
    return Exit.OK


def _edit(run: Run, name: str, timeout: float | None) -> Exit:
    if run.json or not run.interactive:
        raise Usage(
            "edit-needs-a-terminal",
            Text("--edit needs a terminal, and gives no JSON", "--edit 需要终端，且不输出 JSON"),
            Text(
                f"llmtutor snippet {name} > {name}.py gives you the file",
                f"用 llmtutor snippet {name} > {name}.py 取得文件",
            ),
        )
    from ..service.lab import copy_snippet, run_copy
    from .asking import asker
    from .editing import edit_and_run, find_editor

    editor = find_editor(run.environ)
    original, path, new = copy_snippet(run.workspace, name, asker(run))
    shown = Text(f"Your copy: {path}", f"你的副本：{path}")
    run.tell(shown if new else Text(f"{shown.en} (as you left it)", f"{shown.zh}（保持上次的内容）"))

    def run_it() -> None:
        watch = _Watch(run)
        view = run_copy(
            run.workspace, original, path, seconds=timeout, on_output=watch.on_output, on_wait=watch.on_wait
        )
        watch.wipe()
        run.emit(view)

    edit_and_run(path, editor, run=run_it, tell=run.tell, ask=lambda text: input(text[run.language]))
    return Exit.OK


class _Watch:
    """What somebody at a terminal sees while a program runs: its output as it comes, a sign of life where none does.

    In a pipe, as JSON or for a screen reader nothing moves, and both callbacks are None.
    """

    def __init__(self, run: Run) -> None:
        live = not run.json and run.screen.redraws
        self._screen = run.screen if live else None
        self._language = run.language if live and not run.quiet and sys.stderr.isatty() else None
        self._spinning = False
        self._at_line_start = True
        self.on_output: Callable[[str], None] | None = self._on_output if live else None
        self.on_wait: Callable[[float], None] | None = self._on_wait if self._language else None

    def _on_output(self, text: str) -> None:
        self.wipe()
        self._at_line_start = text.endswith("\n")
        if self._screen:
            self._screen.live(text)

    def _on_wait(self, seconds: float) -> None:
        if seconds < _PATIENCE or not self._at_line_start or self._language is None:
            return
        turn = "|/-\\"[int(seconds * 5) % 4]
        word = Text("running", "运行中")[self._language]
        sys.stderr.write(f"\r{turn} {word} {int(seconds)} s ")
        sys.stderr.flush()
        self._spinning = True

    def wipe(self) -> None:
        """Take the sign of life away."""
        if self._spinning:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._spinning = False


# A program that ends within this many seconds needs no sign of life.
_PATIENCE = 0.7
