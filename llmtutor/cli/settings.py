"""config."""

from __future__ import annotations

from typing import Annotated

from ..errors import Exit, Usage
from ..model import Text
from .options import Run, argument, option


def setting_names(incomplete: str) -> list[str]:
    """For shell completion."""
    from ..workspace.settings import SHAPES

    return [name for name in SHAPES if name.startswith(incomplete)]


def config(
    run: Run,
    key: Annotated[
        str | None, argument("Its name; without one, all", "设置的名称；省略则列出全部", autocompletion=setting_names)
    ] = None,
    value: Annotated[str | None, argument("What to set it to", "要设成的值")] = None,
    unset: Annotated[bool, option("--unset", en="Go back to the default", zh="恢复默认值")] = False,
) -> Exit:
    from ..service.settings import change_setting, list_settings, show_setting

    if unset and (key is None or value is not None):
        raise Usage(
            "key-expected",
            Text("--unset goes with one name and no value", "--unset 后面只写一个名称，不写值"),
            Text("for example: llmtutor config language --unset", "例如：llmtutor config language --unset"),
        )
    if key is None:
        run.emit(list_settings(run.workspace))
    elif value is None and not unset:
        run.emit(show_setting(run.workspace, key))
    else:
        run.emit(change_setting(run.workspace, key, value))
    return Exit.OK
