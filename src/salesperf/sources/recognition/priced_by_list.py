"""Lines that say what was sold and how many, and no price: worth what the list of products beside them asks.

Exports of a database are like that: sales with a product's key, and the price in the table of products. A list has one
price a product, today's, so each report says where the prices come from and which lines find none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.text import Count, Text
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.candidate import HEADER, Candidate, Verdict
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.money_unit import NOTHING, split_header

_OF_KEYS = ("id", "key", "code", "no", "number", "sku", "编号", "编码", "代码", "货号", "料号")
"""How the header of a key ends."""
_HALF = 0.5
"""The share of the products in a sample of lines that a list must have to be theirs."""
_LONGEST = 200_000
"""Rows of a list; a longer table is none."""
OF_PRICES = Text("prices of products", "产品价格")
"""What such a list is used for where it is no table of products."""
_TOLD = Text(
    "{lines} has no price: its lines are priced by {header!r} of {list}, as the list has it today{missing}",
    "{lines} 没有价格列：各行按 {list} 中的「{header}」计价，即清单现行价格{missing}",
)
_MISSING = Text(
    "; {count:line names|lines name} no product with a price there",
    "；其中 {count} 行的产品在该清单中没有价格",
)
_IN_ITS_OWN = Text(
    "the prices are in {currency} as their header says: {header!r} of the sales is not used",
    "价格按清单表头以 {currency} 计：未使用销售表的「{header}」",
)


class _List(Struct, frozen=True):
    """Prices by key as a list has them, under its header of prices."""

    raw: RawTable
    header: str
    prices: Mapping[str, str]


class Priced(Struct, frozen=True):
    """The tables, lines without money with a column of prices, and the places of the lists that these come from."""

    raws: tuple[RawTable, ...]
    lists: frozenset[int]


def priced_by_list(raws: Sequence[RawTable], verdicts: Sequence[Verdict]) -> Priced:
    """Give lines without any money the prices that a list has.

    `verdicts` say what each table could be. Where some table is sales with money of its own, nothing is priced.
    """
    as_they_are = Priced(tuple(raws), frozenset())
    if any(_has_money_of_sales(verdict) for verdict in verdicts):
        return as_they_are
    lacking = {place: one for place, verdict in enumerate(verdicts) if (one := _without_price(verdict)) is not None}
    lists = {
        place: price.header
        for place, verdict in enumerate(verdicts)
        if place not in lacking and (price := _prices_of(verdict)) is not None
    }
    if not lacking or not lists:
        return as_they_are
    found = list(raws)
    used: set[int] = set()
    for place, lines in lacking.items():
        fitting = [
            (share, key, prices, other)
            for other, header in lists.items()
            for key, prices, share in _fitting(raws[place], lines, raws[other], header, verdicts[other])
        ]
        if fitting:
            _, key, prices, other = max(fitting, key=itemgetter(0))
            found[place] = _with_prices(raws[place], lines, key, prices)
            used.add(other)
    return Priced(tuple(found), frozenset(used))


def _prices_of(verdict: Verdict) -> Mapped | None:
    """The column of prices, were a table one of products."""
    goods = verdict.candidate("products")
    return None if goods is None else goods.found.get("list_price")


def _has_money_of_sales(verdict: Verdict) -> bool:
    best = verdict.best
    return best is not None and best.table in {"orders", "deals", "invoices"} and best.role != HEADER


def _without_price(verdict: Verdict) -> Candidate | None:
    """The sales that a table would be, had its lines a price: they say how many of what, and no money."""
    lines = verdict.candidate("orders")
    is_ours = verdict.best is None or verdict.best.table == "orders"
    if lines is None:
        return None
    lacks_money = "amount" in lines.missing or lines.role == HEADER
    return lines if is_ours and lacks_money and "quantity" in lines.found and "unit_price" not in lines.found else None


def _fitting(
    raw: RawTable, lines: Candidate, beside: RawTable, header: str, verdict: Verdict
) -> Iterator[tuple[str, _List, float]]:
    """The keys by which a list may price these lines, with the prices and the share of sampled products they have."""
    for own, its in _keys(raw, lines, beside, verdict.candidate("products")):
        prices = _prices(beside, its, header)
        sold = raw.sample.select(_key(own, raw.sample)).to_series().drop_nulls().unique()
        share = sold.is_in(list(prices)).mean() if sold.len() and prices else None
        if isinstance(share, float) and share >= _HALF:
            yield own, _List(beside, header, prices), share


def _keys(raw: RawTable, lines: Candidate, beside: RawTable, products: Candidate | None) -> Iterator[tuple[str, str]]:
    """Pairs of headers, of the lines and of the list, that may hold the same keys of products."""
    for column in ("product_id", "product_name"):
        if products is not None and column in lines.found and column in products.found:
            yield lines.found[column].header, products.found[column].header
    there = {fold_header(text): text for text in beside.header}
    taken = {mapped.header for mapped in lines.found.values()}
    for text in raw.header:
        folded = fold_header(text)
        if text not in taken and folded in there and folded.endswith(_OF_KEYS):
            yield text, there[folded]


def _prices(beside: RawTable, key: str, header: str) -> Mapping[str, str]:
    """Key to price as the cell has it; nothing where a key stands twice, for then the table is no list."""
    rows = beside.frame.select(_key(key, beside.sample), pl.col(header).cast(pl.String).alias("price"))
    listed = rows.head(_LONGEST + 1).collect().drop_nulls()
    if listed.height > _LONGEST or listed["key"].n_unique() < listed.height:
        return {}
    return dict(listed.filter(pl.col("price").str.strip_chars() != "").rows())


def _key(header: str, sample: pl.DataFrame) -> pl.Expr:
    """A column of keys as text: 7 and 7.0 of two workbooks are one key."""
    cells = pl.col(header)
    if sample.schema[header].is_float():
        cells = pl.when(cells == cells.round()).then(cells.cast(pl.Int64, strict=False).cast(pl.String))
    return cells.cast(pl.String).str.strip_chars().alias("key")


def _with_prices(raw: RawTable, lines: Candidate, key: str, by: _List) -> RawTable:
    """The lines with the list's price behind their own columns, and what a report must say of it."""
    prices = pl.Series(list(by.prices.values()), dtype=pl.String)
    keys = _key(key, raw.sample)
    priced = keys.replace_strict(pl.Series(list(by.prices)), prices, default=None, return_dtype=pl.String)
    header = next(name for name in _names(by.header) if name not in raw.header)
    columns = [priced.alias(header)]
    currency = split_header(by.header)[1].currency
    said = _TOLD.fill(lines=raw.file.name, header=by.header, list=by.raw.file.name, missing=_missing(raw, keys, by))
    notes = [*raw.notes, said]
    if currency and "currency" in lines.found:
        # What the buyer pays in is no currency of the list's prices.
        theirs = lines.found["currency"].header
        columns.append(pl.lit(currency).alias(theirs))
        notes.append(_IN_ITS_OWN.fill(currency=currency, header=theirs))
    return replace(
        raw,
        header=(*raw.header, header),
        frame=raw.frame.with_columns(columns),
        sample=raw.sample.with_columns(columns),
        scan=None,
        notes=tuple(notes),
    )


def _missing(raw: RawTable, keys: pl.Expr, by: _List) -> Text | str:
    """How many lines name no product of the list."""
    sold = raw.frame.select(keys).group_by("key").len().collect()
    unknown = int(sold.filter(~pl.col("key").is_in(list(by.prices)).fill_null(value=False))["len"].sum())
    return _MISSING.fill(count=Count(unknown)) if unknown else ""


def _names(header: str) -> tuple[str, ...]:
    """What the column of prices is called: a plain word with the unit that the list's header has behind its own."""
    name, unit = split_header(header)
    behind = header.removeprefix(name) if unit != NOTHING else ""
    words = ("单价", "销售单价", "商品单价") if has_han(header) else ("unit price", "price per unit", "item price")
    return tuple(f"{word}{behind}" for word in words)
