from __future__ import annotations

from datetime import date

import pytest

from salesperf.core.period import Grain, Period, Span

FEBRUARY = Span(date(2024, 2, 1), date(2024, 2, 29))


def test_both_ends_belong_to_a_span() -> None:
    assert FEBRUARY.days == 29
    assert date(2024, 2, 1) in FEBRUARY
    assert date(2024, 2, 29) in FEBRUARY
    assert date(2024, 3, 1) not in FEBRUARY


def test_one_day_is_a_span() -> None:
    assert Span(date(2024, 2, 29), date(2024, 2, 29)).days == 1


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Span(date(2024, 2, 2), date(2024, 2, 1))


def test_the_head_is_never_longer_than_the_span() -> None:
    assert FEBRUARY.head(10) == Span(date(2024, 2, 1), date(2024, 2, 10))
    assert FEBRUARY.head(31) == FEBRUARY


def test_a_span_reads_as_from_and_to() -> None:
    assert str(FEBRUARY) == "2024-02-01..2024-02-29"


def test_periods_sort_by_their_first_day() -> None:
    march = Period(date(2024, 3, 1), date(2024, 3, 31), "2024-03", Grain.MONTH)
    january = Period(date(2024, 1, 1), date(2024, 1, 31), "2024-01", Grain.MONTH)

    assert [period.key for period in sorted([march, january])] == ["2024-01", "2024-03"]
