"""Why money is one dtype from parsing to aggregation, and why Python decides: the frame library's decimals.

Each test fails when the library stops doing what the rule guards against; then the rule may go.
"""

from __future__ import annotations

import math
from decimal import Decimal

import polars as pl
import pytest

from salesperf.tables.schema import MONEY


def decimals(*amounts: str | None, scale: int) -> pl.Series:
    return pl.Series("amount", amounts, pl.String).cast(pl.Decimal(38, scale))


def test_a_product_keeps_the_larger_scale_only() -> None:
    product = decimals("0.10", scale=2) * decimals("0.025", scale=3)

    assert str(product[0]) == "0.002"  # 0.0025 exactly: so pay is worked out in Python


def test_a_quotient_keeps_the_scale_of_its_parts() -> None:
    quotient = decimals("1000000.30", scale=2) / decimals("3000000.00", scale=2)

    assert str(quotient[0]) == "0.33"  # 0.3333334333: so ratios go through floats


def test_stacking_may_narrow_to_the_first_frame() -> None:
    stacked = pl.concat([decimals("1.12", scale=2).to_frame(), decimals("1.1239", scale=4).to_frame()])

    assert str(stacked["amount"][1]) == "1.12"  # so only conformed frames are stacked


def test_a_mean_is_a_float() -> None:
    assert decimals("0.10", "0.20", scale=2).to_frame().select(pl.col("amount").mean()).dtypes == [pl.Float64]


def test_a_float_factor_makes_floats() -> None:
    assert (decimals("0.10", scale=2) * 1.5).dtype == pl.Float64


def test_rounding_goes_to_the_even_neighbour() -> None:
    assert str(decimals("2.345", scale=3).round(2)[0]) == "2.340"  # half-up gives 2.35: so `settle` rounds


def test_text_with_thousands_separators_becomes_null_when_not_strict() -> None:
    assert pl.Series(["1,234.50"]).cast(MONEY, strict=False).to_list() == [None]


def test_the_sum_of_nothing_is_zero() -> None:
    nothing = pl.Series([None, None], dtype=MONEY)

    assert nothing.sum() == Decimal(0)  # so every sum carries a count of values


def test_text_with_more_digits_is_rounded_without_a_word() -> None:
    assert str(pl.Series(["1.0000005"]).cast(MONEY, strict=False)[0]) in {"1.000000", "1.000001"}


def test_dividing_by_zero_raises_or_gives_infinity() -> None:
    one, zero = decimals("1.00", scale=2), decimals("0.00", scale=2)

    with pytest.raises(pl.exceptions.ComputeError, match="division by zero"):
        one / zero
    assert (one.cast(pl.Float64) / zero.cast(pl.Float64)).to_list() == [math.inf]  # so `ratio` gives null and says why


def test_what_does_not_fit_the_first_frame_becomes_null_when_stacked() -> None:
    stacked = pl.concat([decimals("1.12", scale=6).to_frame(), decimals("9" * 34, scale=2).to_frame()])

    assert stacked["amount"].to_list() == [Decimal("1.12"), None]
