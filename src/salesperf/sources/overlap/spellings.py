"""One person or company written in two ways: names that differ by case, width or blanks only are told, never merged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, folded, listing
from salesperf.tables.labels import table_words

_NAMES = {"rep_name": "rep_id", "customer_name": "customer_id", "rep_id": None, "customer_id": None}
"""Columns that hold names, and the id beside each, which tells two people of one name apart."""
_TABLES = frozenset({"orders", "invoices", "payments", "deals", "leads", "activities"})
_LOOKED_AT = 200_000
"""Rows in which spellings are looked for: the names of millions of rows are those of the first ones."""
_SHOWN = 20
_DIGIT = r"\d"
_ONE = Text("{name!r} ({rows:row|rows}{money})", "「{name}」（{rows} 行{money}）")
_MONEY = Text(", {amount}", "，{amount}")
_TOLD = Text(
    "{names} differ by case, width or blanks only and count apart in {table}",
    "{table}中 {names} 仅大小写、全半角或空格不同，目前分别计入",
)
_MORE = Text("{names:further name is|further names are} written in several ways", "另有 {names} 个名称存在多种写法")
_FIX = Text(
    "if they are one, salesperf init --fix-keys drafts: values.{column} = {{ {pairs} }}",
    "如为同一对象，可用 salesperf init --fix-keys 起草：values.{column} = {{ {pairs} }}",
)


class Spelling(Struct, frozen=True):
    """One way to write a name: its rows, and their money (None without amounts)."""

    name: str
    rows: int
    money: Decimal | None


class Spellings(Struct, frozen=True):
    """The ways to write one name in a column of a table, the one in most rows first."""

    column: str
    ways: tuple[Spelling, ...]


def spellings(table: str, frame: pl.DataFrame) -> tuple[Spellings, ...]:
    """The names of a table that are written in several ways, by column, those in most rows first."""
    if table not in _TABLES:
        return ()
    return tuple(one for column in _NAMES for one in _in_column(frame, column))


def spelling_findings(table: str, frame: pl.DataFrame) -> Iterator[Issue]:
    """A finding a name, with rows and money of each way to write it."""
    found = spellings(table, frame)
    for one in found[:_SHOWN]:
        names = listing(
            _ONE.fill(
                name=way.name,
                rows=Count(way.rows),
                money=_MONEY.fill(amount=f"{way.money:,.2f}") if way.money is not None else "",
            )
            for way in one.ways
        )
        pairs = ", ".join(f'"{way.name}" = "{one.ways[0].name}"' for way in one.ways[1:])
        yield issue(
            "R319",
            _TOLD.fill(names=names, table=table_words(table)),
            Where(column=one.column),
            hint=_FIX.fill(column=one.column, pairs=pairs),
            value=one.ways[0].name,
            count=sum(way.rows for way in one.ways[1:]),
        )
    if len(found) > _SHOWN:
        yield issue("R319", _MORE.fill(names=Count(len(found) - _SHOWN)))


def _in_column(frame: pl.DataFrame, column: str) -> Iterator[Spellings]:
    if frame.schema.get(column) != pl.String:
        return
    beside = _NAMES[column]
    if beside in frame.columns and not frame[beside].null_count():
        return
    told = frame.lazy().select(column, *(name for name in (beside, "amount") if name in frame.columns))
    without_id = told.filter(pl.col(beside).is_null()) if beside in frame.columns else told
    looked_at = without_id.select(column).head(_LOOKED_AT).drop_nulls()
    if beside is None:
        # Codes may differ by case alone; names that stand as ids have no digits.
        looked_at = looked_at.filter(~pl.col(column).str.contains(_DIGIT))
    names = looked_at.unique().collect(engine="streaming")[column]
    alike: dict[str, list[str]] = {}
    for name in names.to_list():
        alike.setdefault("".join(folded(name).casefold().split()), []).append(name)
    several = [group for group in alike.values() if len(group) > 1]
    if not several:
        return
    sums = [pl.len().alias("rows"), *([pl.col("amount").sum()] if "amount" in frame.columns else [])]
    wanted = [name for group in several for name in group]
    counted = without_id.filter(pl.col(column).is_in(wanted)).group_by(column).agg(sums).collect(engine="streaming")
    found = {row[0]: Spelling(row[0], row[1], row[2] if len(row) > 2 else None) for row in counted.iter_rows()}  # noqa: PLR2004
    ranked = [Spellings(column, tuple(sorted((found[name] for name in group), key=_first))) for group in several]
    yield from sorted(ranked, key=lambda one: (-sum(way.rows for way in one.ways), one.ways[0].name))


def _first(way: Spelling) -> tuple[int, bool, str]:
    """In most rows, then not all of one case, then by name."""
    return -way.rows, way.name.isupper() or way.name.islower(), way.name
