"""Discounts that are written as rates: shares of the list value that are taken off, or that are paid."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.profile import fold_header
from salesperf.tables.schema import MONEY, RATE

_PAID_SHARE = ("折扣", "折扣率", "折率")
"""Chinese headers under which 0.85 means that 85 % are paid (八五折)."""
_RATE_WORDS = ("%", "rate", "percent", "pct", "率")
_MONEY_WORDS = ("amount", "amt", "value", "金额", "总额", "额")
# A literal int: a literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_ONE = pl.lit(1).cast(MONEY)
DISCOUNT_IS_RATE = Text("the discount column is a rate; the discount is in money", "折扣列是比率，已换算为折扣金额")
DISCOUNT_IS_PAID_SHARE = Text(
    "the discount column is the share that is paid (0.85 means 15 % off)", "折扣列是折数（0.85 即八五折，优惠15%）"
)


def discount_rate(frame: pl.DataFrame, header: str) -> tuple[pl.Expr | None, Text | None]:
    """The discount as a share of the list value, with what to say of it, when that is what the column holds."""
    name, cells = fold_header(header), frame["discount"].drop_nulls()
    most, least = cells.max(), cells.min()
    is_money = name.endswith(_MONEY_WORDS)
    if is_money or not isinstance(most, Decimal) or not isinstance(least, Decimal) or most <= 0 or least < 0:
        return None, None
    discount = pl.col("discount").fill_null(0)
    if most > 1:
        is_percent = most <= 100 and name.endswith(_RATE_WORDS)  # noqa: PLR2004 -- per cent
        if not is_percent:
            return None, None
        return (discount * pl.lit(Decimal("0.01"), dtype=RATE)).cast(MONEY), DISCOUNT_IS_RATE
    if not ((cells > 0) & (cells < 1)).any():
        return None, None
    median = cells.cast(pl.Float64).median()
    if name in _PAID_SHARE and isinstance(median, float) and median >= 0.5:  # noqa: PLR2004 -- half off is rare
        return pl.when(pl.col("discount") > 0).then(_ONE - discount).otherwise(0).cast(MONEY), DISCOUNT_IS_PAID_SHARE
    return discount, DISCOUNT_IS_RATE


def discount_money(listed: pl.Expr | None, rate: pl.Expr) -> pl.Expr:
    """The discount in money: of the list value, or of the one that follows from an amount of which it is taken off."""
    if listed is not None:
        return listed * rate
    paid = _ONE - rate
    share = rate.cast(RATE) / pl.when(paid > 0).then(paid).cast(RATE)
    return pl.col("amount") * share
