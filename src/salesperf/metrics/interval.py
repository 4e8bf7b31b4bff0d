"""The ends of 95 % intervals of shares and balances of shares: how far chance may have moved a result."""

from __future__ import annotations

import polars as pl

_Z = 1.959963984540054
"""97.5 % of a normal distribution lie below it."""
_ADDED, _ADDED_EACH = 3.0, 0.75
"""Answers added in all, and to those for and those against."""


def wilson(count: pl.Expr, of: pl.Expr, *, upper: bool) -> pl.Expr:
    """One end of the score interval of a share, `count` of `of`; null where there are none.

    E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
    """
    many = _known(of)
    share = count.cast(pl.Float64) / many
    spread = _Z * (share * (1 - share) / many + _Z**2 / (4 * many**2)).sqrt()
    centre = share + _Z**2 / (2 * many)
    return ((centre + spread if upper else centre - spread) / (1 + _Z**2 / many)).clip(0, 1)


def balance(above: pl.Expr, below: pl.Expr, of: pl.Expr, *, upper: bool) -> pl.Expr:
    """One end of the adjusted Wald interval of the share `above` less the share `below`; null where there are none.

    B. Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016) 365-372: three
    answers are added, three quarters of one to each side. Of a single answer the balance lies just beyond it.
    """
    many = _known(of) + _ADDED
    high, low = ((side.cast(pl.Float64) + _ADDED_EACH) / many for side in (above, below))
    spread = _Z * ((high + low - (high - low) ** 2) / many).sqrt()
    return (high - low + spread if upper else high - low - spread).clip(-1, 1)


def _known(of: pl.Expr) -> pl.Expr:
    many = of.cast(pl.Float64)
    return pl.when(many > 0).then(many)
