"""What came back under the number of an order is of its customer, rep and region, where its own file lacks them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import polars as pl

from salesperf.core.text import Count, Text, listing
from salesperf.sources.conform.row_places import PART
from salesperf.tables.catalog import TABLES

_NUMBER = {"orders": "order_id", "invoices": "invoice_id"}
_OF_THE_ORDER = ("customer_id", "customer_name", "rep_id", "rep_name", "team", "region", "channel", "store")
"""What all lines of an order share; what was sold is of the line."""
_GIVEN = "_given"
_TOLD = Text(
    "{rows:returned line takes|returned lines take} {columns} of the orders they name: their own file does not say",
    "{rows} 行退货的{columns}取自其所属订单：退货文件中没有",
)


class Returned(NamedTuple):
    """The rows of a table, and what a report must say of those that came back."""

    frame: pl.DataFrame
    notes: tuple[Text, ...]


def with_what_orders_say(table: str, frame: pl.DataFrame, *, returns: Collection[int]) -> Returned:
    """The rows, those of files of returns with what all lines of their order agree in; `returns` are these files.

    Only columns that such a file has nothing in are filled. An order that no other file has, or that has several
    customers, gives nothing.
    """
    number = _NUMBER.get(table)
    if not returns or number not in frame.columns:
        return Returned(frame, ())
    is_back = pl.col(PART).is_in(list(returns))
    back, sold = frame.filter(is_back), frame.filter(~is_back)
    columns = [
        name for name in _OF_THE_ORDER if name in frame.columns and back[name].count() == 0 and sold[name].count() > 0
    ]
    if back.is_empty() or not columns:
        return Returned(frame, ())
    one_each = [
        pl.when(pl.col(name).n_unique() == 1).then(pl.col(name).first()).alias(name + _GIVEN) for name in columns
    ]
    orders = sold.drop_nulls(number).group_by(number).agg(one_each)
    found = frame.join(orders, on=number, how="left", maintain_order="left")
    given = [pl.when(is_back).then(pl.col(name + _GIVEN)).otherwise(pl.col(name)).alias(name) for name in columns]
    filled = found.with_columns(given).select(frame.columns)
    after = filled.filter(is_back)
    told = [name for name in columns if after[name].count() > 0]
    rows = after.filter(pl.any_horizontal(pl.col(told).is_not_null())).height if told else 0
    if not rows:
        return Returned(frame, ())
    labels = {column.name: column.label for column in TABLES[table].columns}
    words = listing(dict.fromkeys(labels[name] for name in told))
    return Returned(filled, (_TOLD.fill(rows=Count(rows), columns=words),))
