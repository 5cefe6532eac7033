"""A claim on the unfinished quiz that dies with its process, so that only a quiz which nobody is sitting at is resumed.

An advisory lock of the operating system on an empty file beside the journal. It says nothing about the journal itself.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


class Claim:
    """A held lock."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> Claim | None:
        """The claim, or None where a living process holds it or the file system knows no locks."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return None
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return None
        return cls(descriptor)

    def release(self) -> None:
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
