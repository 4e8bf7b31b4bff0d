"""Conditions as people type them (`region=East,West`, `amount>=100`), turned into a filter over sales lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import narwhals as nw
from msgspec import Struct

from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, folded, listing
from salesperf.engine import Frame, collect
from salesperf.facts.dimensions import DIMENSIONS, column_of
from salesperf.tables.catalog import TABLES

_SHAPE = re.compile(r"\s*([^=!<>]+?)\s*(!=|<=|>=|=|<|>)\s*(.*)", re.DOTALL)
_BEYOND = Decimal(10) ** 32
"""No amount of 38 digits, six of them decimals, reaches it."""
_KNOWN = Text("known: {names}", "可用的有：{names}")
_THERE = Text("there are: {names}", "现有：{names}")
_COLUMNS = frozenset(name for schema in TABLES for name in schema.names)
"""What files say; measures worked out from it are not offered."""
EMPTY = "-"
"""The value that asks for empty cells: `region=-`."""


class Condition(Struct, frozen=True):
    """One condition: a dimension or canonical column, a comparison, and values of which one must match.

    `whole` is what was typed: a name can hold a comma (`customer=Smith, John`).
    """

    key: str
    operator: str
    values: tuple[str, ...]
    whole: str = ""

    @property
    def is_dimension(self) -> bool:
        """Whether the key is something sales can be split by."""
        return self.key in DIMENSIONS

    def __str__(self) -> str:
        return f"{self.key}{self.operator}{self.whole or ','.join(self.values)}"


def parse_conditions(texts: Sequence[str]) -> tuple[Condition, ...]:
    """The conditions of every `--where`; a comma is "or", repeated flags are "and"."""
    return tuple(_parsed(text) for text in texts)


def _parsed(text: str) -> Condition:
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise UsageError(
            Text(f"{text!r} is not a condition", f"「{text}」不是筛选条件"),
            Text("write key=value, as in region=East or amount>=100", "请写成 键=值，例如 region=华东 或 amount>=100"),
        )
    key, operator, value = match.groups()
    values = tuple(part.strip() for part in value.split(",") if part.strip())
    if not values:
        raise UsageError(Text(f"{text!r} has no value", f"「{text}」没有值"), _for_empty(key))
    if operator not in {"=", "!="}:
        if len(values) > 1:
            raise UsageError(
                Text(f"{text!r} compares with several values", f"「{text}」与多个值比较"),
                Text("a comma goes with = and != only", "逗号只能与 = 和 != 一起使用"),
            )
        if values == (EMPTY,):
            told = Text(f"{text!r} has no value to compare with", f"「{text}」没有可比较的值")
            raise UsageError(told, _for_empty(key))
    return Condition(key, operator, values, value.strip())


def _for_empty(key: str) -> Text:
    return Text(f"for empty cells write {key}={EMPTY}", f"要筛选空单元格，请写 {key}={EMPTY}")


def filtered(
    lines: Frame,
    conditions: Sequence[Condition],
    *,
    labels: Mapping[str, Mapping[str, str]],
    named_elsewhere: bool = False,
) -> Frame:
    """The lines for which every condition holds (see `holds`)."""
    if not conditions:
        return lines
    return lines.filter(holds(lines, conditions, labels=labels, named_elsewhere=named_elsewhere))


def holds(
    lines: Frame,
    conditions: Sequence[Condition],
    *,
    labels: Mapping[str, Mapping[str, str]],
    named_elsewhere: bool = False,
) -> nw.Expr:
    """Whether every condition holds, of which there is at least one; never null.

    The lines carry a `by_<dimension>` column for each dimension asked for; its values are compared by key and by
    label. A value of a dimension that none of the lines given has is a usage error that suggests; a value that
    only the other conditions leave out is none, nor is one `named_elsewhere`, by events of another kind.
    """
    schema = lines.collect_schema()
    claims = []
    for condition in conditions:
        if condition.is_dimension:
            claims.append(_of_dimension(lines, condition, labels.get(condition.key, {}), named_elsewhere))
        elif condition.key in schema:
            claims.append(_of_column(lines, condition, schema[condition.key]))
        else:
            known = dict.fromkeys([*DIMENSIONS.keys, *(name for name in schema.names() if name in _COLUMNS)])
            hint = did_you_mean(condition.key, known) or _KNOWN.fill(names=listing(known))
            raise UsageError(Text(f"cannot filter by {condition.key!r}", f"不能按「{condition.key}」筛选"), hint)
    return nw.all_horizontal(*claims, ignore_nulls=False)


def _of_dimension(
    lines: Frame,
    condition: Condition,
    labels: Mapping[str, str],
    named_elsewhere: bool,  # noqa: FBT001
) -> nw.Expr:
    column = nw.col(column_of(condition.key))
    if condition.operator not in {"=", "!="}:
        raise UsageError(
            Text(f"{condition} orders names", f"{condition}：名称不能比较大小"),
            Text("use = or != with names", "名称只能用 = 或 !="),
        )
    values = collect(lines.select(column_of(condition.key)).unique())[column_of(condition.key)].drop_nulls().to_list()
    by_name: dict[str, list[str]] = {}
    for value in values:
        for name in {value, labels.get(value, value)}:
            by_name.setdefault(folded(name), []).append(value)
    wanted: set[str] = set()
    for value in (condition.whole,) if folded(condition.whole) in by_name else condition.values:
        if value == EMPTY:
            continue
        if folded(value) not in by_name:
            if named_elsewhere:
                continue
            hint = did_you_mean(value, by_name) or _THERE.fill(names=listing(sorted(by_name)[:10]))
            told = Text(f"no {condition.key} {value!r} in the data", f"数据中没有 {condition.key}「{value}」")
            raise UsageError(told, hint)
        wanted.update(by_name[folded(value)])
    return _equal(column, condition, sorted(wanted))


def _equal(column: nw.Expr, condition: Condition, wanted: Sequence[Any]) -> nw.Expr:
    held = column.is_in(list(wanted)).fill_null(value=False)
    if EMPTY in condition.values:
        held = held | column.is_null()
    return held if condition.operator == "=" else ~held


def _occurs(lines: Frame, condition: Condition) -> bool:
    """Whether what was typed is one value of the column, comma and all."""
    found = lines.filter(nw.col(condition.key) == nw.lit(condition.whole)).select(nw.len().alias("rows"))
    return bool(collect(found)["rows"][0])


def _of_column(lines: Frame, condition: Condition, dtype: Any) -> nw.Expr:  # noqa: ANN401 -- Narwhals exports no dtype base class
    column = nw.col(condition.key)
    if dtype == nw.Datetime:
        # A condition names a day, also of a column that has the time of day.
        column, dtype = column.dt.date(), nw.Date
    values = [_typed(value, dtype, condition) for value in condition.values if value != EMPTY]
    if condition.operator in {"=", "!="}:
        is_one = len(values) > 1 and dtype == nw.String and _occurs(lines, condition)
        return _equal(column, condition, [condition.whole] if is_one else values)
    bound = nw.lit(values[0])
    comparisons = {"<": column < bound, "<=": column <= bound, ">": column > bound, ">=": column >= bound}
    return comparisons[condition.operator].fill_null(value=False)


def _typed(value: str, dtype: Any, condition: Condition) -> str | date | Decimal | bool:  # noqa: ANN401 -- as above
    try:
        if dtype == nw.Date:
            return date.fromisoformat(value)
        if dtype == nw.Boolean:
            return {"true": True, "false": False, "yes": True, "no": False, "是": True, "否": False}[value.lower()]
        if dtype.is_numeric():
            return _number(value)
    except (ValueError, InvalidOperation, KeyError):
        kind = (
            Text("a date such as 2026-03-01", "日期（如 2026-03-01）") if dtype == nw.Date else Text("a number", "数字")
        )
        phrase = Text("{condition}: {value!r} is not {kind}", "{condition}：「{value}」不是{kind}")
        raise UsageError(phrase.fill(condition=condition, value=value, kind=kind)) from None
    return value


def _number(text: str) -> Decimal:
    """A number that amounts can be compared with: finite, and not wider than they are."""
    number = Decimal(text)
    if not number.is_finite() or abs(number) >= _BEYOND:
        raise InvalidOperation(text)
    return number
