"""Removes the directory of a run, whatever a program has made of it: no permissions, or a tree without a bottom."""

from __future__ import annotations

import os
from contextlib import suppress


def remove(directory: str) -> None:
    """Best effort; what cannot be removed stays, as it would with `rm -rf`."""
    import shutil
    import subprocess

    with suppress(RecursionError):
        shutil.rmtree(directory, ignore_errors=True)
    if os.name == "posix" and os.path.lexists(directory):
        # shutil recurses, and cannot enter a directory without permissions; these two tools do not mind.
        for command in (["chmod", "-R", "u+rwx"], ["rm", "-rf"]):
            subprocess.run(
                [*command, "--", directory],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
