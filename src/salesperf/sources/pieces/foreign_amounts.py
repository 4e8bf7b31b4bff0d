"""An amount beside one that is called foreign (NetSuite's `Amount (Foreign Currency)`): that of the books.

A plain name says nothing of its currency, so the rows must show it: foreign × rate = amount where a rate stands there,
else one currency in which both are the same.
"""

from __future__ import annotations

import polars as pl

from salesperf.core.late import late
from salesperf.sources.known import Known
from salesperf.sources.values.number_format import numbers
from salesperf.sources.values.parse_number import is_number_like, number_format
from salesperf.tables.header_words import header_words
from salesperf.tables.schema import MONEY, RATE

FOREIGN = late(
    r"原币|\b(?:original|foreign) (?:currency )?(?:amount|amt|total)\b|\bfc (?:amount|amt|total)\b"
    r"|\b(?:amount|amt|total)\b.{0,5}\b(?:original|foreign|transaction|document|fc)\b"
)
"""What an amount in the currency of its row is called."""
_PLAIN = late(
    r"^(?:(?:sales|line|order|invoice|net|total) )*(?:amount|amt|total|revenue)$"
    r"|^(?:销售|订单|合同|开票)?(?:金额|总额)$"
)
_RATE = late(r"\b(?:exchange|fx|currency|conversion) rate\b|汇率")
_SHARE = 0.99
_NEAR = 0.001
"""Rates are written with four digits or so: this share of an amount may be lost with the others."""
_HALF_CENTS = 0.02


def books_beside_foreign(one: Known, currency: str) -> tuple[str, str] | None:
    """The header of the books' amount and of the foreign one beside it, where the rows show that they are."""
    foreign = [header for header in one.raw.header if FOREIGN.search(header_words(header))]
    if len(foreign) != 1:
        return None
    plain = [header for header in one.raw.header if header not in foreign and _PLAIN.search(header_words(header))]
    rates = [header for header in one.raw.header if _RATE.search(header_words(header))][:1]
    asked = [*foreign, *plain, *rates]
    if len(plain) != 1 or not all(is_number_like(one.raw.sample[header], share=_SHARE) for header in asked):
        return None
    cells = one.raw.frame.select(pl.col(currency, *asked).cast(pl.String).str.strip_chars()).collect()
    names = ("foreign", "amount", "rate")
    read = [
        numbers(cells[header], number_format(cells[header]).format, RATE if name == "rate" else MONEY).alias(name)
        for name, header in zip(names, asked, strict=False)
    ]
    rows = pl.DataFrame([cells[currency].alias("code"), *(one.cast(pl.Float64) for one in read)]).drop_nulls()
    return (plain[0], foreign[0]) if _is_shown(rows) else None


def _is_shown(rows: pl.DataFrame) -> bool:
    if not rows.select(~_is_near(pl.col("foreign"), pl.col("amount"))).to_series().any():
        return False
    if "rate" in rows.columns:
        foreign, rate = pl.col("foreign"), pl.col("rate")
        shares = rows.select(
            _is_near(foreign * rate, pl.col("amount")).mean().alias("times"),
            _is_near(foreign / rate, pl.col("amount")).mean().alias("by"),
        )
        return bool(max(shares.row(0)) >= _SHARE)
    same = pl.col("foreign") == pl.col("amount")
    return bool(rows.group_by("code").agg(same.all().alias("same"))["same"].sum() == 1)


def _is_near(worked: pl.Expr, amount: pl.Expr) -> pl.Expr:
    return (worked - amount).abs() <= _HALF_CENTS + _NEAR * amount.abs()
