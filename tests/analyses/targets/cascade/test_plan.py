"""A company's target broken down, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.core.errors import DataError, UsageError


def test_history_shares_by_what_was_sold(plan: Any, got: Any) -> None:
    assert got(plan()) == {"East": 900, "Ann": 600, "Bob": 300, "West": 100, "Cid": 100}


def test_a_joiner_counts_by_the_workdays_there_and_a_newcomer_by_the_ramp(plan: Any, got: Any) -> None:
    """April 2026 has 22 workdays. Cid joins on the 16th with 11 of them: headcount 2 : 1 of 90 is 60 and 30.

    In the first month the capacity is a quarter: 8 : 1.
    """
    people = "rep_id,rep_name,team,hire_date\nR1,Ann,East,2020-01-01\nR3,Cid,West,2026-04-16\n"

    by_heads = got(plan({"people": people}, weights="headcount", period="2026-04", target=90))
    by_capacity = got(plan({"people": people}, weights="capacity", period="2026-04", target=90))

    assert (by_heads["Ann"], by_heads["Cid"]) == (60, 30)
    assert (by_capacity["Ann"], by_capacity["Cid"]) == (80, 10)


def test_without_a_word_it_is_history_and_capacity(plan: Any, got: Any) -> None:
    """0.7 x 0.9 + 0.3 x 2/3 = 0.83 for East; of it Ann 0.7 x 2/3 + 0.3 x 1/2 = 0.6167: 511.83."""
    found = got(plan(weights=None))

    assert found == {"East": 830, "Ann": 512, "Bob": 318, "West": 170, "Cid": 170}


def test_periods_of_teams_are_the_sums_of_their_people(plan: Any) -> None:
    found = plan(grain="quarter")
    east, west = found.portions

    assert found.periodic(east) == tuple(
        a + b for a, b in zip(found.periodic(east.below[0]), found.periodic(east.below[1]), strict=True)
    )
    assert sum(found.added((east, west))) == 1000


def test_to_teams_only(plan: Any) -> None:
    """Months of 2026 have 20 to 23 of 261 weekdays; a weekday is worth 900 / 261 = 3.448.

    22 days are 75.86, 20 are 68.97, 21 are 72.41, 23 are 79.31. Whole parts come to 892; the eight left go to February,
    the six months of 22 days, and the first of 21, May: quarters of 76 + 69 + 76, 76 + 73 + 76, 79 + 72 + 76 and
    76 + 72 + 79.
    """
    found = plan(to="team", grain="quarter")

    assert found.periodic(found.portions[0]) == (221, 225, 227, 227)


def test_without_a_people_table_those_who_sold_lately_get_it(plan: Any, got: Any) -> None:
    assert got(plan({"people": ""})) == {"R3": 1000}


def test_a_period_that_has_begun_is_shared_by_those_who_sell_in_it(plan: Any, got: Any) -> None:
    """Nobody sold before 2025, so nothing but being there weighs: 900 are 300 for each of three."""
    assert got(plan({"people": ""}, period="2025", target=900, weights=None)) == {"R1": 300, "R2": 300, "R3": 300}


def test_a_target_that_is_no_whole_unit_is_refused(plan: Any) -> None:
    with pytest.raises(UsageError, match=r"1,000\.5 is no whole multiple of 1"):
        plan(target="1000.5")
    assert plan(target="1000.5", unit="0.1").units == 10005


@pytest.mark.parametrize(
    ("tables", "said", "words"),
    [
        ({"people": "rep_id,rep_name\nR1,Ann\n"}, {"to": "team"}, "no teams"),
        ({"people": "rep_id,rep_name,leave_date\nR1,Ann,2024-01-01\n"}, {}, "nobody to share"),
        ({"people": "", "orders": "order_id,order_date,rep_id,amount\n1,2025-12-10,R1,6.00\n"}, {}, "no sales of a"),
        ({"people": "rep_id,rep_name,hire_date\nR9,Eve,2025-12-01\n"}, {}, "nothing was sold in the twelve months"),
    ],
)
def test_what_cannot_be_shared_out_is_said(plan: Any, tables: Any, said: Any, words: str) -> None:
    with pytest.raises(DataError, match=words):
        plan(tables, **said)


def test_a_team_that_is_not_there_is_no_team(plan: Any) -> None:
    with pytest.raises(UsageError, match="'North' is no team"):
        plan(teams={"North": {"factor": 2}})
