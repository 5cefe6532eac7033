# ruff: noqa: PTH123, PTH208
"""Finds and ends the processes of a run wherever they went: what a program starts inherits the marker of the run.

Used where no namespace ends them all at once. A program that clears the environment of its child and leaves its
session escapes; a system without /proc lets the daemons of a program escape, too. The supervisor uses this as well,
so it loads as little as `confine` does.
"""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = "LLMTUTOR_RUN"


def end_marked(token: str, spare: frozenset[int] = frozenset(), seconds: float = 2.0) -> bool:
    """Kill every process marked with `token` except `spare`, again and again, for some may be forking.

    True when none is left.
    """
    until = time.monotonic() + seconds
    while True:
        found = [process for process in marked(token) if process not in spare]
        if not found:
            return True
        for process in found:
            try:
                os.kill(process, 9)
            except OSError:
                continue
        if time.monotonic() > until:
            return False
        time.sleep(0.002)


def marked(token: str) -> Iterator[int]:
    """The processes whose environment holds the marker; none where there is no /proc. Zombies have no environment."""
    wanted = f"{MARKER}={token}".encode()
    try:
        entries = os.listdir("/proc")
    except OSError:
        return
    for entry in entries:
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/environ", "rb") as file:
                    if wanted in file.read().split(b"\0"):
                        yield int(entry)
            except OSError:
                continue
