"""The customers who are scored, with what they did; and who is not scored, counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import narwhals as nw
import polars as pl
from msgspec import Struct

from salesperf.analyses.rfm.axes import Counting, Often, Worth
from salesperf.analyses.rfm.presets import Method
from salesperf.analyses.rfm.question import Question
from salesperf.core.errors import DataError
from salesperf.core.text import Text
from salesperf.engine import Frame, collect
from salesperf.facts.chosen import chosen_lines
from salesperf.facts.customer_values import customer_values
from salesperf.facts.dimensions import Split
from salesperf.facts.sales import Sales
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import MONEY

VALUES = ("customer", "first", "last", "recency", "frequency", "monetary", "orders", "amount")
"""The columns of the values."""
_NEED_DATES = Text("recency needs the day of each purchase", "计算最近消费需要每笔购买的日期")
_TOO_EARLY = Text(
    "the analysis date {asked} is before the first day of the data, {first}", "分析日期 {asked} 早于数据的首日 {first}"
)
_LATER = Text("ask for a day from {first} to {last}", "请选择 {first} 至 {last} 之间的日期")


class Unscored(Struct, frozen=True):
    """Who and what is not scored: lines without a customer, customers without a purchase, or none in the window."""

    lines: int = 0
    amount: Decimal = Decimal(0)
    """Net of the lines without a customer."""
    returned: int = 0
    returned_net: Decimal = Decimal(0)
    """Net of customers whose lines are no purchase: all of it came back, or was for nothing."""
    before: int = 0


class Customers(Struct, frozen=True):
    """A row a customer: `customer`, `first`, `last`, `recency` (days), `frequency`, `monetary`, `orders`, `amount`.

    `lines` are those they were made of, `first` the first day of them: a summary of customers has neither. `day` is the
    analysis date, `names` what people call the keys.
    """

    values: pl.DataFrame
    unscored: Unscored
    day: date
    names: Mapping[str, str]
    lines: Split | None = None
    first: date | None = None
    currency: str | None = None
    undated: int = 0
    is_cut: bool = False
    """Whether conditions chose the lines: who is in none of them may have bought elsewhere."""
    notes: tuple[tuple[str, Text], ...] = ()


def customers_of(sales: Sales, bundle: Bundle, question: Question) -> Customers:
    """What every customer did up to the analysis date; raises `DataError` where there is no day or it is too early."""
    chosen = chosen_lines(sales, bundle, by=("customer", *question.by), where=question.where, needed_for=_NEED_DATES)
    first, day = chosen.days.first, question.as_of or chosen.days.last
    if day < first:
        raise DataError(_TOO_EARLY.fill(asked=day, first=first), _LATER.fill(first=first, last=sales.counts.last))
    values, unscored = values_on(chosen.found.lines, question, day)
    return Customers(
        values=values,
        unscored=unscored,
        day=day,
        names=chosen.found.labels.get("customer", {}),
        lines=chosen.found,
        first=first,
        currency=sales.currency,
        undated=sales.counts.undated,
        is_cut=chosen.is_cut,
        notes=sales.notes,
    )


def values_on(lines: Frame, question: Question, day: date) -> tuple[pl.DataFrame, Unscored]:
    """What every customer did up to a day, and who is not scored."""
    netted = question.counting.returns.value == "netted"
    on_days = question.counting.often is Often.DAYS
    ends = _ends(lines)
    reaches_further = ends["undated"] or (ends["last"] is not None and ends["last"] > day)
    whole = collect(customer_values(lines, until=day if reaches_further else None, netted=netted, days=on_days))
    bought = whole.filter(pl.col("orders") > 0)
    came_back = whole.filter(pl.col("orders") == 0)
    unnamed = _unnamed(lines, day) if ends["unnamed"] else (0, None)
    before = 0
    if question.window is not None:
        bought, before = _in_window(lines, bought, question, day, netted=netted)
    values = bought.with_columns(
        (pl.lit(day) - pl.col("last")).dt.total_days().cast(pl.Int64).alias("recency"),
        pl.col(_COUNTED[question.counting.often]).cast(pl.Int64).alias("frequency"),
        worth(question.counting).alias("monetary"),
    )
    unscored = Unscored(
        lines=unnamed[0],
        amount=unnamed[1] or Decimal(0),
        returned=came_back.height,
        returned_net=_sum(came_back["amount"]),
        before=before,
    )
    return values.select(VALUES), unscored


def _ends(lines: Frame) -> Mapping[str, Any]:
    """The last day of the lines, and how many have no day or no customer: looking for them costs next to nothing."""
    asked = lines.select(
        nw.col("date").max().alias("last"),
        nw.col("date").null_count().alias("undated"),
        nw.col("customer").null_count().alias("unnamed"),
    )
    return collect(asked).row(0, named=True)


def _unnamed(lines: Frame, day: date) -> tuple[int, Decimal | None]:
    """How many lines up to a day have no customer, and the net of them."""
    without = lines.filter(nw.col("customer").is_null(), nw.col("date") <= nw.lit(day))
    rows, net = collect(without.select(nw.len().alias("rows"), nw.col("net").sum().alias("net"))).row(0)
    return rows, net


def _sum(amounts: pl.Series) -> Decimal:
    return sum(amounts.drop_nulls().to_list(), Decimal(0))


_COUNTED = {Often.ORDERS: "orders", Often.LINES: "order_lines", Often.DAYS: "days"}


def worth(counting: Counting) -> pl.Expr:
    """What monetary is, of `amount` and `orders`: the sum, or the mean of the orders to the sixth digit."""
    amount = pl.col("amount").cast(MONEY)
    if counting.worth is Worth.SUM:
        return amount
    has_orders = pl.col("orders") > 0
    return pl.when(has_orders).then((amount / pl.col("orders").cast(MONEY)).cast(MONEY)).otherwise(pl.lit(0, MONEY))


def _in_window(
    lines: Frame, bought: pl.DataFrame, question: Question, day: date, *, netted: bool
) -> tuple[pl.DataFrame, int]:
    """Frequency and amount of the last days alone; who bought only before is dormant where thresholds say so."""
    assert question.window is not None  # noqa: S101 -- asked by the caller
    since = day - timedelta(days=question.window - 1)
    on_days = question.counting.often is Often.DAYS
    late = collect(customer_values(lines, since=since, until=day, netted=netted, days=on_days))
    counted = ["orders", "order_lines", *(["days"] if on_days else []), "amount"]
    found = bought.drop(counted).join(late.select("customer", *counted), on="customer", how="left")
    found = found.with_columns(pl.col(*counted[:-1]).fill_null(0), pl.col("amount").fill_null(0))
    silent = found.filter(pl.col("orders") == 0).height
    if question.preset.method is Method.GIVEN:
        return found.with_columns(pl.when(pl.col("orders") > 0).then("amount").otherwise(0).alias("amount")), 0
    return found.filter(pl.col("orders") > 0), silent
