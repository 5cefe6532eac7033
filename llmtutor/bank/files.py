"""Which files make a bank, and whether they changed. Only stats and hashes: no YAML is read here, and none imported.

A bank is a folder: `bank.yaml`, perhaps `source.yaml`, and a folder for each topic with concept files, their programs
(`.py`), what these printed (`.out`) and the values that figures draw (`.figures.json`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
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
    """Every file of the bank: path relative to `root` with `/` -> (size in bytes, mtime in nanoseconds), sorted.

    Every command looks at every file so, before it believes what it knows of the bank: hence one plain loop.
    """
    found: list[tuple[str, tuple[int, int]]] = []
    folders = [(os.fspath(root), "")]
    try:
        for folder, prefix in folders:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = entry.name
                    if prefix or name in (HEAD, SOURCE):
                        if name.endswith(_SUFFIXES) and name[0] != "." and entry.is_file():
                            stat = entry.stat()
                            found.append((prefix + name, (stat.st_size, stat.st_mtime_ns)))
                    elif name[0] not in "._" and entry.is_dir():
                        folders.append((entry.path, f"{name}/"))
    except OSError as error:
        raise unreadable(root, error) from error
    listed = dict(sorted(found))
    if HEAD not in listed:
        raise BankBroken(
            "no-bank",
            Text(f"{root} is no bank: it holds no {HEAD}", f"{root} 不是题库：其中没有 {HEAD}"),
            Text("Name the folder that holds bank.yaml with --bank", "请用 --bank 指定含有 bank.yaml 的目录"),
        )
    return listed


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
