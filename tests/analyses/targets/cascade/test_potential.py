"""Market sizes as weights."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.cascade.potential import potential_of
from salesperf.core.errors import DataError
from salesperf.core.period import Grain
from salesperf.facts.calendar import Calendar

MARKET = "period,scope,scope_id,market_size\n2025,region,E,900\n2025,region,W,100\n2025,company,,5000\n"


def test_the_latest_period_that_begins_in_time_counts() -> None:
    years = [Calendar().period(Grain.YEAR, date(year, 1, 1)) for year in (2024, 2025, 2027)]
    rows = [(year, "E", Decimal(size)) for year, size in zip(years, (1, 2, 3), strict=True)]

    found = potential_of(rows, years[1])

    assert (found.sizes, found.period) == ({"E": 2}, years[1])


def test_a_region_is_shared_by_its_people(plan: Any, got: Any) -> None:
    """E 900 for Ann and Bob, W 100 for Cid."""
    found = plan({"market": MARKET}, weights="potential")

    assert got(found) == {"East": 900, "Ann": 450, "Bob": 450, "West": 100, "Cid": 100}


def test_a_team_may_have_a_size_of_its_own(plan: Any, got: Any) -> None:
    market = "period,scope,scope_id,market_size\n2025,team,East,1\n2025,team,West,3\n"

    found = got(plan({"market": market}, weights="potential", teams={"East": {"weights": "history"}}))

    assert found == {"East": 250, "Ann": 167, "Bob": 83, "West": 750, "Cid": 750}


def test_no_size_at_all_is_said(plan: Any) -> None:
    with pytest.raises(DataError, match="no market size names a team"):
        plan(weights="potential")
