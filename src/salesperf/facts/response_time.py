"""How long leads waited for their first answer: in hours where the file has times of day, else in whole days."""

from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw
from msgspec import Struct

from salesperf.core.text import Text
from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of
from salesperf.facts.section import SalesSection

CREATED, ANSWERED = "created_at", "first_response_at"
HOURS, DAYS = "response_hours", "response_days"
TOLD = "response_wait"
"""What the files say of the wait themselves; the moment of the answer is then worked out from it."""
_HOUR, _DAY, _WEEK = 3600, 24 * 3600, 7
_WORKDAYS = 5
_FIRST_MONDAY = 4
"""1970-01-05: days since 1970-01-01."""
_SLA_HOURS = Text(
    "an answer is in time within {hours} hours of the lead's creation ([kpi] response_sla_hours)",
    "线索创建后 {hours} 小时内首次响应视为及时（[kpi] response_sla_hours）",
)
_SLA_BUSINESS = Text(
    "an answer is in time within {hours} business hours ({span}, Monday to Friday) of the lead's creation",
    "线索创建后 {hours} 个工作小时内（周一至周五 {span}）首次响应视为及时",
)
_SLA_DAYS = Text(
    "creation and first response have no times of day: answers are timed in days, and in time within {days} "
    "(response_sla_hours / 24)",
    "创建与首次响应没有具体时刻：响应按天计，{days} 天内视为及时（response_sla_hours ÷ 24）",
)


class Clock(Struct, frozen=True):
    """How waiting is measured: `column` holds it, in hours or days; `limit` is the longest wait in time."""

    column: str
    limit: float
    opening: int | None = None
    closing: int = 0
    """Business hours in seconds of the day; around the clock where there is no `opening`."""

    def waited(self, since: nw.Expr, until: nw.Expr) -> nw.Expr:
        """The wait between two moments, in the unit of the column."""
        if self.column == DAYS:
            return (_seconds(until) // _DAY - _seconds(since) // _DAY).cast(nw.Float64)
        if self.opening is None:
            return (_seconds(until) - _seconds(since)) / _HOUR
        return (self._worked(until) - self._worked(since)) / _HOUR

    def is_over(self, since: nw.Expr, *, as_of: date) -> nw.Expr:
        """Whether the first answer that could still come, on the day after, would be too late."""
        tomorrow = nw.lit(as_of + timedelta(days=1)).cast(nw.Datetime("us"))
        return self.waited(since, tomorrow) > self.limit

    def _worked(self, moment: nw.Expr) -> nw.Expr:
        """The business seconds that had passed at a moment, since a Monday of old."""
        assert self.opening is not None  # noqa: S101 -- asked by `waited`
        length = self.closing - self.opening
        seconds = _seconds(moment)
        days = seconds // _DAY - _FIRST_MONDAY
        weekday = days % _WEEK
        today = (seconds % _DAY - self.opening).clip(0, length)
        is_workday = weekday < _WORKDAYS
        before = (days // _WEEK * _WORKDAYS + weekday.clip(0, _WORKDAYS)) * length
        return before + nw.when(is_workday).then(today).otherwise(0)


def clock_of(leads: Frame, section: SalesSection) -> tuple[Clock, Text]:
    """How the waits of these leads are measured, and in words; hours need times of day in both columns."""
    hours = section.response_sla_hours
    if not _has_times(leads):
        return Clock(DAYS, hours / 24), _SLA_DAYS.fill(days=f"{hours / 24:g}")
    if section.business_hours is None:
        return Clock(HOURS, hours), _SLA_HOURS.fill(hours=f"{hours:g}")
    opening, _, closing = section.business_hours.partition("-")
    told = _SLA_BUSINESS.fill(hours=f"{hours:g}", span=section.business_hours)
    return Clock(HOURS, hours, _of_day(opening), _of_day(closing)), told


def _has_times(leads: Frame) -> bool:
    """Whether some lead was created, and some answered, at another time than midnight, or the files say the hours."""
    if TOLD in columns_of(leads):
        return True
    late = {name: (_seconds(nw.col(name)) % _DAY > 0).fill_null(value=False).max() for name in (CREATED, ANSWERED)}
    return all(bool(found) for found in collect(leads.select(**late)).row(0))


def _seconds(moment: nw.Expr) -> nw.Expr:
    return moment.dt.timestamp("ms") // 1000


def _of_day(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * _HOUR + int(minute) * 60
