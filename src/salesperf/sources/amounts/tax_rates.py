"""The tax that amounts hold, worked out from a column of rates where no column says it in money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import polars as pl

from salesperf.core.money import EXACT, settle
from salesperf.sources.amounts.charges import TAX
from salesperf.tables.schema import MONEY, RATE

TAX_RATE = "tax_rate"
"""The column of rates; canonical tables have none."""
_PROOF = 0.95
_CENT = Decimal("0.02")
_PER_CENT = Decimal(100)


def with_tax_of_rate(frame: pl.DataFrame, headers: Mapping[str, str]) -> tuple[pl.DataFrame, Mapping[str, str]]:
    """The rows without their rates, and with the tax that `amount` holds at them if it holds any.

    To the cent, half up. A tax column that is there is not touched; where a total is the amount and the tax at the rate
    upon it, the amount holds none.
    """
    if TAX_RATE not in frame.columns:
        return frame, headers
    bare = frame.drop(TAX_RATE)
    if TAX.column in frame.columns and frame[TAX.column].count() > 0:
        return bare, headers
    pairs = frame.select("amount", TAX_RATE).drop_nulls().unique()
    pairs = pairs.filter(pl.col(TAX_RATE) > 0)
    if pairs.is_empty():
        return bare, headers
    most = pairs[TAX_RATE].max()
    scale = _PER_CENT if isinstance(most, Decimal) and most > 1 else Decimal(1)
    found = [(amount, rate, *_taxes(amount, rate / scale)) for amount, rate in pairs.iter_rows()]
    taxes = pl.DataFrame(found, schema={"amount": MONEY, TAX_RATE: RATE, "_held": MONEY, "_upon": MONEY}, orient="row")
    joined = frame.join(taxes, on=["amount", TAX_RATE], how="left", maintain_order="left")
    if "total_amount" in frame.columns and _is_upon(joined):
        return bare, headers
    taxed = joined.with_columns(pl.col("_held").alias(TAX.column)).drop(TAX_RATE, "_held", "_upon")
    return taxed, {**headers, TAX.column: headers.get(TAX_RATE, TAX_RATE)}


def _taxes(amount: Decimal, rate: Decimal) -> tuple[Decimal, Decimal]:
    """The tax that an amount holds, and the one that comes upon it.

    >>> _taxes(Decimal("113.00"), Decimal("0.13"))
    (Decimal('13.00'), Decimal('14.69'))
    """
    net = EXACT.divide(amount, EXACT.add(Decimal(1), rate))
    return settle(amount - settle(net)), settle(EXACT.multiply(amount, rate))


def _is_upon(rows: pl.DataFrame) -> bool:
    """Whether nearly all totals are the amount and the tax upon it."""
    gap = pl.col("total_amount") - pl.col("amount") - pl.col("_upon")
    known = rows.filter(pl.col("_upon").abs() > _CENT).select((gap.abs() <= _CENT).alias("same")).drop_nulls()
    return known.height > 0 and int(known["same"].sum()) >= _PROOF * known.height
