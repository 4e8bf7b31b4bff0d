from __future__ import annotations

from datetime import date

import pytest

from salesperf.analyses.targets.weights import Weights, season_of
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.workdays import Workdays

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


def months(year: int, values: list[float]) -> list[tuple[Period, float]]:
    periods = Calendar().periods(Grain.MONTH, Span(date(year, 1, 1), date(year, 12, 31)))
    return list(zip(periods, values, strict=True))


def test_without_seasons_workdays_are_equal() -> None:
    # March 2026 has 22 workdays, its first two weeks (2 to 13) ten of them.
    part = Span(date(2025, 1, 1), date(2026, 3, 13))

    assert Weights(Workdays()).share(MARCH, part) == pytest.approx(10 / 22)
    assert Weights(Workdays()).share(MARCH, Span(date(2026, 4, 1), date(2026, 4, 2))) == 0


def test_a_weekend_has_days_but_no_workdays() -> None:
    weekend = Span(date(2026, 3, 7), date(2026, 3, 8))

    assert Weights(Workdays()).share(weekend, Span(date(2026, 3, 1), date(2026, 3, 7))) == 0.5


def test_a_season_is_what_a_workday_of_the_month_brings_over_one_of_the_year() -> None:
    worked = [len(Workdays().of(period)) for period, _ in months(2025, [0.0] * 12)]
    # Every workday brings 10, in December 20.
    values = [10.0 * days for days in worked[:11]] + [20.0 * worked[11]]

    season = season_of(months(2025, values), Workdays(), before=date(2026, 3, 1))

    mean = (10 * 11 + 20) / 12
    assert season[1] == pytest.approx(10 / mean)
    assert season[12] == pytest.approx(20 / mean)


def test_only_whole_years_that_are_over_tell_a_season() -> None:
    year = months(2025, [100.0] * 12)

    assert season_of(year[1:], Workdays(), before=date(2026, 3, 1)) == {}
    assert season_of(year, Workdays(), before=date(2025, 12, 31)) == {}
    assert season_of([*year[:11], (year[11][0], 0.0)], Workdays(), before=date(2026, 3, 1)) == {}
