"""tune."""

from __future__ import annotations

import sys
from typing import Annotated

from ..errors import Exit
from ..model import Text
from .options import Run, option

_QUESTION = Text("Use these weights from now on? [y/N] ", "从现在起使用这组权重？[y/N] ")


def tune(
    run: Run,
    apply: Annotated[
        bool, option("--apply", en="Use the fitted weights if they are better", zh="更好时直接采用")
    ] = False,
) -> Exit:
    from ..service.tuning import apply_weights, fit_weights

    view = fit_weights(run.workspace)
    if view.outcome != "better":
        run.emit(view)
        return Exit.FINDINGS
    if not apply and not run.json and run.interactive:
        run.emit(view)
        sys.stderr.write(_QUESTION[run.language])
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes", "是"):
            return Exit.OK
        apply = True
    run.emit(apply_weights(run.workspace, view) if apply else view)
    return Exit.OK
