"""Which files make a bank, and whether they changed. Only stats and hashes: no YAML is read here, and none imported.

A bank is a folder: `bank.yaml`, perhaps `source.yaml`, and a folder for each topic with concept files, their programs
(`.py`), what these printed (`.out`) and the values that figures draw (`.figures.json`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BankBroken
from ..model import Text

if TYPE_CHECKING:
    from ..model import FileStamp

HEAD = "bank.yaml"
SOURCE = "source.yaml"
_SUFFIXES = (".yaml", ".py", ".out", ".figures.json")


def list_files(root: Path) -> dict[str, tuple[int, int]]:
    """Every file of the bank: path relative to `root` with `/` -> (size in bytes, mtime in nanoseconds), sorted."""
    found = {}
    for state in list_states(root):
        path, size, mtime_ns = state.rsplit(" ", 2)
        found[path] = int(size), int(mtime_ns)
    return dict(sorted(found.items()))


def list_states(root: Path) -> list[str]:
    """The state of every file of the bank, as `FileStamp.state` writes it, sorted.

    Before a command believes what the index says, it looks so at every file: hence one plain loop, and a look from
    inside each folder, which spares the system to find the way there for each file.
    """
    states: list[str] = []
    folders = [(os.fspath(root), "")]
    try:
        for folder, prefix in folders:
            with _entered(folder) as place, os.scandir(place) as entries:
                for entry in entries:
                    name = entry.name
                    if prefix or name in (HEAD, SOURCE):
                        if name.endswith(_SUFFIXES) and name[0] != "." and entry.is_file():
                            stat = entry.stat()
                            states.append(f"{prefix}{name} {stat.st_size} {stat.st_mtime_ns}")
                    elif name[0] not in "._" and entry.is_dir():
                        folders.append((f"{folder}{os.sep}{name}", f"{name}/"))
    except OSError as error:
        raise unreadable(root, error) from error
    states.sort()
    if not any(state.startswith(f"{HEAD} ") for state in states):
        raise BankBroken(
            "no-bank",
            Text(f"{root} is no bank: it holds no {HEAD}", f"{root} 不是题库：其中没有 {HEAD}"),
            Text("Name the folder that holds bank.yaml with --bank", "请用 --bank 指定含有 bank.yaml 的目录"),
        )
    return states


@contextmanager
def _entered(folder: str) -> Iterator[str | int]:
    """A folder as a file descriptor where the system can list one, else as it is."""
    if os.scandir not in os.supports_fd:
        yield folder
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        yield place
    finally:
        os.close(place)


def stamp(root: Path, listed: Mapping[str, tuple[int, int]], known: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
    """A stamp for each listed file; hashed only where size or mtime differ from the known stamp."""
    import hashlib

    from ..model import FileStamp

    stamps: dict[str, FileStamp] = {}
    for path, (size, mtime_ns) in listed.items():
        before = known.get(path)
        if before and (before.size, before.mtime_ns) == (size, mtime_ns):
            stamps[path] = before
        else:
            try:
                digest = hashlib.sha256((root / path).read_bytes()).hexdigest()
            except OSError as error:
                raise unreadable(root / path, error) from error
            stamps[path] = FileStamp(path, size, mtime_ns, digest)
    return stamps


def concept_files(paths: Mapping[str, object]) -> list[str]:
    """The files that hold a concept."""
    return [path for path in paths if path.endswith(".yaml") and "/" in path]


def files_of(concept_path: str, paths: Mapping[str, object]) -> list[str]:
    """A concept's YAML file and the programs and outputs that stand beside it under its name."""
    stem = concept_path.removesuffix(".yaml")
    return [
        path
        for path in paths
        if path == concept_path or (path.startswith(f"{stem}.") and path.endswith((".py", ".out", ".figures.json")))
    ]


def unreadable(path: Path, error: OSError) -> BankBroken:
    reason = error.strerror or str(error)
    return BankBroken(
        "bank-unreadable",
        Text(f"{path} cannot be read: {reason}", f"无法读取 {path}：{reason}"),
        Text("Check the path given with --bank or LLMTUTOR_BANK", "请检查 --bank 或 LLMTUTOR_BANK 给出的路径"),
    )
