"""A manager's row without a people table: measured over the reps it adds up, added to nobody's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

ORDERS = "order_id,order_date,rep_name,amount\n1,2026-01-15,Ann,20.00\n2,2026-02-13,Ann,18.00\n3,2026-02-27,Bob,40.00\n"
HEAD = "scope,scope_id,metric,period,amount\n"


def _rows(scope: str, name: str, amounts: tuple[int, ...]) -> str:
    return "".join(f"{scope},{name},net_revenue,2026-{at:02d},{amount}\n" for at, amount in enumerate(amounts, start=1))


REPS = _rows("rep", "Ann", (20, 20, 22)) + _rows("rep", "Bob", (40, 40, 44))


def test_a_sum_in_every_period_is_measured_over_its_reps_and_not_added(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    of = bundle(orders=ORDERS, people=None, targets=HEAD + _rows("team", "Mia", (60, 60, 66)) + REPS)

    found = report(of, period="2026-02")

    mia, company = line(found, "Mia"), line(found, "company")
    assert (mia["actual"], mia["target"], mia["scope"]) == (Decimal(58), Decimal(60), "leader")
    assert (company["actual"], company["target"]) == (Decimal(58), Decimal(60))
    assert "sums that agree" in notes(found)["leaders"]
    assert "F570" not in notes(found)


def test_sums_of_two_periods_and_those_that_differ_once_are_teams_as_before(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    for amounts in ((60, 60), (60, 60, 67)):
        found = report(
            bundle(orders=ORDERS, people=None, targets=HEAD + _rows("team", "Mia", amounts) + REPS), period="2026-02"
        )

        assert line(found, "Mia")["status"] == "unknown"
        assert "F570" in notes(found)


def test_a_team_that_people_know_is_measured_as_one(report: Any, bundle: Any, line: Any) -> None:
    targets = HEAD + _rows("team", "East", (60, 60, 66)) + REPS
    of = bundle(orders=ORDERS, people="rep_id,rep_name,team\nAnn,Ann,East\nBob,Bob,East\n", targets=targets)

    assert line(report(of, period="2026-02"), "East")["scope"] == "team"
