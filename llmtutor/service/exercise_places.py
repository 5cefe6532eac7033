"""Where a learner writes exercises, and what must be remembered of each until it is solved: its file, its hints.

The programs are the learner's: made once, never overwritten, never removed. What is remembered may be lost; then a
file is looked for where it is made by default.
"""

from __future__ import annotations

import json
import os
import textwrap
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..errors import CannotWrite, NotFound, Usage
from ..model import Code, Lang, Question, Text
from ..workspace import Workspace

LONGEST = 100_000
"""Bytes of a solution; the longest of the bank has two thousand."""

_WIDTH = {"en": 76, "zh": 38}


@dataclass(frozen=True, slots=True)
class Progress:
    """`file` is where it is written, None if it was not begun; `hints` how many were shown since it was last solved."""

    file: str | None = None
    hints: int = 0


def exercise_of(question: str) -> str:
    """The short name of an exercise: that of its question."""
    return question.partition("/")[2]


class Places:
    """The folder by default, and the notes beside it."""

    def __init__(self, workspace: Workspace) -> None:
        self.folder = workspace.data_dir / "practice"
        self._notes = workspace.data_dir / "practice.json"

    def progress(self, question: str) -> Progress:
        noted = self._read().get(question)
        file = noted.get("file") if isinstance(noted, dict) else None
        hints = noted.get("hints") if isinstance(noted, dict) else 0
        return Progress(file if isinstance(file, str) else None, hints if isinstance(hints, int) and hints > 0 else 0)

    def note(self, question: str, progress: Progress) -> None:
        """Remember; another process may do so at the same time, and one of two notes may be lost."""
        notes = self._read() | {question: asdict(progress)}
        draft = self._notes.with_name(f"{self._notes.name}.{os.getpid()}")
        try:
            self._notes.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(notes, ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self._notes)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise cannot_write(self._notes, error) from error

    def file_of(self, question: str) -> Path | None:
        """Where it is written, if it is there."""
        noted = self.progress(question).file
        candidates = ([Path(noted)] if noted else []) + [self.folder / f"{exercise_of(question)}.py"]
        return next((path for path in candidates if path.is_file()), None)

    def _read(self) -> dict[str, Any]:
        try:
            notes = json.loads(self._notes.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}


def begin(places: Places, question: Question, folder: Path | None, lang: Lang, *, anew: bool) -> tuple[Path, bool]:
    """The learner's file, and whether it was made just now; `anew` makes another one beside those that are there."""
    name = exercise_of(question.id)
    known = places.file_of(question.id)
    if folder is None and known is not None and not anew:
        return known, False
    where = (folder or (known.parent if known else places.folder)).absolute()
    paths = [where / f"{name}.py", *(where / f"{name}-{number}.py" for number in range(2, 1000))]
    for path in paths if anew else paths[:1]:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(_first_text(question, lang))
            created = True
        except FileExistsError:
            if anew:
                continue
            if not path.is_file():
                raise cannot_write(path, IsADirectoryError(21, os.strerror(21))) from None
            created = False
        except OSError as error:
            raise cannot_write(path, error) from error
        places.note(question.id, Progress(str(path), places.progress(question.id).hints))
        return path, created
    raise Usage(
        "too-many-files",
        Text(f"{where} is full of {name}", f"{where} 中已有太多 {name} 文件"),
        Text("name another folder with --dir", "请用 --dir 指定另一个目录"),
    )


def read_solution(path: Path) -> str:
    """What the learner has written. Raises NotFound where the file is gone, Usage where it is no program."""
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
    except OSError as error:
        said = error.strerror or str(error)
        raise NotFound(
            "solution-is-gone",
            Text(f"{path} cannot be read: {said}", f"无法读取 {path}：{said}"),
            Text(
                "save it there, or begin it with llmtutor practice", "请保存到该位置，或用 llmtutor practice 重新开始"
            ),
        ) from error
    if len(raw) > LONGEST:
        raise Usage(
            "solution-too-long",
            Text(f"{path} is longer than {LONGEST} bytes", f"{path} 超过 {LONGEST} 字节"),
            Text("an exercise takes a few lines", "一道练习只需写几行"),
        )
    return raw.decode("utf-8", "replace")


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    hint = Text("make room there, or name another folder with --dir", "请腾出空间，或用 --dir 指定另一个目录")
    return CannotWrite(path, error, hint)


def _first_text(question: Question, lang: Lang) -> str:
    """The stub under the task, so that an editor which covers the terminal shows it too."""
    assert isinstance(question.body, Code)
    check = Text("judge it", "评判")
    lines = []
    for paragraph in question.prompt[lang].split("\n"):
        lines += textwrap.wrap(paragraph, _WIDTH[lang], break_on_hyphens=False) or [""]
    lines += ["", f"{check[lang]}: llmtutor practice {exercise_of(question.id)} --check"]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines) + "\n" + question.body.stub
