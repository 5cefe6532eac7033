"""Files that a user keeps, written whole or not at all, and on the disk when the call returns."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .errors import CannotWrite
from .model import Text


def write_whole(path: Path, parts: Iterable[str], hint: Text, *, make_folder: bool = False) -> int:
    """Put `parts`, one after another, into `path`, and say how many there were; who reads sees the old or the new file.

    A link is followed; a missing folder is made only on demand, for a slip in a name is likelier. Raises `CannotWrite`
    with `hint`; what was there is then still there.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    count = 0
    try:
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            for part in parts:
                file.write(part)
                count += 1
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise CannotWrite(path, error, hint) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return count
