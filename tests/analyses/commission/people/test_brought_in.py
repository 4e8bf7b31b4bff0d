"""Adjustments and opening balances, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.lines import Kind
from salesperf.core.errors import DataError

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
ORDERS = "order_id,order_date,rep_id,amount\n1,2026-01-05,R1,1000\n2,2026-02-05,R1,500\n3,2026-02-06,R2,100\n"
ADJUSTMENTS = "rep_id,period,amount,reason\n"
BALANCES = "rep_id,kind,as_of,amount\n"
FEBRUARY = date(2026, 2, 28)


def run(more: str = "", **tables: str) -> Payroll:
    return worked_out(ground(orders=ORDERS, **tables), plan(FLAT + more), FEBRUARY)


def lines(found: Payroll, who: str, month: int) -> dict[str, str]:
    return {
        one.component: str(one.pay) for one in found.lines if (one.participant, one.period.start.month) == (who, month)
    }


def test_an_adjustment_is_a_line_with_its_reason_and_row() -> None:
    found = run(adjustments=f"{ADJUSTMENTS}R1,2026-02,-20.00,goods lent\nR1,2026-02,5,parking\n")

    assert [
        (one.period.key, str(one.pay), one.reasons[0].en) for one in found.lines if one.kind is Kind.ADJUSTMENT
    ] == [
        ("2026-02", "-20.00", "goods lent (adjustments.csv, row 2)"),
        ("2026-02", "5.00", "parking (adjustments.csv, row 3)"),
    ]
    # 500 x 10 % stays what it is.
    assert lines(found, "R1", 2)["base"] == "50.00"


def test_an_adjustment_of_a_period_that_is_not_worked_out_is_left_to_its_run() -> None:
    found = run(adjustments=f"{ADJUSTMENTS}R1,2025-12,7,a\nR1,2026-03,7,b\n")

    assert [one for one in found.lines if one.kind is Kind.ADJUSTMENT] == []


def test_limits_and_guarantees_do_not_look_at_adjustments() -> None:
    # 10 of commission are filled up to 30, whatever is corrected beside it.
    found = run("[guarantee]\namount = 30\n", adjustments=f"{ADJUSTMENTS}R2,2026-02,25,a\n")

    assert lines(found, "R2", 2) == {"base": "10.00", "guarantee": "20.00", "adjustment": "25.00"}


def test_a_draw_owed_from_before_is_paid_back() -> None:
    draw = '[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 30\n'

    found = run(draw, opening_balances=f"{BALANCES}R1,draw owed,2025-12-31,90\n")

    # January earns 100, of which the draw of 30 is left alone: 70 are taken of 90, and 20 in February.
    assert lines(found, "R1", 1) == {"opening": "0.00", "base": "100.00", "draw_recovery": "-70.00"}
    assert lines(found, "R1", 2) == {"base": "50.00", "draw_recovery": "-20.00"}
    told = next(one for one in found.lines if one.kind is Kind.OPENING)
    assert [one.en for one in told.reasons] == ["90 of a draw are not yet paid back"]


def test_a_debt_from_before_is_held_against_what_is_earned() -> None:
    found = run(opening_balances=f"{BALANCES}R1,owed,2025-12-31,130\n").standings

    # The plan of these tests has a debt paid back at once.
    assert str(found["R1"].owed) == "0"
    assert lines(run(opening_balances=f"{BALANCES}R1,欠款,2025-12-31,130\n"), "R1", 1) == {
        "opening": "0.00",
        "base": "100.00",
        "carried": "-130.00",
    }


def test_what_was_held_back_before_is_released_as_if_held_back_in_the_period_before() -> None:
    held = "[holdback]\nshare = 0.2\nrelease_after = 2\n"

    found = run(held, opening_balances=f"{BALANCES}R1,reserve,2025-12-31,40\nR1,reserve,2025-12-31,2\n")

    assert lines(found, "R1", 1) == {"opening": "0.00", "base": "100.00", "reserve": "-20.00"}
    assert lines(found, "R1", 2) == {"base": "50.00", "reserve": "-10.00", "reserve_release": "42.00"}


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("adjustments", "R9,2026-01,5,a", "'R9' is no rep that the files know"),
        ("adjustments", "R1,2026-Q1,5,a", "'2026-Q1' is no month of the plan"),
        ("adjustments", "R1,soon,5,a", "'soon' is no month of the plan"),
        ("adjustments", "R1,2026-01,5,", "a row of adjustments says no reason"),
        ("opening_balances", "R1,bonus,2025-12-31,5", "'bonus' is no balance: draw_owed, owed or reserve"),
        (
            "opening_balances",
            "R1,owed,2025-12-31,-5",
            "a balance of -5 is below zero: write what is owed or held back as it is",
        ),
        (
            "opening_balances",
            "R1,owed,2025-12-30,5",
            "it is of 2025-12-30; the plan begins from balances of 2025-12-31, the day before its first period",
        ),
    ],
)
def test_rows_that_cannot_be_used_are_refused_with_their_place(table: str, row: str, told: str) -> None:
    head = ADJUSTMENTS if table == "adjustments" else BALANCES

    with pytest.raises(DataError) as fault:
        run(**{table: f"{head}{row}\n"})

    assert [(one.code, one.where.row, one.message) for one in fault.value.issues] == [("F627", 2, told)]


def test_what_is_of_somebody_the_plan_is_not_for_is_told_unless_another_plan_has_them() -> None:
    here = "rep_id,plan,from,to\nR2,test,2026-01-01,\n"
    elsewhere = f"{here}R1,other,2026-01-01,\n"
    adjusted = f"{ADJUSTMENTS}R1,2026-02,5,a\n"

    assert [one.en for one in run(adjustments=adjusted, assignments=here).told] == [
        "'R1': an adjustment or opening balance is not counted: the plan test does not hold for them then"
    ]
    found = run(adjustments=adjusted, assignments=elsewhere)
    assert (found.told, [one for one in found.lines if one.kind is Kind.ADJUSTMENT]) == ((), [])


def test_who_left_still_has_adjustments_of_the_last_plan() -> None:
    here = "rep_id,plan,from,to\nR1,test,2026-01-01,2026-01-31\nR1,before,2025-01-01,2025-12-31\nR2,test,2026-01-01,\n"

    found = run(adjustments=f"{ADJUSTMENTS}R1,2026-02,5,a\n", assignments=here)

    assert lines(found, "R1", 2)["adjustment"] == "5.00"
