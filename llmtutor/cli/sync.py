"""progress sync."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ..errors import Exit
from .options import Run, argument


def sync(
    run: Run,
    folder: Annotated[
        Path,
        argument(
            "A folder that Dropbox, Syncthing, git or the like carries",
            "由网盘、Syncthing、git 等同步的目录",
            metavar="DIR",
        ),
    ],
) -> Exit:
    from ..service.sync import synchronise

    view = synchronise(run.workspace, folder)
    run.emit(view)
    return Exit.FINDINGS if any(each.refused or each.unreadable for each in view.files) else Exit.OK
