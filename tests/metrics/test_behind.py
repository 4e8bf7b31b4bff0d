from __future__ import annotations

from datetime import date

import pytest

from salesperf.core.period import Span
from salesperf.engine import collect
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.metrics.behind import lines_behind
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,customer_id,region,status,amount,quantity\n"
    "A,2026-01-05,C1,East,,10,1\nB,2026-01-06,C2,West,,20,\nC,2026-01-07,C1,East,cancelled,40,4\n"
    "D,2026-01-08,C1,East,,-5,-1\nE,2026-02-01,C3,East,,80,8\nF,2026-01-31,,East,,0,0\n"
)


@pytest.mark.parametrize(
    ("metric", "where", "behind"),
    [
        # What earns nothing adds nothing; neither does a line of zero, or of another month.
        ("net_revenue", (), ["A", "B", "D"]),
        ("net_revenue", ("region=East",), ["A", "D"]),
        ("units", (), ["A", "D"]),
        ("active_customers", (), ["A", "B"]),
    ],
)
def test_the_lines_behind_a_number_are_those_that_add_to_it(
    metric: str, where: tuple[str, ...], behind: list[str]
) -> None:
    asked = Request((metric,), where=where)
    of = bundle_of([("orders", ORDERS)])
    scope = scope_of(of, asked, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)
    january = Span(date(2026, 1, 1), date(2026, 1, 31))

    found = collect(lines_behind(scope, scope.metrics[0], Subject.SALES, january))

    assert sorted(found["order"].to_list()) == behind
