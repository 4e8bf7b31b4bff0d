"""What is asked of late periods alone is what working out everything says of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.steady import credited_below_zero, leaves_nothing
from salesperf.analyses.commission.written.answers import NegativeBalance

HEAD = "order_id,order_date,rep_name,region,amount\n"
MAY, JUNE_END = date(2026, 5, 1), date(2026, 6, 30)
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
TIERS = (
    '[[component]]\nname = "{mode}"\nrule = "tiered"\nmode = "{mode}"\nper = "{per}"\n{tie}'
    "tiers = [{{ to = 100, rate = 0.01 }}, {{ rate = 0.02 }}]\n"
)
BY_SLICES = TIERS.format(mode="marginal", per="quarter", tie="")
AS_A_WHOLE = TIERS.format(mode="whole", per="year", tie='tie = "upper"\n')
FALLING = AS_A_WHOLE.replace("rate = 0.02", "rate = 0.005")
REGIONS = '[[component]]\nname = "east"\nrule = "rates"\nrows = [{ region = "East", rate = 0.05 }]\ndefault = 0.01\n'
PLANS = {
    "rising": FLAT + BY_SLICES + AS_A_WHOLE + REGIONS,
    "falling": FALLING,
    "fixed guarantee": FLAT + "[guarantee]\namount = 2\n",
    "guarantee of the first months": FLAT + "[guarantee]\namount = 2\nperiods = 5\n",
    "held back": FLAT + "[holdback]\nshare = 0.1\nrelease_after = 2\n",
}
ORDER = st.tuples(
    st.integers(0, 180), st.sampled_from(["Ann", "Ben"]), st.sampled_from(["East", "West"]), st.integers(-200, 400)
)


def since(of: Ground, by: Plan, day: date) -> Payroll:
    return payroll(of, by, of.days.period(by.plan.grain, JUNE_END), {}, since=day)


@pytest.mark.parametrize("policy", ["carry", "pay_back", "zero"])
@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=15)
@given(orders=st.lists(ORDER, min_size=1, max_size=8))
def test_late_periods_are_the_same_on_their_own(
    name: str, policy: str, orders: list[tuple[int, str, str, int]]
) -> None:
    days = [date(2026, 1, 1) + timedelta(days=day) for day, *_ in orders]
    told = (",".join(map(str, (at, day, *one[1:]))) for at, (day, one) in enumerate(zip(days, orders, strict=True)))
    of, by = ground(orders=HEAD + "\n".join(told) + "\n"), plan(PLANS[name])
    by = by.model_copy(update={"plan": by.plan.model_copy(update={"negative_balance": NegativeBalance(policy)})})

    found, whole = since(of, by, MAY), worked_out(of, by, JUNE_END)

    assert [one for one in found.lines if one.period.start >= MAY] == [
        one for one in whole.lines if one.period.start >= MAY
    ]
    assert {who: one.owed for who, one in found.standings.items()} == {
        who: one.owed for who, one in whole.standings.items()
    }


def test_periods_that_leave_nothing_are_not_worked_out() -> None:
    of = ground(orders=HEAD + "1,2026-01-05,Ann,East,100\n2,2026-05-05,Ann,East,100\n")

    found = since(of, plan(FLAT), MAY)

    assert [(line.period.key, line.pay) for line in found.lines] == [("2026-05", 1), ("2026-06", 0)]


def test_of_somebody_who_was_below_zero_everything_is() -> None:
    # January is 100 below zero: 1.00 is owed, and taken off what May earns. Of Ben nothing of before matters.
    rows = "1,2026-01-05,Ann,East,-100\n2,2026-05-05,Ann,East,300\n3,2026-01-05,Ben,East,100\n"
    by = plan(FLAT)
    by = by.model_copy(update={"plan": by.plan.model_copy(update={"negative_balance": NegativeBalance.CARRY})})

    found = since(ground(orders=HEAD + rows), by, MAY)

    may = [(line.participant, line.kind.value, line.pay) for line in found.lines if line.period.key == "2026-05"]
    assert may == [("Ann", "earning", 3), ("Ann", "carried", -1), ("Ben", "earning", 0)]
    assert {line.participant for line in found.lines if line.period.key == "2026-01"} == {"Ann"}


def test_a_part_below_zero_is_enough() -> None:
    rows = "1,2026-01-05,Ann,East,-100\n2,2026-01-06,Ann,West,300\n"
    desk = worked_out(ground(orders=HEAD + rows), plan(REGIONS), JUNE_END).desk

    assert credited_below_zero(desk, MAY) == {"Ann"}
    assert not credited_below_zero(desk, date(2026, 1, 1)), "nothing was before the first day"


def test_an_adjustment_of_an_earlier_period_keeps_it() -> None:
    of = ground(
        orders=HEAD + "1,2026-05-05,Ann,East,300\n",
        adjustments="rep_id,period,amount,reason\nAnn,2026-02,-2,error\n",
    )
    by = plan(FLAT)
    by = by.model_copy(update={"plan": by.plan.model_copy(update={"negative_balance": NegativeBalance.CARRY})})

    found, whole = since(of, by, MAY), worked_out(of, by, JUNE_END)

    # 2.00 of February are owed, so that May pays 3.00 - 2.00.
    assert sum(line.pay for line in found.lines if line.period.key == "2026-05") == 1
    assert found.lines == whole.lines


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        (PLANS["rising"], True),
        (PLANS["falling"], False),
        (PLANS["fixed guarantee"], True),
        (PLANS["guarantee of the first months"], False),
        (PLANS["held back"], False),
        (FLAT.replace("0.01", "-0.01"), False),
        (FLAT + 'released = "on_collection"\n', False),
        ('[[component]]\nname = "m"\nrule = "spif"\neach = 1\n', False),
        (REGIONS.replace("default = 0.01", "default = -0.01"), False),
    ],
)
def test_what_a_plan_carries_on(text: str, *, leaves: bool) -> None:
    assert leaves_nothing(plan(text)) is leaves
