"""Which sales are to new customers: those of the period in which the customer bought for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

import narwhals as nw

from salesperf.core.period import Span
from salesperf.engine import Frame, looked_up

NEW_CUSTOMER = "new_customer"
YES, NO = "yes", "no"


def with_new_customer(lines: Frame, every_sale: Frame, spans: Sequence[Span], *, name: str) -> Frame:
    """The lines with a column that says yes where the customer's first purchase lies in the same span as the line.

    A purchase is a sold line above zero among `every_sale`, whoever sold it: a customer who bought before the first
    span is new in none. What comes back in a later span is not of a new customer any more. Null where a line names no
    customer.
    """
    bought = every_sale.filter(nw.col("is_sold"), nw.col("gross") > 0, ~nw.col("customer").is_null())
    first = bought.group_by("customer").agg(nw.col("date").min().alias("first_purchase"))
    with_first = looked_up(lines, first, on="customer")
    in_same = [_both_in(span) for span in spans]
    is_new = reduce(or_, in_same, nw.lit(value=False)).fill_null(value=False)
    told = nw.when(is_new).then(nw.lit(YES)).otherwise(nw.lit(NO))
    known = nw.when(~nw.col("customer").is_null()).then(told)
    return with_first.with_columns(known.alias(name)).drop("first_purchase")


def _both_in(span: Span) -> nw.Expr:
    start, end = nw.lit(span.start), nw.lit(span.end)
    return (nw.col("date") >= start) & (nw.col("date") <= end) & (nw.col("first_purchase") >= start)
