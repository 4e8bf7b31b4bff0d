"""When the first month of the data is whole, and what seasons it tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.seasons import seasons
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.facts.workdays import Workdays
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of


def company(days: Sequence[date]) -> Actuals:
    """Sales of 100 on each of some days."""
    lines = [f"{number},{day},C1,100.00" for number, day in enumerate(days, start=1)]
    bundle = bundle_of([("orders", "order_id,order_date,customer_id,amount\n" + "\n".join(lines) + "\n")])
    facts = facts_of(bundle, section=SalesSection())
    question = Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, Request())
    return Actuals(question.scope(("net_revenue",), ()))


def year(*days: int) -> list[date]:
    return [*(date(2025, month, day) for month in range(1, 13) for day in days), date(2026, 2, 27)]


@pytest.mark.parametrize("days", [(2, 28), (10,), (3, 17)], ids=["from the 2nd", "on each 10th", "every two weeks"])
def test_data_that_begin_as_late_as_sales_pause_tell_of_the_whole_month(days: tuple[int, ...]) -> None:
    assert sorted(seasons(company(year(*days)), "net_revenue", Workdays())) == list(range(1, 13))


@pytest.mark.parametrize("days", [(20, 28), (16,)], ids=["from the 20th", "more than fourteen days"])
def test_data_that_begin_later_tell_of_no_whole_year(days: tuple[int, ...]) -> None:
    assert seasons(company(year(*days)), "net_revenue", Workdays()) == {}


def test_days_without_sales_before_the_first_that_are_found_nowhere_else_are_before_the_data() -> None:
    every = [day for day in year(*range(1, 29)) if day >= date(2025, 1, 9)]

    assert seasons(company(every), "net_revenue", Workdays()) == {}
