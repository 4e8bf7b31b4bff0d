"""The days on which customers bought, and what they brought."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import narwhals as nw
import polars as pl
from msgspec import Struct

from salesperf.core.text import Text
from salesperf.engine import collect
from salesperf.facts.chosen import chosen_lines
from salesperf.facts.dimensions import column_of
from salesperf.facts.sales import Sales
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import MONEY

_NEED_DATES = Text("a lifecycle needs the day of each purchase", "客户生命周期需要每笔购买的日期")


class Purchases(Struct, frozen=True):
    """`days`: a row a customer and day, `customer`, `date`, `bought` (whether a line was sold), `amount` (net).

    `day` is the analysis date, `first` the first day of the data. Lines without a customer are counted.
    """

    days: pl.DataFrame
    first: date
    day: date
    names: Mapping[str, str]
    currency: str | None
    unnamed: int
    unnamed_amount: Decimal


def purchases_of(sales: Sales, bundle: Bundle, *, where: tuple[str, ...] = (), as_of: date | None = None) -> Purchases:
    """What every customer did on every day up to the analysis date; raises `DataError` and `UsageError`.

    A day with a sold line above zero is one with a purchase, whether it came back or not, as active customers count.
    """
    chosen = chosen_lines(sales, bundle, by=("customer",), where=where, needed_for=_NEED_DATES)
    day = as_of or chosen.days.last
    lines = chosen.found.lines.filter(nw.col("date") <= nw.lit(day))
    key = column_of("customer")
    grouped = lines.group_by(key, "date").agg(
        (~nw.col("buying_customer").is_null()).any().alias("bought"),
        nw.col("net").sum().alias("amount"),
        nw.len().alias("rows"),
    )
    frame = collect(grouped.select(key, "date", "bought", "amount", "rows")).rename({key: "customer"})
    frame = frame.with_columns(pl.col("amount").cast(MONEY).fill_null(0))
    unnamed = frame.filter(pl.col("customer").is_null())
    return Purchases(
        days=frame.filter(pl.col("customer").is_not_null()).drop("rows").sort("customer", "date"),
        first=chosen.days.first,
        day=day,
        names=chosen.found.labels.get("customer", {}),
        currency=sales.currency,
        unnamed=int(unnamed["rows"].sum()),
        unnamed_amount=sum(unnamed["amount"].to_list(), Decimal(0)),
    )
