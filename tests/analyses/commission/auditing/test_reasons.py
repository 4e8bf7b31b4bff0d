from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.auditing.reasons import Other, lines_by_person, others, paid_within
from salesperf.analyses.commission.together import Asked
from salesperf.core.period import Span

ORDERS = "order_id,order_date,rep_id,amount\n1,2026-01-05,Ann,150.05\n2,2026-02-05,Ann,100\n"
TIERS = "tiers = [{ to = 100, rate = 0.1 }, { rate = 0.2 }]\n"
JANUARY, FEBRUARY = (Span(date(2026, month, 1), date(2026, month, 28)) for month in (1, 2))
MONTH = Span(date(2026, 1, 1), date(2026, 1, 31))


def readings(rule: str) -> dict[str, Other]:
    company = ground(orders=ORDERS)
    payroll = worked_out(company, plan(f'[[component]]\nname = "x"\n{rule}\n'), date(2026, 2, 28))
    return {one.reason.en[:24]: one for one in others([company], [Asked(payroll, MONTH)])}


def pays(found: Other, span: Span = MONTH) -> Decimal | None:
    return paid_within(found.lines, "Ann", span)


def test_slices_are_also_read_as_a_whole() -> None:
    found = readings(f'rule = "tiered"\nmode = "marginal"\n{TIERS}')

    # 150.05 x 20 % = 30.01 instead of 10 + 10.01 = 20.01.
    assert pays(found["all of it is paid at the"]) == Decimal("30.01")


def test_a_whole_is_also_read_as_slices_and_with_bounds_in_the_other_tier() -> None:
    found = readings(f'rule = "tiered"\nmode = "whole"\ntie = "lower"\n{TIERS}')

    assert pays(found["each slice is paid at it"]) == Decimal("20.01")
    # February is exactly 100: 20 in the upper tier.
    assert pays(found["an amount exactly on a b"], FEBRUARY) == Decimal("20.00")


def test_limits_and_rounding_are_left_out_one_at_a_time() -> None:
    found = readings('rule = "flat"\nrate = 0.1\ncap = 12\nfloor = 11')

    # 15.005 capped at 12; rounded to even it would be 12 all the same. February has 10, lifted to 11.
    assert pays(found["the cap is left out"]) == Decimal("15.01")
    floored = paid_within(found["the floor is left out"].lines, "Ann", FEBRUARY)
    assert floored == Decimal("10.00")
    uncapped = readings('rule = "flat"\nrate = 0.1')
    assert {pays(one) for name, one in uncapped.items() if "rounded" in name} == {Decimal("15.00")}


def test_who_has_no_line_is_paid_nothing_that_is_known() -> None:
    company = ground(orders=ORDERS)
    payroll = worked_out(company, plan('[[component]]\nname = "x"\nrule = "flat"\nrate = 0.1\n'), date(2026, 2, 28))

    assert paid_within(lines_by_person([payroll]), "Ben", MONTH) is None
    assert paid_within(lines_by_person([payroll], "x"), "Ann", MONTH) == Decimal("15.01")
    assert lines_by_person([payroll], "other") == {}
