"""The lines of the days that a question needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.spans import looks_at_its_days, of_days, spans_of
from salesperf.core.period import Grain, Span
from salesperf.facts.calendar import Calendar
from salesperf.metrics.compare import Against
from salesperf.metrics.parts import EVERY_SALE
from salesperf.metrics.request import Compare

Briefed = Callable[..., Briefing]
CALENDAR = Calendar()
MARCH = CALENDAR.period(Grain.MONTH, date(2026, 3, 1))


def test_days_are_those_of_the_period_and_its_bases() -> None:
    found = spans_of((MARCH,), (Compare.PREV, Compare.YOY), CALENDAR)

    assert found == (
        Span(date(2025, 3, 1), date(2025, 3, 31)),
        Span(date(2026, 2, 1), date(2026, 2, 28)),
        Span(date(2026, 3, 1), date(2026, 3, 31)),
    )


def test_days_that_overlap_are_one_span() -> None:
    february = CALENDAR.previous(MARCH)

    found = spans_of((february, MARCH), (Compare.PREV,), CALENDAR)

    assert [str(span) for span in found] == [
        "2026-01-01..2026-01-31",
        "2026-02-01..2026-02-28",
        "2026-03-01..2026-03-31",
    ]


def test_narrowed_lines_give_the_same_amount(briefed: Briefed) -> None:
    measure = briefed({"kind": "trend"}).base.measure
    view = measure.view(MARCH, Against.NOW)

    narrowed = of_days(measure, spans_of((MARCH,), (), CALENDAR))

    assert narrowed is not measure
    assert narrowed.lines[EVERY_SALE].collect().shape[0] == 4
    assert narrowed.values(view, by=[])["net_revenue"].to_list() == [Decimal(260)]


def test_most_of_the_data_are_not_copied(briefed: Briefed) -> None:
    measure = briefed({"kind": "trend"}).base.measure

    assert of_days(measure, (Span(date(2025, 3, 1), date(2026, 3, 31)),)) is measure


def test_what_looks_at_other_days_is_not_narrowed(briefed: Briefed) -> None:
    assert looks_at_its_days(briefed({"kind": "trend"}).base.measure)
    assert not looks_at_its_days(briefed({"kind": "trend", "metric": "new_customers"}).base.measure)
