"""Quantities that came back in a column of their own, beside those sold at a price: taken off as refunds, and told.

Only where the amount is worked out from quantity and price without a discount and nothing else says what came back;
where an amount of its own comes to the sold quantity at the price, what came back is told and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Count, Text
from salesperf.sources.amounts.refund_headers import REFUND
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words
from salesperf.tables.line_words import LineKind, kind_of_word
from salesperf.tables.schema import MONEY

TAKEN_OFF = Text(
    "what {back!r} says at the price ({sum} in {rows:row|rows}) is taken off as returned; "
    'columns = {{ quantity = "{sold}" }} under [[table]] counts without it',
    "「{back}」按单价计（{rows} 行，合计 {sum}）作为退货扣减；如不应扣减，请在 [[table]] 中写 "
    'columns = {{ quantity = "{sold}" }}',
)
NOT_TAKEN_OFF = Text(
    "the amounts under {amount!r} are {sold!r} at the price: what {back!r} says ({sum} at the price in "
    "{rows:row|rows}) is not taken off; a column of refunds, or amounts without it, would",
    "「{amount}」等于「{sold}」乘单价：「{back}」（{rows} 行，按单价合计 {sum}）未扣减；"
    "如需扣减，请提供退款金额列或扣减后的金额列",
)
NET = Text(
    "{sold!r} is what was left: with {back!r} it comes to {whole!r}; nothing more is taken off",
    "「{sold}」加「{back}」等于「{whole}」，为扣除退货后的数量：不再扣减",
)
_BACK = late(
    r"^(?:(?:qty|quantity|units?|pieces|pcs) (?:returned|refunded|rtn|ret)"
    r"|(?:returned|returns?|refunded|refund|rtn) (?:qty|quantity|units?|pieces|pcs))$"
    r"|^(?:已?退货|已?退回|已?退款|已退)(?:数量|数|件数|量|台数)$"
)
_NET = late(r"\bnet\b|净|after returns")
_QUANTITY, _PRICE, _TAKEN = "quantity", "unit_price", "_taken_back"
_SAYS_BACK = frozenset({REFUND, "refund_status", "was_returned"})
_CENT = pl.lit("0.011").cast(MONEY)
_ALL = 0.95


class _Back(Struct, frozen=True):
    """The column of what came back, and what of it is worth: one row a line."""

    header: str
    cells: pl.Series


def is_of_returned(header: str) -> bool:
    """Whether a header is of quantities that came back.

    >>> is_of_returned("Qty_Returned"), is_of_returned("退货数量"), is_of_returned("Return reason")
    (True, True, False)
    """
    return _BACK.search(header_words(header).strip()) is not None


def with_returned_quantities(table: str, read: Read) -> None:
    """Take what came back off the lines of one read as refunds, in place, where nothing speaks against it."""
    found = read.files[0].found
    if table != "orders" or not {_QUANTITY, _PRICE} <= found.keys() or found[_QUANTITY].how == "config":
        return
    headers = [header for header in read.files[0].recognition.unmapped if is_of_returned(header)]
    frame = read.rows.frame
    if len(headers) != 1 or not {_QUANTITY, _PRICE} <= set(frame.columns) or _says_otherwise(read):
        return
    back = _back(read, headers[0])
    if back is None:
        return
    valued = frame.with_columns((back.cells * pl.col(_PRICE)).cast(MONEY).alias(_TAKEN))
    rows = valued.filter(pl.col(_TAKEN) != 0)
    sold = found[_QUANTITY].header
    told = {"back": back.header, "rows": Count(rows.height), "sum": f"{rows[_TAKEN].sum():,.2f}", "sold": sold}
    if {"total_amount", "list_amount", "discount"} & found.keys():
        return
    if "amount" not in found and (shown := _shown(read, valued, back, told)) is not None:
        read.notes.append(shown)
    elif "amount" not in found:
        read.rows.frame = valued.rename({_TAKEN: REFUND})
        read.found |= {REFUND}
        read.notes.append(TAKEN_OFF.fill(**told))
    elif _is_priced(rows):
        read.notes.append(NOT_TAKEN_OFF.fill(**told, amount=found["amount"].header))


def _says_otherwise(read: Read) -> bool:
    """Whether the quantity is net by its name, or another column says what came back."""
    first, frame = read.files[0], read.rows.frame
    if _NET.search(header_words(first.found[_QUANTITY].header)) or first.returned_by is not None:
        return True
    words = frame["status"].drop_nulls().unique().to_list() if "status" in frame.columns else []
    return not _SAYS_BACK.isdisjoint(first.found) or any(kind_of_word(word) is LineKind.RETURNED for word in words)


def _back(read: Read, header: str) -> _Back | None:
    """What came back of each line, above zero; None where nothing did, or where the quantity is without it already."""
    if not all(is_number_like(one.raw.sample[header], share=0.9) for one in read.files):
        return None
    cells = pl.concat([one.raw.frame.select(header) for one in read.files]).collect().to_series()
    frame = read.rows.frame
    if cells.len() != frame.height:
        return None
    back = money_of(cells).fill_null(0).abs().cast(MONEY)
    taken = frame.select(rest=pl.col(_QUANTITY).fill_null(0) - back, is_back=pl.Series(back) != 0)
    whole = taken.filter("is_back")
    # A line of which more came back than was sold is of what is left.
    if not whole.height or int((whole["rest"] >= 0).sum()) < _ALL * whole.height:
        return None
    return _Back(header, back)


def _shown(read: Read, valued: pl.DataFrame, back: _Back, told: Mapping[str, object]) -> Text | None:
    """What is said where a column nobody reads shows that the quantity, or its worth, has nothing more to take off.

    The quantity with what came back is what was ordered, or the quantity at the price is a sum of money.
    """
    is_back = valued[_TAKEN].fill_null(0) != 0
    rows = valued.filter(is_back)
    cells = back.cells.filter(is_back)
    for header in read.files[0].recognition.unmapped:
        if header == back.header or not all(is_number_like(one.raw.sample[header], share=0.9) for one in read.files):
            continue
        read_cells = pl.concat([one.raw.frame.select(header) for one in read.files]).collect().to_series()
        other = money_of(read_cells).filter(is_back).cast(MONEY)
        beside = rows.with_columns(other.alias("_other"), cells.alias("_back"))
        if _is_nearly(beside, pl.col(_QUANTITY) + pl.col("_back")):
            return NET.fill(**told, whole=header)
        if _is_nearly(beside, pl.col(_QUANTITY) * pl.col(_PRICE)):
            return NOT_TAKEN_OFF.fill(**told, amount=header)
    return None


def _is_nearly(rows: pl.DataFrame, worth: pl.Expr) -> bool:
    gap = ((worth.cast(MONEY) - pl.col("_other")).abs() <= _CENT).fill_null(value=False)
    return rows.height > 0 and int(rows.select(gap).to_series().sum()) >= _ALL * rows.height


def _is_priced(rows: pl.DataFrame) -> bool:
    """Whether amounts are the quantity at the price in nearly all lines of which some came back."""
    gap = (pl.col("amount") - (pl.col(_QUANTITY) * pl.col(_PRICE)).cast(MONEY)).abs() <= _CENT
    return rows.height > 0 and int(rows.select(gap.fill_null(value=False)).to_series().sum()) >= _ALL * rows.height
