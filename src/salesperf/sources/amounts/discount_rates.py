"""Discounts that are written as rates: shares of the list value that are taken off, or that are paid."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.profile import fold_header
from salesperf.tables.schema import MONEY, RATE

_PAID_SHARE = ("折扣", "折扣率", "折率", "扣率")
"""Chinese headers under which 0.85 means that 85 % are paid (八五折)."""
_RATE_WORDS = ("%", "rate", "percent", "pct", "率")
_PER_CENT = 100
_MONEY_WORDS = ("amount", "amt", "value", "金额", "总额", "额")
# A literal int: a literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_ONE = pl.lit(1).cast(MONEY)
DISCOUNT_IS_RATE = Text("the discount column is a rate; the discount is in money", "折扣列是比率，已换算为折扣金额")
DISCOUNT_IS_PAID_SHARE = Text(
    "the discount column is the share that is paid (0.85 means 15 % off)", "折扣列是折数（0.85 即八五折，优惠15%）"
)


def discount_rate(frame: pl.DataFrame, header: str, *, in_percent: bool = False) -> tuple[pl.Expr | None, Text | None]:
    """The discount as a share of the list value, with what to say of it, when that is what the column holds.

    `in_percent` are cells written with a sign for per cent, which are no money whatever the header says.
    """
    name, cells = fold_header(header), frame["discount"].drop_nulls()
    most, least = cells.max(), cells.min()
    is_money = name.endswith(_MONEY_WORDS) and not in_percent
    if is_money or not isinstance(most, Decimal) or not isinstance(least, Decimal) or most <= 0 or least < 0:
        return None, None
    says_rate, full = name.endswith(_RATE_WORDS), 1 if most <= 1 else _PER_CENT
    if most > full or (full > 1 and not says_rate):
        return None, None
    is_paid_by_name = name.removesuffix("%") in _PAID_SHARE
    is_whole = least == most == full
    has_fraction = bool(((cells > 0) & (cells < 1)).any())
    if full == 1 and not (has_fraction or in_percent or says_rate or (is_whole and is_paid_by_name)):
        return None, None
    discount = pl.col("discount").fill_null(0)
    share = discount if full == 1 else (discount * pl.lit(Decimal("0.01"), dtype=RATE)).cast(MONEY)
    median = cells.cast(pl.Float64).median()
    is_mostly_paid = is_paid_by_name and isinstance(median, float) and median >= full / 2  # half off is rare
    if is_mostly_paid or (is_whole and _is_worth_something(frame)):
        return pl.when(discount > 0).then(_ONE - share).otherwise(0).cast(MONEY), DISCOUNT_IS_PAID_SHARE
    return share, DISCOUNT_IS_RATE


def are_in_percent(cells: pl.Series) -> bool:
    """Whether all cells of a sample that say a discount say it in per cent."""
    if cells.dtype != pl.String:
        return False
    filled = cells.filter(cells.str.contains("[1-9]"))
    return not filled.is_empty() and bool(filled.str.contains("[%％]").all())


def _is_worth_something(frame: pl.DataFrame) -> bool:
    """Whether rows of which all would be taken off have amounts all the same; goods given away have none."""
    column = next((name for name in ("amount", "total_amount") if name in frame.columns), None)
    return column is None or bool((frame[column].fill_null(0) != 0).any())


def discount_money(listed: pl.Expr | None, rate: pl.Expr) -> pl.Expr:
    """The discount in money: of the list value, or of the one that follows from an amount of which it is taken off."""
    if listed is not None:
        return listed * rate
    paid = _ONE - rate
    share = rate.cast(RATE) / pl.when(paid > 0).then(paid).cast(RATE)
    return pl.col("amount") * share
