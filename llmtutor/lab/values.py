"""Values that a program hands back beside its output: code put behind it writes them to a file of its directory.

The program itself stays as it is, line for line; what it prints and how it ends do not depend on the handing over. The
file is the program's, so it is read with suspicion: only a regular file, only so many bytes.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence

_FILE = "values.json"
_BYTES = 1 << 20

# Numbers keep six digits, which no picture shows more of and no other machine rounds otherwise.
_EPILOGUE = """

def _hand_over_values(names):
    import json, math, os
    def plain(value):
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple, range)):
            return [plain(part) for part in value]
        if isinstance(value, (int, float)):
            return float(f"{value:.6g}") + 0.0 if math.isfinite(value) else None
        return str(value)
    values = {}
    for name in names:
        try:
            values[name] = plain(globals()[name])
        except Exception:
            pass
    try:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), FILE)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(values, file)
    except Exception:
        pass
_hand_over_values(NAMES)
"""


def with_hand_over(code: str, variables: Sequence[str]) -> str:
    """`code`, and behind it what writes down these variables, if there are any; each is a plain Python name."""
    if not variables:
        return code
    if not all(name.isidentifier() for name in variables):
        raise ValueError(f"no names: {variables}")
    return code + _EPILOGUE.replace("FILE", repr(_FILE)).replace("NAMES", repr(tuple(variables)))


def read_values(directory: str) -> dict[str, object]:
    """What the program in `directory` handed over: numbers, words, lists of them; nothing if it did not get there."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(os.path.join(directory, _FILE), flags)  # noqa: PTH118
    except OSError:
        return {}
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return {}
        with os.fdopen(os.dup(descriptor), "rb") as file:
            raw = file.read(_BYTES + 1)
        values = json.loads(raw) if len(raw) <= _BYTES else {}
    except (OSError, ValueError, RecursionError):
        return {}
    finally:
        os.close(descriptor)
    return values if isinstance(values, dict) else {}
