"""Teams of reps that only the sales tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

HEAD = "order_id,order_date,rep_name,team,amount\n"


def _teams(found: Any) -> dict[str, Any]:
    keys = [column.key for column in found.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    return {row["who"]: row["target"] for row in rows if row["scope"] == "team" and row["horizon"] == "period"}


def test_reps_stand_below_the_teams_of_their_sales(report: Any, bundle: Any, line: Any) -> None:
    orders = HEAD + "1,2026-03-02,Ann,East,30.00\n2,2026-03-13,Bob,West,60.00\n"

    found = report(bundle(orders=orders, people=None))

    assert _teams(found) == {"East": Decimal(66), "West": Decimal(132)}
    assert line(found, "company")["target"] == Decimal(198)
    assert line(found, "East")["actual"] == Decimal(30)


def test_the_last_of_several_teams_counts_and_of_two_at_a_time_none(report: Any, bundle: Any) -> None:
    moved = HEAD + "1,2026-02-02,Ann,East,30.00\n2,2026-03-02,Ann,West,30.00\n3,2026-03-13,Bob,West,60.00\n"
    shared = HEAD + "1,2026-02-02,Ann,East,30.00\n2,2026-03-02,Ann,West,30.00\n3,2026-03-13,Ann,East,60.00\n"

    assert _teams(report(bundle(orders=moved, people=None))) == {"West": Decimal(198)}
    assert _teams(report(bundle(orders=shared, people=None))) == {}


def test_teams_of_a_people_table_go_before_those_of_the_sales(report: Any, bundle: Any) -> None:
    orders = "order_id,order_date,rep_id,team,amount\n1,2026-03-02,R1,North,30.00\n2,2026-03-13,R2,North,60.00\n"

    assert _teams(report(bundle(orders=orders))) == {"East": Decimal(198)}
