"""`run --edit`, `practice`: a program in the user's editor, run again at every save until the user leaves.

An editor with a window of its own stays open beside us, and every save runs the program. An editor of the terminal has
the screen to itself, so there every leave runs it. The file is the user's: it is made once and never removed.
"""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import Usage
from ..model import Text

# Editors that return at once, or wait, but never draw on our terminal.
_WINDOWED = {
    "atom", "charm", "code", "code-insiders", "codium", "cursor", "gedit", "gvim", "idea", "kate", "kwrite", "mate",
    "mousepad", "notepad", "notepad++", "open", "pycharm", "subl", "xed", "zed",
}  # fmt: skip
_LOOK = 0.2

SAVE_RUNS = Text("Every save runs it. Enter leaves.", "每次保存都会运行。按回车离开。")
AGAIN = Text("Enter edits again, q leaves: ", "回车继续编辑，q 离开：")


def find_editor(environ: Mapping[str, str]) -> list[str]:
    """The command of the user's editor. Raises `Usage` where there is none to be known."""
    named = environ.get("VISUAL") or environ.get("EDITOR")
    if not named or not (words := shlex.split(named)):
        raise Usage(
            "no-editor",
            Text("no editor is known: EDITOR is not set", "不知道使用哪个编辑器：没有设置 EDITOR"),
            Text(
                "for example: EDITOR=nano llmtutor run softmax --edit", "例如：EDITOR=nano llmtutor run softmax --edit"
            ),
        )
    return words


def edit_and_run(
    path: Path,
    editor: list[str],
    *,
    run: Callable[[], object],
    tell: Callable[[Text], None],
    ask: Callable[[Text], str],
    words: tuple[Text, Text] = (SAVE_RUNS, AGAIN),
    heed: Callable[[str], bool] | None = None,
) -> None:
    """Open `path`; `run` whenever it was changed, until the user has had enough, or `run` says True: it is done.

    `heed` is given each line that the user types and says whether that was a wish of its own, after which one goes on.
    """
    saves, again = words
    if Path(editor[0]).stem.lower() in _WINDOWED:
        window = _open(editor, path)
        tell(saves)
        last = _content(path)
        while not _line_waits() or (heed is not None and heed(sys.stdin.readline())):
            window.poll()
            if (now := _content(path)) is not None and now != last:
                last = now
                if run() is True:
                    return
        return
    answer = ""
    while answer.strip().lower() not in ("q", "quit", "exit"):
        _open(editor, path).wait()
        if run() is True:
            return
        try:
            answer = ask(again)
            while heed is not None and heed(answer):
                answer = ask(again)
        except EOFError:
            return


def _open(editor: list[str], path: Path) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen([*editor, str(path)])
    except OSError as error:
        said = error.strerror or str(error)
        raise Usage(
            "editor-failed",
            Text(f"the editor {editor[0]} does not start: {said}", f"编辑器 {editor[0]} 无法启动：{said}"),
            Text("set EDITOR to one that does", "请把 EDITOR 设为可用的编辑器"),
        ) from error


def _content(path: Path) -> bytes | None:
    """None for the moment in which an editor puts a new file in place of the old one."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _line_waits() -> bool:
    """Whether the user has pressed Enter, after a moment of waiting; where that cannot be seen, Ctrl-C leaves."""
    if os.name != "posix":
        time.sleep(_LOOK)
        return False
    ready, _, _ = select.select([sys.stdin], [], [], _LOOK)
    return bool(ready)
