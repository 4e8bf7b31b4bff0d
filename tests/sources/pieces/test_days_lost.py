"""Days of losing are days of closing."""

from __future__ import annotations

from datetime import date

import polars as pl

from salesperf.sources.pieces.days_lost import with_days_lost

_WON, _LOST = date(2026, 2, 1), date(2026, 3, 1)


def test_a_lost_deal_was_closed_on_the_day_it_was_lost_and_a_reopened_one_on_the_day_it_was_won() -> None:
    frame = pl.DataFrame(
        {
            "status": ["Won", "Lost", "Won", "输单", "open"],
            "closed_date": [_WON, None, _WON, _WON, None],
            "lost_date": [None, _LOST, _LOST, _LOST, None],
        },
        schema={"status": pl.String, "closed_date": pl.Date, "lost_date": pl.Date},
    )

    found = with_days_lost(frame)

    assert found["closed_date"].to_list() == [_WON, _LOST, _WON, _LOST, None]
    assert "lost_date" not in found.columns


def test_without_days_of_winning_they_are_the_only_days() -> None:
    assert with_days_lost(pl.DataFrame({"lost_date": [_LOST]}))["closed_date"].to_list() == [_LOST]
