from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.together import Asked, explain_reports, run_reports
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain, Period
from salesperf.core.text import Lang
from salesperf.facts.calendar import Calendar
from salesperf.report.model import Cell, Report, TableBlock

ORDERS = "order_id,order_date,rep_id,amount\n1,2026-02-05,Ann,100\n2,2026-02-20,Ann,200\n3,2026-02-23,Ben,300\n"
FEBRUARY = Calendar().period(Grain.MONTH, date(2026, 2, 1))
QUARTER = Calendar().period(Grain.QUARTER, date(2026, 2, 1))


def of(name: str, rate: str, **terms: object) -> Plan:
    """A plan that pays a rate."""
    told = plan(f'[[component]]\nname = "base"\nrule = "flat"\nrate = {rate}\n')
    return told.model_copy(update={"plan": told.plan.model_copy(update={"id": name, **terms})})


def asked(*plans: Plan, span: Period = FEBRUARY) -> list[Asked]:
    company = ground(orders=ORDERS)
    return [Asked(worked_out(company, one, date(2026, 2, 28)), span) for one in plans]


FIRST = of("first", "0.1", to=date(2026, 2, 15))
SECOND = of("second", "0.2", start=date(2026, 2, 16))


def values(block: TableBlock) -> list[tuple[object, ...]]:
    rows = [*block.rows, *([block.total] if block.total else [])]
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in rows]


def told(report: Report) -> list[dict[str, object]]:
    keys = [column.key for column in report.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in report.records.rows]


def test_one_plan_is_reported_without_a_table_of_plans() -> None:
    report = run_reports(asked(of("only", "0.1")), lang=Lang.EN)

    assert report.title.en == "Commission, only, February 2026"
    assert [block.key for block in report.blocks] == ["people", "cost"]


def test_plans_are_paid_side_by_side_each_for_its_days() -> None:
    report = run_reports(asked(FIRST, SECOND), lang=Lang.EN)

    # Ann: 100 x 0.1 = 10, then 200 x 0.2 = 40; Ben: 300 x 0.2 = 60.
    plans, first, _, second, _ = report.blocks
    assert values(plans) == [
        ("first", 1, "CNY", 1, Decimal("10.00")),
        ("second", 1, "CNY", 2, Decimal("100.00")),
        ("total", None, None, None, Decimal("110.00")),
    ]
    assert [block.key for block in (first, second)] == ["people_1", "people_2"]
    assert second.title.en == "second (CNY): Payout by person"
    assert report.title.en == "Commission under 2 plans, February 2026"
    pays = {(row["plan"], row["rep"]): row["payout"] for row in told(report)}
    assert pays["first", "Ann"] == Decimal("10.00")
    assert pays["second", "Ann"] == Decimal("40.00")
    assert pays["second", "Ben"] == Decimal("60.00")


def test_two_currencies_are_never_added_up() -> None:
    report = run_reports(asked(FIRST, of("dollars", "0.2", start=date(2026, 2, 16), currency="USD")), lang=Lang.EN)

    assert report.blocks[0].total is None
    assert report.meta.currency is None
    assert {row["currency"] for row in told(report)} == {"CNY", "USD"}


def test_a_plan_without_a_payout_line_is_told() -> None:
    report = run_reports(
        asked(of("old", "0.1", to=date(2026, 1, 31)), of("new", "0.2", start=date(2026, 2, 1))), lang=Lang.EN
    )

    assert [note.text.en for note in report.notes if note.key == "idle_plan"] == [
        "the plan old has no payout line in February 2026"
    ]
    assert values(report.blocks[0])[0][0] == "new"


def test_what_one_plan_does_not_hold_for_another_explains() -> None:
    report = explain_reports(asked(FIRST, SECOND), "Ann", lang=Lang.EN)

    rows = [(row["plan"], row["order"], row["pay"]) for row in told(report)]
    assert rows == [("first", "1", Decimal("10.0")), ("second", "2", Decimal("40.0"))], "and no row is called unpaid"
    assert report.title.en == "Where the commission of Ann comes from, February 2026"


def test_somebody_whom_no_plan_knows_is_refused_with_who_may_be_meant() -> None:
    with pytest.raises(UsageError) as fault:
        explain_reports(asked(FIRST, SECOND), "Anne", lang=Lang.EN)

    assert "Ann" in fault.value.hint


def test_one_line_of_a_payout_is_taken_apart_on_its_own() -> None:
    two = plan(
        '[[component]]\nname = "base"\ntitle = "Base"\nrule = "flat"\nrate = 0.1\n'
        '[[component]]\nname = "large"\nrule = "flat"\nrate = 0.2\nwhere = ["amount>150"]\n'
    )

    for name in ("base", "Base"):
        report = explain_reports(asked(two), "Ann", lang=Lang.EN, line=name)
        assert values(report.blocks[0]) == [("Base", 300, 30, None), ("total", None, 30, None)]
        assert [(row["component"], row["order"], row["pay"]) for row in told(report)] == [
            ("base", "1", 10),
            ("base", "2", 20),
        ]


def test_a_line_that_a_payout_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(UsageError) as fault:
        explain_reports(asked(FIRST), "Ann", lang=Lang.EN, line="bonus")

    assert "the payout has no line 'bonus'" in str(fault.value)
    assert "'base'" in fault.value.hint
