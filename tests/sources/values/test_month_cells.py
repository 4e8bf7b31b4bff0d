"""Cells that say a month and no day."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from salesperf.sources.values.month_cells import first_day, is_month, lost_a_zero, may_be_days


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("202501", date(2025, 1, 1)),
        ("2025-1", date(2025, 1, 1)),
        ("2025-12-", date(2025, 12, 1)),
        ("2025-12-份", date(2025, 12, 1)),
        ("2025-M03", date(2025, 3, 1)),
        ("03-2025", date(2025, 3, 1)),
        ("Jan-25", date(2025, 1, 1)),
        ("Jan'25", date(2025, 1, 1)),
        ("SEPT-2025", date(2025, 9, 1)),
        ("2025-December", date(2025, 12, 1)),
        ("Dec-99", date(1999, 12, 1)),
    ],
)
def test_a_month_is_its_first_day(body: str, day: date) -> None:
    found = pl.DataFrame({"body": [body]}).select(
        is_month(pl.col("body")).alias("is"), first_day(pl.col("body")).alias("d")
    )

    assert found.row(0) == (True, day)


@pytest.mark.parametrize(
    "body", ["202513", "20251", "2025-00", "100001", "2025-1-5", "Janet-25", "25-Jan", "Jan", "13-2025"]
)
def test_what_says_a_day_or_no_month_is_none(body: str) -> None:
    found = pl.DataFrame({"body": [body]}).select(
        is_month(pl.col("body")).alias("is"), first_day(pl.col("body")).alias("d")
    )

    assert found.row(0) == (False, None)


def test_an_october_that_lost_its_zero_is_seen() -> None:
    assert lost_a_zero(["2025.08", "2025.1"])
    assert lost_a_zero(["2025.9", "2025.1", "2025.11"])
    assert not lost_a_zero(["2025.9", "2025.10", "2025.11"])


def test_two_digits_behind_a_month_are_years_where_one_has_months_or_some_follow_each_other() -> None:
    months = ("Jan", "Mar", "May", "Jul", "Sep", "Nov")

    assert not may_be_days(["Jan-25", "Feb-25"])
    assert not may_be_days([f"{month}-{year}" for month in months for year in (24, 25)])
    assert may_be_days(["Jan-25"])
    assert may_be_days(["Jan-05", "Feb-05"])
    assert may_be_days(["Jan-11", "Jan-12", "Feb-13"])
    assert not may_be_days(["January 2025"])
