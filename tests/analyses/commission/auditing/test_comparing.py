from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.auditing.comparing import Compared, compared, ours_of
from salesperf.analyses.commission.auditing.reasons import others
from salesperf.analyses.commission.auditing.their_rows import TheirRow
from salesperf.analyses.commission.together import Asked
from salesperf.core.period import Grain, Period
from salesperf.facts.calendar import Calendar

ORDERS = (
    "order_id,order_date,rep_id,amount\n"
    "1,2026-01-05,Ann,150\n2,2026-01-06,Ben,70.25\n3,2026-02-05,Ann,90\n4,2026-02-06,Ben,200\n"
)
RULE = (
    '[[component]]\nname = "x"\nrule = "tiered"\nmode = "marginal"\n'
    "tiers = [{ to = 100, rate = 0.1 }, { rate = 0.2 }]\n"
)
JANUARY, FEBRUARY, MARCH = (Calendar().period(Grain.MONTH, date(2026, month, 1)) for month in (1, 2, 3))
QUARTER = Calendar().period(Grain.QUARTER, date(2026, 1, 1))


def row(number: int, rep: str, period: Period | None, amount: str | None) -> TheirRow:
    told = "" if period is None else period.key
    return TheirRow(f"D{number}", number, rep, told, period, None if amount is None else Decimal(amount))


# By slices January pays Ann 10 + 10 = 20 and Ben 7.03 (7.025), February Ann 9 and Ben 10 + 20 = 30.
RIGHT = (
    row(2, "Ann", JANUARY, "20"),
    row(3, "Ben", JANUARY, "7.025"),
    row(4, "Ann", FEBRUARY, "9.00"),
    row(5, "Ben", FEBRUARY, "30"),
)


def audited(*rows: TheirRow, component: str | None = None) -> Compared:
    company = ground(orders=ORDERS)
    payroll = worked_out(company, plan(RULE), date(2026, 2, 28))
    found = Asked(payroll, payroll.desk.periods[0])
    return compared(rows, ours_of([payroll], lambda: others([company], [found]), component))


def test_rows_that_pay_what_the_plan_does_agree_also_before_they_are_rounded() -> None:
    assert audited(*RIGHT) == Compared(4, 4, ())
    assert audited(*RIGHT, component="x").agreeing == 4


@pytest.mark.parametrize(
    ("changed", "ours", "reason"),
    [
        (row(2, "Ann", JANUARY, "30"), "20.00", "all of it is paid at the rate of the tier reached"),
        (row(2, "Ann", JANUARY, "-20"), "20.00", "the sign is turned round"),
        (row(2, "Ann", JANUARY, "7.03"), "20.00", "it is what Ben is due for 2026-01"),
        (row(2, "Ann", JANUARY, "19.99"), "20.00", "a cent apart"),
        (row(2, "Ann", JANUARY, "12345"), "20.00", "no reason found"),
        (row(2, "Anne", JANUARY, "20"), None, "no plan knows 'Anne'; did you mean 'Ann'?"),
        (row(2, "Ann", None, "20"), None, "'' is not a period"),
        (replace(row(2, "Ann", JANUARY, None), shown="n/a"), "20.00", "the cell holds no number but 'n/a'"),
        (row(2, "Ann", JANUARY, None), "20.00", "the cell is empty"),
        (replace(row(2, "Ann", JANUARY, None), formula="=C2*2"), "20.00", "the formula has no stored result"),
        (row(2, "Ann", MARCH, "20.5"), None, "the plan pays 'Ann' nothing in 2026-03"),
        (
            replace(row(2, "Ann", JANUARY, "12345"), formula="=C3*2", expected="=C2*2"),
            "20.00",
            "the formula =C3*2 refers to other cells than those of other rows; like them it would be =C2*2",
        ),
        (
            replace(row(2, "Ann", JANUARY, "12345"), expected="=C2*2"),
            "20.00",
            "the amount is typed; in other rows it is worked out: =C2*2",
        ),
    ],
)
def test_a_row_that_disagrees_is_told_with_ours_and_the_likely_reason(
    changed: TheirRow, ours: str | None, reason: str
) -> None:
    [told] = audited(changed, *RIGHT[1:]).differences

    assert told.row.cell == "D2"
    assert told.ours == (None if ours is None else Decimal(ours))
    assert told.reason.en.startswith(reason)


def test_the_difference_is_what_is_missing_in_theirs() -> None:
    more, less = audited(row(2, "Ann", JANUARY, "25"), row(3, "Ben", JANUARY, "7"), *RIGHT[2:]).differences

    assert (more.difference, less.difference) == (Decimal("-5.00"), Decimal("0.03"))


def test_a_row_of_a_quarter_is_held_against_its_months() -> None:
    assert audited(row(2, "Ann", QUARTER, "29"), row(3, "Ben", QUARTER, "37.03")) == Compared(2, 2, ())


def test_rows_for_the_same_person_and_period_are_told_with_their_cells() -> None:
    found = audited(*RIGHT, row(6, "Ann", JANUARY, "20"))

    assert [one.reason.en for one in found.differences] == ["'Ann' and 2026-01 stand in several rows: D2, D6"] * 2


def test_who_is_due_something_and_has_no_row_is_missing() -> None:
    assert audited(*RIGHT[:3]).missing == (("Ben", FEBRUARY, Decimal("30.00")),)
    assert audited(*RIGHT[:2]).missing == (), "the workbook is not about February"


def test_an_odd_formula_that_agrees_is_kept_apart() -> None:
    odd = replace(RIGHT[0], formula="=C3*2", expected="=C2*2")

    assert audited(odd, *RIGHT[1:]) == Compared(4, 4, (), (odd,))
