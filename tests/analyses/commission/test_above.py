"""Overrides of whole plans: who is above whom, and what they are paid of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground, as_credited
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.analyses.commission.lines import Kind
from salesperf.analyses.commission.plan import Plan
from salesperf.core.errors import DataError
from salesperf.core.period import Grain
from salesperf.core.text import Lang
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.section import SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.literal import bundle_of

ORDERS = "order_id,order_date,rep_id,amount\nA,2026-01-05,R1,1000\nB,2026-01-20,R2,600\nC,2026-01-06,M,200\n"
HIERARCHY = "rep_id,manager_id,from,to\nR1,M,2026-01-01,\nR2,M,2026-01-01,\nM,T,2026-01-01,\n"
TERMS = {
    "id": "sales",
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
BASE = {"name": "base", "rule": "flat", "rate": Decimal("0.05")}


def paid(*components: dict[str, object], terms: dict[str, object] | None = None, **tables: str) -> Payroll:
    told = {"orders": ORDERS, "hierarchy": HIERARCHY, **tables}
    bundle = bundle_of(list(told.items()))
    ground = as_credited(Ground(bundle, facts_of(bundle, section=SalesSection()), SalesSection(), CIVIL, CATALOG))
    plan = Plan.model_validate({"plan": {**TERMS, **(terms or {})}, "component": components})
    return payroll(ground, plan, Calendar(CIVIL).period(Grain.MONTH, date(2026, 1, 31)), {})


def override(**written: object) -> dict[str, object]:
    return {"name": "lead", "rule": "override", "of": "credited", "levels": 1, "rate": Decimal("0.01"), **written}


def overrides(found: Payroll) -> dict[str, str]:
    return {line.participant: str(line.pay) for line in found.lines if line.kind is Kind.OVERRIDE and line.pay}


def test_direct_reports_count_and_what_a_manager_sells_does_not() -> None:
    # M: (1,000 + 600) x 1 %; T: the 200 that M sells.
    assert overrides(paid(BASE, override())) == {"M": "16.00", "T": "2.00"}


def test_all_levels_below_count_once_each() -> None:
    # T: 1,000 + 600 of those two steps below, and 200 of M.
    assert overrides(paid(BASE, override(levels="all"))) == {"M": "16.00", "T": "18.00"}


def test_a_sale_that_two_below_share_counts_once() -> None:
    splits = "event_id,rep_id,share,kind\nA,R1,1,\nA,R2,1,overlay\n"

    found = paid(BASE, override(), terms={"overlays": "pay"}, splits=splits)

    # R2 is paid for 1,000 beside his 600; M's roll-up stays at 1,600.
    assert overrides(found) == {"M": "16.00", "T": "2.00"}
    assert [str(line.pay) for line in found.lines if line.participant == "R2" and line.component == "base"] == ["80.00"]


def test_what_those_below_earn_is_what_components_pay_them_and_no_override() -> None:
    found = paid(BASE, override(of="earned", levels="all", rate=Decimal("0.1")))

    # R1 50 and R2 30 are below both; M's own 10 are below T, M's override is not.
    assert overrides(found) == {"M": "8.00", "T": "9.00"}


def test_only_the_components_named_count() -> None:
    more = {"name": "more", "rule": "flat", "rate": Decimal(1), "where": ["rep=R1"]}

    found = paid(BASE, more, override(of="earned", rate=Decimal("0.1"), components=["base"]))

    assert overrides(found) == {"M": "8.00", "T": "1.00"}


def test_who_changes_the_manager_earns_for_both_by_the_days_and_sells_for_the_one_of_the_day() -> None:
    hierarchy = "rep_id,manager_id,from,to\nR1,M,2026-01-01,2026-01-10\nR1,N,2026-01-11,\n"

    credited = paid(BASE, override(), hierarchy=hierarchy)
    earned = paid(BASE, override(of="earned", rate=Decimal("0.1")), hierarchy=hierarchy)

    assert overrides(credited) == {"M": "10.00"}
    # 50 x 10/31 x 10 % = 1.6129; N is credited with nothing, and still has 50 x 21/31 x 10 % = 3.387.
    assert overrides(earned) == {"M": "1.61", "N": "3.39"}


def test_managers_of_another_plan_are_paid_for_sales_of_reps_who_are_not_on_it() -> None:
    found = paid(override(), terms={"who": {"reps": ["M"]}})

    assert overrides(found) == {"M": "16.00"}


def test_what_reps_of_other_plans_earn_is_told_to_be_missing() -> None:
    found = paid(override(of="earned"), terms={"who": {"reps": ["M"]}})

    (line,) = (line for line in found.lines if line.participant == "M")
    assert [one.en for one in line.reasons][-1].startswith("2 people below are not paid by this plan")


def test_a_plan_with_an_override_needs_to_know_who_is_above_whom() -> None:
    bundle = bundle_of([("orders", ORDERS)])
    ground = Ground(bundle, facts_of(bundle, section=SalesSection()), SalesSection(), CIVIL, CATALOG)
    plan = Plan.model_validate({"plan": TERMS, "component": [override()]})

    with pytest.raises(DataError, match="who is above whom"):
        payroll(ground, plan, Calendar(CIVIL).period(Grain.MONTH, date(2026, 1, 31)), {})


def test_rows_of_those_below_are_explained_to_their_manager() -> None:
    january = Calendar(CIVIL).period(Grain.MONTH, date(2026, 1, 31))

    of_credits = explain_report(paid(override()), "M", january, lang=Lang.EN)
    of_pay = explain_report(paid(BASE, override(of="earned")), "M", january, lang=Lang.EN)

    assert [block.key for block in of_credits.blocks][:3] == ["payout", "slices_lead", "rows_lead"]
    # What others are paid stands in no row of the files.
    assert "rows_lead" not in [block.key for block in of_pay.blocks]
    assert "slices_lead" in [block.key for block in of_pay.blocks]
