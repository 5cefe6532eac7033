"""Values of any program, compared and shown: numbers, words, lists, arrays. Arrays are known by what they can do, for
NumPy is the program's to import.

The text of this module is run in the lab's child process: it knows the standard library alone.
"""

from __future__ import annotations

import math
from typing import Any

_ROOM = 400
_LIST_ENDS = 12


def plain(value: Any) -> Any:
    """The value in lists, mappings, numbers, truths and words; what is none of them as its type's name."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(part) for part in value), key=repr)
    if isinstance(value, dict):
        return {plain_key(key): plain(part) for key, part in value.items()}
    if value is None or isinstance(value, (bool, int, float, complex, str)):
        return value
    return f"<{type(value).__name__}>"


def plain_key(key: Any) -> Any:
    made = plain(key)
    return tuple(made) if isinstance(made, list) else made


def form(value: Any) -> tuple[str, tuple[int, ...]]:
    """What kind of value it is, and how large: ("array", (2, 3)), ("list", (4,)), ("number", ()) ..."""
    shape = getattr(value, "shape", None)
    if hasattr(value, "tolist") and isinstance(shape, tuple) and shape:
        return "array", tuple(int(side) for side in shape)
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, bool):
        return "truth", ()
    if isinstance(value, (int, float, complex)):
        return "number", ()
    if isinstance(value, str):
        return "text", ()
    if isinstance(value, (list, tuple, set, frozenset)):
        return "list", (len(value),)
    if isinstance(value, dict):
        return "mapping", (len(value),)
    return ("nothing" if value is None else type(value).__name__), ()


def fits(expected: Any, actual: Any) -> bool:
    """Whether both are of one form: the sizes of lists and mappings are left to the comparison of their parts."""
    kind, shape = form(expected)
    given, size = form(actual)
    if kind != given or (kind == "array" and shape != size):
        return False
    if kind == "array":
        return (_truths(expected)) == (_truths(actual))
    if isinstance(expected, (list, tuple)) and isinstance(actual, (list, tuple)) and len(expected) == len(actual):
        return all(map(fits, expected, actual))
    return True


def _truths(array: Any) -> bool:
    return getattr(getattr(array, "dtype", None), "kind", "") == "b"


def difference(expected: Any, actual: Any, tolerance: float) -> list[Any] | None:
    """The way to the first part that differs, by index and key; None where both are the same."""
    return _differ(plain(expected), plain(actual), tolerance)


def _differ(expected: Any, actual: Any, tolerance: float) -> list[Any] | None:
    if isinstance(expected, list) and isinstance(actual, list):
        for place, (one, other) in enumerate(zip(expected, actual)):  # noqa: B905 - the shorter one ends it
            if (deeper := _differ(one, other, tolerance)) is not None:
                return [place, *deeper]
        return None if len(expected) == len(actual) else [min(len(expected), len(actual))]
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in [*expected, *(key for key in actual if key not in expected)]:
            if key not in expected or key not in actual:
                return [key]
            if (deeper := _differ(expected[key], actual[key], tolerance)) is not None:
                return [key, *deeper]
        return None
    return None if _same(expected, actual, tolerance) else []


def _same(expected: Any, actual: Any, tolerance: float) -> bool:
    if isinstance(expected, bool) or isinstance(actual, bool):
        return expected is actual
    if isinstance(expected, (int, float)) and isinstance(actual, (int, float)):
        if math.isnan(expected) or math.isnan(actual):
            return math.isnan(expected) and math.isnan(actual)
        return expected == actual or math.isclose(expected, actual, rel_tol=tolerance, abs_tol=tolerance)
    return bool(expected == actual)


def leaves(value: Any) -> int:
    """How many numbers or words it is made of."""
    if isinstance(value, (list, tuple)):
        return sum(map(leaves, value)) + 1
    if isinstance(value, dict):
        return sum(map(leaves, value.values())) + len(value)
    return 1


def show(value: Any, name: str = "", digits: int = 4) -> dict[str, Any]:
    """The value for a person: at most so many digits, at most so much room; a word can hold no control characters."""
    kind, shape = form(value)
    text = _write(plain(value), digits)
    if len(text) > _ROOM:
        text = text[: _ROOM - 2] + " …"
    return {"text": text, "kind": kind, "shape": list(shape), "name": name}


def show_both(expected: Any, actual: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both with as many digits as it takes to tell them apart."""
    for digits in (4, 7, 11, 17):
        shown = show(expected, digits=digits), show(actual, digits=digits)
        if shown[0] != shown[1]:
            break
    return shown


def _write(value: Any, digits: int) -> str:
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, float):
        return f"{value:.{digits}g}"
    if isinstance(value, list):
        ends = value if len(value) <= 2 * _LIST_ENDS else [*value[:_LIST_ENDS], ..., *value[-_LIST_ENDS:]]
        return "[" + ", ".join("…" if part is ... else _write(part, digits) for part in ends) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_write(part, digits)}" for key, part in value.items()) + "}"
    return repr(value)
