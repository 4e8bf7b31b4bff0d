"""Pools of teams measured, shared and paid in the period in which their window ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.lines import Kind
from salesperf.analyses.commission.plan import Plan
from salesperf.core.errors import DataError
from salesperf.core.period import Grain, Period
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.section import SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.literal import bundle_of

# East sells 1,000 + 500 in the first quarter (Wang 1,200, Li 300), West 400. Zhao of East sells nothing.
ORDERS = (
    "order_id,order_date,rep_id,amount\nA,2026-01-05,R1,1000\nB,2026-02-20,R2,300\nC,2026-03-31,R1,200\n"
    "D,2026-03-01,R4,400\nE,2026-04-02,R1,900\n"
)
PEOPLE = "rep_id,rep_name,team,role\nR1,Wang,East,senior\nR2,Li,East,junior\nR3,Zhao,East,junior\nR4,Sun,West,junior\n"
REVIEWS = (
    "period,rep_id,rater_group,dimension,score\n2026-01,R1,peers,collaboration,80\n2026-02,R1,peers,collaboration,60\n"
    "2026-01,R2,peers,collaboration,50\n2026-01,R3,peers,collaboration,80\n2026-01,R4,peers,collaboration,10\n"
    "2026-04,R1,peers,collaboration,0\n2026-01,R1,peers,speed,1\n"
)
PLAN = {
    "id": "P",
    "version": 1,
    "from": date(2026, 1, 1),
    "currency": "CNY",
    "period": "month",
    "rounding": {"mode": "half_up", "places": 2},
    "day_count": "actual",
    "clawback": "as_paid",
    "negative_balance": "carry",
    "returns_reduce_attainment": True,
}
BASE = {"name": "base", "rule": "flat", "rate": Decimal("0.01")}
DAYS = Calendar(CIVIL)
MARCH = DAYS.period(Grain.MONTH, date(2026, 3, 31))
QUARTER = DAYS.period(Grain.QUARTER, date(2026, 3, 31))


def paid(
    quotas: dict[tuple[str, str, str, Period], Decimal] | None = None, *, people: str = PEOPLE, **said: object
) -> Payroll:
    tables = [("orders", ORDERS), ("people", people), ("reviews", REVIEWS)]
    bundle = bundle_of(tables)
    ground = Ground(bundle, facts_of(bundle, section=SalesSection()), SalesSection(), CIVIL, CATALOG)
    pool = {"name": "team", "per": "quarter", "rate": Decimal("0.1"), "share": "contribution", **said}
    plan = Plan.model_validate({"plan": PLAN, "component": [BASE], "pool": [pool]})
    return payroll(ground, plan, MARCH, quotas or {})


def pools(found: Payroll) -> dict[tuple[str, str], str]:
    return {(line.participant, line.period.key): str(line.pay) for line in found.lines if line.kind is Kind.POOL}


def test_a_quarters_pool_is_paid_in_its_last_month_by_contribution() -> None:
    # East 1,500 fill 150: 1,200 and 300 of it are 120 and 30. West 400 fill 40, all of it Sun's.
    assert pools(paid()) == {("R1", "2026-03"): "120.00", ("R2", "2026-03"): "30.00", ("R4", "2026-03"): "40.00"}


def test_equal_shares_go_to_those_who_sold_nothing_too() -> None:
    # 150 by three of East.
    assert pools(paid(share="equal")) == {
        ("R1", "2026-03"): "50.00",
        ("R2", "2026-03"): "50.00",
        ("R3", "2026-03"): "50.00",
        ("R4", "2026-03"): "40.00",
    }


def test_who_left_before_has_no_share_and_who_came_late_one_by_days() -> None:
    # By hand: Zhao left before the quarter; Li is there for its last 9 of 90 days: 150 by 1 and 1/10.
    people = (
        "rep_id,rep_name,team,role,hire_date,leave_date\nR1,Wang,East,senior,2020-01-01,\n"
        "R2,Li,East,junior,2026-03-23,\nR3,Zhao,East,junior,2020-01-01,2025-12-31\nR4,Sun,West,junior,2020-01-01,\n"
    )
    assert pools(paid(share="equal", people=people)) == {
        ("R1", "2026-03"): "136.36",
        ("R2", "2026-03"): "13.64",
        ("R4", "2026-03"): "40.00",
    }


def test_weights_are_those_of_roles() -> None:
    # 3 : 1 : 1 of 150.
    weights = {"senior": Decimal(3), "junior": Decimal(1)}
    found = pools(paid(share="weighted", weights=weights))
    assert [found[who, "2026-03"] for who in ("R1", "R2", "R3")] == ["90.00", "30.00", "30.00"]


def test_scores_are_means_of_the_window() -> None:
    # Half by contribution (0.8, 0.2, 0), half by score (70 of January and February, 50, 80 of 200: 0.35, 0.25, 0.4).
    said = {"share": "contribution_and_score", "contribution": Decimal("0.5"), "dimension": "collaboration"}
    found = pools(paid(**said))
    # 150 x (0.575, 0.225, 0.2)
    assert [found[who, "2026-03"] for who in ("R1", "R2", "R3")] == ["86.25", "33.75", "30.00"]


def test_a_score_that_is_missing_stops_with_the_names() -> None:
    said = {"share": "contribution_and_score", "contribution": Decimal("0.5"), "dimension": "speed"}
    with pytest.raises(DataError) as fault:
        paid(**said)
    assert fault.value.issues[0].message == "no speed score of 'R2', 'R3' in 2026-Q1: the pool team is shared by it"


@pytest.mark.parametrize(("target", "pay"), [("1500", "120.00"), ("1500.01", "0")])
def test_the_gate_is_the_teams_target_of_the_window(target: str, pay: str) -> None:
    quotas = {("team", "East", "net_revenue", QUARTER): Decimal(target)}
    found = paid(quotas, gate=Decimal(1))
    assert pools(found)["R1", "2026-03"] == pay
    reasons = {line.reasons[0].en for line in found.lines if line.participant == "R4" and line.kind is Kind.POOL}
    assert reasons == {"the team has no target to open the gate with"}


def test_a_pool_of_the_period_is_paid_in_each() -> None:
    # January: Wang's 1,000 of East fill 100; February: Li's 300 fill 30; March: 200 and 400 fill 20 and 40.
    assert pools(paid(per="period")) == {
        ("R1", "2026-01"): "100.00",
        ("R2", "2026-02"): "30.00",
        ("R1", "2026-03"): "20.00",
        ("R4", "2026-03"): "40.00",
    }


def test_a_window_that_is_not_over_pays_nothing_yet() -> None:
    assert pools(paid(per="year")) == {}


def test_shares_are_lines_of_the_payout_with_what_they_are_of() -> None:
    line = next(line for line in paid().lines if line.kind is Kind.POOL and line.participant == "R1")
    assert line.reasons[0].en == "120 of the pool of East, 150: 0.10 of 1,500"
    assert line.reasons[0].zh == "East奖池150（1,500×0.10）中的120"
