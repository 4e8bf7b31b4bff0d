"""Whether amounts are before or after the discount beside them: shown by the rows, told by a header, or left open.

What cannot be decided is not taken off: the amounts stand as after the discount, and both sums are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.tables.schema import MONEY

DISCOUNT = "discount"
TAKEN_OFF = Text(
    "the amount is that under {amount!r} less the discount under {header!r} ({sum}): {why}",
    "金额取自「{amount}」，已减去「{header}」（合计 {sum}）：{why}",
)
BY_TOTAL = Text("only so the rows come to the total under {total!r}", "只有这样各行才与「{total}」一致")
BY_PRICE = Text("before it the rows are quantity × unit price", "减去之前各行等于数量×单价")
TOLD = Text("amount_includes says so", "依据 amount_includes 设置")
DOUBT = Text(
    "whether the amounts under {amount!r} are before or after the discount under {header!r} is not known: they are "
    "taken as after it ({stands} in all); if they are before it, net of it they are {less} in all",
    "无法判断「{amount}」是扣除「{header}」之前还是之后的金额：按扣除之后计入（合计 {stands}）；"
    "若为扣除之前，则扣除后合计为 {less}",
)
SETTLE = Text(
    '{doubt}; amount_includes = ["discount"] under [[table]] takes it off, amount_includes = [] says that they are '
    "after it",
    '{doubt}；可在 [[table]] 中写 amount_includes = ["discount"] 予以扣除，或写 amount_includes = [] 表示已扣除',
)
_PROOF = 0.99
"""The share of rows with a discount that prove a sum."""
_CENT = Decimal("0.011")
_AFTER = re.compile(
    r"\bnet\b|\bafter\b|\bpaid\b|\bpayable\b|\bdue\b|\brevenue\b|\bsub ?total\b|\bsales?\b|\bturnover\b|\bline total\b"
    r"|实付|实收|实际|成交|折后|优惠后|应付|应收|净|收入|销售额|营业额|小计",
    re.IGNORECASE,
)
"""What an amount is called that is after its discount."""
_BEFORE = re.compile(r"\bgross\b(?!.*\bmargin\b)|\bbefore\b.*\bdiscounts?\b|\bundiscounted\b|折前|原价", re.IGNORECASE)
"""What an amount is called that is before its discount."""


@dataclass(frozen=True, slots=True)
class Discounted:
    """The rows with `amount` after the discount, what is said of it, and what is not known."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()


def is_before(header: str) -> bool:
    """Whether a header says that its amounts are before discounts."""
    return _BEFORE.search(header.replace("_", " ")) is not None


def after_discount(
    frame: pl.DataFrame, headers: Mapping[str, str], *, listed: pl.Expr | None, includes: Collection[str] | None
) -> Discounted:
    """Take a discount in money off the column `amount`, as far as it is before it.

    `listed` is quantity × list price where the columns give it; `includes` is what the configuration says the amounts
    hold (None: nothing).
    """
    off = _off()
    rows = frame.filter(off != 0, pl.col("amount").is_not_null(), pl.col("amount") != 0)
    if rows.is_empty():
        return Discounted(frame)
    why = TOLD if includes is not None and DISCOUNT in includes else None
    if includes is None:
        ways = _ways(rows, headers, off, listed)
        if set(ways) == {0}:
            return Discounted(frame)
        why = ways.get(1) if 0 not in ways else None
    told = {"amount": headers.get("amount", "amount"), "header": headers.get(DISCOUNT, DISCOUNT)}
    if why is not None:
        net = frame.with_columns((pl.col("amount") - off).cast(MONEY).alias("amount"))
        return Discounted(net, (TAKEN_OFF.fill(**told, sum=f"{_sum(rows, off):,.2f}", why=why),))
    if includes is not None or _AFTER.search(told["amount"].replace("_", " ")) is not None:
        return Discounted(frame)
    stands = _sum(frame, pl.col("amount"))
    return Discounted(
        frame, doubts=(DOUBT.fill(**told, stands=f"{stands:,.2f}", less=f"{stands - _sum(rows, off):,.2f}"),)
    )


def _off() -> pl.Expr:
    """The discount with the sign of its amount; some exports write it with a minus."""
    size = pl.col(DISCOUNT).fill_null(0).abs()
    return pl.when(pl.col("amount") < 0).then(-size).otherwise(size)


def _ways(rows: pl.DataFrame, headers: Mapping[str, str], off: pl.Expr, listed: pl.Expr | None) -> dict[int, Text]:
    """What nearly all rows with a discount show: the amount less it (1), or as it stands (0), makes the known sum."""
    found: dict[int, Text] = {}
    if "total_amount" in rows.columns:
        charges = [name for name in CHARGE_COLUMNS if name in rows.columns]
        why = BY_TOTAL.fill(total=headers.get("total_amount", "total_amount"))
        for part, *held in product((0, 1), *((0, 1) for _ in charges)):
            more = sum((pl.col(name).fill_null(0) * one for name, one in zip(charges, held, strict=True)), pl.lit(0))
            if _agrees(rows, pl.col("amount") - off * part + more, pl.col("total_amount")):
                found[part] = why
    if not found and listed is not None:
        # Quantity × price less the discount is the amount: it is after. Quantity × price itself: before.
        if _agrees(rows, pl.col("amount"), listed - _off()):
            found[0] = BY_PRICE
        elif _agrees(rows, pl.col("amount"), listed):
            found[1] = BY_PRICE
    return found


def _agrees(rows: pl.DataFrame, one: pl.Expr, other: pl.Expr) -> bool:
    known = rows.select(((one - other).abs() <= _CENT).alias("same")).drop_nulls()
    return known.height > 0 and int(known["same"].sum()) >= _PROOF * known.height


def _sum(rows: pl.DataFrame, value: pl.Expr) -> Decimal:
    total = rows.select(value.cast(MONEY).sum()).item()
    return total if isinstance(total, Decimal) else Decimal(0)
