"""The net amount of an order line and its discount in money, derived where an export has them in other words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.profile import fold_header
from salesperf.tables.schema import MONEY, RATE

# A literal int: a literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_ONE = pl.lit(1).cast(MONEY)
_PAID_SHARE = ("折扣", "折扣率", "折率")
"""Chinese headers under which 0.85 means that 85 % are paid (八五折)."""
_RATE_WORDS = ("%", "rate", "percent", "pct", "率")

TAX_TAKEN_OFF = Text("amount = total - tax", "金额＝含税总额－税额")
TAX_UNKNOWN = Text(
    "the amount is the total of the export; whether it holds tax is not known (tax basis unknown)",
    "金额取自导出的总金额，是否含税无法判断（计税口径未知）",
)
PRICED = Text("amount = quantity × unit price", "金额＝数量×单价")
PRICED_LESS_DISCOUNT = Text("amount = quantity × unit price - discount", "金额＝数量×单价－折扣")
PRICED_AT_RATE = Text(
    "amount = quantity × unit price × (1 - discount): the discount is a rate",
    "金额＝数量×单价×（1－折扣率）：折扣列是比率",
)
DISCOUNT_IS_RATE = Text("the discount column is a rate; the discount is in money", "折扣列是比率，已换算为折扣金额")
DISCOUNT_IS_PAID_SHARE = Text(
    "the discount column is the share that is paid (0.85 means 15 % off)", "折扣列是折数（0.85 即八五折，优惠15%）"
)


@dataclass(frozen=True, slots=True)
class Derived:
    """The rows with `amount` and `discount` as the catalog means them, and what was done."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()


def sources_of(wanted: Collection[str], has: Collection[str]) -> frozenset[str]:
    """The columns to read so that the wanted ones can be derived from those a table has."""
    needed = set(wanted) & set(has)
    if "amount" in wanted and "amount" not in has:
        if "total_amount" in has and ("tax" in has or not {"quantity", "unit_price"} <= set(has)):
            needed |= {"total_amount", "tax"} & set(has)
        else:
            needed |= {"quantity", "unit_price", "discount"} & set(has)
    if "discount" in needed:
        needed |= {"amount", "quantity", "unit_price"} & set(has)
    return frozenset(needed)


def with_amounts(frame: pl.DataFrame, headers: Mapping[str, str]) -> Derived:
    """Derive what is missing; `headers` are the files' own words for the columns."""
    notes: list[Text] = []
    rate: pl.Expr | None = None
    if "discount" in frame.columns:
        rate, said = _rate(frame, headers.get("discount", ""))
        notes += said
    columns = set(frame.columns)
    listed = pl.col("quantity") * pl.col("unit_price") if {"quantity", "unit_price"} <= columns else None
    if "amount" not in columns:
        amount, note = _amount(columns, listed, rate)
        if amount is None or note is None:
            return Derived(frame, tuple(notes))
        frame = frame.with_columns(amount.cast(MONEY).alias("amount"))
        notes.append(note)
    if rate is not None:
        frame = frame.with_columns(_discount_money(listed, rate).cast(MONEY).alias("discount"))
    return Derived(frame, tuple(notes))


def _amount(
    columns: Collection[str], listed: pl.Expr | None, rate: pl.Expr | None
) -> tuple[pl.Expr | None, Text | None]:
    if "total_amount" in columns and "tax" in columns:
        return pl.col("total_amount") - pl.col("tax").fill_null(0), TAX_TAKEN_OFF
    if listed is not None and rate is not None:
        return listed - listed * rate, PRICED_AT_RATE
    if listed is not None and "discount" in columns:
        return listed - pl.col("discount").fill_null(0), PRICED_LESS_DISCOUNT
    if listed is not None:
        return listed, PRICED
    if "total_amount" in columns:
        return pl.col("total_amount"), TAX_UNKNOWN
    return None, None


def _rate(frame: pl.DataFrame, header: str) -> tuple[pl.Expr | None, list[Text]]:
    """The discount as a share of the list value, when that is what the column holds."""
    cells = frame["discount"].drop_nulls()
    most, least = cells.max(), cells.min()
    if not isinstance(most, Decimal) or not isinstance(least, Decimal) or most <= 0 or least < 0:
        return None, []
    name = fold_header(header)
    discount = pl.col("discount").fill_null(0)
    if most > 1:
        is_percent = most <= 100 and name.endswith(_RATE_WORDS)  # noqa: PLR2004 -- per cent
        return (discount * pl.lit(Decimal("0.01"), dtype=RATE)).cast(MONEY) if is_percent else None, (
            [DISCOUNT_IS_RATE] if is_percent else []
        )
    median = cells.cast(pl.Float64).median()
    if name in _PAID_SHARE and isinstance(median, float) and median >= 0.5:  # noqa: PLR2004 -- half off is rare
        return pl.when(pl.col("discount") > 0).then(_ONE - discount).otherwise(0).cast(MONEY), [DISCOUNT_IS_PAID_SHARE]
    return discount, [DISCOUNT_IS_RATE]


def _discount_money(listed: pl.Expr | None, rate: pl.Expr) -> pl.Expr:
    if listed is not None:
        return listed * rate
    paid = _ONE - rate
    share = rate.cast(RATE) / pl.when(paid > 0).then(paid).cast(RATE)
    return pl.col("amount") * share
