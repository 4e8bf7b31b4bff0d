"""Segments by rep, team, region or category: where the customers of each bought, and for how much."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.axes import Returns
from salesperf.analyses.rfm.blocks import revenue_label
from salesperf.analyses.rfm.compute import SEGMENT, Scored
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.engine import collect
from salesperf.facts.customer_values import customer_values
from salesperf.facts.dimensions import DIMENSIONS, column_of
from salesperf.metrics.ratio import ratio
from salesperf.report.model import Cell, Column, Row, TableBlock

_BY = Text("Segments by {dimension}", "按{dimension}的客群")
_NONE = Text("(none)", "（无）")
_NO_LINES = Text("a summary of customers cannot be split", "客户汇总表无法拆分")
_GIVE_ORDERS = Text("give the orders themselves", "请提供订单明细")


def split_frame(found: Scored, dimension: str) -> pl.DataFrame:
    """One row a value of a dimension and segment: `group`, `segment`, `customers` who bought there, their `amount`.

    A customer who bought in several groups is one in each of them; amounts add up to those of the segments.
    """
    if found.customers.lines is None:
        raise UsageError(_NO_LINES, _GIVE_ORDERS)
    column, window = column_of(dimension), found.question.window
    values = collect(
        customer_values(
            found.customers.lines.lines,
            since=None if window is None else found.customers.day - timedelta(days=window - 1),
            until=found.customers.day,
            netted=found.question.counting.returns is Returns.NETTED,
            by=(column,),
        )
    )
    own = values.join(found.frame.select("customer", SEGMENT), on="customer", how="inner")
    return own.group_by(pl.col(column).alias("group"), SEGMENT).agg(
        (pl.col("orders") > 0).sum().cast(pl.Int64).alias("customers"), pl.col("amount").sum()
    )


def split_block(found: Scored, dimension: str, *, lang: Lang) -> TableBlock:
    """The groups by what they bring, and in each the segments in the order of the map."""
    frame = split_frame(found, dimension)
    assert found.customers.lines is not None  # noqa: S101 -- `split_frame` asked
    names = found.customers.lines.labels.get(dimension, {})
    label = DIMENSIONS[dimension].label
    wholes = frame.group_by("group").agg(pl.col("amount").sum()).sort("amount", "group", descending=[True, False])
    places = {key: at for at, key in enumerate(found.segments)}
    rows: list[Row] = []
    for group, whole in wholes.iter_rows():
        own = frame.filter(pl.col("group").eq_missing(pl.lit(group, dtype=pl.String())))
        name = _NONE.say(lang) if group is None else names.get(group, group)
        for segment, customers, amount in sorted(
            own.select(SEGMENT, "customers", "amount").rows(), key=lambda one: places[one[0]]
        ):
            title = found.segments[segment].say(lang)
            rows.append(Row((Cell(name), Cell(title), Cell(customers), Cell(amount), Cell(ratio(amount, whole)))))
    columns = (
        Column("group", label),
        Column("segment", phrases.SEGMENT_IS),
        Column("customers", phrases.CUSTOMERS, Unit.COUNT),
        Column("revenue", revenue_label(found), Unit.MONEY, adds_up=True),
        Column("share", phrases.SHARE_OF_REVENUE, Unit.RATIO),
    )
    return TableBlock(f"by_{dimension}", _BY.fill(dimension=label), columns, tuple(rows))
