"""Whom a plan holds for, and what is credited outside its days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec.structs import replace

from salesperf.analyses.commission.assigned import cover_of
from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.analyses.commission.plan import Plan
from salesperf.core.errors import DataError
from salesperf.core.period import Grain
from salesperf.core.text import Lang
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.section import SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,rep_id,rep_name,amount\nA,2026-01-05,R1,Wang,100\nB,2026-01-20,R1,Wang,40\n"
    "C,2026-02-03,R1,Wang,10\nD,2026-01-06,R2,Li,50\nE,2025-12-31,R2,Li,7\n"
)
PEOPLE = (
    "rep_id,rep_name,team,role,valid_from,valid_to\nR1,Wang,East,AE,2026-01-01,2026-01-15\n"
    "R1,Wang,West,AE,2026-01-16,\nR2,Li,West,SE,,\nR3,Zhao,East,AE,,\n"
)
TERMS = {
    "id": "sales",
    "version": 1,
    "title": "Sales plan",
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
JANUARY = Calendar(CIVIL).period(Grain.MONTH, date(2026, 1, 31))
FEBRUARY = Calendar(CIVIL).period(Grain.MONTH, date(2026, 2, 28))


def ground_of(**tables: str) -> Ground:
    bundle = bundle_of([("orders", ORDERS), ("people", PEOPLE), *tables.items()])
    orders = bundle.tables["orders"]
    placed = replace(orders, frame=orders.frame.with_row_index("_row", offset=2))
    bundle = replace(bundle, tables={**bundle.tables, "orders": placed})
    return Ground(bundle, facts_of(bundle, section=SalesSection()), SalesSection(), CIVIL, CATALOG)


def plan_of(**terms: object) -> Plan:
    return Plan.model_validate({"plan": {**TERMS, **terms}, "component": [BASE]})


def paid(plan: Plan, ground: Ground) -> tuple[dict[tuple[str, str], str], Payroll]:
    found = payroll(ground, plan, FEBRUARY, {})
    return {(line.participant, line.period.key): str(line.pay) for line in found.lines}, found


def test_without_assignments_and_names_a_plan_is_for_everybody() -> None:
    pays, found = paid(plan_of(), ground_of())

    assert pays == {
        ("R1", "2026-01"): "14.00",
        ("R1", "2026-02"): "1.00",
        ("R2", "2026-01"): "5.00",
        ("R2", "2026-02"): "0.00",
    }
    assert found.uncovered == ()


def test_only_events_inside_the_days_of_an_assignment_are_credited_and_the_others_are_told() -> None:
    table = (
        "rep_id,plan,from,to\nWang,Sales plan,2026-01-01,2026-01-15\nR2,other,2026-01-01,2026-01-05\n"
        "R1,other,2026-02-01,\n"
    )

    pays, found = paid(plan_of(), ground_of(assignments=table))

    # R1: 100 of 5 January; 40 and 10 come later. R1 has another plan in February.
    assert pays == {("R1", "2026-01"): "10.00"}
    assert [one.en for one in found.uncovered] == [
        "'R1': 1 line from 2026-01-20 to 2026-01-20, 40 in all, on days without the plan sales",
        "'R2': 1 line from 2026-01-06 to 2026-01-06, 50 in all, on days without the plan sales",
    ]


def test_part_of_a_period_is_by_the_day_count_of_the_plan() -> None:
    table = "rep_id,plan,from,to\nR1,sales,2026-01-01,2026-01-15\n"

    cover = cover_of(plan_of(), ground_of(assignments=table))

    assert (cover.part("R1", JANUARY), cover.part("R1", FEBRUARY), cover.part("R2", JANUARY)) == (
        Fraction(15, 31),
        Fraction(0),
        Fraction(0),
    )


def test_who_names_reps_teams_of_the_day_and_roles() -> None:
    of_team, _ = paid(plan_of(who={"teams": ["East"]}), ground_of())
    of_role, _ = paid(plan_of(who={"roles": ["SE"]}), ground_of())
    of_name, _ = paid(plan_of(who={"reps": ["Li"]}), ground_of())

    # R1 leaves the East on 15 January; R3 is there and sells nothing.
    assert of_team == {("R1", "2026-01"): "10.00", ("R3", "2026-01"): "0.00", ("R3", "2026-02"): "0.00"}
    assert of_role == of_name == {("R2", "2026-01"): "5.00", ("R2", "2026-02"): "0.00"}


def test_assignments_go_before_what_the_plan_names() -> None:
    table = "rep_id,plan,from,to\nR2,sales,2026-01-01,\n"

    pays, _ = paid(plan_of(who={"reps": ["R1"]}), ground_of(assignments=table))

    assert {who for who, _ in pays} == {"R2"}


def test_a_plan_holds_no_longer_than_it_says() -> None:
    cover = cover_of(plan_of(who={"reps": ["R1"]}, to=date(2026, 1, 10)), ground_of())

    assert cover.part("R1", JANUARY) == Fraction(10, 31)


@pytest.mark.parametrize(
    ("terms", "tables", "faults"),
    [
        (
            {},
            {"assignments": "rep_id,plan,from,to\nR1,sales,2026-01-01,\nR1,other,2026-03-01,\n"},
            [("F620", "'R1' has 'sales' (2026-01-01..) and 'other' (2026-03-01..) on one day")],
        ),
        (
            {},
            {"assignments": "rep_id,plan,from,to\nR1,sale,2026-01-01,\n"},
            [("F622", "the assignments name no plan 'sales', only 'sale'")],
        ),
        (
            {"who": {"reps": ["Wong"], "teams": ["North"]}},
            {},
            [
                ("F622", "who.reps names 'Wong', which nobody has"),
                ("F622", "who.teams names 'North', which nobody has"),
            ],
        ),
        (
            {"who": {"roles": ["AE"]}},
            {"people": "rep_id,rep_name\nR1,Wang\n"},
            [("F622", "who.roles needs a list of people with the column role")],
        ),
    ],
    ids=["two plans", "no such plan", "nobody", "no column"],
)
def test_what_cannot_be_is_refused(
    terms: dict[str, object], tables: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    with pytest.raises(DataError) as fault:
        cover_of(plan_of(**terms), ground_of(**tables))

    assert [(one.code, one.message) for one in fault.value.issues] == faults


def test_rows_outside_the_days_are_explained_to_the_rep_they_are_of() -> None:
    table = "rep_id,plan,from,to\nWang,sales,2026-01-01,2026-01-15\n"
    _, found = paid(plan_of(), ground_of(assignments=table))

    report = explain_report(found, "R1", JANUARY, lang=Lang.EN)

    keys = [column.key for column in report.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in report.records.rows]
    assert [(row["order"], row["why"]) for row in rows] == [
        ("A", None),
        ("B", "the plan sales does not hold for the rep on that day"),
    ]


def test_before_its_first_day_and_after_its_last_a_plan_pays_nobody() -> None:
    late, _ = paid(plan_of(**{"from": date(2026, 1, 6)}), ground_of())
    short, found = paid(plan_of(to=date(2026, 1, 19)), ground_of())

    # From 6 January: 40 of R1 and 50 of R2; the 100 of 5 January are of the first period, and before the plan.
    assert (late["R1", "2026-01"], late["R2", "2026-01"]) == ("4.00", "5.00")
    # To 19 January: 100 of R1 and 50 of R2, and February is no period of it.
    assert short == {("R1", "2026-01"): "10.00", ("R2", "2026-01"): "5.00"}
    assert found.uncovered == ()
