"""Lines of an order that are no goods: freight, tax and fees written as an item of their own.

Only a whole cell that is such a word counts, and only beside goods in the same order: who sells freight has orders of
nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text, folded, in_quotes
from salesperf.sources.loaded import Mapped
from salesperf.sources.raw import RawTable
from salesperf.sources.row_places import PART
from salesperf.tables.schema import MONEY

ITEMS = ("product_name", "product_id")
"""The columns that may name what a line is of."""
_WORDS = frozenset(
    (
        "tax", "taxes", "sales tax", "vat", "gst", "hst", "pst", "value added tax", "tax amount", "total tax",
        "税", "税额", "税金", "增值税", "销项税额", "税费",
        "freight", "freight out", "freight charge", "freight charges", "freight cost", "shipping", "shipping fee",
        "shipping fees", "shipping charge", "shipping charges", "shipping cost", "shipping & handling",
        "shipping and handling", "shipping/handling", "delivery", "delivery fee", "delivery charge",
        "delivery charges", "handling", "handling fee", "handling charge", "transaction fee", "payment fee",
        "credit card fee",
        "运费", "邮费", "快递费", "物流费", "配送费", "运杂费", "运输费", "送货费", "手续费", "运费收入", "快递运费",
    )
)  # fmt: skip
"""What such lines are called, whole; upper and lower case, width and blanks at the ends do not count."""
_POSTED = frozenset(("postage", "postage & packing", "postage and packing", "carriage", "bank charges"))
"""What shops by post sell as an item, and count: the published figures of such shops hold it."""
_ALL = _WORDS | _POSTED
_LONGEST = 3 * max(map(len, _ALL))
"""Bytes beyond which no cell is one of the names, of whatever width and with blanks around it."""
_FIRST_ROWS = 20_000
"""Rows of a large text that are looked at before it is read."""
_ZEROED = ("amount", "quantity", "list_amount", "discount", "cost", "total_amount")
LEFT_OUT = Text(
    "{rows:line|lines} of {words} ({sum}) beside goods in their orders: no revenue, counted with nothing; who sells "
    'such things says so: values = {{ {column} = {{ "{first}" = "another name" }} }} under [[table]]',
    "{rows} 行{words}（合计 {sum}）与商品同在一笔订单中：不是销售收入，不计入；若确为所售商品，请在 [[table]] 中写 "
    'values = {{ {column} = {{ "{first}" = "其他名称" }} }}',
)
SOLD = Text(
    "{rows:line|lines} of {words} ({sum}) counted as sold: --where 'product!={first}' leaves them out",
    "{rows} 行{words}（合计 {sum}）按销售计入：可用 --where 'product!={first}' 排除",
)
COUNTED = Text(
    "{rows:line|lines} of {words} ({sum}) stand in no order with goods: they are counted as sold",
    "{rows} 行{words}（合计 {sum}）所在订单没有其他商品：按销售计入",
)


class Goods(Struct, frozen=True):
    """The lines, those of charges worth nothing, and what is said of them."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()


def item_columns(raws: Sequence[RawTable], found: Mapping[str, Mapped]) -> frozenset[str]:
    """The columns that may name a charge as an item or, as rows of a whole document do, no item: they must be read.

    Of files in memory all that name items; of large texts those that do so in their first rows.
    """
    named = {column: found[column].header for column in ITEMS if column in found}
    if not named or any(raw.scan is None for raw in raws):
        return frozenset(named)
    headers = list(dict.fromkeys(named.values()))
    firsts = [raw.scan.first(_FIRST_ROWS, headers) for raw in raws if raw.scan is not None]
    may_lack = "order_id" in found
    return frozenset(
        column
        for column, header in named.items()
        if any(_named(first[header], _ALL) or (may_lack and first[header].null_count()) for first in firsts)
    )


def without_charge_lines(frame: pl.DataFrame, columns: frozenset[str]) -> Goods:
    """Take what lines of charges are worth out of sales; `columns` are those that name some."""
    if "amount" not in frame.columns:
        return Goods(frame)
    there = (name for name in ITEMS if name in columns and name in frame.columns)
    column = next((name for name in there if _named(frame[name], _ALL)), None)
    if column is None:
        return Goods(frame)
    is_charge = pl.col(column).is_in(_named(frame[column], _WORDS)).fill_null(value=False)
    beside = pl.lit(value=False)
    if "order_id" in frame.columns:
        goods = (~is_charge & pl.col(column).is_not_null()).any().over(PART, "order_id")
        beside = goods & pl.col("order_id").is_not_null()
    marked = frame.with_columns(is_charge.alias("_charge"), (is_charge & beside).alias("_out"))
    notes = [
        *_told(marked.filter("_out"), LEFT_OUT, column),
        *_told(marked.filter(pl.col(column).is_in(_named(frame[column], _POSTED))), SOLD, column),
        *_told(marked.filter(pl.col("_charge") & ~pl.col("_out")), COUNTED, column),
    ]
    zeroed = [name for name in _ZEROED if name in frame.columns]
    nothing = [
        pl.when("_out").then(pl.when(pl.col(name).is_not_null()).then(0)).otherwise(name).cast(MONEY).alias(name)
        for name in zeroed
    ]
    return Goods(marked.with_columns(nothing).drop("_charge", "_out"), tuple(notes))


def _named(cells: pl.Series, words: frozenset[str]) -> list[str]:
    """The cells that are one of some names, each once."""
    each = cells.drop_nulls().unique()
    short = each.filter(each.str.len_bytes() <= _LONGEST).to_list()
    return sorted(cell for cell in short if folded(cell).casefold() in words)


def _told(rows: pl.DataFrame, phrase: Text, column: str) -> list[Text]:
    if rows.is_empty():
        return []
    words = _named(rows[column], _ALL)
    total = rows["amount"].sum() or 0
    return [
        phrase.fill(rows=Count(rows.height), words=in_quotes(words), sum=f"{total:,.2f}", column=column, first=words[0])
    ]
