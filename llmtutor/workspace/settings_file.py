"""The file of the settings: TOML, read strictly, so that a slip is told and not ignored.

It is written one line at a time: comments, order and every other line stay as the learner left them. The file is put in
place at once, so that a full disk or a kill leaves the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import Usage
from ..model import Text
from ..writing import write_whole
from .settings import SHAPES, Settings, Shape, Toml, shape_of


def read_settings(path: Path) -> Settings:
    """Settings from TOML; defaults where the file or a key is missing. Raises `Usage` on anything else."""
    return _check(path, _parse(path, _read_text(path)))


def written_keys(path: Path) -> frozenset[str]:
    """The settings that the file holds."""
    return frozenset(_parse(path, _read_text(path)))


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise _bad_settings(path, str(error)) from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    if not text:
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _bad_settings(path, str(error)) from None


def _check(path: Path, written: Mapping[str, Any]) -> Settings:
    checked = {}
    for key, value in written.items():
        try:
            checked[key] = SHAPES[key].check(value)
        except (KeyError, ValueError):
            raise _bad_settings(path, f"{key} = {value!r}") from None
    return replace(Settings(), **checked)


# --- Writing --------------------------------------------------------------------------------------------------------


def set_setting(path: Path, key: str, words: str | None) -> Settings:
    """Write one setting, or with None drop it, so that its default holds again; the settings as they are then.

    Raises NotFound for a key that there is not, Usage for a value it cannot have and where the file cannot be written.
    A file that is wrong somewhere else is refused and left as it is.
    """
    shape = shape_of(key)
    text = _read_text(path)
    written = _parse(path, text)
    _check(path, written)
    if words is None:
        written.pop(key, None)
    else:
        try:
            written[key] = shape.read(words.strip())
            shape.check(written[key])
        except (ValueError, OverflowError):
            raise _bad_value(key, words, shape) from None
    settings = _check(path, written)
    _put(path, _edit(path, text, key, written))
    return settings


def _write_toml(value: Toml) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(map(_write_toml, value))}]"
        case str():
            return f'"{value}"'  # a language or dates: checked, so there is nothing to escape
    return str(value)


def _edit(path: Path, text: str, key: str, written: Mapping[str, Toml]) -> str:
    """`text` with the line of `key` changed, added or dropped; all anew where that does not give what is wanted."""
    line = f"{key} = {_write_toml(written[key])}\n" if key in written else ""
    kept = text.splitlines(keepends=True)
    if kept and not kept[-1].endswith(("\n", "\r")):
        kept[-1] += "\n"
    places = [place for place, each in enumerate(kept) if each.partition("=")[0].strip() == key]
    if places:
        kept[places[0]] = line
    else:
        kept.append(line)
    edited = "".join(kept)
    with suppress(Usage):
        if _parse(path, edited) == written:
            return edited
    return "".join(f"{name} = {_write_toml(value)}\n" for name, value in written.items())


def _put(path: Path, text: str) -> None:
    """Settings kept elsewhere by a link, as people do with dotfiles, are changed there."""
    hint = Text(
        f"make {path.parent} writable, or set LLMTUTOR_HOME; the old settings hold",
        f"请使 {path.parent} 可写，或设置 LLMTUTOR_HOME；原有设置不变",
    )
    write_whole(path, [text], hint, make_folder=True)


# --- What went wrong, in words --------------------------------------------------------------------------------------


def _bad_settings(path: Path, said: str) -> Usage:
    return Usage(
        "bad-settings",
        Text(f"{path}: {said} is not a setting", f"{path}：{said} 不是有效的设置"),
        Text("correct that line, or remove the file", "请改正这一行，或删除该文件"),
    )


def _bad_value(key: str, words: str, shape: Shape) -> Usage:
    return Usage(
        "bad-setting",
        Text(f"{key} cannot be {words}", f"{key} 不能设为 {words}"),
        Text(f"{key}: {shape.allowed.en}", f"{key}：{shape.allowed.zh}"),
    )


def _unreadable(path: Path, error: OSError) -> Usage:
    said = error.strerror or str(error)
    return Usage(
        "settings-unreadable",
        Text(f"{path} cannot be read: {said}", f"无法读取 {path}：{said}"),
        Text("make it readable, or move it away", "请使其可读，或把它移走"),
    )
