"""Returns that name the sale they undo: what their row does not say, the lines of that order do, where they agree.

A sheet of returns often has neither team nor product. Nothing is guessed: an order of several products leaves the
product of its return unknown.
"""

from __future__ import annotations

import narwhals as nw
from msgspec import Struct

from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect, kept, looked_up
from salesperf.facts.events import columns_of
from salesperf.tables.bundle import Table

RETURN_OF = "return_of"
TOLD_TOGETHER = (
    ("customer", "customer_id", "customer_name"),
    ("rep", "rep_id", "rep_name"),
    ("product", "product_id", "product_name"),
    ("team",),
    ("manager",),
    ("region",),
    ("channel",),
    ("store",),
    ("category",),
)
"""Columns that say one thing: a row that has one of them says it itself."""
_SALE = "sale of the return"


class Told(Struct, frozen=True):
    """The lines, and notes of the returns that took something from their sale."""

    lines: Frame
    notes: tuple[tuple[str, Text], ...] = ()


def told_by_sale(lines: Frame, table: Table) -> Told:
    """Lines whose returns have of customer, rep, team, region, channel and product what the order they name says.

    `lines` are measured. A return names its order as the one it is of, or by bearing its number.
    """
    lacking = _lacking(lines, table)
    if not lacking or not collect(lines.select(nw.col("is_returned").any()))["is_returned"][0]:
        return Told(lines)
    named = nw.coalesce(nw.col(RETURN_OF), nw.col("order")) if RETURN_OF in columns_of(lines) else nw.col("order")
    found = lines.with_columns(nw.when(nw.col("is_returned")).then(named).alias(_SALE))
    known = _of_orders(found, [column for group in lacking for column in group])
    added: dict[str, nw.Expr] = {}
    took: list[nw.Expr] = []
    for group in lacking:
        is_silent = nw.all_horizontal(*(nw.col(column).is_null() for column in group), ignore_nulls=False)
        for column in group:
            found = looked_up(found, known.select(_SALE, f"sale {column}"), on=_SALE)
            added[column] = nw.when(is_silent).then(nw.col(f"sale {column}")).otherwise(nw.col(column))
            took.append(is_silent & ~nw.col(f"sale {column}").is_null())
    found = kept(found)
    took_any = nw.any_horizontal(*took, ignore_nulls=False)
    count = collect(found.filter(took_any).select(nw.len().alias("rows")))["rows"][0]
    told = found.with_columns(**added).drop([_SALE, *(f"sale {column}" for column in added)])
    return Told(told, (("told_by_sale", _note(count)),) if count else ())


def _note(count: int) -> Text:
    return Text(
        f"{counted(count, 'return')}: team, product and the like, where the row does not say, are those of the order "
        "it names",
        f"{count:,} 行退货未写明的团队、产品等，取自其原订单",
    )


def _lacking(lines: Frame, table: Table) -> list[list[str]]:
    """What rows lack in a table of orders with numbers; the counts of empty cells are kept with the columns."""
    frame = table.frame
    if "order_id" not in frame.columns:
        return []
    there = set(columns_of(lines))
    groups = ([column for column in group if column in there] for group in TOLD_TOGETHER)
    return [
        group
        for group in groups
        if group and all(frame[column].null_count() for column in group if column in frame.columns)
    ]


def _of_orders(lines: Frame, columns: list[str]) -> Frame:
    """One row an order that returns name: what all its lines agree on."""
    sales = lines.filter(~nw.col("is_returned"), ~nw.col("order").is_null())
    named = lines.select(order=nw.col(_SALE)).drop_nulls().unique()
    sums = []
    for column in columns:
        sums += [nw.col(column).n_unique().alias(f"values {column}"), nw.col(column).min().alias(f"sale {column}")]
    of_orders = sales.join(named, on="order", how="semi").group_by("order").agg(*sums)
    one = {
        f"sale {column}": nw.when(nw.col(f"values {column}") == 1).then(nw.col(f"sale {column}")) for column in columns
    }
    return kept(of_orders.with_columns(**one).select(nw.col("order").alias(_SALE), *one))
