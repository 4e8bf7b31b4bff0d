"""What each customer or product brought in the days asked about, and who brought something only before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

import narwhals as nw
import polars as pl
from msgspec import Struct

from salesperf.core.errors import DataError, UsageError
from salesperf.core.period import Span
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect
from salesperf.facts.calendar import Calendar
from salesperf.facts.chosen import chosen_lines
from salesperf.facts.days import Days
from salesperf.facts.dimensions import DIMENSIONS, Split, column_of
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import Sales
from salesperf.facts.section import CalendarSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import MONEY

_NEED_DATES = Text("the days asked about need them", "所询期间需要日期")
_NO_COST = Text("the files have no cost of what was sold", "文件中没有销售成本")
_GIVE_COST = Text(
    "give a column of costs, or a product list with them; --measure revenue needs none",
    "请提供成本列或含成本的产品表；--measure revenue 不需要成本",
)
_BOTH = Text("--period and --window both say the days", "--period 与 --window 都指定了期间")
_KEEP_ONE = Text("keep one of them", "请只保留其中一项")
_NOTHING = Text("there are no sales from {first} to {last}", "{first} 至 {last} 没有销售")
_NO_KEYS = Text("no sale from {first} to {last} says its {what}", "{first} 至 {last} 的销售均未写明{what}")
_GIVE_KEYS = Text(
    "{lines:line has|lines have} none; salesperf check shows how the columns were read",
    "共 {lines} 行缺失；salesperf check 可查看各列如何读取",
)
_DATA_REACH = Text("the data reach from {first} to {last}", "数据自 {first} 至 {last}")


class Bring(StrEnum):
    """What is counted: net revenue, or gross profit of the lines whose cost is known."""

    REVENUE = "revenue"
    MARGIN = "margin"


class Asked(Struct, frozen=True):
    """Which groups are classed by what, of which days."""

    of: str = "customer"
    measure: Bring = Bring.REVENUE
    period: str | None = None
    window: int | None = None
    as_of: date | None = None
    where: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


class Brought(Struct, frozen=True):
    """One row a group: `key`, `amount`, `last` (day of a line); `lapsed` are those with lines only before.

    `lines` and `unkeyed` (`unkeyed_amount`) are of the days asked about: those without a key are left out. `costed` is
    the share of revenue whose cost is known, of margins alone.
    """

    frame: pl.DataFrame
    lapsed: pl.DataFrame
    lines: Split
    days: Span
    names: Mapping[str, str]
    currency: str | None
    unkeyed: int = 0
    unkeyed_amount: Decimal = Decimal(0)
    costed: float | None = None
    undated: int = 0
    notes: tuple[tuple[str, Text], ...] = ()


def brought(sales: Sales, bundle: Bundle, asked: Asked, *, calendar: CalendarSection) -> Brought:
    """Add up what every group brought; raises `UsageError` and `DataError`."""
    if asked.measure is Bring.MARGIN and not sales.has("cost_of_net"):
        raise DataError(_NO_COST, _GIVE_COST)
    chosen = chosen_lines(sales, bundle, by=(asked.of, *asked.by), where=asked.where, needed_for=_NEED_DATES)
    found, days, key = chosen.found, _days(chosen.days, asked, calendar), column_of(asked.of)
    counted = found.lines.with_columns(worth=_worth(asked.measure))
    inside = counted.filter(nw.col("date") >= nw.lit(days.start), nw.col("date") <= nw.lit(days.end))
    frame = _sums(inside, key)
    unkeyed = frame.filter(pl.col("key").is_null())
    known = frame.filter(pl.col("key").is_not_null())
    if known.is_empty() and not unkeyed.is_empty():
        told = _NO_KEYS.fill(what=DIMENSIONS[asked.of].label, first=days.start, last=days.end)
        raise DataError(told, _GIVE_KEYS.fill(lines=Count(int(unkeyed["rows"].sum()))))
    if known.is_empty():
        reach = _DATA_REACH.fill(first=chosen.days.first, last=chosen.days.last)
        raise DataError(_NOTHING.fill(first=days.start, last=days.end), reach)
    earlier = _sums(counted.filter(nw.col("date") < nw.lit(days.start)), key).filter(pl.col("key").is_not_null())
    return Brought(
        frame=known.drop("rows"),
        lapsed=earlier.drop("rows").join(known, on="key", how="anti").sort("key"),
        lines=Split(inside, found.labels, found.findings, found.notes),
        days=days,
        names=found.labels.get(asked.of, {}),
        currency=sales.currency,
        unkeyed=int(unkeyed["rows"].sum()),
        unkeyed_amount=sum(unkeyed["amount"].to_list(), Decimal(0)),
        costed=_costed(inside) if asked.measure is Bring.MARGIN else None,
        undated=sales.counts.undated,
        notes=sales.notes,
    )


def _days(known: Days, asked: Asked, calendar: CalendarSection) -> Span:
    """The days asked about; all of the data where none are."""
    if asked.period is not None and asked.window is not None:
        raise UsageError(_BOTH, _KEEP_ONE)
    last = asked.as_of or known.last
    if asked.window is not None:
        return Span(last - timedelta(days=asked.window - 1), last)
    if asked.period is None:
        return Span(known.first, last)
    period = parse_period(asked.period, calendar=Calendar(calendar), as_of=known.as_of)
    return Span(period.start, period.end)


def _worth(measure: Bring) -> nw.Expr:
    return nw.col("net") if measure is Bring.REVENUE else nw.col("costed_net") - nw.col("cost_of_net")


def _sums(lines: Frame, key: str) -> pl.DataFrame:
    grouped = lines.group_by(key).agg(
        nw.col("worth").sum().alias("amount"), nw.col("date").max().alias("last"), nw.len().alias("rows")
    )
    sums = collect(grouped.select(key, "amount", "last", "rows")).rename({key: "key"})
    return sums.with_columns(pl.col("amount").cast(MONEY).fill_null(0))


def _costed(lines: Frame) -> float | None:
    costed, net = collect(lines.select(nw.col("costed_net").sum(), nw.col("net").sum())).row(0)
    return float(costed / net) if net and net > 0 and costed is not None else None
