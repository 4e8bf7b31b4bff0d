from __future__ import annotations

from datetime import date
from decimal import Decimal

import narwhals as nw
import polars as pl
import pytest

from salesperf.metrics.countback import countback

MONEY = pl.Decimal(38, 6)


def days(*moves: tuple[date, int, int], end: date) -> float | None:
    frame = pl.DataFrame(
        [(on, Decimal(issued), Decimal(owed)) for on, issued, owed in moves],
        schema={"date": pl.Date, "issued": MONEY, "receivable": MONEY},
        orient="row",
    )
    found = countback(nw.from_native(frame.lazy()), ["period"], [end])
    value: float | None = found["value"][0]
    return value


JANUARY, FEBRUARY, MARCH = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)


def test_months_are_counted_back_with_their_own_length() -> None:
    # 900 owed: March 400 takes 31 days, February 400 28, and 100 of January's 200 half of 31.
    moves = ((JANUARY, 200, 100), (FEBRUARY, 400, 400), (MARCH, 400, 400))

    assert days(*moves, end=date(2026, 3, 31)) == pytest.approx(31 + 28 + 15.5)


def test_the_published_example_with_the_lengths_of_its_months() -> None:
    # 212,000 owed of 100,000, 80,000 and 32,000 of 70,000: in months of 30 days, 73.7.
    moves = ((JANUARY, 70_000, 32_000), (FEBRUARY, 80_000, 80_000), (MARCH, 100_000, 100_000))

    assert days(*moves, end=date(2026, 3, 31)) == pytest.approx(31 + 28 + 32 / 70 * 31)


def test_the_month_that_is_not_over_has_the_days_it_has_had() -> None:
    moves = ((FEBRUARY, 400, 400), (MARCH, 400, 200))

    assert days(*moves, end=date(2026, 3, 20)) == pytest.approx(20 + 200 / 400 * 28)


def test_a_month_without_invoices_only_adds_its_days() -> None:
    assert days((JANUARY, 100, 100), end=date(2026, 3, 31)) == pytest.approx(31 + 28 + 31)


def test_nothing_owed_is_no_day_and_more_than_was_ever_invoiced_is_unknown() -> None:
    assert days((JANUARY, 100, 0), end=date(2026, 1, 31)) == 0.0
    assert days((JANUARY, 100, 130), end=date(2026, 1, 31)) is None
