from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_ground import plan
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.events import Event
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.tracing import trace

TIERS = "tiers = [{ to = 100, rate = 0.01 }, { rate = 0.02 }]"
MARGINAL = f'rule = "tiered"\nmode = "marginal"\n{TIERS}'
RULES = {
    "marginal": MARGINAL,
    "whole": f'rule = "tiered"\nmode = "whole"\ntie = "upper"\n{TIERS}',
    "flat": 'rule = "flat"\nrate = 0.01',
    "over target": 'rule = "over_target"\nrate = 0.1',
    "spif": 'rule = "spif"\neach = 5\nfirst = 30',
    "once": 'rule = "spif"\nonce = 500\nat_least = 30',
}


def event(amount: int | None, order: str = "A") -> Event:
    value = None if amount is None else Decimal(amount)
    return Event("f.csv", None, 2, date(2026, 1, 1), order, None, None, value, (order,))


def test_each_row_is_on_the_slices_that_it_moves_through() -> None:
    component = plan(f'[[component]]\nname = "c"\n{MARGINAL}').component[0]
    events = [event(60), event(60), event(-30)]

    found = trace(component, case := Case(Decimal(90)), earned(component, case), events)

    # Worked by hand: 60 x 1 %; 40 x 1 % + 20 x 2 %; back from 120 to 90: 20 x 2 % + 10 x 1 %.
    assert [(row.start, row.end, row.pay) for row in found.rows] == [
        (0, 60, Decimal("0.60")),
        (60, 120, Decimal("0.80")),
        (120, 90, Decimal("-0.50")),
    ]
    assert found.rest == 0


def test_rows_without_amounts_are_not_followed() -> None:
    component = plan(f'[[component]]\nname = "c"\n{MARGINAL}').component[0]

    found = trace(component, case := Case(Decimal(90)), earned(component, case), [event(60), event(None)])

    assert (found.rows, found.rest) == ((), Decimal("0.90"))


@pytest.mark.parametrize("kind", RULES)
@given(amounts=st.lists(st.integers(-200, 200), max_size=6), before=st.integers(-200, 200))
def test_all_rows_together_are_the_line(kind: str, amounts: list[int], before: int) -> None:
    component = plan(f'[[component]]\nname = "c"\n{RULES[kind]}').component[0]
    case = Case(Decimal(sum(amounts)), Decimal(before), target=Decimal(50))
    whole = earned(component, case)

    found = trace(component, case, whole, [event(amount) for amount in amounts])

    assert found.rest == 0
    assert sum((row.pay for row in found.rows), Decimal(0)) == whole.exact


@given(st.lists(st.tuples(st.sampled_from("AB"), st.integers(-200, 200)), max_size=6))
def test_rows_of_deals_go_on_where_their_deal_stood(rows: list[tuple[str, int]]) -> None:
    component = plan(f'[[component]]\nname = "c"\nper = "deal"\n{MARGINAL}').component[0]
    parts = {(order,): Decimal(sum(n for one, n in rows if one == order)) for order, _ in rows}
    case = Case(sum(parts.values(), Decimal(0)), parts=parts, parts_before={("A",): Decimal(70)})

    found = trace(component, case, earned(component, case), [event(amount, order) for order, amount in rows])

    assert found.rest == 0


def test_rows_are_paid_at_the_rate_that_the_margin_of_the_period_decides() -> None:
    said = f'rule = "margin"\ntie = "upper"\nmeasure = "net_revenue"\n{TIERS.replace("100", "0.3")}'
    component = plan(f'[[component]]\nname = "c"\n{said}').component[0]
    case = Case(Decimal(100), proportion=Proportion(Decimal(40), Decimal(100)))

    found = trace(component, case, earned(component, case), [event(75), event(25)])

    # Worked by hand: 40 % are above 30 %: 75 x 2 % and 25 x 2 %.
    assert [row.pay for row in found.rows] == [Decimal("1.50"), Decimal("0.50")]
    assert found.rest == 0
