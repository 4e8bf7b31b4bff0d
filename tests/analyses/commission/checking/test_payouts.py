from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.checking.payouts import (
    earned_is_sum_of_slices,
    lines_sum_to_payouts,
    no_earning_without_rule,
    nothing_owed_below_zero,
    tables_contiguous,
)
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.people.settlement import Standing
from salesperf.analyses.commission.together import Asked
from salesperf.analyses.commission.written.tiers import Tier
from salesperf.core.period import Span

ORDERS = (
    "order_id,order_date,rep_id,amount\n"
    "1,2026-01-05,Ann,80\n2,2026-01-20,Ben,0.05\n3,2026-02-21,Ann,150\n4,2026-03-21,Ann,-20\n5,2026-04-01,Ann,90\n"
)
TIERS = "tiers = [{ to = 100, rate = 0.1 }, { to = 180, rate = 0.2 }, { rate = 0.3 }]\n"
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def asked(rule: str) -> Asked:
    by = plan(f'[[component]]\nname = "x"\n{rule}\n')
    return Asked(worked_out(ground(orders=ORDERS), by, date(2026, 4, 30)), YEAR)


def with_pay(found: Asked, pay: str) -> Asked:
    first, *others = found.payroll.lines
    return replace(found, payroll=replace(found.payroll, lines=(replace(first, pay=Decimal(pay)), *others)))


def test_lines_that_come_from_their_rules_hold() -> None:
    found = no_earning_without_rule([asked('rule = "flat"\nrate = 0.1\ncap = 10')])

    assert (found.looked_at, found.faults) == (8, ())


def test_a_line_that_pays_another_amount_than_its_slices_is_told() -> None:
    [told] = no_earning_without_rule([with_pay(asked('rule = "flat"\nrate = 0.1'), "8.01")]).faults

    assert told.en == "Ann, 2026-01, x: 8.01 are paid and its slices come to 8"


def test_a_line_of_no_component_is_told() -> None:
    found = asked('rule = "flat"\nrate = 0.1')
    first, *others = found.payroll.lines
    astray = replace(found.payroll, lines=(replace(first, component="gone"), *others))

    [told] = no_earning_without_rule([replace(found, payroll=astray)]).faults

    assert told.en == "Ann, 2026-01: 8 are paid by gone, which is no part of the plan test"


def test_payouts_of_the_report_are_the_sums_of_lines() -> None:
    found = lines_sum_to_payouts([asked('rule = "flat"\nrate = 0.1')])

    assert (found.looked_at, found.faults) == (8, ())


@pytest.mark.parametrize("per", ["quarter", "year", "dates"])
@pytest.mark.parametrize("mode", ['mode = "marginal"', 'mode = "whole"\ntie = "upper"'])
def test_what_is_earned_to_date_is_the_sum_of_its_periods(per: str, mode: str) -> None:
    found = earned_is_sum_of_slices([asked(f'rule = "tiered"\n{mode}\nper = "{per}"\n{TIERS}')])

    assert (found.looked_at, found.faults) == (8, ())


def test_what_came_back_later_does_not_break_the_sum_of_what_was_known() -> None:
    orders = (
        "order_id,order_date,rep_id,amount,return_of\n"
        "1,2026-01-05,Ann,150,\n2,2026-02-21,Ann,90,\n3,2026-03-21,Ann,-60,1\n4,2026-03-22,Ann,30,\n"
    )
    by = plan(f'[[component]]\nname = "x"\nrule = "tiered"\nmode = "marginal"\nper = "quarter"\n{TIERS}')
    payroll = worked_out(ground(orders=orders), by, date(2026, 3, 31))

    found = earned_is_sum_of_slices([Asked(payroll, YEAR)])

    assert (found.looked_at, found.faults) == (3, ())


def test_a_period_that_earned_another_amount_is_told_from_there_on() -> None:
    found = asked(f'rule = "tiered"\nmode = "marginal"\nper = "quarter"\n{TIERS}')
    lines = list(found.payroll.lines)
    [at] = [number for number, one in enumerate(lines) if (one.participant, one.period.key) == ("Ann", "2026-02")]
    earned = lines[at].earned
    assert earned is not None
    lines[at] = replace(lines[at], earned=replace(earned, fixed=Decimal(1)))

    faults = earned_is_sum_of_slices([replace(found, payroll=replace(found.payroll, lines=tuple(lines)))]).faults

    # 230 to date are 10 + 16 + 15 = 41, 210 are 10 + 16 + 9 = 35; April begins a quarter of its own.
    assert [told.en for told in faults] == [
        "Ann, x: by 2026-02 42 were earned period by period and 41 to date",
        "Ann, x: by 2026-03 36 were earned period by period and 35 to date",
    ]


def test_tiers_are_looked_at_and_a_gap_is_told() -> None:
    found = asked(f'rule = "tiered"\nmode = "marginal"\n{TIERS}')
    [component] = found.payroll.plan.component
    tiers = (Tier(to=Decimal(100), rate=Decimal(1)), Tier.model_validate({"from": Decimal(101), "rate": Decimal(2)}))
    torn = found.payroll.plan.model_copy(update={"component": (component.model_copy(update={"tiers": tiers}),)})
    payroll = replace(found.payroll, desk=replace(found.payroll.desk, plan=torn))

    assert tables_contiguous([found]).faults == ()
    [told] = tables_contiguous([replace(found, payroll=payroll)]).faults
    assert told.en.startswith("tier 2 begins at 101, 100 is where the one before it ends")


def test_a_debt_below_zero_is_told_with_whose_it_is() -> None:
    found = asked('rule = "flat"\nrate = 0.1')
    owing: Payroll = replace(found.payroll, standings={"Ann": Standing(draw_owed=Decimal(-1)), "Ben": Standing()})

    assert nothing_owed_below_zero([found]).faults == ()
    [told] = nothing_owed_below_zero([replace(found, payroll=owing)]).faults
    assert told.en == "Ann: the draw owed is -1 after 2026-04"
