import ast
import math
import operator
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from llmtutor.learn.arithmetic import MAX_BITS, MAX_DEPTH, ArithmeticProblem, evaluate, names


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 - eps + eps / K", 0.92),
        ("exp(0) + log(1) + sqrt(9)", 4.0),
        ("log(8, 2)", 3.0),
        ("ceil(7 / 2) * 10 + floor(7 / 2)", 43),
        ("max(K, 3, 20) - min(K, 3)", 17),
        ("K if K > 9 else 0", 10),
        ("0 if 1 < K < 5 else 1", 1),
        ("1 / 0 if K < 0 else 7", 7),
        ("-2 ** 2", -4),
        ("2 ** -1", 0.5),
        ("7 // 2 % 2", 1),
        ("1e9", 1e9),
        ("1_000 * .5", 500.0),
        (" 3\n  * K", 30),
        ("+K", 10),
        ("(K == 10) + (K != 10) + (K >= 10)", 2),
    ],
)
def test_value(expression: str, value: float) -> None:
    assert evaluate(expression, {"K": 10, "eps": 0.0888888888888888}) == pytest.approx(value)


def test_whole_numbers_stay_whole() -> None:
    assert evaluate("2 ** 64 + 1") == 2**64 + 1
    assert isinstance(evaluate("12 * d * d", {"d": 4096}), int)


def test_names_are_the_parameters_read() -> None:
    assert names("max(a, b) if c > 1 else log(d)") == {"a", "b", "c", "d"}
    assert names("2 + 2") == set()
    assert names("exp(exp)") == {"exp"}


HOSTILE = [
    "",
    "   ",
    "x",
    "__import__('os').system('true')",
    "().__class__",
    "a.b",
    "a[0]",
    "[1]",
    "{1}",
    "'text'",
    '"%s" % 1',
    "f'{1}'",
    "lambda: 1",
    "(a := 1)",
    "print(1)",
    "eval(1)",
    "open(1)",
    "max(*a)",
    "max(1, b=2)",
    "log(1, 2, 3)",
    "min(1)",
    "exp()",
    "1 and 2",
    "not 1",
    "1 is 1",
    "1 in a",
    "True",
    "None",
    "...",
    "1j",
    "0x10",
    "0b1",
    "1__0",
    "007",
    "1 if 2",
    "1if 2else 3",
    "1 2",
    "1(2)",
    "()()",
    "max(1, 2)(3)",
    "1, 2",
    "await a",
    "yield",
    "a = 1",
    "1; 2",
    "1\\\n+1",
    "1 # comment",
    "é",
    "１",
    "\x00",
    "\ud800",
    "nan",
    "inf",
    "1e999",
    "-1e999",
    "exp(1e9)",
    "1e308 * 10",
    "10 ** 400 / 3.0",
    "2 ** 4096",
    "9 ** 9 ** 9 ** 9",
    "10 ** 10 ** 10",
    "(0 - 2) ** 99999999999",
    "2 ** 4000 * 2 ** 4000",
    "2 ** 1e308",
    "1 / 0",
    "1 // 0",
    "1 % 0",
    "0.0 ** -1",
    "0 ** -1",
    "(-8) ** 0.5",
    "(-8.0) ** 0.1",
    "sqrt(-1)",
    "log(0)",
    "log(-1)",
    "log(2, 1)",
    "1.5 // 0",
    "(" * 41 + "1" + ")" * 41,
    "(" * 300,
    ")" * 300,
    ")(",
    "-" * 300 + "1",
    "+".join("1" * 190),
    "1 if " * 70 + "1" + " else 1" * 70,
    "1" * 401,
    "a" * 401,
    "2**" * 130 + "2",
]


@pytest.mark.parametrize("expression", HOSTILE)
def test_hostile_expressions_end_in_a_problem(expression: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ArithmeticProblem) as problem:
            evaluate(expression, {"a": 1, "b": 2})
    assert 0 <= problem.value.position <= len(expression) + 1
    assert str(problem.value)


@pytest.mark.parametrize("value", [math.nan, math.inf, True, "1", None, 2 ** (MAX_BITS + 1), 1j])
def test_hostile_parameters_end_in_a_problem(value: object) -> None:
    with pytest.raises(ArithmeticProblem):
        evaluate("a", {"a": value})  # type: ignore[dict-item]


def test_the_position_is_where_it_went_wrong() -> None:
    with pytest.raises(ArithmeticProblem, match=r"no parameter 'heads' \(at character 10\)") as problem:
        evaluate("d_model /heads", {"d_model": 8})
    assert problem.value.position == 10
    with pytest.raises(ArithmeticProblem) as problem:
        evaluate("  1 + $")
    assert problem.value.position == 7


def test_deepest_allowed_expression_still_has_a_value() -> None:
    assert evaluate("-" * (MAX_DEPTH - 2) + "1") == 1
    assert evaluate("(" * 40 + "7" + ")" * 40) == 7


@given(st.text(alphabet="0123456789.eE+-*/%()<>=! abifels,log_maxqrt", max_size=60))
def test_any_text_has_a_value_or_a_problem(expression: str) -> None:
    try:
        value = evaluate(expression, {"a": 2, "b": 0.5})
    except ArithmeticProblem:
        return
    assert math.isfinite(value)


FORMS = (
    *("({} + {})", "({} - {})", "({} * {})", "({} / {})", "({} // {})", "({} % {})", "({} ** {})", "-{}"),
    *("({} < {})", "({} == {})", "({2} if {0} <= {1} else {0})", "max({}, {})", "min({}, {}, {})"),
    *("log({})", "exp({})", "sqrt({})", "ceil({})", "floor({})"),
)
NUMBERS = st.integers(-50, 50) | st.floats(-50, 50, allow_nan=False).map(lambda value: round(value, 3))


@st.composite
def expressions(draw: st.DrawFn, depth: int = 4) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(["a", "b"]) | NUMBERS.map(lambda value: f"({value!r})"))
    one, other, third = (draw(expressions(depth=depth - 1)) for _ in range(3))
    form = draw(st.sampled_from(FORMS))
    return form.format(one, other, third)


@given(expressions(), NUMBERS, NUMBERS)
def test_agrees_with_python(expression: str, a: float, b: float) -> None:
    assume(len(expression) <= 400)
    allowed = {name: getattr(math, name) for name in ("log", "exp", "sqrt", "ceil", "floor")}
    scope = {"__builtins__": {}, **allowed, "max": max, "min": min, "a": a, "b": b}
    try:
        value = evaluate(expression, {"a": a, "b": b})
    except ArithmeticProblem:
        assert _python_refuses_or_is_huge(expression, scope)
        return
    expected = eval(expression, scope)
    assert value == expected
    assert type(value) is type(operator.pos(expected))


def _python_refuses_or_is_huge(expression: str, scope: dict[str, object]) -> bool:
    """Whether Python fails too, or some part of it is infinite, complex or an integer beyond the bound."""

    def check(node: ast.expr) -> object:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr) and not (isinstance(node, ast.Call) and child is node.func):
                check(child)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            base, power = (eval(ast.unparse(part), scope) for part in (node.left, node.right))
            if isinstance(base, int) and isinstance(power, int) and abs(base).bit_length() * power >= MAX_BITS:
                raise OverflowError
        value = eval(ast.unparse(node), scope)
        if isinstance(value, complex) or not math.isfinite(value):
            raise OverflowError
        if isinstance(value, int) and value.bit_length() > MAX_BITS:
            raise OverflowError
        return value

    try:
        check(ast.parse(expression, mode="eval").body)
    except (ArithmeticError, ValueError, TypeError):
        return True
    return False
