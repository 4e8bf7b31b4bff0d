"""What components are measured on: sales as they are credited."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground, as_credited
from salesperf.analyses.commission.plan import Plan
from salesperf.core.errors import ConfigError
from salesperf.core.period import Grain
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.section import SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.literal import bundle_of

ORDERS = "order_id,order_date,rep_id,amount\nA1,2026-01-05,R1,100\nA2,2026-01-06,R2,50\n"
SPLITS = "event_id,rep_id,share,kind\nA1,R1,1/3,\nA1,R2,2/3,\n"
OVERLAY = f"{SPLITS}A2,R9,100%,overlay\n"
TERMS = {
    "id": "p",
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
BASE = {"name": "base", "rule": "flat", "rate": Decimal("0.1")}


def paid(splits: str, **terms: str) -> Payroll:
    bundle = bundle_of([("orders", ORDERS), ("splits", splits)])
    facts = facts_of(bundle, section=SalesSection())
    ground = as_credited(Ground(bundle, facts, SalesSection(), CIVIL, CATALOG))
    plan = Plan.model_validate({"plan": {**TERMS, **terms}, "component": [BASE]})
    return payroll(ground, plan, Calendar(CIVIL).period(Grain.MONTH, date(2026, 1, 31)), {})


def pay(found: Payroll) -> dict[str, str]:
    return {line.participant: str(line.pay) for line in found.lines}


def test_what_is_split_is_paid_to_those_who_share_it() -> None:
    # A third and two thirds of 100, and 50: 33.333333 x 10 % = 3.33; (66.666667 + 50) x 10 % = 11.67.
    assert pay(paid(SPLITS)) == {"R1": "3.33", "R2": "11.67"}


def test_an_overlay_is_paid_where_the_plan_says_so() -> None:
    assert pay(paid(OVERLAY, overlays="pay")) == {"R1": "3.33", "R2": "11.67", "R9": "5.00"}


def test_an_overlay_for_attainment_is_reached_and_not_paid() -> None:
    found = paid(OVERLAY, overlays="attainment")

    assert pay(found) == {"R1": "3.33", "R2": "11.67", "R9": "0.00"}
    component, period = found.plan.component[0], found.lines[0].period
    assert [found.desk.case(component, who, period).reached for who in ("R1", "R9")] == [
        Decimal("33.333333"),
        Decimal(50),
    ]


def test_a_plan_that_is_silent_about_overlays_there_are_is_refused_with_what_each_answer_pays() -> None:
    with pytest.raises(ConfigError) as fault:
        paid(OVERLAY)

    assert [one.code for one in fault.value.issues] == ["C605"]
    assert "35,000 more" in fault.value.issues[0].message
