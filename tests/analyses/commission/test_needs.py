from __future__ import annotations

from datetime import date

import pytest

from salesperf.analyses.commission.needs import Needs
from salesperf.core.period import Span

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        (None, None, MARCH),
        (date(2026, 3, 10), None, Span(date(2026, 3, 10), date(2026, 3, 31))),
        (None, date(2026, 3, 1), Span(date(2026, 3, 1), date(2026, 3, 1))),
        (date(2026, 3, 31), date(2026, 4, 30), Span(date(2026, 3, 31), date(2026, 3, 31))),
        (date(2026, 4, 1), None, None),
        (None, date(2026, 2, 28), None),
    ],
)
def test_only_days_that_count_are_left_of_a_span(start: date | None, end: date | None, inside: Span | None) -> None:
    assert Needs(start=start, end=end).within(MARCH) == inside
