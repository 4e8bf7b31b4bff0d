"""Customers from a table that is summed up already: a row a customer with its last purchase, orders and amount."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import polars as pl

from salesperf.analyses.rfm.axes import Often, Returns
from salesperf.analyses.rfm.customers import VALUES, Customers, Unscored, worth
from salesperf.analyses.rfm.question import Question
from salesperf.core.errors import DataError, UsageError
from salesperf.core.text import Count, Text, listing
from salesperf.facts.sales import tells_sales
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle, Table

SUMMARY = "customer_summary"
_CANNOT = Text("a summary of customers does not tell {what}", "客户汇总表无法得出{what}")
_NEED_LINES = Text("give the orders themselves, or leave it out", "请提供订单明细，或去掉该选项")
_BEGUN = Text(
    "{customers:customer has|customers have} a last purchase after {day}, and a summary cannot be looked at from an "
    "earlier day",
    "{customers} 个客户的最近购买晚于 {day}，汇总表无法从更早的日期计算",
)
_FROM = Text("ask for {last} or later", "请选择 {last} 或之后的日期")
_NOT_WHOLE = Text(
    "{customers:customer has|customers have} a number of orders that is not whole, such as {value}",
    "{customers} 个客户的订单数不是整数，例如 {value}",
)
_CORRECT = Text("correct the column, or map another one", "请更正该列，或指定其他列")
_NOBODY = Text(
    "no row of the summary has a customer with a last purchase, orders and an amount",
    "汇总表没有任何一行同时具备客户、最近购买、订单数和金额",
)
_LACKING = Text(
    "left out: {rows:row|rows} of the summary without customer, last purchase, orders or amount",
    "未计入：汇总表中 {rows} 行缺少客户、最近购买、订单数或金额",
)
_SEVERAL = Text(
    "{customers:customer stands|customers stand} in several rows of the summary, which are added up",
    "{customers} 个客户在汇总表中有多行，已相加",
)
_BASIS = Text("basis: a summary of customers, as the file tells it", "口径：文件给出的客户汇总")


def is_summarised(bundle: Bundle, section: SalesSection) -> bool:
    """Whether there is a summary of customers and no table of sales."""
    return SUMMARY in bundle and not tells_sales(bundle, section)


def summarised(bundle: Bundle, question: Question) -> Customers:
    """What a summary tells of every customer; raises `UsageError` for what it cannot tell, and `DataError`."""
    _refuse(question)
    table = bundle.tables[SUMMARY]
    needed = ("customer_id", "last_date", "orders", "revenue")
    whole = table.frame.select(needed).drop_nulls()
    if whole.is_empty():
        raise DataError(_NOBODY, _CORRECT)
    _refuse_parts(whole)
    last = whole["last_date"].max()
    assert isinstance(last, date)  # noqa: S101 -- the column is one of days
    day = question.as_of or last
    if day < last:
        later = whole.filter(pl.col("last_date") > day)["customer_id"].n_unique()
        raise DataError(_BEGUN.fill(customers=Count(later), day=day), _FROM.fill(last=last))
    found = whole.group_by("customer_id").agg(
        pl.col("last_date").max().alias("last"),
        pl.col("orders").sum().cast(pl.Int64),
        pl.col("revenue").sum().alias("amount"),
        pl.len().alias("rows"),
    )
    bought = found.filter(pl.col("orders") > 0)
    values = bought.with_columns(
        pl.col("customer_id").alias("customer"),
        pl.lit(None, dtype=pl.Date()).alias("first"),
        (pl.lit(day) - pl.col("last")).dt.total_days().cast(pl.Int64).alias("recency"),
        pl.col("orders").alias("frequency"),
        worth(question.counting).alias("monetary"),
    )
    without = found.filter(pl.col("orders") <= 0)
    return Customers(
        values=values.select(VALUES),
        unscored=Unscored(returned=without.height, returned_net=sum(without["amount"].to_list(), Decimal(0))),
        day=day,
        names={},
        notes=tuple(_notes(table, whole, found)),
    )


def _refuse(question: Question) -> None:
    """Raise for what needs the orders themselves."""
    counting = question.counting
    asked = {
        Text("frequency by lines or days", "按明细或天数的频次"): counting.often is not Often.ORDERS,
        Text("what came back", "退货"): counting.returns is not Returns.NETTED,
        Text("the days of a window", "时间窗内的购买"): question.window is not None,
        Text("conditions of lines", "明细的筛选条件"): bool(question.where),
    }
    wanted = [what for what, is_asked in asked.items() if is_asked]
    if wanted:
        raise UsageError(_CANNOT.fill(what=listing(wanted)), _NEED_LINES)


def _refuse_parts(whole: pl.DataFrame) -> None:
    """Raise for numbers of orders that are not whole."""
    parts = whole.filter(pl.col("orders") != pl.col("orders").round(0))
    if parts.height:
        told = _NOT_WHOLE.fill(customers=Count(parts.height), value=f"{parts['orders'][0].normalize():f}")
        raise DataError(told, _CORRECT)


def _notes(table: Table, whole: pl.DataFrame, found: pl.DataFrame) -> Iterator[tuple[str, Text]]:
    yield "basis", _BASIS
    lacking = table.frame.height - whole.height
    if lacking:
        yield "summary_lacks", _LACKING.fill(rows=Count(lacking))
    several = found.filter(pl.col("rows") > 1).height
    if several:
        yield "summary_rows_added", _SEVERAL.fill(customers=Count(several))
