"""Sales that say months and no days."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from salesperf.core.errors import UsageError
from salesperf.core.period import Grain
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = "order_id,order_date,amount\nA,2026-01-01,10\nB,2026-02-01,20\n"


def _scope(request: Request) -> Scope:
    whole = bundle_of({"orders": ORDERS}.items())
    table = replace(whole.tables["orders"], by_month={"order_date": 1}, data_through=date(2026, 2, 28))
    bundle: Bundle = replace(whole, tables={"orders": table})
    return scope_of(bundle, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)


def test_they_reach_to_the_end_of_the_last_month_and_are_drawn_by_month() -> None:
    found = _scope(Request())

    assert (found.whole.start, found.whole.end) == (date(2026, 1, 1), date(2026, 2, 28))
    assert found.trend_grain is Grain.MONTH
    assert [period.key for period in found.trend] == ["2026-01", "2026-02"]


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.WEEK])
def test_days_and_weeks_are_refused(grain: Grain) -> None:
    with pytest.raises(UsageError, match="the orders say months and no days"):
        _scope(Request(grain=grain))


@pytest.mark.parametrize("period", ["2026-01-15..2026-02-28", "2026-W05", "2026-01-01..2026-01-20"])
def test_a_period_that_parts_a_month_is_refused(period: str) -> None:
    with pytest.raises(UsageError, match="is not made of whole months"):
        _scope(Request(period=period))


@pytest.mark.parametrize("period", ["2026-01", "2026-Q1", "2026", "2026-01-01..2026-02-28"])
def test_whole_months_are_measured(period: str) -> None:
    assert _scope(Request(period=period)).matching


def _by(months: int, request: Request) -> Scope:
    whole = bundle_of({"orders": "order_id,order_date,amount\nA,2026-01-01,10\nB,2026-04-01,20\n"}.items())
    last = date(2026, 6, 30) if months == 3 else date(2026, 12, 31)
    table = replace(whole.tables["orders"], by_month={"order_date": months}, data_through=last)
    bundle: Bundle = replace(whole, tables={"orders": table})
    return scope_of(bundle, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)


def test_quarters_are_drawn_by_quarter_and_reach_to_the_end_of_the_last() -> None:
    found = _by(3, Request())

    assert (found.whole.start, found.whole.end) == (date(2026, 1, 1), date(2026, 6, 30))
    assert [period.key for period in found.trend] == ["2026-Q1", "2026-Q2"]
    assert not found.measure.has_months


@pytest.mark.parametrize(
    ("months", "period", "told"),
    [
        (3, "2026-04", "say quarters and no months: 2026-04 is not made of whole quarters"),
        (3, "2026-02..2026-06", "is not made of whole quarters"),
        (12, "2026-Q1", "say years and no months: 2026-Q1 is not made of whole years"),
    ],
)
def test_what_parts_a_quarter_or_year_is_refused(months: int, period: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        _by(months, Request(period=period))


@pytest.mark.parametrize(("months", "period"), [(3, "2026-Q2"), (3, "2026"), (3, "2026-01..2026-06"), (12, "2026")])
def test_whole_quarters_and_years_are_measured(months: int, period: str) -> None:
    assert _by(months, Request(period=period)).matching
