"""The arithmetic of `answer:` expressions, which come from banks that nobody vouches for.

    numbers      + - * / // % **   unary + -   ( )   == != < <= > >=   a if condition else b
    functions    log(x) log(x, base) exp sqrt ceil floor min max
    names        the parameters that are passed in

Everything else is refused, and so is whatever would take long: sizes are bounded before anything is computed. The text
is checked token by token before Python's own parser sees it, so that no nesting, literal or warning can surprise it.
There is no `eval`.
"""

from __future__ import annotations

import ast
import keyword
import math
import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from ..model import Number

MAX_LENGTH = 400
MAX_BRACKETS = 40
MAX_DEPTH = 120
MAX_BITS = 4096

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<number>(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<name>[A-Za-z][A-Za-z0-9_]*)
      | (?P<operator>\*\*|//|==|!=|<=|>=|[-+*/%<>(),])""",
    re.VERBOSE | re.ASCII,
)


class ArithmeticProblem(ValueError):
    """Why an expression has no value; `position` counts characters from 1, 0 where the whole is meant."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(f"{message} (at character {position})" if position else message)
        self.position = position


def evaluate(expression: str, numbers: Mapping[str, Number] = {}) -> Number:
    """The value of `expression`, finite; a comparison is 1 or 0. Raises ArithmeticProblem and nothing else."""
    return _value(_parse(expression), numbers)


def names(expression: str) -> set[str]:
    """The parameters that `expression` reads. Raises ArithmeticProblem where it cannot be parsed."""
    nodes = list(ast.walk(_parse(expression)))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    return {node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in called}


# --- Parsing --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _parse(expression: str) -> ast.expr:
    """The tree of `expression`, every node of it allowed; shared between calls, so nobody may change it."""
    _check_tokens(expression)
    # Blanks in front keep their columns by standing inside brackets; a line break becomes a blank like any other.
    source = "(" + re.sub(r"\s", " ", expression) + ")"
    try:
        tree = ast.parse(source, mode="eval").body
    except SyntaxError as problem:
        raise ArithmeticProblem("this is not an expression", max((problem.offset or 1) - 1, 1)) from None
    _check_nodes(tree)
    return tree


def _check_tokens(expression: str) -> None:
    if len(expression) > MAX_LENGTH:
        raise ArithmeticProblem(f"longer than {MAX_LENGTH} characters", MAX_LENGTH + 1)
    position = depth = 0
    previous = ""
    while position < len(expression):
        token = _TOKEN.match(expression, position)
        if token is None:
            raise ArithmeticProblem(f"{expression[position]!r} is not allowed", position + 1)
        if token.lastgroup in ("number", "name") and previous == "number":
            raise ArithmeticProblem(f"something is missing before {token.group()!r}", position + 1)
        depth += (token.group() == "(") - (token.group() == ")")
        if depth < 0:
            raise ArithmeticProblem("this bracket was never opened", position + 1)
        if depth > MAX_BRACKETS:
            raise ArithmeticProblem(f"more than {MAX_BRACKETS} brackets inside each other", position + 1)
        if token.lastgroup == "name" and keyword.iskeyword(token.group()) and token.group() not in ("if", "else"):
            raise ArithmeticProblem(f"{token.group()!r} is not allowed", position + 1)
        previous = token.lastgroup or ""
        position = token.end()
    if depth:
        raise ArithmeticProblem("a bracket is not closed", len(expression))
    if not expression.strip():
        raise ArithmeticProblem("empty")


def _check_nodes(tree: ast.expr) -> None:
    """Refuse what is not on the list. Level by level, so that depth costs no stack."""
    level: list[ast.AST] = [tree]
    for _ in range(MAX_DEPTH):
        below: list[ast.AST] = []
        for node in level:
            below.extend(_parts(node))
        if not below:
            return
        level = below
    raise _problem(level[0], f"nested deeper than {MAX_DEPTH}")


def _parts(node: ast.AST) -> list[ast.expr]:
    """What an allowed node is made of."""
    match node:
        case ast.Constant(value=bool()):
            raise _problem(node, "only numbers are allowed")
        case ast.Constant(value=int() | float()) | ast.Name():
            return []
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            return [node.operand]
        case ast.BinOp() if type(node.op) in _OPERATORS:
            return [node.left, node.right]
        case ast.Compare() if all(type(op) in _COMPARISONS for op in node.ops):
            return [node.left, *node.comparators]
        case ast.IfExp():
            return [node.test, node.body, node.orelse]
        case ast.Call(func=ast.Name(id=name), keywords=[]):
            if name not in _FUNCTIONS:
                raise _problem(node, f"there is no function {name!r}; there are {', '.join(_FUNCTIONS)}")
            least, most, _ = _FUNCTIONS[name]
            if not least <= len(node.args) <= most:
                raise _problem(node, f"{name}() takes {least if least == most else f'{least} to {most}'} argument(s)")
            return node.args
        case _:
            raise _problem(node, "only arithmetic is allowed here")


def _problem(node: ast.AST, message: str) -> ArithmeticProblem:
    # The bracket in front of the source makes a column that counts from 0 one that counts from 1.
    return ArithmeticProblem(message, max(getattr(node, "col_offset", 0), 1))


# --- Computing ------------------------------------------------------------------------------------------------------


def _value(node: ast.expr, numbers: Mapping[str, Number]) -> Number:
    match node:
        case ast.Constant():
            return _bounded(node, node.value)
        case ast.Name():
            if node.id not in numbers:
                raise _problem(node, f"there is no parameter {node.id!r}")
            return _bounded(node, numbers[node.id])
        case ast.IfExp():
            return _value(node.body if _value(node.test, numbers) else node.orelse, numbers)
        case ast.Compare():
            left = _value(node.left, numbers)
            for op, other in zip(node.ops, node.comparators, strict=True):
                right = _value(other, numbers)
                if not _COMPARISONS[type(op)](left, right):
                    return 0
                left = right
            return 1
        case ast.UnaryOp():
            operand = _value(node.operand, numbers)
            return -operand if isinstance(node.op, ast.USub) else operand
        case ast.BinOp():
            left = _value(node.left, numbers)
            return _compute(node, _OPERATORS[type(node.op)], left, _value(node.right, numbers))
        case ast.Call(func=ast.Name(id=name)):
            return _compute(node, _FUNCTIONS[name][2], *(_value(part, numbers) for part in node.args))
    raise AssertionError(node)


def _compute(node: ast.expr, function: Callable[..., Any], *operands: Number) -> Number:
    try:
        value = function(*operands)
    except ZeroDivisionError:
        raise _problem(node, "division by zero") from None
    except OverflowError:
        raise _problem(node, "the result is too large") from None
    except ValueError:
        raise _problem(node, "this has no real value") from None
    return _bounded(node, value)


def _bounded(node: ast.expr, value: object) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _problem(node, "this has no real value")
    if math.isinf(value) if isinstance(value, float) else value.bit_length() > MAX_BITS:
        raise _problem(node, "the result is too large")
    if value != value:
        raise _problem(node, "this has no real value")
    return value


def _power(base: Number, exponent: Number) -> object:
    """`base ** exponent`; an integer power is refused before it is computed if it cannot fit."""
    if isinstance(base, int) and isinstance(exponent, int) and (abs(base).bit_length() - 1) * exponent >= MAX_BITS:
        raise OverflowError
    return base**exponent


_OPERATORS: dict[type[ast.operator], Callable[[Number, Number], object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: _power,
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[Number, Number], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
# name: fewest arguments, most arguments, function
_FUNCTIONS: dict[str, tuple[int, int, Callable[..., Any]]] = {
    "log": (1, 2, math.log),
    "exp": (1, 1, math.exp),
    "sqrt": (1, 1, math.sqrt),
    "ceil": (1, 1, math.ceil),
    "floor": (1, 1, math.floor),
    "min": (2, 20, min),
    "max": (2, 20, max),
}
