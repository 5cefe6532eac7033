"""Where the learner stands, and the journal as a thing to carry around. Standing and export only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from ..errors import NotFound, Usage
from ..learn.placed import MOST_QUESTIONS
from ..model import Memory, Text
from ..store.index import Index
from ..store.journal import Sitting
from ..store.journal_event import MAX_LINE, NotAnEvent, decode
from ..views.progress import (
    BackedUpView,
    ExportedView,
    ImportedView,
    RefusedView,
    StandingView,
    SuggestionView,
)
from ..workspace import Workspace
from ..writing import write_whole
from .practice_memory import credit_by, due_dates, placed_concepts, recall
from .practice_state import is_recent, is_resumable
from .progress_lines import read_lines
from .progress_streak_kept import current_streak

_MOST_COMMANDS = 3
_SITTINGS: dict[Sitting, SuggestionView] = {
    "placement": SuggestionView(
        "llmtutor quiz --placement", Text("go on with the placement test", "接着做上次的定位测试")
    ),
    "interview": SuggestionView("llmtutor interview", Text("go on with the mock interview", "接着做上次的模拟面试")),
}


def standing(workspace: Workspace) -> StandingView:
    """What is due, new and learned in the banks in use, and what to type next."""
    at = workspace.clock()
    with workspace.index() as index:
        journal = workspace.journal(create=False)
        memories: dict[str, Memory] = {}
        placed: frozenset[str] = frozenset()
        days, resumable, waiting = 0, False, list[SuggestionView]()
        rows, edges = index.questions(), credit_by(index, workspace.settings)
        if journal is not None:
            with journal:
                memories = recall(journal, workspace.settings, at, keep=False)
                placed = placed_concepts(journal, memories, workspace.settings, at)
                days = current_streak(workspace, journal, memories, rows, edges, at).days
                unfinished = journal.unfinished()
                resumable = unfinished is not None and is_resumable(unfinished.body, at)
                waiting = [
                    goes_on
                    for kind, goes_on in _SITTINGS.items()
                    if (kept := journal.unfinished(kind)) and is_recent(kept.body, at)
                ]
        known = [memories[row.id] for row in rows if row.id in memories]
        due = sum(date <= at for date in due_dates(rows, memories, edges))
        new = len(rows) - len(known)
        more = _suggest(index, memories, placed, due=due, new=new, resumable=resumable)
        commands = tuple(islice(chain(waiting, more), _MOST_COMMANDS))
    return StandingView(
        due=due,
        new=new,
        learned=len(known),
        answered=sum(memory.reviews for memory in known),
        streak=days,
        resumable=resumable,
        commands=commands,
    )


def _suggest(
    index: Index, memories: dict[str, Memory], placed: frozenset[str], *, due: int, new: int, resumable: bool
) -> Iterator[SuggestionView]:
    """Commands that make sense now, the first ones most of all."""
    if resumable:
        yield SuggestionView("llmtutor quiz", Text("go on with the quiz that was cut off", "接着做上次中断的测验"))
    elif due:
        yield SuggestionView(
            "llmtutor quiz", Text("answer what is due, then something new", "先复习到期的题，再学新题")
        )
    elif new:
        yield SuggestionView("llmtutor quiz", Text("answer ten new questions", "学十道新题"))
    if not memories and not placed and len(index.concepts()) > MOST_QUESTIONS:  # else it would ask about every one
        yield SuggestionView(
            "llmtutor quiz --placement",
            Text(
                f"skip what you know already: up to {MOST_QUESTIONS} questions",
                f"跳过已经掌握的内容：最多 {MOST_QUESTIONS} 题",
            ),
        )
    ahead = (row.concept for row in index.questions() if row.id not in memories and row.concept not in placed)
    if unseen := next(ahead, None):
        yield SuggestionView(f"llmtutor explain {unseen}", Text("read the next concept", "阅读下一个概念"))
    else:
        yield SuggestionView("llmtutor list concepts", Text("see all concepts", "查看全部概念"))
    yield SuggestionView("llmtutor search attention", Text("look something up", "查找内容"))


# --- Export ---------------------------------------------------------------------------------------------------------


def export(workspace: Workspace, path: Path | None, write: Callable[[str], object]) -> ExportedView:
    """Every event as a line of JSON: to `path`, there at once or not at all, else through `write`."""
    journal = workspace.journal(create=False)
    if journal is None:
        return ExportedView(0, None) if path is None else _export_to(path, ())
    with journal:
        if path is not None:
            return _export_to(path, journal.export())
        count = 0
        for line in journal.export():
            write(line + "\n")
            count += 1
    return ExportedView(count, None)


def _export_to(path: Path, lines: Iterable[str]) -> ExportedView:
    if path.is_dir() or (path.exists() and not _is_export(path)):
        raise Usage(
            "export-would-overwrite",
            Text(f"{path} is there and is not an export", f"{path} 已存在，且不是导出文件"),
            Text("Name another file", "请换一个文件名"),
        )
    hint = Text("Name a file in a folder with room where you may write", "请指定一个可写且有空间的位置")
    count = write_whole(path, (line + "\n" for line in lines), hint, make_folder=True)
    return ExportedView(count, str(path))


def _is_export(path: Path) -> bool:
    """Whether the file is empty or begins with an event, so that an export may take its place."""
    try:
        with path.open("rb") as file:
            line = file.readline(1_000_000)
        decode(line.decode())
    except (OSError, UnicodeDecodeError, NotAnEvent):
        return path.is_file() and path.stat().st_size == 0
    return True


# --- Import, backup -------------------------------------------------------------------------------------------------


def take_in(workspace: Workspace, path: str, stdin: BinaryIO) -> ImportedView:
    """The union with the events of the file at `path`; `-` is `stdin`. Safe to repeat."""
    source = stdin if path == "-" else _open_lines(Path(path))
    try:
        with workspace.journal(create=True) as journal:
            taken = journal.take_in(_readable(path, read_lines(source, MAX_LINE)))
    finally:
        if source is not stdin:
            source.close()
    refused = tuple(RefusedView(each.line, each.reason) for each in taken.refused)
    return ImportedView(path, taken.read, taken.added, refused)


def _open_lines(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(str(path), error) from error


def _readable(path: str, lines: Iterator[bytes]) -> Iterator[bytes]:
    """A failure of the file that is read must not pass for one of the journal."""
    try:
        yield from lines
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> Usage:
    return Usage(
        "import-unreadable",
        Text(f"{path} cannot be read: {error.strerror}", f"无法读取 {path}：文件不存在或没有权限"),
        Text(
            "Name a file that `llmtutor progress export` wrote, or - for standard input",
            "请指定由 `llmtutor progress export` 写出的文件，或用 - 表示标准输入",
        ),
    )


def back_up(workspace: Workspace, path: Path | None) -> BackedUpView:
    """A copy of the journal at `path`; beside the journal, named by the time, where none is given."""
    at = workspace.clock()
    name = f"journal-{at:%Y%m%d-%H%M%S}.db"
    if path is None:
        path = workspace.data_dir / "backups" / name
    elif path.is_dir():
        path = path / name
    journal = workspace.journal(create=False)
    if journal is None:
        raise NotFound(
            "no-journal",
            Text("there is nothing to back up yet", "还没有可以备份的内容"),
            Text("llmtutor quiz begins a journal", "运行 llmtutor quiz 后就会有学习记录"),
        )
    with journal:
        events = journal.backup(path)
    return BackedUpView(str(path), events, at)
