"""Returns that say no day: they have that of the order they name; what names none is told with its money.

A refund of an order lowers what that order brought, so its day is the nearest that the files know.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Count, Text
from salesperf.sources.known import Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.no_data.row_kind import NO_ORDER
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.candidate import HEADER, LINES, WHOLE
from salesperf.sources.recognition.return_headers import money_back
from salesperf.sources.recognition.role_notes import place_of
from salesperf.sources.recognition.unpriced_returns import ids_of
from salesperf.sources.rows.raw import with_some_rows
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.parse_date import date_format

_WHOSE = frozenset(
    {"customer_id", "customer_name", "rep_id", "rep_name", "team", "region", "channel", "store", "campaign", "currency"}
)
"""What an order says of all its lines, returned ones too."""
_AMOUNTS = frozenset(map(fold_header, ("amount", "total", "value", "金额", "总额", "合计金额")))
"""Headers of money that are of what came back in a table named for returns."""
_OF_ORDER = Text("that of the order it names in {file}", "取自 {file} 中的所属订单")
_TOLD = Text(
    "returns say no day: they have that of the order they name in {file}, and whose it is{unknown}",
    "退货没有日期：日期及归属取自 {file} 中的所属订单{unknown}",
)
_UNKNOWN = Text(
    "; {rows:row|rows} ({sum}) of orders that are not there, first {first!r}, not taken off: a column Return Date "
    "takes them off",
    "；另有 {rows} 行（{sum}）所属订单不存在（首个为「{first}」），未扣减：补充「退款日期」一列即可扣减",
)
_NO_DAY = Text(
    "{place}: {rows:row|rows} of returns ({says}) with {sum} under {header!r} not taken off, as nothing says when or "
    "of which order: a column Return Date or Order ID takes them off",
    "{place}：{rows} 行退货（{says}），「{header}」合计 {sum}，既无日期也无订单号，未扣减："
    "补充「退款日期」或「订单编号」一列即可扣减",
)


def with_days_of_orders(one: Known, others: Sequence[Known]) -> Known:
    """Returns of orders, without a day of their own, on the days of these; the same table where none is known.

    `others` are the tables that are no returns.
    """
    order = one.found.get("order_id")
    if one.table != "orders" or one.recognition.role != LINES or order is None:
        return one
    sales = [other for other in others if _has_days(other)]
    if not sales or any(other.recognition.role in {HEADER, LINES} for other in others if other.table == "orders"):
        # Where orders and their lines are two files, lines find the day of their order there.
        return one
    whose = _whose(one, sales)
    said = [_said(other, whose) for other in sales]
    days = pl.concat(said, how="vertical_relaxed").unique("_order", keep="first", maintain_order=True)
    rows = one.raw.frame.collect()
    keyed = rows.with_columns(ids_of(one, order.header).alias("_order"), pl.int_range(pl.len()).alias("_at"))
    dated = keyed.join(days, on="_order", how="left", maintain_order="left")
    unknown = dated.filter(pl.col("_day").is_null())
    if unknown.height == dated.height:
        return one
    file = sales[0].raw.file.name
    told = _TOLD.fill(file=file, unknown=_unknown(one, unknown))
    day = sales[0].found["order_date"]
    added = [day if day.header not in rows.columns else replace(day, header=f"{day.header} ({file})"), *whose]
    named = dated.filter(pl.col("_day").is_not_null()).rename({"_day": added[0].header})
    return _of_orders(one, named, [replace(each, evidence=_OF_ORDER.fill(file=file)) for each in added], told)


def _whose(one: Known, sales: Sequence[Known]) -> list[Mapped]:
    """What the orders say of customers, reps and places that the returns do not."""
    first = {column: mapped for column, mapped in sales[0].found.items() if column in _WHOSE}
    return [
        mapped
        for column, mapped in first.items()
        if column not in one.found
        and mapped.header not in one.raw.header
        and all(column in other.found and other.found[column].header == mapped.header for other in sales)
    ]


def _of_orders(one: Known, rows: pl.DataFrame, added: Sequence[Mapped], told: Text) -> Known:
    frame = rows.select(*one.raw.header, *(each.header for each in added))
    of_orders = with_some_rows(one.raw, frame, rows["_at"].to_list(), why=NO_ORDER, told=told)
    found = {**one.found, **{each.column: each for each in added}}
    recognition = replace(one.recognition, role=WHOLE, mapped=tuple(found.values()), layout=of_orders.layout)
    return replace(one, raw=of_orders, found=found, recognition=recognition)


def _has_days(other: Known) -> bool:
    return other.table == "orders" and {"order_id", "order_date"} <= other.found.keys()


def _said(other: Known, whose: Sequence[Mapped]) -> pl.DataFrame:
    """The first day of each order, and what all its lines say alike of whose it is."""
    headers = [mapped.header for mapped in whose]
    cells = other.raw.frame.select(other.found["order_date"].header, *headers).collect()
    day = _days(cells.to_series(0))
    lines = cells.select(headers).with_columns(
        day.alias("_day"), ids_of(other, other.found["order_id"].header).alias("_order")
    )
    alike = [pl.when(pl.col(name).n_unique() == 1).then(pl.col(name).first()).alias(name) for name in headers]
    named = lines.filter(pl.col("_order").is_not_null(), pl.col("_day").is_not_null())
    return named.group_by("_order", maintain_order=True).agg(pl.col("_day").first(), *alike)


def _days(cells: pl.Series) -> pl.Series:
    """Days as such; as the file writes them where the whole column does not tell day from month."""
    if cells.dtype == pl.String:
        how = date_format(cells)
        read = cells.to_frame("day").select(how.format.parsed(pl.col("day"))).to_series()
        cells = cells if how.is_ambiguous or read.null_count() > cells.null_count() else read
    return cells if cells.dtype == pl.String else cells.cast(pl.Date, strict=False)


def _unknown(one: Known, rows: pl.DataFrame) -> Text | str:
    amount = one.found.get("amount") or one.found.get("total_amount")
    if rows.is_empty():
        return ""
    total = money_of(rows[amount.header]).sum() if amount is not None else None
    worth = f"{total:,.2f}" if isinstance(total, Decimal) else "–"
    return _UNKNOWN.fill(rows=Count(rows.height), sum=worth, first=str(rows["_order"][0]))


def undated_returns(one: Known, *, says: Text) -> Text | None:
    """What a report says of returns with money that name neither a day nor an order; None where they have no money."""
    header = money_back(one) or next((name for name in one.raw.header if fold_header(name) in _AMOUNTS), None)
    if header is None:
        return None
    cells = money_of(one.raw.frame.select(header).collect().to_series())
    total = cells.sum()
    if not isinstance(total, Decimal) or not total:
        return None
    place, rows = place_of(one.raw), Count(cells.len())
    return _NO_DAY.fill(place=place, rows=rows, says=says, sum=f"{total:,.2f}", header=header)
