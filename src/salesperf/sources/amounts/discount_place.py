"""Whether amounts are before or after the discount beside them: shown by the rows, told by a header, or left open.

What cannot be decided is not taken off: the amounts stand as after the discount, and both sums are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import product

import polars as pl
from msgspec import Struct

from salesperf.core.text import Text
from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.values.money_cells import money_sum
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
# A literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_NEAR = pl.lit("0.005").cast(MONEY)
"""The share of an amount that rounding may take from it."""
_AFTER = re.compile(
    r"\bnet\b|\bafter\b|\bpaid\b|\bpayable\b|\bdue\b|\brevenue\b|\bsub ?total\b|\bsales?\b|\bturnover\b|\bline total\b"
    r"|实付|实收|实际|成交|折后|折扣后|优惠后|应付|应收|净|收入|销售额|营业额|小计",
    re.IGNORECASE,
)
"""What an amount is called that is after its discount."""
_BEFORE = re.compile(r"\bgross\b(?!.*\bmargin\b)|\bbefore\b.*\bdiscounts?\b|\bundiscounted\b|折前|原价", re.IGNORECASE)
"""What an amount is called that is before its discount."""
_SAYS_AFTER = re.compile(r"\bafter discounts?\b|\bnet of discounts?\b|\bdiscounted\b|折后|折扣后|优惠后", re.IGNORECASE)


class Discounted(Struct, frozen=True):
    """The rows with `amount` after the discount, what is said of it, and what is not known."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()


def is_before(header: str) -> bool:
    """Whether a header says that its amounts are before discounts."""
    return _BEFORE.search(header.replace("_", " ")) is not None


class Priced(Struct, frozen=True):
    """Quantity × unit price of each row; a net price is after the discount, any other before it."""

    worth: pl.Expr
    is_net: bool


def says_after_discount(header: str) -> bool:
    """Whether a header says in as many words that its amounts are after discounts."""
    return not is_before(header) and _SAYS_AFTER.search(header.replace("_", " ")) is not None


def after_discount(
    frame: pl.DataFrame,
    headers: Mapping[str, str],
    *,
    priced: Priced | None,
    includes: Collection[str] | None,
    rate: pl.Expr | None = None,
) -> Discounted:
    """Take the discount off the column `amount`, as far as it is before it.

    `priced` is given where the columns give it; `rate` is the discount as a share where it is one (None: it is money);
    `includes` is what the configuration says the amounts hold (None: nothing).
    """
    off = _off() if rate is None else (pl.col("amount") * rate).cast(MONEY)
    rows = frame.filter(off != 0, pl.col("amount").is_not_null(), pl.col("amount") != 0)
    if rows.is_empty():
        return Discounted(frame)
    why = TOLD if includes is not None and DISCOUNT in includes else None
    if includes is None:
        if says_after_discount(headers.get("amount", "")):
            return Discounted(frame)
        ways = _ways(rows, headers, off, priced, rate)
        if set(ways) == {0}:
            return Discounted(frame)
        why = ways.get(1) if 0 not in ways else None
    told = {"amount": headers.get("amount", "amount"), "header": headers.get(DISCOUNT, DISCOUNT)}
    if why is not None:
        net = frame.with_columns((pl.col("amount") - off).cast(MONEY).alias("amount"))
        return Discounted(net, (TAKEN_OFF.fill(**told, sum=f"{_sum(rows, off):,.2f}", why=why),))
    is_lone_rate = rate is not None and priced is None
    if includes is not None or is_lone_rate or _AFTER.search(told["amount"].replace("_", " ")) is not None:
        return Discounted(frame)
    stands = _sum(frame, pl.col("amount"))
    return Discounted(
        frame, doubts=(DOUBT.fill(**told, stands=f"{stands:,.2f}", less=f"{stands - _sum(rows, off):,.2f}"),)
    )


def _off() -> pl.Expr:
    """The discount with the sign of its amount; some exports write it with a minus."""
    size = pl.col(DISCOUNT).fill_null(0).abs()
    return pl.when(pl.col("amount") < 0).then(-size).otherwise(size)


def _ways(
    rows: pl.DataFrame, headers: Mapping[str, str], off: pl.Expr, priced: Priced | None, rate: pl.Expr | None
) -> dict[int, Text]:
    """What nearly all rows with a discount show: the amount less it (1), or as it stands (0), makes the known sum."""
    found: dict[int, Text] = {}
    if "total_amount" in rows.columns:
        charges = [name for name in CHARGE_COLUMNS if name in rows.columns]
        why = BY_TOTAL.fill(total=headers.get("total_amount", "total_amount"))
        for part, *held in product((0, 1), *((0, 1) for _ in charges)):
            more = sum((pl.col(name).fill_null(0) * one for name, one in zip(charges, held, strict=True)), pl.lit(0))
            if _agrees(rows, pl.col("amount") - off * part + more, pl.col("total_amount")):
                found[part] = why
    if not found and priced is not None and (place := _by_price(rows, priced, rate)) is not None:
        found[place] = BY_PRICE
    return found


def _by_price(rows: pl.DataFrame, priced: Priced, rate: pl.Expr | None) -> int | None:
    """Quantity × price less the discount is the amount: it is after (0). Quantity × price itself: before (1).

    A discount that is a rate leaves fractions of cents, which exports round: near is enough where it is not before.
    """
    amount, worth = pl.col("amount"), priced.worth
    if priced.is_net:
        return 0 if _agrees(rows, amount, worth) else None
    net = worth - (_off() if rate is None else worth * rate)
    if _agrees(rows, amount, net):
        return 0
    if _agrees(rows, amount, worth):
        return 1
    return 0 if rate is not None and _agrees(rows, amount, net, slack=amount.abs() * _NEAR) else None


def _agrees(rows: pl.DataFrame, one: pl.Expr, other: pl.Expr, *, slack: pl.Expr | None = None) -> bool:
    allowed = pl.lit(_CENT) if slack is None else slack + pl.lit(_CENT)
    known = rows.select(((one - other).abs() <= allowed).alias("same")).drop_nulls()
    return known.height > 0 and int(known["same"].sum()) >= _PROOF * known.height


def _sum(rows: pl.DataFrame, value: pl.Expr) -> Decimal:
    return money_sum(rows.select(value.cast(MONEY)).to_series())
