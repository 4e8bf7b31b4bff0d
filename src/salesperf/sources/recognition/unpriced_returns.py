"""Returns beside sales that say no money: which orders came back, and what those were worth, or how many things.

Nothing is taken off for them; how much that would be is told as far as the sales know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from salesperf.core.text import Count, Text
from salesperf.sources.known import Known
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.return_headers import quantity_back
from salesperf.sources.recognition.role_notes import place_of
from salesperf.sources.values.money_cells import money_of, money_sum
from salesperf.sources.values.parse_id import IdFormat, id_form

_SALES = frozenset({"orders", "invoices"})
_ORDERS = Text(
    "{place}: {rows:row|rows} of returns ({says}) not taken off, as no column says their money: they name "
    "{orders:order|orders} of {file} with {sum} of its {all} ({share}); columns Return Date and Refund Amount take it "
    "off",
    "{place}：{rows} 行退货（{says}）没有金额，未扣减：对应 {file} 的 {orders} 笔订单，合计 {sum}，"
    "占其 {all} 的 {share}；补充「退款日期」「退款金额」两列即可扣减",
)
_THINGS = Text(
    "{place}: {rows:row|rows} of returns ({says}) not taken off, as no column says their money: {quantity} in "
    "{header!r}; columns Return Date and Refund Amount take it off",
    "{place}：{rows} 行退货（{says}）没有金额，未扣减：「{header}」合计 {quantity}；"
    "补充「退款日期」「退款金额」两列即可扣减",
)


def unpriced_returns(one: Known, tables: Sequence[Known], *, says: Text) -> Text | None:
    """What a report says of a table of returns without money; None where it has neither orders nor quantities."""
    rows = one.raw.frame.select(pl.len()).collect().item()
    told = {"place": place_of(one.raw), "rows": Count(rows), "says": says}
    named = next(_named_orders(one, tables), None)
    if named is not None:
        return _ORDERS.fill(**told, **named)
    header = quantity_back(one)
    if header is None:
        return None
    cells = money_of(one.raw.frame.select(header).collect().to_series())
    return _THINGS.fill(**told, header=header, quantity=f"{money_sum(cells).normalize():,f}")


def _named_orders(one: Known, tables: Sequence[Known]) -> Iterator[Mapping[str, object]]:
    """The orders of sales that the table names under the header of theirs: how many, their worth, that of all."""
    own = {fold_header(header): header for header in one.raw.header}
    for sales in tables:
        order, amount = (sales.found.get(column) for column in ("order_id", "amount"))
        if sales.table not in _SALES or order is None or amount is None or fold_header(order.header) not in own:
            continue
        back = ids_of(one, own[fold_header(order.header)]).drop_nulls().unique()
        cells = sales.raw.frame.select(order.header, amount.header).collect()
        lines = pl.DataFrame({"order": _as_ids(cells[order.header]), "worth": money_of(cells[amount.header])})
        named = lines.filter(pl.col("order").is_in(back.implode()))
        worth, all_ = money_sum(named["worth"]), money_sum(lines["worth"])
        if named.height and all_:
            sums = {"sum": f"{worth:,.2f}", "all": f"{all_:,.2f}", "share": f"{worth / all_:.1%}"}
            yield {"orders": Count(named["order"].n_unique()), "file": place_of(sales.raw), **sums}


def ids_of(one: Known, header: str) -> pl.Series:
    """The ids of a table under a header, as text."""
    return _as_ids(one.raw.frame.select(header).collect().to_series())


def _as_ids(cells: pl.Series) -> pl.Series:
    """The ids as text, however the file has them."""
    ids = IdFormat(id_form(cells)).parsed(pl.col("id")).cast(pl.String)
    return cells.to_frame("id").select(ids.str.strip_chars()).to_series()
