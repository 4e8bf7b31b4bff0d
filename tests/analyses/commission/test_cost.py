from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.cost import Cost, cost_of
from salesperf.analyses.commission.report import lines_within
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.report.model import TableBlock

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))
# Ann sells 300 in East and 100 in West, Ben 500 in West, nobody 60 in no team. January is not asked about.
ORDERS = """order_id,order_date,rep_id,team,amount,cost
1,2026-01-05,Ann,East,900,500
2,2026-02-05,Ann,East,300,200
3,2026-02-06,Ann,West,100,40
4,2026-02-07,Ben,West,500,260
5,2026-02-08,,,60,60
"""


def cost(orders: str, told: str = FLAT) -> Cost:
    found = worked_out(ground(orders=orders), plan(told), FEBRUARY.end)
    return cost_of(found, FEBRUARY, lines_within(found, FEBRUARY), Lang.EN)


def block(orders: str, told: str = FLAT) -> TableBlock | None:
    return cost(orders, told).block


def test_payouts_stand_against_the_revenue_and_profit_of_each_team() -> None:
    found = block(ORDERS)

    assert found is not None
    rows = {row.cells[0].value: [cell.value for cell in row.cells[1:]] for row in found.rows}
    # By hand: Ann is of East, where she sold most: 40 of 300. Ben 50 of 600. 100 and 300 of profit.
    assert rows["East"] == [1, Decimal("40.00"), 300, pytest.approx(40 / 300), 100, pytest.approx(0.4)]
    assert rows["West"] == [1, Decimal("50.00"), 600, pytest.approx(50 / 600), 300, pytest.approx(50 / 300)]
    assert rows["Without a team"] == [0, 0, 60, 0.0, 0, None]
    assert found.total is not None
    assert [cell.value for cell in found.total.cells[1:]] == [
        2,
        Decimal("90.00"),
        960,
        pytest.approx(90 / 960),
        400,
        pytest.approx(90 / 400),
    ]


def test_without_teams_and_costs_the_company_alone_stands_there() -> None:
    found = block("order_id,order_date,rep_id,amount\n1,2026-02-05,Ann,300\n")

    assert found is not None
    assert [column.key for column in found.columns] == ["team", "people", "payout", "revenue", "of_revenue"]
    assert [[cell.value for cell in row.cells] for row in found.rows] == [
        ["total", 1, Decimal("30.00"), 300, pytest.approx(0.1)]
    ]


def test_sales_that_the_plan_does_not_pay_for_are_revenue_all_the_same() -> None:
    found = block(ORDERS, FLAT + 'where = ["team=East"]')

    assert found is not None
    assert found.total is not None
    assert [cell.value for cell in found.total.cells[2:4]] == [Decimal("30.00"), 960]


@pytest.mark.parametrize("teams", [True, False])
def test_profit_that_is_not_of_all_revenue_says_so(*, teams: bool) -> None:
    header = "order_id,order_date,rep_id,team,amount,cost\n" if teams else "order_id,order_date,rep_id,amount,cost\n"
    name = "East," if teams else ""

    found = cost(f"{header}1,2026-02-05,Ann,{name}300,200\n2,2026-02-06,Ann,{name}100,\n3,2026-01-06,Ann,{name}9,\n")

    # By hand: the cost is known of 300 of 400.
    assert [(one.key, one.text.en) for one in found.notes] == [
        ("cost_coverage", "cost is known for 75.0% of the revenue: gross profit is of that part, and the payout of all")
    ]
    assert cost(ORDERS).notes == ()
