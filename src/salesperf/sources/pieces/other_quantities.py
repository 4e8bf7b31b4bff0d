"""Quantities beside the one that lines are priced by (ordered beside shipped, sold beside returned): told with sums."""

from __future__ import annotations

import re
from decimal import Decimal

import polars as pl

from salesperf.core.text import Text, listing
from salesperf.sources.amounts.refund_headers import REFUND
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.returned_quantities import is_of_returned
from salesperf.sources.values.money_cells import money_of, money_sum, product_of
from salesperf.sources.values.parse_number import is_number_like

BESIDE = Text(
    "the quantity is that under {taken!r}, which gives {sum} in all rows at the price; beside it: {others}; "
    'columns = {{ quantity = "{first}" }} under [[table]] takes another',
    "数量取自「{taken}」（按单价计全部行合计 {sum}）；旁边还有：{others}；可在 [[table]] 中用 "
    'columns = {{ quantity = "{first}" }} 改取其他列',
)
_OTHER = Text("{header!r} ({sum})", "「{header}」（合计 {sum}）")
_QUANTITY = re.compile(r"(?i)\bqty\b|\bquantity\b|\bunits\b|数量")
_OF_GOODS = re.compile(
    r"(?i)\border|\bship|\binvoic|\bdeliver|\bsold\b|\breturn|\bbill|\breceiv|\bback|\bb/o\b"
    r"|订购|订单|发货|出库|开票|退货|退回|实发|签收|销售"
)
_FROM_PRICE = frozenset({"quantity", "unit_price"})
_AMOUNTS = frozenset({"amount", "total_amount", "list_amount"})


def quantities_beside(table: str, read: Read) -> tuple[Text, ...]:
    """What other quantities would give, where the amount is worked out from one of several, in one note at most."""
    first = read.files[0]
    if table != "orders" or not first.found.keys() >= _FROM_PRICE or not _AMOUNTS.isdisjoint(first.found):
        return ()
    taken, price = first.found["quantity"], first.found["unit_price"]
    others = [header for header in first.recognition.unmapped if _is_quantity(header)]
    others = [header for header in others if REFUND not in read.found or not is_of_returned(header)]
    others = [
        header for header in others if all(is_number_like(each.raw.sample[header], share=0.9) for each in read.files)
    ]
    if taken.how == "config" or not others:
        return ()
    headers = [price.header, taken.header, *others]
    cells = pl.concat([each.raw.frame.select(headers) for each in read.files]).collect()
    priced = {header: _at(cells[price.header], cells[header]) for header in headers[1:]}
    differing = [header for header in others if priced[header] != priced[taken.header] and priced[header]]
    if not differing:
        return ()
    told = listing(_OTHER.fill(header=header, sum=f"{priced[header]:,.2f}") for header in differing)
    return (BESIDE.fill(taken=taken.header, sum=f"{priced[taken.header]:,.2f}", others=told, first=differing[0]),)


def _is_quantity(header: str) -> bool:
    return _QUANTITY.search(header) is not None and _OF_GOODS.search(header) is not None


def _at(price: pl.Series, quantity: pl.Series) -> Decimal:
    """What a quantity comes to at the price, before discounts."""
    return money_sum(product_of(money_of(price), money_of(quantity)))
