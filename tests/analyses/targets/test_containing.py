"""A manager's row without a people table: measured over the reps it adds up, added to nobody's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from salesperf.analyses.targets.containing import containing
from salesperf.analyses.targets.owners import people_on
from salesperf.core.errors import Where
from salesperf.core.period import Period
from salesperf.facts.goals import Goal

ORDERS = "order_id,order_date,rep_name,amount\n1,2026-01-15,Ann,20.00\n2,2026-02-13,Ann,18.00\n3,2026-02-27,Bob,40.00\n"
NOBODY = people_on(None, date(2026, 3, 31))
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


SALES = "order_id,order_date,rep_name,team,amount\n1,2026-02-13,Ann,East,18.00\n2,2026-02-27,Bob,East,40.00\n"


def test_a_newcomer_without_sales_is_of_the_team_whose_target_adds_theirs_up(
    report: Any, bundle: Any, line: Any
) -> None:
    targets = HEAD + _rows("team", "East", (70, 72, 80)) + REPS + _rows("rep", "Eve", (10, 12, 14))

    found = report(bundle(orders=SALES, people=None, targets=targets), period="2026-02")

    # 20 + 40 + 12 = 72: Eve stands below East, whose target is that of the company.
    assert line(found, "company")["target"] == Decimal(72)
    assert line(found, "Eve")["target"] == Decimal(12)


def _goals(scope: str, name: str, row: int, amounts: tuple[int, ...]) -> list[Goal]:
    months = [Period(date(2026, at, 1), date(2026, at, 28), f"2026-{at:02d}") for at in range(1, len(amounts) + 1)]
    place = Where("targets.csv", None, row)
    return [
        Goal(scope, name, "net_revenue", month, Decimal(amount), place)
        for month, amount in zip(months, amounts, strict=True)
    ]


def test_a_team_of_one_is_known_by_the_row_next_to_it() -> None:
    reps = [*_goals("rep", "王磊", 2, (30, 35, 30)), *_goals("rep", "张伟", 4, (30, 35, 30))]

    left, above = containing([*reps, *_goals("team", "销售二部", 3, (30, 35, 30))], (), NOBODY)
    _, apart = containing([*reps, *_goals("team", "销售二部", 7, (30, 35, 30))], (), NOBODY)

    assert left == reps
    assert [(one.name, one.reps) for one in above] == [("销售二部", ("张伟",))]
    assert apart == ()
