"""Bare `llmtutor`, and progress export, import, backup."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from ..errors import Exit
from .options import Run, argument


def home(run: Run) -> Exit:
    """Where you stand; on a terminal an unfinished quiz goes on instead."""
    from ..service.progress import standing

    view = standing(run.workspace)
    if view.resumable and run.attended:
        from ..service.practice_session import open_quiz
        from ..service.practice_state import Wanted
        from .practice import sit

        with open_quiz(run.workspace, Wanted(), begin=False) as opening:
            if opening.quiz is not None:
                sit(run, opening)
                return Exit.OK
    run.emit(view)
    return Exit.OK


def export(
    run: Run,
    path: Annotated[
        Path | None, argument("The file to write; standard output without one", "要写入的文件；省略则写到标准输出")
    ] = None,
) -> Exit:
    from ..service import progress

    view = progress.export(run.workspace, path, sys.stdout.write)
    if path is not None:
        run.emit(view)
    return Exit.OK


def import_(
    run: Run,
    path: Annotated[str, argument("What export wrote; - is standard input", "export 写出的文件；- 表示标准输入")],
) -> Exit:
    from ..service.progress import take_in

    view = take_in(run.workspace, path, sys.stdin.buffer)
    run.emit(view)
    return Exit.FINDINGS if view.refused else Exit.OK


def backup(
    run: Run,
    path: Annotated[
        Path | None,
        argument("The file to write; beside the journal without one", "要写入的文件；省略则放在学习记录旁边"),
    ] = None,
) -> Exit:
    from ..service.progress import back_up

    run.emit(back_up(run.workspace, path))
    return Exit.OK
