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
_MONEY_WORDS = ("amount", "amt", "value", "金额", "总额", "额")
_NET_PRICES = frozenset(
    fold_header(word)
    for word in ("net price", "net unit price", "unit net price", "成交单价", "成交价", "折后单价", "实际单价")
)
"""Headers of prices from which the discount is taken off already."""

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
PRICED_NET = Text("amount = quantity × net price", "金额＝数量×成交单价")
PRICED_ALONE = Text(
    "amount = price: there is no quantity column, so every line counts at its price once",
    "金额＝单价：无数量列，每行按单价计一次",
)
LIST_LESS_DISCOUNT = Text("amount = list amount - discount", "金额＝标价金额－折扣")
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
    if "cost" in wanted and "cost" not in has:
        way = {"quantity", "unit_cost"} if {"quantity", "unit_cost"} <= set(has) else {"profit"} & set(has)
        needed |= way
        wanted = {*wanted, "amount"} if "profit" in way else wanted
        needed |= set(wanted) & set(has)
    if "amount" in wanted and "amount" not in has:
        if "total_amount" in has and ("tax" in has or not {"quantity", "unit_price"} <= set(has)):
            needed |= {"total_amount", "tax"} & set(has)
        elif {"list_amount", "discount"} <= set(has):
            needed |= {"list_amount", "discount"}
        else:
            needed |= {"quantity", "unit_price", "discount"} & set(has)
    if "discount" in needed:
        needed |= {"amount", "quantity", "unit_price"} & set(has)
    return frozenset(needed)


def derivable(has: Collection[str]) -> frozenset[str]:
    """The columns of order lines that others of these give."""
    ways = (
        ("amount", {"total_amount"}),
        ("amount", {"quantity", "unit_price"}),
        ("amount", {"list_amount", "discount"}),
        ("amount", {"unit_price"}),
        ("cost", {"quantity", "unit_cost"}),
        ("cost", {"profit"}),
    )
    return frozenset(column for column, sources in ways if sources <= set(has))


def with_amounts(frame: pl.DataFrame, headers: Mapping[str, str]) -> Derived:
    """Derive what is missing; `headers` are the files' own words for the columns."""
    notes: list[Text] = []
    rate: pl.Expr | None = None
    if "discount" in frame.columns:
        rate, said = _rate(frame, headers.get("discount", ""))
        notes += said
    columns = set(frame.columns)
    listed = pl.col("quantity") * pl.col("unit_price") if {"quantity", "unit_price"} <= columns else None
    is_net = fold_header(headers.get("unit_price", "")) in _NET_PRICES
    if "amount" not in columns:
        amount, note = (listed, PRICED_NET) if is_net and listed is not None else _amount(columns, listed, rate)
        if amount is None or note is None:
            return Derived(frame, tuple(notes))
        frame = frame.with_columns(amount.cast(MONEY).alias("amount"))
        notes.append(note)
    if rate is not None:
        base = None if is_net else listed
        frame = frame.with_columns(_discount_money(base, rate).cast(MONEY).alias("discount"))
    return Derived(frame, tuple(notes))


def _amount(
    columns: Collection[str], listed: pl.Expr | None, rate: pl.Expr | None
) -> tuple[pl.Expr | None, Text | None]:
    if "total_amount" in columns and "tax" in columns:
        return pl.col("total_amount") - pl.col("tax").fill_null(0), TAX_TAKEN_OFF
    if "list_amount" in columns and "discount" in columns:
        return _less_discount(pl.col("list_amount"), columns, rate), LIST_LESS_DISCOUNT
    if listed is not None:
        note = PRICED_AT_RATE if rate is not None else PRICED_LESS_DISCOUNT if "discount" in columns else PRICED
        return _less_discount(listed, columns, rate), note
    if "total_amount" in columns:
        return pl.col("total_amount"), TAX_UNKNOWN
    return (pl.col("unit_price"), PRICED_ALONE) if "unit_price" in columns else (None, None)


def _less_discount(listed: pl.Expr, columns: Collection[str], rate: pl.Expr | None) -> pl.Expr:
    if rate is not None:
        return listed - listed * rate
    if "discount" not in columns:
        return listed
    # Some exports write a discount with a minus; on a return both signs turn round.
    off = pl.col("discount").fill_null(0).abs()
    return pl.when(listed < 0).then(listed + off).otherwise(listed - off)


def _rate(frame: pl.DataFrame, header: str) -> tuple[pl.Expr | None, list[Text]]:
    """The discount as a share of the list value, when that is what the column holds."""
    cells = frame["discount"].drop_nulls()
    most, least = cells.max(), cells.min()
    if not isinstance(most, Decimal) or not isinstance(least, Decimal) or most <= 0 or least < 0:
        return None, []
    name = fold_header(header)
    discount = pl.col("discount").fill_null(0)
    if name.endswith(_MONEY_WORDS):
        return None, []
    if most > 1:
        is_percent = most <= 100 and name.endswith(_RATE_WORDS)  # noqa: PLR2004 -- per cent
        return (discount * pl.lit(Decimal("0.01"), dtype=RATE)).cast(MONEY) if is_percent else None, (
            [DISCOUNT_IS_RATE] if is_percent else []
        )
    if not ((cells > 0) & (cells < 1)).any():
        return None, []
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
