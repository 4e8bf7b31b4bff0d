"""Cells that say in a word that a number or a day is not known (ERROR, 未知), told with what hangs on it.

Such a word stands where other exports leave the cell empty on purpose, so neither the row nor the run is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.amounts.column_sources import sources_of
from salesperf.sources.conform.row_places import AT, PART, row_number
from salesperf.sources.conform.rows_read import CELL
from salesperf.sources.conform.spelt_counts import with_spelt_counts
from salesperf.sources.pieces.one_read import Missing, Read
from salesperf.sources.values.blanks import says_missing
from salesperf.sources.values.cells import NUMBERS
from salesperf.sources.values.money_cells import money_of, money_sum, product_of
from salesperf.tables.schema import DAYS, MONEY

_SPELT = Text(
    "{header!r}: {cells:cell spells|cells spell} a number out ({words}), read as the number",
    "「{header}」有 {cells} 个单元格以文字写数（{words}），已按数字读取",
)
_MISSING = Text(
    "{header!r}: {cells:cell says|cells say} that the value is missing ({words}){more}",
    "「{header}」有 {cells} 个单元格注明缺失（{words}），按缺失值处理{more}",
)
_UNDATED = Text(
    "; {rows:row|rows} without a day ({sum} in all) count in totals over all the data and in no month or other period",
    "；无日期的 {rows} 行（金额合计 {sum}）计入全部数据的合计，不计入任何月份或其他期间",
)
_FILLED = Text(
    "; {rows:row is|rows are} quantity × price there, as in all other rows ({sum} in all)",
    "；其中 {rows} 行按数量×单价补算（与其他各行一致，合计 {sum}）",
)
_WORTHLESS = Text("; no amount in {rows:row|rows}, which no revenue counts", "；{rows} 行没有金额，不计入销售额")
_UNCOUNTED = Text("; units lack {rows:row|rows} (amounts of {sum} in all)", "；销量缺少这 {rows} 行（金额合计 {sum}）")
_FACTORS = ("quantity", "unit_price")
_SHOWN = 3
_NEARLY_ALL = 0.99
_CENT = Decimal("0.011")
_FEW = 2
"""Rows that show that the amount is quantity × price."""


class Told(Struct, frozen=True):
    """What is said of missing values."""

    notes: tuple[Text, ...] = ()
    issues: tuple[Issue, ...] = ()


def with_missing_values(table: str, read: Read) -> None:
    """Read counts in words, and take cells that say so for missing, each told.

    A missing amount is quantity × price where that is all the other amounts.
    """
    if not read.rows.unread:
        return
    _spelt_out(read)
    _taken_for_missing(read)
    by = [read.files[0].found[name].header for name in _FACTORS if name in read.found]
    if table == "orders" and "amount" in read.missing and len(by) == len(_FACTORS):
        read.missing = {**read.missing, "amount": _priced(read, read.missing["amount"], by=by)}


def _spelt_out(read: Read) -> None:
    for column, cells in with_spelt_counts(read.rows).items():
        header = read.headers[column]
        said = _SPELT.fill(cells=Count(cells.height), header=header, words=in_quotes(_words(cells)))
        read.notes.append(said)
        read.issues.append(issue("R321", said, _first(cells, read, header), count=cells.height))


def _taken_for_missing(read: Read) -> None:
    for reading in read.rows.readings:
        if reading.column not in read.rows.unread or reading.kind not in NUMBERS | DAYS:
            continue
        cells = read.rows.unread[reading.column].filter(says_missing(pl.col(CELL)))
        if cells.height:
            read.rows.forget(reading.column, cells)
            one = Missing(reading.header, _words(cells), cells.height, _first(cells, read, reading.header))
            read.missing = {**read.missing, reading.column: one}


def _priced(read: Read, missing: Missing, *, by: Sequence[str]) -> Missing:
    """The missing amounts as quantity × price, whose headers are `by`, where nearly all other rows show it."""
    cells = pl.concat([one.raw.frame.select(by) for one in read.files]).collect()
    quantity, price = (money_of(cells[header]) for header in by)
    own = read.rows.frame["amount"]
    both = pl.DataFrame({"own": own, "product": product_of(quantity, price).cast(MONEY)})
    sure = both.drop_nulls()
    same = sure.filter((pl.col("own") - pl.col("product")).abs() <= _CENT).height
    if sure.height < _FEW or same < _NEARLY_ALL * sure.height:
        return missing
    filled = both.filter(pl.col("own").is_null())["product"].drop_nulls()
    read.rows.frame = read.rows.frame.with_columns(both.select(pl.coalesce("own", "product").alias("amount")))
    return replace(missing, filled=filled.len(), worth=money_sum(filled))


def may_lack(read: Read) -> frozenset[str]:
    """The columns that rows of this read may lack and be loaded: those that say so, and an amount made of these."""
    missing = read.missing.keys()
    amount = {"amount"} if sources_of({"amount"}, read.found) & missing else set()
    return frozenset({*missing, *amount})


def told_of(missing: Mapping[str, Missing], frame: pl.DataFrame, *, table: str) -> Told:
    """What is said of them, with what hangs on them in the rows that count."""
    said = {column: _said(column, one, frame, table=table) for column, one in missing.items()}
    faults = (issue("R320", text, missing[column].where, count=missing[column].cells) for column, text in said.items())
    return Told(tuple(said.values()), tuple(faults))


def _said(column: str, one: Missing, frame: pl.DataFrame, *, table: str) -> Text:
    more = [part for part in _hanging(column, one, frame) if table == "orders"]
    whole = Text("".join(part.en for part in more), "".join(part.zh for part in more))
    return _MISSING.fill(cells=Count(one.cells), header=one.header, words=in_quotes(one.words), more=whole)


def _hanging(column: str, one: Missing, frame: pl.DataFrame) -> Iterator[Text]:
    """What the rows without a value under one column miss in the numbers."""
    without = frame.filter(pl.col(column).is_null()) if column in frame.columns else frame.clear()
    worth = f"{money_sum(without['amount']) if 'amount' in without.columns else Decimal(0):,.2f}"
    if one.filled:
        yield _FILLED.fill(rows=Count(one.filled), sum=f"{one.worth:,.2f}")
    if column == "order_date" and without.height:
        yield _UNDATED.fill(rows=Count(without.height), sum=worth)
    worthless = without["amount"].null_count() if "amount" in without.columns else 0
    if worthless:
        yield _WORTHLESS.fill(rows=Count(worthless))
    elif column == "quantity" and without.height:
        yield _UNCOUNTED.fill(rows=Count(without.height), sum=worth)


def _words(cells: pl.DataFrame) -> tuple[str, ...]:
    return tuple(cells[CELL].str.strip_chars().unique(maintain_order=True).head(_SHOWN))


def _first(cells: pl.DataFrame, read: Read, header: str) -> Where:
    part, at = cells.select(PART, AT).row(0)
    raw = read.files[part].raw
    return Where(raw.file.name, raw.sheet, row_number(raw, at), header)
