"""In which period each line counts, by its day; for what is carried on, also the lines of the days before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import narwhals as nw
import polars as pl

from salesperf.core.period import Grain, Period, Span
from salesperf.engine import Frame, looked_up, numbered_by_day, small
from salesperf.facts.calendar import is_complete, year_before
from salesperf.facts.days import UNDATED
from salesperf.facts.events import columns_of

_MONTHS = {Grain.MONTH: 1.0, Grain.QUARTER: 3.0, Grain.YEAR: 12.0}
_DAYS_A_MONTH = 365.2425 / 12


def in_periods(lines: Frame, periods: Sequence[Period], *, span: Span | None = None) -> Frame:
    """The lines with the number of their period in `period`; periods must not overlap.

    `span` holds the days of all the lines, where that is known. Several periods must cover it without gaps; one alone
    leaves out what lies beyond it. Lines on days of no period have no number; those without a day count in the span of
    all the lines alone.
    """
    if len(periods) == 1:
        first, last = periods[0].start, periods[0].end
        if span is None or span.start < first or last < span.end:
            lines = lines.filter(nw.col("date") >= nw.lit(first), nw.col("date") <= nw.lit(last))
        elif (span.start, span.end) != (first, last) and UNDATED in columns_of(lines):
            lines = lines.filter(~nw.col(UNDATED))
        return lines.with_columns(nw.lit(0).cast(nw.Int32).alias("period"))
    numbers = {
        period.start + timedelta(days=offset): number
        for number, period in enumerate(periods)
        for offset in range(period.days)
    }
    return numbered_by_day(lines, numbers, on="date", name="period")


def known_in_periods(lines: Frame, periods: Sequence[Period], *, until: date | None) -> Frame:
    """The lines in their periods, but for those that come to be known, on their day `known_on`, after it is over.

    What was paid for an invoice due in March counts in March when it came by the end of March, and by the end of the
    quarter in the first quarter; of a period cut off at `until`, when it came by that day.
    """
    placed = in_periods(lines, periods)
    if "known_on" not in columns_of(lines):
        return placed
    ends = [period.end if until is None else min(period.end, until) for period in periods]
    ending = small({"period": list(range(len(ends))), "ends": ends}, {"period": pl.Int32(), "ends": pl.Date()})
    ended = looked_up(placed, ending, on="period")
    return ended.filter(nw.col("known_on").is_null() | (nw.col("known_on") <= nw.col("ends"))).drop("ends")


def carried_into(lines: Frame, periods: Sequence[Period]) -> Frame:
    """The lines in their periods, those of all days before the first period in the first."""
    opening = nw.lit(periods[0].start)
    moved = nw.when(nw.col("date") < opening).then(opening).otherwise(nw.col("date"))
    return in_periods(lines.with_columns(date=moved), periods)


def with_same_part(lines: Frame, periods: Sequence[Period], *, until: date | None, through: date | None) -> Frame:
    """The numbered lines with `base_net`: their net, but for those that the period after, cut off, is not held against.

    A period is cut off at `until`, or where the data end (`through`) before it is complete; the one before is then
    measured over the same elapsed part. Without a period that is cut off the lines are as they were.
    """
    day = through if until is None else until
    cut = next((number for number, period in enumerate(periods) if day is not None and day in period), 0)
    is_whole = cut and (day == periods[cut].end if until is not None else is_complete(periods[cut], through))
    if day is None or not cut or is_whole:
        return lines
    left_out = (nw.col("period") == cut - 1) & (nw.col("date") > nw.lit(same_part(periods[cut - 1], periods[cut], day)))
    return lines.with_columns(base_net=nw.when(~left_out).then(nw.col("net")))


def same_part(base: Period, period: Period, day: date) -> date:
    """The day to which a base is as far gone as a period is on a day: of years by the calendar, else by the days."""
    if day >= period.end:
        return base.end
    if (base.start.month, base.start.day) == (period.start.month, period.start.day):
        return min(base.end, year_before(day))
    return min(base.end, base.start + (day - period.start))


def elapsed_days(periods: Sequence[Period], *, through: date) -> list[int]:
    """How many days of each period are over by a day."""
    return [max(0, (min(period.end, through) - period.start).days + 1) for period in periods]


def elapsed_months(periods: Sequence[Period], *, through: date) -> list[float]:
    """How many months each period is long, as far as it is over by a day: whole ones count 1, others by their days."""
    days = elapsed_days(periods, through=through)
    return [_months(period) * (passed / period.days) for period, passed in zip(periods, days, strict=True)]


def _months(period: Period) -> float:
    if period.grain in _MONTHS:
        return _MONTHS[period.grain]
    after = period.end + timedelta(days=1)
    if period.start.day == after.day == 1:
        return float((after.year - period.start.year) * 12 + after.month - period.start.month)
    return period.days / _DAYS_A_MONTH
