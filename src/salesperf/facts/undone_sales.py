"""Returns and the sales they undo: which row of which day each return takes back, or why that cannot be told.

A return names its sale by `return_of`, else it bears the number of the order. Of an order sold on several days the
product tells the row; nothing is guessed where it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import reduce

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Where
from salesperf.core.money import EXACT
from salesperf.engine import Frame, collect, looked_up, small
from salesperf.facts.events import Events, columns_of
from salesperf.facts.returned_sales import RETURN_OF
from salesperf.tables.schema import DTYPES, FILE, ROW, SHEET, Kind

RETURNED_ON, SOLD_ON = "returned_on", "sold_on"
"""The columns with the day of a return and that of the sale it undoes; null on all other lines."""
_KEY = "_undone"
_PLACE = {FILE: "file", SHEET: "sheet", ROW: "row"}
_APART = "\x1f"


class Lost(StrEnum):
    """Why a return takes back nothing that can be told."""

    NO_SALE = "no sale"
    SEVERAL_DAYS = "several days"
    MORE_THAN_SOLD = "more than sold"


class Sale(Struct, frozen=True):
    """The row that a return undoes and its day; the first row where one order has several of that day."""

    where: Where
    day: date


class Return(Struct, frozen=True):
    """One row that takes back: what it is of, when, whose, and how much (positive)."""

    where: Where
    day: date
    rep: str | None
    order: str
    amount: Decimal
    sale: Sale | Lost


class Undone(Struct, frozen=True):
    """All returns with a day, in the order of day and place, and the sale of each by the key of its row."""

    returns: tuple[Return, ...]
    sales: Mapping[str, Sale]


def undone_sales(sold: Events) -> Undone:
    """Match the returns of sales lines with what they undo; a sale and its return in one row need no match.

    Where more of an order came back than was sold every return of it is `MORE_THAN_SOLD`.
    """
    if not {"is_returned", "order", "net", "gross"} <= sold.columns:
        return Undone((), {})
    lines = _keyed(sold.lines)
    there = [name for name in (*_PLACE, "product", "rep") if name in columns_of(lines)]
    back = _rows(lines.filter(is_back(), ~nw.col("date").is_null()), ["date", "net", "_of", _KEY, *there])
    if not back:
        return Undone((), {})
    orders = nw.col("order").cast(nw.String).is_in(sorted({_text(row["_of"]) for row in back}))
    kept = _rows(
        lines.filter(orders, nw.col("gross") > 0, ~nw.col("date").is_null()),
        ["date", "net", "order", *there],
    )
    by_order: dict[str, list[_Row]] = {}
    for row in kept:
        by_order.setdefault(str(row["order"]), []).append(row)
    over = _more_than_sold(back, by_order)
    found: dict[str, Sale | Lost] = {}
    for row in back:
        order = _text(row["_of"])
        of_order = _sale(by_order.get(order, ()), row.get("product"))
        found[str(row[_KEY])] = Lost.MORE_THAN_SOLD if order in over and isinstance(of_order, Sale) else of_order
    returns = tuple(_return(row, found[str(row[_KEY])]) for row in back)
    return Undone(returns, {key: one for key, one in found.items() if isinstance(one, Sale)})


def dated_by_sale(events: Events, undone: Undone, *, since: date) -> Events:
    """The events with every return from a day on that has its sale on the day of that sale.

    `returned_on` keeps the day it came back, `sold_on` is that of the sale.
    """
    lines, day = _keyed(events.lines), DTYPES[Kind.DATE]
    names = events.lines.collect_schema().names()
    pairs = {key: one.day for key, one in undone.sales.items()}
    known = small({_KEY: list(pairs), SOLD_ON: list(pairs.values())}, {_KEY: DTYPES[Kind.TEXT], SOLD_ON: day})
    lines = looked_up(lines, known, on=_KEY)
    is_late = is_back() & (nw.col("date") >= nw.lit(since)) & ~nw.col(SOLD_ON).is_null()
    lines = lines.with_columns(
        nw.when(is_late).then(nw.col("date")).alias(RETURNED_ON), nw.when(is_late).then(nw.col(SOLD_ON)).alias(SOLD_ON)
    )
    lines = lines.with_columns(date=nw.coalesce(nw.col(SOLD_ON), nw.col("date")))
    lines = lines.select(*names, RETURNED_ON, SOLD_ON)
    return replace(events, lines=lines, columns=columns_of(lines))


def is_back() -> nw.Expr:
    """Whether a row takes back and is not the sale itself."""
    return nw.col("is_returned") & ~(nw.col("gross") > 0)


def _keyed(lines: Frame) -> Frame:
    """The lines with the order each return is of, and that with its product as one key."""
    columns = columns_of(lines)
    own = nw.col("order").cast(nw.String)
    of = nw.coalesce(nw.col(RETURN_OF).cast(nw.String), own) if RETURN_OF in columns else own
    product = nw.col("product").cast(nw.String).fill_null("") if "product" in columns else nw.lit("")
    found = lines.with_columns(of.alias("_of"))
    return found.with_columns(nw.concat_str(nw.col("_of").fill_null(""), product, separator=_APART).alias(_KEY))


_Row = Mapping[str, object]


def _rows(lines: Frame, names: Iterable[str]) -> list[_Row]:
    """Rows in the order of their places; those of several who share a row stand together."""
    told = [nw.col(name).cast(nw.String) if name in {FILE, SHEET, "order"} else nw.col(name) for name in names]
    rows = [dict(row) for row in collect(lines.select(*told)).iter_rows(named=True)]
    return sorted(rows, key=lambda row: tuple(str(row.get(name, "")).rjust(12) for name in (FILE, SHEET, ROW, "rep")))


def _sale(rows: Iterable[_Row], product: object) -> Sale | Lost:
    """The sale among the rows of an order: that of the product, else all of them, where they are of one day."""
    every = list(rows)
    own = [row for row in every if product is not None and row["product"] == product] or every
    if not own:
        return Lost.NO_SALE
    days = {row["date"] for row in own}
    day = own[0]["date"]
    return Sale(_where(own[0]), day) if len(days) == 1 and isinstance(day, date) else Lost.SEVERAL_DAYS


def _more_than_sold(back: Iterable[_Row], by_order: Mapping[str, list[_Row]]) -> frozenset[str]:
    """The orders of which more came back than was sold."""
    sums: dict[str, list[object]] = {}
    for row in back:
        sums.setdefault(_text(row["_of"]), []).append(row["net"])
    return frozenset(
        order for order, nets in sums.items() if _sum([*nets, *(row["net"] for row in by_order.get(order, ()))]) < 0
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _sum(amounts: Iterable[object]) -> Decimal:
    return reduce(EXACT.add, (one for one in amounts if isinstance(one, Decimal)), Decimal(0))


def _return(row: _Row, sale: Sale | Lost) -> Return:
    day, rep, net = row["date"], row.get("rep"), row["net"]
    assert isinstance(day, date)  # noqa: S101 -- rows without a day were left out
    amount = EXACT.minus(net) if isinstance(net, Decimal) else Decimal(0)
    return Return(_where(row), day, None if rep is None else str(rep), _text(row["_of"]), amount, sale)


def _where(row: _Row) -> Where:
    file, sheet, number = row.get(FILE), row.get(SHEET), row.get(ROW)
    return Where(
        None if file is None else str(file),
        None if sheet is None else str(sheet),
        number if isinstance(number, int) else None,
    )
