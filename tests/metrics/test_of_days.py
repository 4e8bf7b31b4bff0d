from __future__ import annotations

import pytest

from commission_ground import ground
from salesperf.metrics.of_days import is_of_its_days, may_be_below_zero

HEAD = "order_id,order_date,customer_id,rep_name,amount,quantity,cost\n"
SOLD = "1,2026-01-05,C1,Ann,9,1,10\n2,2026-02-05,C1,Ann,0,1,0\n"
BACK = SOLD + "3,2026-02-06,C1,Bo,-0.01,-1,0\n"


@pytest.mark.parametrize(
    ("metric", "alone"),
    [
        ("net_revenue", True),
        ("orders", True),
        ("gross_margin", True),
        # Told by what was bought before.
        ("new_customers", False),
        ("retention_rate", False),
    ],
)
def test_sums_are_of_their_days_and_what_is_new_is_not(metric: str, *, alone: bool) -> None:
    scope = ground(orders=HEAD + SOLD).scope(metric, by=(), where=())

    assert is_of_its_days(scope.measure) is alone


@pytest.mark.parametrize(
    ("lines", "metric", "may_be"),
    [
        (SOLD, "net_revenue", False),
        (BACK, "net_revenue", True),
        (SOLD, "units", False),
        (BACK, "units", True),
        # The profit of the first line is -1; a sum is not all that it is.
        (SOLD, "gross_profit", True),
    ],
)
def test_a_sum_is_below_zero_where_a_line_is(lines: str, metric: str, *, may_be: bool) -> None:
    scope = ground(orders=HEAD + lines).scope(metric, by=(), where=())

    assert may_be_below_zero(scope.measure, scope.metrics[0]) is may_be


def test_only_the_lines_of_the_question_are_looked_at() -> None:
    scope = ground(orders=HEAD + BACK).scope("net_revenue", by=(), where=("rep=Ann",))

    assert not may_be_below_zero(scope.measure, scope.metrics[0])
