"""Money that nobody reads beside lines whose amount is worked out: it may be what was charged, and is told.

Under a header that no list knows; it is near quantity × price in nearly all rows and not the same.
"""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text, listing
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.other_amounts import NO_SALES
from salesperf.sources.values.money_cells import money_of, money_sum, product_of
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words

BESIDE = Text(
    "the amount is worked out from {quantity!r} and {price!r} ({sum} in all rows, before discounts); beside it, not "
    'read: {others}; columns = {{ amount = "{first}" }} under [[table]] takes that instead',
    "金额由「{quantity}」与「{price}」算出（全部行合计 {sum}，未减折扣）；旁边的{others}未读取；"
    '可在 [[table]] 中用 columns = {{ amount = "{first}" }} 改取该列',
)
_OTHER = Text("{header!r} ({sum})", "「{header}」（合计 {sum}）")
_PRICE = late(r"价(?:格)?(?:[(（].*)?$|\bprice\b|\bcost\b")
_OF_PRODUCT = frozenset({"quantity", "unit_price"})
_AMOUNTS = frozenset({"amount", "total_amount", "list_amount"})
_LEAST, _MOST = 0.5, 1.3
"""What share of the product an amount is that a discount, a tax or a pack made another."""
_NEARLY_ALL = 0.95
_CENT = Decimal("0.011")
_FEW = 2


def amounts_near_product(table: str, read: Read) -> tuple[Text, ...]:
    """What is told of such columns, in one note at most."""
    first = read.files[0]
    found = first.found
    if table != "orders" or not found.keys() >= _OF_PRODUCT or not _AMOUNTS.isdisjoint(found):
        return ()
    quantity, price = found["quantity"], found["unit_price"]
    free = [header for header in first.recognition.unmapped if _may_be_amount(header)]
    if (quantity.how == "config" and price.how == "config") or not free:
        return ()
    samples = [one.raw.sample for one in read.files]
    near = [header for header in free if all(_is_near(rows, header, quantity.header, price.header) for rows in samples)]
    if not near:
        return ()
    headers = [quantity.header, price.header, *near]
    cells = pl.concat([one.raw.frame.select(headers) for one in read.files]).collect()
    told = listing(_OTHER.fill(header=header, sum=f"{money_sum(money_of(cells[header])):,.2f}") for header in near)
    product = money_sum(_product(cells, quantity.header, price.header))
    return (
        BESIDE.fill(quantity=quantity.header, price=price.header, sum=f"{product:,.2f}", others=told, first=near[0]),
    )


def _may_be_amount(header: str) -> bool:
    words = header_words(header)
    return NO_SALES.search(words) is None and _PRICE.search(words) is None


def _is_near(rows: pl.DataFrame, header: str, quantity: str, price: str) -> bool:
    """Whether a column is near the product in nearly all rows that have both, and not the same."""
    if not is_number_like(rows[header], share=0.9):
        return False
    both = pl.DataFrame({"own": money_of(rows[header]), "product": _product(rows, quantity, price)}).drop_nulls()
    both = both.filter(pl.col("product") != 0)
    own, product = pl.col("own").abs().cast(pl.Float64), pl.col("product").abs().cast(pl.Float64)
    near = both.filter(own.is_between(product * _LEAST, product * _MOST))
    differs = both.filter((pl.col("own") - pl.col("product")).abs() > _CENT).height
    return both.height >= _FEW and near.height >= _NEARLY_ALL * both.height and differs > 0


def _product(rows: pl.DataFrame, quantity: str, price: str) -> pl.Series:
    return product_of(money_of(rows[quantity]), money_of(rows[price]))
