"""The environment and the command line of a program: what it gets to know of the machine, and nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from .sweep import MARKER

# What a program may need to start at all, or to speak the user's language.
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "NIX_LD", "NIX_LD_LIBRARY_PATH")
_KEPT_ON_WINDOWS = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "NUMBER_OF_PROCESSORS")

_ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
# The same sums and the same silence on every machine.
_FIXED = {
    "TERM": "dumb",
    "NO_COLOR": "1",
    "COLUMNS": "80",
    "TZ": "UTC",
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TOKENIZERS_PARALLELISM": "false",
}


def in_virtual_environment() -> bool:
    return sys.prefix != sys.base_prefix


def command(program: str) -> list[str]:
    """The same Python, told to take nothing from its surroundings; unbuffered, so that what was printed is not lost.

    Packages of the user's own site are left out in a virtual environment only: outside of one, NumPy may live there.
    """
    alone = ["-P", "-E", "-s"] if in_virtual_environment() else ["-P", "-E"]
    return [sys.executable, *alone, "-u", "-X", "utf8", program]


def scrub(environ: Mapping[str, str], directory: str, token: str) -> dict[str, str]:
    """What a program run in `directory` sees of `environ`; `token` marks everything that it starts."""
    kept = _KEPT + (_KEPT_ON_WINDOWS if os.name == "nt" else ())
    if not in_virtual_environment():
        kept += ("HOME", "APPDATA", "USERPROFILE")  # where the user's own packages are found
    scrubbed = {"HOME": directory, "USERPROFILE": directory}
    scrubbed |= {name: environ[name] for name in kept if name in environ}
    scrubbed |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), directory)
    scrubbed |= dict.fromkeys(_ONE_THREAD, "1") | _FIXED | {MARKER: token}
    return scrubbed
