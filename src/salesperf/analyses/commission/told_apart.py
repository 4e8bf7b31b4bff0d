"""What measures are told apart by beside dimensions: new and other customers, the order, the line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import narwhals as nw
from msgspec.structs import replace

from salesperf.core.errors import DataError
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.engine import Frame
from salesperf.facts.days import within
from salesperf.facts.dimensions import column_of
from salesperf.facts.events import Events
from salesperf.facts.first_purchase import NEW_CUSTOMER, with_new_customer
from salesperf.facts.returned_sales import RETURN_OF
from salesperf.metrics.compare import Measure

ORDER = "order"
SALE = "sale"
"""The order of a sale, and of a return that of the sale it names."""
LINE = "line"
DERIVED = (NEW_CUSTOMER, ORDER, SALE, LINE)
_WORDS = {
    NEW_CUSTOMER: Text("new customers", "新客户"),
    ORDER: Text("orders", "订单"),
    SALE: Text("orders", "订单"),
    LINE: Text("lines", "明细"),
}
_CANNOT = Text(
    "{measure} cannot be told apart by {what}: the lines name no {lacking}",
    "{measure}不能按{what}区分：明细中没有{lacking}",
)
_LACKING = {
    NEW_CUSTOMER: Text("customer", "客户"),
    ORDER: Text("order", "订单"),
    SALE: Text("order", "订单"),
    LINE: Text("list price", "标价"),
}
_ONLY_SALES = Text("measure what is sold, such as net_revenue", "请使用销售类指标，例如 net_revenue")


def order_sold(columns: Collection[str]) -> nw.Expr:
    """The number of the order that was sold: of a return that of the order it names, where it names one."""
    own = nw.col("order").cast(nw.String)
    if not {RETURN_OF, "is_returned"} <= set(columns):
        return own
    return nw.when(nw.col("is_returned")).then(nw.coalesce(nw.col(RETURN_OF).cast(nw.String), own)).otherwise(own)


def columns_of_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """The columns of the lines that hold the keys of parts."""
    return tuple(column_of(part) for part in parts)


def with_derived(
    measure: Measure, every_sale: Events | None, parts: Sequence[str], spans: Sequence[Span], *, called: Text
) -> Measure:
    """A measure whose lines have a column for each derived part asked for.

    Raises `DataError` where the lines of the measure do not name the customer or the order.
    """
    lines = dict(measure.lines)
    for part in parts:
        if part in DERIVED:
            lines = {lens: _told(frame, every_sale, part, spans, called) for lens, frame in lines.items()}
    return replace(measure, lines=lines, _seen={})


def _told(frame: Frame, every_sale: Events | None, part: str, spans: Sequence[Span], called: Text) -> Frame:
    columns = frame.collect_schema().names()
    if part == ORDER and "order" in columns:
        return frame.with_columns(nw.col("order").cast(nw.String).alias(column_of(part)))
    if part == SALE and "order" in columns:
        return frame.with_columns(order_sold(columns).alias(column_of(part)))
    if part == NEW_CUSTOMER and "customer" in columns and every_sale is not None and every_sale.has("customer"):
        days = every_sale.days
        believed = every_sale.lines if days is None else within(every_sale.lines, days)
        return with_new_customer(frame, believed, spans, name=column_of(part))
    if part == LINE and "list_value" in columns:
        # Lines of one price and one list price have one discount: they need not be told apart further.
        price, listed = nw.col("listed_gross").cast(nw.String), nw.col("list_value").cast(nw.String)
        return frame.with_columns(nw.concat_str(price, listed, separator=" / ").alias(column_of(part)))
    raise DataError(_CANNOT.fill(measure=called, what=_WORDS[part], lacking=_LACKING[part]), _ONLY_SALES)
