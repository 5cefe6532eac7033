"""Numbers as they are shown: the shortest text that names them."""

from __future__ import annotations

from ..model import Number


def write_number(number: Number) -> str:
    """The shortest text that names `number`: 50257, 0.1, 1 for 1.0, 0.00001, 1e-7, 1e20."""
    if isinstance(number, int):
        return str(number)
    if number.is_integer() and abs(number) < 1e16:
        return str(int(number))
    digits, _, exponent = repr(number).partition("e")
    if not exponent:
        return digits
    if -6 <= int(exponent) < 0:
        places = -int(exponent) + len(digits.partition(".")[2])
        return f"{number:.{places}f}"
    return f"{digits}e{int(exponent)}"


def round_number(number: Number, digits: int) -> Number:
    """`number` to so many significant digits; what is whole stays exact."""
    if isinstance(number, int) or number.is_integer():
        return number
    return float(f"{number:.{digits}g}")


def write_quantity(number: Number, unit: str | None) -> str:
    if unit is None:
        return write_number(number)
    return write_number(number) + ("" if unit == "%" else " ") + unit
