from __future__ import annotations

import pytest

from salesperf.core.period import Grain
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,customer_id,customer_name,amount\n"
    "A,2026-01-05,C1,Acme,10\nB,2026-02-06,C2,Beta,20\nC,2026-04-07,C1,Acme,40\n"
)


def scope(request: Request, of: Bundle | None = None) -> Scope:
    return scope_of(
        of or bundle_of([("orders", ORDERS)]),
        request,
        section=SalesSection(),
        calendar=CalendarSection(),
        catalog=CATALOG,
    )


def test_a_period_inside_the_data_without_lines_is_measured_and_one_outside_is_not() -> None:
    inside, outside = scope(Request(period="2026-03")), scope(Request(period="2027-03"))

    assert (inside.matching, len(inside.periods)) == (0, 1)
    assert (outside.matching, outside.periods) == (0, ())


def test_a_grain_makes_one_period_a_row_up_to_where_the_data_reach() -> None:
    whole = scope(Request(grain=Grain.MONTH))
    year = scope(Request(grain=Grain.QUARTER, period="2026"))

    assert [period.key for period in whole.periods] == ["2026-01", "2026-02", "2026-03", "2026-04"]
    assert [period.key for period in year.periods] == ["2026-Q1", "2026-Q2"]


@pytest.mark.parametrize(("last", "grain"), [("2026-03-01", Grain.WEEK), ("2026-05-01", Grain.MONTH)])
def test_short_data_are_drawn_by_week_and_long_data_by_month(last: str, grain: Grain) -> None:
    orders = f"order_id,order_date,amount\nA,2026-01-01,1\nB,{last},1\n"

    assert scope(Request(), bundle_of([("orders", orders)])).trend_grain is grain
