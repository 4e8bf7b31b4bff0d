"""Arithmetic over metrics: a closed grammar (`+ - * /`, numbers, names, parentheses, intervals), never `eval`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

import polars as pl
from msgspec import Struct

from salesperf.core.errors import UsageError
from salesperf.core.text import Text
from salesperf.metrics.interval import balance, wilson


class _Function(Struct, frozen=True):
    """A function of expressions, and how many it takes."""

    of: Callable[..., pl.Expr]
    takes: int


_FUNCTIONS: Mapping[str, _Function] = {
    "wilson_low": _Function(partial(wilson, upper=False), 2),
    "wilson_high": _Function(partial(wilson, upper=True), 2),
    "balance_low": _Function(partial(balance, upper=False), 3),
    "balance_high": _Function(partial(balance, upper=True), 3),
}
"""The ends of the 95 % interval of a share (count, of) and of a balance of shares (above, below, of)."""
_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_DEEPEST = 30
_LONGEST = 1000
"""Characters of an expression: no arithmetic that a person reads is longer."""
_SMALLEST, _LARGEST = Decimal("0.000001"), Decimal(10) ** 20
"""Numbers are kept with six decimals; what would be lost in them is refused."""


def names_in(expression: str) -> tuple[str, ...]:
    """The names an expression uses, in order of first use."""
    tree = _parsed(expression)
    functions = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    named = (node for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in functions)
    return tuple(dict.fromkeys(node.id for node in named))


def compiled(expression: str, column: Callable[[str], pl.Expr]) -> pl.Expr:
    """The expression over columns; a division by zero or by nothing is null, never 0 and never inf.

    Sums and differences stay exact decimals; a quotient or product is a float.
    """
    return _built(_parsed(expression).body, column)


def _parsed(expression: str) -> ast.Expression:
    if len(expression) > _LONGEST:
        raise UsageError(
            Text(f"{expression[:60]!r} is too long", f"「{expression[:60]}」过长"),
            Text(f"at most {_LONGEST} characters are read", f"最多 {_LONGEST} 个字符"),
        )
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        told = Text(f"{expression!r} is not arithmetic", f"「{expression}」不是算式")
        hint = Text("write names, numbers, + - * / and parentheses", "请用名称、数字、+ - * / 和括号书写")
        raise UsageError(told, hint) from None
    _check(tree.body, expression, 0)
    return tree


def _check(node: ast.expr, expression: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise UsageError(Text(f"{expression[:60]!r} is nested too deeply", f"「{expression[:60]}」嵌套过深"))
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            _check(left, expression, depth + 1)
            _check(right, expression, depth + 1)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            _check(operand, expression, depth + 1)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if _takes(name, len(args)):
            for argument in args:
                _check(argument, expression, depth + 1)
        case ast.Name():
            return
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            _check_number(number, expression)
        case _:
            part = ast.unparse(node)
            told = Text(f"{part!r} is not allowed in {expression!r}", f"「{expression}」中不能有「{part}」")
            raise UsageError(told, Text("only names, numbers and + - * / are", "只能用名称、数字和 + - * /"))


def _takes(name: str, parts: int) -> bool:
    """Whether there is a function of this name and so many parts."""
    return name in _FUNCTIONS and _FUNCTIONS[name].takes == parts


def _check_number(number: float, expression: str) -> None:
    exact = Decimal(str(number))
    is_kept = exact.is_finite() and abs(exact) < _LARGEST and exact % _SMALLEST == 0
    if not is_kept:
        told = Text(
            f"{number} in {expression!r} is too large or too fine", f"「{expression}」中的 {number} 过大或小数位过多"
        )
        raise UsageError(told, Text("numbers have at most six decimals", "数字最多六位小数"))


def _built(node: ast.expr, column: Callable[[str], pl.Expr]) -> pl.Expr:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(type(op), _built(left, column), _built(right, column))
        case ast.UnaryOp(operand=operand):
            return -_built(operand, column)
        case ast.Call(func=ast.Name(id=name), args=args):
            return _FUNCTIONS[name].of(*(_built(part, column) for part in args))
        case ast.Name(id=name):
            return column(name)
        case ast.Constant(value=value):
            return pl.lit(Decimal(str(value))).cast(pl.Decimal(38, 6))
    raise AssertionError(ast.dump(node))


def _combined(operator: type[ast.operator], left: pl.Expr, right: pl.Expr) -> pl.Expr:
    match _OPERATORS[operator]:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left.cast(pl.Float64) * right.cast(pl.Float64)
        case _:
            return divided(left, right)


def divided(numerator: pl.Expr, denominator: pl.Expr, *, positive: bool = False) -> pl.Expr:
    """A ratio as a float; null on a zero or missing denominator, and on a negative one when `positive`."""
    bottom = denominator.cast(pl.Float64)
    usable = bottom > 0 if positive else bottom != 0
    return pl.when(usable).then(numerator.cast(pl.Float64) / bottom)
