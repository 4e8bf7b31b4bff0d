from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.report import run_report
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Lang
from salesperf.report.model import Report

ORDERS = (
    "order_id,order_date,customer_id,rep_name,region,amount\n"
    "1,2026-01-05,C1,Ann,East,100\n2,2026-02-05,C1,Ann,East,200\n3,2026-02-06,C2,Ben,East,700\n4,2026-02-07,C2,,East,50\n"
)
FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))
PLAN = """
[[component]]
name = "base"
title = "Base"
rule = "flat"
rate = 0.1

[[component]]
name = "by_region"
rule = "rates"
rows = [{ region = ["East", "Eest"], rate = 0.01 }, { region = "East", new_customer = true, rate = 0.02 }]

[[component]]
name = "record"
rule = "record_bonus"
base = "excess"
rate = 0.05
since = 2025-01-01
"""


def report(lang: Lang = Lang.EN) -> Report:
    return run_report(worked_out(ground(orders=ORDERS), plan(PLAN), FEBRUARY.end), FEBRUARY, lang=lang)


def test_people_have_a_row_each_by_payout_and_the_total_adds_up() -> None:
    people, cost = report().blocks

    assert [column.key for column in people.columns] == ["rep", "base", "by_region", "record", "payout"]
    rows = [[str(cell.value) for cell in row.cells] for row in people.rows]
    # Ben: 70 + 700 x 2 % (C2 is new); Ann: 20 + 2, and 100 above her record of 100 at 5 %.
    assert rows == [["Ben", "70.00", "14.00", "0.00", "84.00"], ["Ann", "20.00", "2.00", "5.00", "27.00"]]
    assert people.total is not None
    assert [str(cell.value) for cell in people.total.cells][1:] == ["90.00", "16.00", "5.00", "111.00"]
    # Of all 950 that were sold in February, those of nobody among them.
    [row] = cost.rows
    assert [cell.value for cell in row.cells][2:] == [Decimal("111.00"), 950, pytest.approx(111 / 950)]


def test_attainment_stands_beside_who_has_a_target() -> None:
    february = Period(FEBRUARY.start, FEBRUARY.end, "2026-02", Grain.MONTH)
    targets = {("rep", "Ben", "net_revenue", february): Decimal(1000)}
    found = run_report(worked_out(ground(orders=ORDERS), plan(PLAN), FEBRUARY.end, targets), FEBRUARY, lang=Lang.EN)

    people = found.blocks[0]
    assert people.columns[1].key == "attainment"
    assert {row.cells[0].value: row.cells[1].value for row in people.rows} == {"Ben": 0.7, "Ann": None}
    assert people.total is not None
    assert people.total.cells[1].value is None


def test_a_record_is_a_payout_line_of_the_periods_asked_for() -> None:
    found = report().records

    keys = [column.key for column in found.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in found.rows]
    assert {row["period"] for row in rows} == {"2026-02"}
    assert len(rows) == 6
    assert rows[2]["why"] == "above the record of 100, reached by 2026-01-31"


def test_what_is_not_paid_or_likely_a_slip_is_noted() -> None:
    told = {note.key: note.text.en for note in report().notes}

    assert told["no_rep"].endswith(": 50 have no rep, and nobody is paid for them")
    assert told["no_such_sale"] == "by_region, row 1: no sale has region = 'Eest'; did you mean 'East'?"
    assert told["record_since"].startswith("record: the data begin on 2026-01-05")
    assert told["new_customer"].startswith("by_region: a customer is new")


def test_what_is_carried_on_and_what_is_held_against_have_columns_of_their_own() -> None:
    # By hand: Ann -20 in January are carried on; in February 50 are held against them: 30.
    orders = "order_id,order_date,rep_name,amount\n1,2026-01-05,Ann,-200\n2,2026-02-05,Ann,500\n"
    told = plan('[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n')
    carried = told.model_copy(update={"plan": told.plan.model_copy(update={"negative_balance": "carry"})})
    span = Span(date(2026, 1, 1), FEBRUARY.end)

    people = run_report(worked_out(ground(orders=orders), carried, FEBRUARY.end), span, lang=Lang.EN).blocks[0]

    assert [column.key for column in people.columns] == ["rep", "base", "carried", "carried_2", "payout"]
    assert [[str(cell.value) for cell in row.cells] for row in people.rows] == [
        ["Ann", "30.00", "20.00", "-20.00", "30.00"]
    ]


def noted(found: Report, key: str) -> list[str]:
    return [note.text.en for note in found.notes if note.key == key]


def test_days_that_hold_no_period_of_the_plan_are_told() -> None:
    found = worked_out(ground(orders=ORDERS), plan(PLAN), FEBRUARY.end)
    day = Span(date(2026, 2, 10), date(2026, 2, 10))

    assert noted(run_report(found, day, lang=Lang.EN), "no_period") == [
        "no month of the plan lies within 2026-02-10 to 2026-02-10: it is settled by whole periods"
    ]
    assert not noted(report(), "no_period")


def test_a_period_that_goes_on_a_week_after_the_data_is_told() -> None:
    # The last sale is of 7 February.
    march = Span(date(2026, 3, 1), date(2026, 3, 31))
    found = worked_out(ground(orders=ORDERS), plan(PLAN), march.end)

    told = "the files tell of sales until 2026-02-07: what is sold after it is not there yet"
    assert noted(run_report(found, march, lang=Lang.EN), "data_end") == [told]
    assert noted(report(), "data_end") == [told]
    last = ground(orders=ORDERS + "9,2026-02-22,C1,Ann,East,1\n")
    assert not noted(run_report(worked_out(last, plan(PLAN), FEBRUARY.end), FEBRUARY, lang=Lang.EN), "data_end")


def test_cash_for_nothing_that_is_known_is_told() -> None:
    # 150 are paid of 100: 50 settle nothing; 7 name an invoice that nobody has, 3 name none.
    tables = {
        "orders": "order_id,order_date,customer_id,rep_name,amount\nA,2026-02-01,C1,Ann,100\n",
        "invoices": "invoice_id,order_id,customer_id,invoice_date,amount\nI,A,C1,2026-02-02,100\n",
        "payments": "invoice_id,payment_date,amount\nI,2026-02-20,150\nX,2026-02-21,7\n,2026-02-22,3\nX,2026-03-01,9\n",
    }
    rule = '[[component]]\nname = "cash"\nrule = "collected"\ncash_of = "received"\nrate = 0.1\n'

    found = run_report(worked_out(ground(**tables), plan(rule), FEBRUARY.end), FEBRUARY, lang=Lang.EN)

    [told] = noted(found, "loose_cash")
    assert told.startswith("60 of cash in 3 receipts settles no invoice or order that is known and not yet paid")
    assert "payments.csv, row 2" in told
