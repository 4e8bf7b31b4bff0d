"""What a plan is worked out with: what its components count over, and what each is asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.desk import Desk
from salesperf.core.period import Grain, Period

ORDERS = (
    "order_id,order_date,rep_name,amount\n"
    "1,2025-12-31,Ann,500\n2,2026-01-01,Ann,1000.33\n3,2026-02-01,Ben,200\n4,2026-02-28,Ann,-50\n5,2026-04-01,Ann,7\n"
)
MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 30)
FLAT = '[[component]]\nname = "t"\nrule = "flat"\nper = "{per}"\nrate = 0.1'


def desk(per: str) -> tuple[Desk, Period, Period]:
    """The desk of a plan of one component, with February and April."""
    of = ground(orders=ORDERS)
    found = worked_out(of, plan(FLAT.format(per=per)), APRIL).desk
    return found, of.days.period(Grain.MONTH, date(2026, 2, 1)), of.days.period(Grain.MONTH, APRIL)


@pytest.mark.parametrize(
    ("per", "february", "april"),
    [
        # What went before in the same window: January's 1,000.33 in the quarter; 950.33 by March in the year.
        ("period", "0", "0"),
        ("quarter", "1000.33", "0"),
        ("year", "1000.33", "950.33"),
        ("dates", "1000.33", "950.33"),
    ],
)
def test_what_was_credited_before_is_that_of_the_window_to_date(per: str, february: str, april: str) -> None:
    found, second, fourth = desk(per)
    [component] = found.plan.component

    told = [found.case(component, "Ann", one) for one in (second, fourth)]

    assert [(one.credited, one.before) for one in told] == [
        (Decimal(-50), Decimal(february)),
        (Decimal(7), Decimal(april)),
    ]


@pytest.mark.parametrize(
    ("per", "start", "end"),
    [
        ("period", date(2026, 4, 1), APRIL),
        ("quarter", date(2026, 4, 1), date(2026, 6, 30)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
        ("dates", date(2026, 1, 1), APRIL),
    ],
)
def test_a_component_counts_over_the_window_it_says(per: str, start: date, end: date) -> None:
    found, _, fourth = desk(per)
    window = found.window(found.plan.component[0], fourth)

    assert (window.start, window.end) == (start, end)


def test_those_with_sales_are_its_people_and_it_holds_for_everybody() -> None:
    found, second, _ = desk("period")

    assert found.people() == ("Ann", "Ben")
    assert (found.part("Nobody", second), found.present("Nobody", second)) == (1, 1)
    assert found.is_its("Nobody", second)
