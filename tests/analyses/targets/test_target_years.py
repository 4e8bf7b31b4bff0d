"""Years that begin where those of the targets do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.target_years import calendar_of_targets, renamed
from salesperf.core.errors import Where
from salesperf.core.period import Period
from salesperf.core.text import Lang
from salesperf.facts.calendar import Calendar
from salesperf.facts.goals import Goal
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of

ORDERS = "order_id,order_date,rep_id,amount\n1,2025-04-14,Ann,52\n2,2025-06-17,Ann,48\n3,2025-09-30,Ann,105\n"
HEAD = "scope,scope_id,metric,period,amount\n"
FROM_APRIL = HEAD + "".join(
    f"rep,Ann,net_revenue,{quarter},{amount}\n"
    for quarter, amount in (("2025-Q2", 100), ("2025-Q3", 100), ("2025-Q4", 110), ("2026-Q1", 120))
)


def board(targets: str = FROM_APRIL, *, calendar: CalendarSection | None = None, period: str | None = None) -> Any:
    bundle, section = bundle_of([("orders", ORDERS), ("targets", targets)]), calendar or CalendarSection()
    facts = facts_of(bundle, section=SalesSection())
    question = Question(bundle, facts, SalesSection(), section, CATALOG, Request(period=period))
    return status_report(question, TargetsSection(), lang=Lang.EN)


def test_the_year_to_date_of_four_quarters_from_april_begins_in_april(line: Any, notes: Any) -> None:
    found = board()

    # 52 + 48 + 105 = 205 of 100 + 100; the quarter is 105 of 100.
    assert line(found, "Ann")["period"] == "FY2026-Q2"
    to_date = line(found, "Ann", horizon="ytd")
    assert (to_date["period"], to_date["actual"], to_date["target"]) == ("2025-04-01..2025-09-30", 205, Decimal(200))
    assert notes(found)["years"].startswith("years begin in month 4, as those of the targets do")


@pytest.mark.parametrize(("period", "actual"), [("FY2026-Q1", 100), ("2025-Q3", 105), ("2025-Q2", 100)])
def test_a_fiscal_period_asked_for_is_that_of_the_targets_and_others_are_calendars(
    period: str, actual: int, line: Any
) -> None:
    assert line(board(period=period), "Ann")["actual"] == actual


def test_the_settings_come_first(line: Any, notes: Any) -> None:
    found = board(calendar=CalendarSection(first_month=1))

    assert line(found, "Ann")["period"] == "2025-Q3"
    assert "years" not in notes(found)


@pytest.mark.parametrize(
    "spans",
    [
        [(date(2025, 1, 1), date(2025, 12, 31))],
        [(date(2025, 4, 1), date(2025, 9, 30))],
        [(date(2025, 4, 1), date(2025, 6, 30)), (date(2026, 1, 1), date(2026, 3, 31))],
    ],
)
def test_other_targets_leave_the_calendar_as_it_is(spans: list[tuple[date, date]]) -> None:
    goals = [
        Goal("company", None, "net_revenue", Period(first, last, "some"), Decimal(1), Where()) for first, last in spans
    ]
    calendar = Calendar()

    assert calendar_of_targets(goals, calendar) is calendar


def test_days_that_are_no_period_of_a_calendar_keep_their_name() -> None:
    own = Period(date(2025, 4, 1), date(2025, 5, 15), "own")

    assert renamed(own, Calendar()) is own
