"""Numeric questions: is it right within the tolerance, and if not, which known way led to it."""

from __future__ import annotations

from fractions import Fraction

from ..model import Feedback, Number, Numeric, Text, Trap, Variant, Verdict
from .arithmetic import MAX_BITS, ArithmeticProblem, evaluate
from .numerals import round_number, write_quantity
from .quantity import names_unit, read_quantity
from .units import read_unit, siblings
from .unreadable import Unreadable
from .variant import fill

DEFAULT_RELATIVE_TOLERANCE = 0.01
_ROUNDING = 1e-9


def answer_of(body: Numeric, variant: Variant) -> Number:
    """The right number, in the question's unit. Raises ArithmeticProblem where the bank was never checked."""
    return evaluate(body.answer, dict(variant.numbers))


def number_of(body: Numeric, response: object) -> Number:
    """The number of a response in its JSON form, a number or a text, in the question's unit."""
    if isinstance(response, str):
        return read_quantity(response, body.unit)
    if isinstance(response, int | float) and not isinstance(response, bool):
        try:
            return evaluate("n", {"n": response})
        except ArithmeticProblem:
            raise Unreadable(
                Text("That number is not finite or too large.", "这个数不是有限数，或者太大。"),
                Text(f"Write a number below 2^{MAX_BITS}.", f"请写一个小于 2^{MAX_BITS} 的数。"),
            ) from None
    raise Unreadable(
        Text("A number is expected.", "应当回答一个数。"), Text("Write a number or a text.", "请写数字，或写成文本。")
    )


def is_close(given: Number | Fraction, expected: Number, body: Numeric) -> bool:
    """Within the wider of the two tolerances; without any, 1 %, or exact where a whole number is expected."""
    exact = isinstance(expected, int) or expected.is_integer()
    allowed = Fraction(0 if exact else DEFAULT_RELATIVE_TOLERANCE) * abs(Fraction(expected))
    if body.tolerance is not None or body.relative_tolerance is not None:
        allowed = max(Fraction(body.tolerance or 0), Fraction(body.relative_tolerance or 0) * abs(Fraction(expected)))
    # What floating point loses on the way is nobody's mistake.
    rounding = Fraction(0) if isinstance(given, int) and isinstance(expected, int) else Fraction(_ROUNDING)
    return abs(Fraction(given) - Fraction(expected)) <= allowed + rounding * abs(Fraction(expected))


def write_answer(number: Number, body: Numeric) -> str:
    """`number` with its unit, in as few digits as the tolerance allows; four, and one behind the point, at least."""
    least = min(max(4, len(str(int(abs(number)))) + 1), 9)
    rounded = next(
        (short for digits in range(least, 17) if is_close(short := round_number(number, digits), number, body)), number
    )
    return write_quantity(rounded, body.unit)


def judge_numeric(body: Numeric, variant: Variant, response: object) -> Verdict:
    given = number_of(body, response)
    expected = answer_of(body, variant)
    right = is_close(given, expected, body)
    written = write_answer(expected, body)
    trap = None if right else _fallen_into(body, variant, given)
    feedback: list[Feedback] = []
    if trap is not None:
        feedback.append(Feedback("", False, fill(trap.why, variant)))
    elif not right and (slip := _explain_scale(body, given, expected, response)):
        feedback.append(Feedback("", False, slip))
    return Verdict(
        right=right,
        score=float(right),
        given=write_quantity(round_number(given, 6), body.unit),
        expected=Text(written, written),
        feedback=tuple(feedback),
        misconceptions=() if trap is None or trap.misconception is None else (trap.misconception,),
    )


def _fallen_into(body: Numeric, variant: Variant, given: Number) -> Trap | None:
    """The trap whose number is nearest to `given`, of those within the tolerance."""
    near: list[tuple[Fraction, int]] = []
    for place, trap in enumerate(body.traps):
        try:
            number = evaluate(trap.answer, dict(variant.numbers))
        except ArithmeticProblem:  # a way that leads nowhere with these numbers
            continue
        if is_close(given, number, body):
            near.append((abs(Fraction(given) - Fraction(number)), place))
    return body.traps[min(near)[1]] if near else None


def _explain_scale(body: Numeric, given: Number, expected: Number, response: object) -> Text | None:
    """Where only the unit, the sign or the decimal point is wrong, which of them."""

    def fits(number: Number | Fraction) -> bool:
        # A tolerance told as an amount says nothing about another scale.
        near = abs(Fraction(number) - Fraction(expected)) <= abs(Fraction(expected)) * Fraction(1, 100)
        return near and is_close(number, expected, body)

    if not expected:
        return None
    if fits(-given):
        return Text("The number is right, but not its sign.", "数值对了，正负号反了。")
    if body.unit is None and abs(expected) <= 1 and fits(Fraction(given) / 100):
        return Text(
            "That is the number in per cent; asked is the share, 1 for all.", "这是百分数；题目要的是小数，全部为 1。"
        )
    if body.unit is not None and not (isinstance(response, str) and names_unit(response)):
        asked = read_unit(body.unit)
        for name, factor in siblings(asked):
            if factor != asked.factor and fits(Fraction(given) * factor / asked.factor):
                return Text(
                    f"That is the number in {name}, but it is asked in {body.unit}.",
                    f"这是以 {name} 为单位的数，题目要的单位是 {body.unit}。",
                )
    for power in range(1, 13):
        times = f"{10**power:,}"
        if fits(Fraction(given) / 10**power):
            return Text(
                f"The digits are right, but it is {times} times too large.", f"数字对了，但结果是正确值的 {times} 倍。"
            )
        if fits(Fraction(given) * 10**power):
            return Text(
                f"The digits are right, but it is {times} times too small.", f"数字对了，但结果只有正确值的 1/{times}。"
            )
    return None
