from __future__ import annotations

from datetime import date

import narwhals as nw
import polars as pl

from salesperf.core.period import Period, Span
from salesperf.engine import Frame, collect
from salesperf.metrics.in_periods import carried_into, elapsed_days, in_periods, known_in_periods

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31), "2026-01")
FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28), "2026-02")
BOTH = Period(date(2026, 1, 1), date(2026, 2, 28), "both")


def lines(**columns: list[date | None]) -> Frame:
    return nw.from_native(pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.Date)).lazy())


def numbers(frame: Frame) -> list[int | None]:
    return collect(frame)["period"].to_list()


def test_a_line_counts_in_the_period_of_its_day() -> None:
    of = lines(date=[date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 1)])

    assert numbers(in_periods(of, [JANUARY, FEBRUARY])) == [0, 1, None]


def test_one_period_leaves_out_what_lies_beyond_it() -> None:
    of = lines(date=[date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 1)])

    assert numbers(in_periods(of, [JANUARY])) == [0]
    assert numbers(in_periods(of, [JANUARY], span=Span(date(2025, 12, 31), date(2026, 2, 1)))) == [0]


def test_a_line_known_after_its_period_is_over_counts_in_a_longer_one() -> None:
    of = lines(date=[date(2026, 1, 20)] * 3, known_on=[date(2026, 1, 31), date(2026, 2, 1), None])

    assert numbers(known_in_periods(of, [JANUARY, FEBRUARY], until=None)) == [0, 0]
    assert numbers(known_in_periods(of, [BOTH], until=None)) == [0, 0, 0]
    assert numbers(known_in_periods(of, [BOTH], until=date(2026, 1, 31))) == [0, 0]


def test_what_is_carried_on_begins_with_all_days_before() -> None:
    of = lines(date=[date(2024, 5, 5), date(2026, 1, 2), date(2026, 2, 2), date(2026, 3, 3)])

    assert numbers(carried_into(of, [JANUARY, FEBRUARY])) == [0, 0, 1, None]


def test_the_days_of_a_period_end_with_the_data() -> None:
    assert elapsed_days([JANUARY, FEBRUARY], through=date(2026, 2, 10)) == [31, 10]
    assert elapsed_days([JANUARY, FEBRUARY], through=date(2026, 1, 10)) == [10, 0]


def test_a_line_without_a_day_counts_over_all_the_days_of_the_data_and_in_no_period() -> None:
    of = lines(date=[date(2026, 1, 5), None, date(2026, 1, 9)]).with_columns(undated=nw.col("date").is_null())
    span = Span(date(2026, 1, 5), date(2026, 1, 9))
    whole = Period(span.start, span.end, str(span), None)

    assert numbers(in_periods(of, [whole], span=span)) == [0, 0, 0]
    assert numbers(in_periods(of, [JANUARY], span=span)) == [0, 0]
    assert numbers(in_periods(of, [JANUARY, FEBRUARY], span=span)) == [0, None, 0]
