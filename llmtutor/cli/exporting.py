"""`--export FILE`: what a command showed, as a file to be shared. Written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..errors import Usage
from ..model import Text
from ..writing import write_whole
from .options import option

if TYPE_CHECKING:
    from .options import Run

_FORMS: dict[str, Literal["svg", "html", "txt"]] = {".svg": "svg", ".html": "html", ".htm": "html", ".txt": "txt"}


def export_option() -> Any:
    return option(
        "--export",
        en="Also write it to this .svg, .html or .txt file",
        zh="同时写入 .svg、.html 或 .txt 文件",
        metavar="FILE",
    )


def check_export(path: str | None) -> None:
    """Raises `Usage` for a file of another kind, before anything was done."""
    if path is not None and Path(path).suffix.lower() not in _FORMS:
        raise Usage(
            "bad-export",
            Text(
                f"--export {path}: a name that ends in .svg, .html or .txt",
                f"--export {path}：文件名应以 .svg、.html 或 .txt 结尾",
            ),
            Text("for example: --export page.svg", "例如：--export page.svg"),
        )


def write_export(run: Run, view: Any, path: str | None) -> None:
    """Write what the view looks like to `path`, if there is one. Raises `CannotWrite`."""
    if path is None:
        return
    target = Path(path).expanduser()
    content = run.screen.picture(view, _FORMS[target.suffix.lower()])
    write_whole(target, [content], Text("name another file", "请换一个文件名"))
    run.tell(Text(f"Written: {target}", f"已写入：{target}"))
