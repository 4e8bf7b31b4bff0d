from __future__ import annotations

from datetime import date

import pytest

from salesperf.core.period import Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.section import CalendarSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import Against, Measure
from salesperf.metrics.late_base import begins_late

LAST = date(2027, 12, 31)


@pytest.mark.parametrize(
    ("first", "period", "against", "base"),
    [
        # January 2026 has 22 workdays. Begun on Monday the 5th it lacks two, on Tuesday the 6th three.
        ("2026-01-05", "2026-02", Against.PREV, None),
        ("2026-01-06", "2026-02", Against.PREV, "2026-01"),
        ("2026-01-06", "2027-01", Against.YOY, "2026-01"),
        ("2026-01-06", "2026-03", Against.PREV, None),
        # Saturday and Sunday are no workdays of a week; Monday is one of five.
        ("2026-01-12", "2026-W04", Against.PREV, None),
        ("2026-01-13", "2026-W04", Against.PREV, "2026-W03"),
        ("2026-01-06", "2027-12", Against.YTD_BASE, None),
        ("2026-06-01", "2027-12", Against.YTD_BASE, "2026"),
    ],
)
def test_a_base_in_which_the_data_begin_late_is_named(
    first: str, period: str, against: Against, base: str | None
) -> None:
    begun = date.fromisoformat(first)
    found = Measure({}, (), CATALOG, Calendar(CalendarSection()), Span(begun, LAST), LAST)
    wanted = parse_period(period, calendar=found.calendar, as_of=LAST)

    late = begins_late(found, wanted, against)

    assert (late.key if late else None) == base
