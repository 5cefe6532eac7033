"""`--export FILE`: what a command showed, as a file to be shared. Written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..errors import Usage
from ..model import Text
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
    """Write what the view looks like to `path`, if there is one. Raises `Usage` where it cannot be written."""
    if path is None:
        return
    target = Path(path).expanduser()
    content = run.screen.picture(view, _FORMS[target.suffix.lower()])
    try:
        _replace(target, content)
    except OSError as error:
        said = error.strerror or str(error)
        raise Usage(
            "cannot-export",
            Text(f"{target} cannot be written: {said}", f"无法写入 {target}：{said}"),
            Text("name another file", "请换一个文件名"),
        ) from error
    run.tell(Text(f"Written: {target}", f"已写入：{target}"))


def _replace(target: Path, content: str) -> None:
    """Put the file in place at once: who reads it sees the old one or the new one, never a part."""
    import tempfile

    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
