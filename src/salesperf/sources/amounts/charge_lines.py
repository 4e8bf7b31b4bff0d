"""Lines of an order that are no goods: freight, tax and fees written as an item of their own.

Only a whole cell that is such a word counts, and only beside goods in the same order: who sells freight has orders of
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text, in_quotes, listing, same
from salesperf.sources.conform.row_places import PART
from salesperf.sources.loaded import Mapped
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.charge_words import LONGEST, MAY_BE, is_charge, is_named_so, is_told
from salesperf.tables.schema import MONEY

ITEMS = ("product_name", "product_id")
"""The columns that may name what a line is of."""
MAY_BE_DISCOUNT = r"(?i)discount|rebate|折|优惠|[立满]减"
"""What every line holds that is a discount of its order."""
_FIRST_ROWS = 20_000
"""Rows of a large text that are looked at before it is read."""
_NAMED, _POST, _OUT = "_named", "_posted", "_out"
_ZEROED = ("amount", "quantity", "list_amount", "discount", "cost", "total_amount")
LEFT_OUT = Text(
    "{rows:line|lines} of {words} ({sum}) beside goods in their orders: no revenue, counted with nothing; who sells "
    "such things says so: values = {{ {pairs} }} under [[table]]",
    "{rows} 行{words}（合计 {sum}）与商品同在一笔订单中：不是销售收入，不计入；若确为所售商品，请在 [[table]] 中写 "
    "values = {{ {pairs} }}",
)
_PAIR = Text('{column} = {{ "{cell}" = "another name" }}', '{column} = {{ "{cell}" = "其他名称" }}')
SOLD = Text(
    "{rows:line|lines} of {words} ({sum}) counted as sold: {where} leaves them out",
    "{rows} 行{words}（合计 {sum}）按销售计入：可用 {where} 排除",
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

    Of files in memory all that name items; of large texts those that do so in their first rows, a code with its name.
    """
    named = {column: found[column].header for column in ITEMS if column in found}
    if not named or any(raw.scan is None for raw in raws):
        return frozenset(named)
    headers = list(dict.fromkeys(named.values()))
    firsts = [raw.scan.first(_FIRST_ROWS, headers) for raw in raws if raw.scan is not None]
    may_lack = "order_id" in found
    speaking = {
        column
        for column, header in named.items()
        if any(_speaks(first[header]) or (may_lack and first[header].null_count()) for first in firsts)
    }
    return frozenset(named if "product_id" in speaking else speaking)


def without_charge_lines(frame: pl.DataFrame, columns: frozenset[str]) -> Goods:
    """Take what lines of charges are worth out of sales; `columns` are those that name some."""
    if "amount" not in frame.columns:
        return Goods(frame)
    items = [name for name in ITEMS if name in columns and name in frame.columns]
    charges = {name: found for name in items if (found := _charges(frame[name]))}
    if not charges:
        return Goods(frame)
    marked = _marked(frame, charges, items)
    notes = [note for column in charges for note in _notes(marked.filter(pl.col(_NAMED) == column), column)]
    zeroed = [name for name in _ZEROED if name in frame.columns]
    nothing = [
        pl.when(_OUT).then(pl.when(pl.col(name).is_not_null()).then(0)).otherwise(name).cast(MONEY).alias(name)
        for name in zeroed
    ]
    return Goods(marked.with_columns(nothing).drop(_NAMED, _POST, _OUT), tuple(notes))


def _marked(frame: pl.DataFrame, charges: Mapping[str, Sequence[str]], items: Sequence[str]) -> pl.DataFrame:
    """The rows with the column that names a charge, whether it is only told, and whether goods are in its order."""
    named = pl.coalesce(
        pl.when(pl.col(column).is_in(words) & _is_left_one(frame, column, words)).then(pl.lit(column))
        for column, words in charges.items()
    )
    posted = pl.any_horizontal(
        (pl.col(_NAMED) == column) & pl.col(column).is_in([word for word in words if is_told(word)])
        for column, words in charges.items()
    ).fill_null(value=False)
    beside = pl.lit(value=False)
    if "order_id" in frame.columns:
        # Postage is sold, and no goods that a freight goes with.
        goods = ((pl.col(_NAMED).is_null() | pl.col(_POST)) & pl.any_horizontal(pl.col(items).is_not_null())).any()
        beside = goods.over(PART, "order_id") & pl.col("order_id").is_not_null()
    marks = frame.with_columns(named.alias(_NAMED)).with_columns(posted.alias(_POST))
    return marks.with_columns((pl.col(_NAMED).is_not_null() & ~pl.col(_POST) & beside).alias(_OUT))


def _is_left_one(frame: pl.DataFrame, column: str, words: Sequence[str]) -> pl.Expr:
    """Whether the name beside a code leaves it a charge."""
    if column != "product_id" or "product_name" not in frame.columns:
        return pl.lit(value=True)
    pairs = frame.filter(pl.col(column).is_in(words)).select(column, "product_name").unique()
    others = [(code, name) for code, name in pairs.iter_rows() if not is_named_so(code, name or "")]
    return ~pl.any_horizontal(
        pl.lit(value=False), *((pl.col(column) == code) & (pl.col("product_name") == name) for code, name in others)
    ).fill_null(value=False)


def _speaks(cells: pl.Series) -> bool:
    return bool(cells.str.contains(MAY_BE_DISCOUNT).any()) or bool(_charges(cells))


def _charges(cells: pl.Series) -> list[str]:
    """The cells that name a charge, each once."""
    likely = cells.filter((cells.str.len_bytes() <= LONGEST) & cells.str.contains(MAY_BE)).unique().to_list()
    return sorted(cell for cell in likely if is_charge(cell) or is_told(cell))


def _notes(rows: pl.DataFrame, column: str) -> Iterator[Text]:
    """What is told of the lines that one column names as charges."""
    yield from _told(rows.filter(_OUT), LEFT_OUT, column)
    yield from _told(rows.filter(_POST), SOLD, column)
    yield from _told(rows.filter(~pl.col(_OUT) & ~pl.col(_POST)), COUNTED, column)


def _told(rows: pl.DataFrame, phrase: Text, column: str) -> list[Text]:
    if rows.is_empty():
        return []
    words = _charges(rows[column])
    total = f"{rows['amount'].sum() or 0:,.2f}"
    where = " ".join(f"--where 'product!={word}'" for word in words)
    pairs = _renaming(rows.filter(pl.col(column) == words[0]))
    return [phrase.fill(rows=Count(rows.height), words=in_quotes(words), sum=total, pairs=pairs, where=where)]


def _renaming(rows: pl.DataFrame) -> Text:
    """The pairs of `values` that make the first of some lines goods: each column that names it a charge has one."""
    cells = {name: rows[name][0] for name in ITEMS if name in rows.columns}
    named = [(name, cell) for name, cell in cells.items() if cell and is_charge(cell)]
    return listing((_PAIR.fill(column=name, cell=cell) for name, cell in named), same(", "))
