"""Dates in the words of other languages."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from salesperf.sources.values.parse_date import date_format


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1. März 2025", date(2025, 3, 1)),
        ("05.01.2025 um 14:30 Uhr", date(2025, 1, 5)),
        ("Mo, 13.01.2025", date(2025, 1, 13)),
        ("3. Dez. 2025", date(2025, 12, 3)),
        ("15 févr. 2025", date(2025, 2, 15)),
        ("le 1er août 2025", date(2025, 8, 1)),
        ("lundi 6 janvier 2025", date(2025, 1, 6)),
        ("25/01/2025 à 14h30", date(2025, 1, 25)),
        ("12 de enero de 2025", date(2025, 1, 12)),
        ("05-ene-25", date(2025, 1, 5)),
        ("5 de março de 2025 às 10:15", date(2025, 3, 5)),
        ("05/out/2025", date(2025, 10, 5)),
        ("7 giugno 2025", date(2025, 6, 7)),
        ("9 mag 2025", date(2025, 5, 9)),
        ("令和7年1月5日", date(2025, 1, 5)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("R7.12.31", date(2025, 12, 31)),
        ("2025年1月5日(日)", date(2025, 1, 5)),
        ("2025/01/05 14時30分", date(2025, 1, 5)),
        ("2025/01/05 午後2:30", date(2025, 1, 5)),
        ("10 Sept 2025", date(2025, 9, 10)),
        ("Mar 5, 2025", date(2025, 3, 5)),
    ],
)
def test_a_day_is_read(cell: str, day: date) -> None:
    cells = pl.Series("day", [cell])

    decision = date_format(cells)

    assert cells.to_frame().select(decision.format.parsed(pl.col("day"))).to_series().to_list() == [day]


@pytest.mark.parametrize("cell", ["mars", "R7-1-5", "3 sacs 2025", "令和", "Montag", "12 de junk de 2025"])
def test_words_that_only_look_like_days_are_none(cell: str) -> None:
    assert date_format(pl.Series("day", [cell])).bad == 1


def test_months_in_words_are_months() -> None:
    cells = pl.Series("day", ["janv. 2025", "Dezember 2025"])

    decision = date_format(cells)

    assert decision.format.is_by_month
    days = cells.to_frame().select(decision.format.parsed(pl.col("day"))).to_series().to_list()
    assert days == [date(2025, 1, 1), date(2025, 12, 1)]
