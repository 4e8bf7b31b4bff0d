"""What the components of a plan are measured over."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.measuring import asks_for_cash

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        (FLAT, False),
        (FLAT + 'released = "on_collection"', True),
        (FLAT + "back_when_overdue = 0", True),
        ('[[component]]\nname = "cash"\nrule = "collected"\ncash_of = "received"\nrate = 0.01', True),
    ],
)
def test_cash_is_looked_up_only_for_plans_that_ask_for_it(told: str, is_asked: bool) -> None:  # noqa: FBT001
    assert asks_for_cash(plan(told)) is is_asked


ORDERS = (
    "order_id,order_date,rep_name,product_id,amount,quantity\n"
    "1,2026-01-05,Ann,tea,100,1\n2,2026-01-06,Ann,rice,30,2\n3,2026-01-07,Bo,tea,7,1\n4,2026-01-08,Ann,tea,-40,-1\n"
)
BY_PRODUCT = '[[component]]\nname = "{name}"\nrule = "rates"\nrows = [{{ product = "tea", rate = 0.1 }}]\ndefault = 0\n'


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_components_of_one_measure_are_paid_what_each_alone_would_be(order: tuple[int, ...]) -> None:
    # Worked by hand: Ann is credited 90, of which 60 are tea, and 2 units; Bo 7 of tea and 1 unit.
    # By the 7th Ann has sold 3 units, and Bo 1.
    pay = {"base": ("0.90", "0.07"), "tea": ("6.00", "0.70"), "units": ("0.02", "0.01"), "early": ("1.50", "0.50")}
    told = [
        FLAT,
        BY_PRODUCT.format(name="tea"),
        FLAT.replace("base", "units") + 'measure = "units"\n',
        '[[component]]\nname = "early"\nrule = "spif"\neach = 0.5\nfrom = 2026-01-01\nto = 2026-01-07\n',
    ]

    found = worked_out(ground(orders=ORDERS), plan("".join(told[one] for one in order)), date(2026, 1, 31))

    paid_for = {(one.component, one.participant): str(one.pay) for one in found.lines}
    assert {name: (paid_for[name, "Ann"], paid_for[name, "Bo"]) for name in pay} == pay
    assert [not found.desk.credited[name].parts for name in ("base", "tea")] == [True, False]
