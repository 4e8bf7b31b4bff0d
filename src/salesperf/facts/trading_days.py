"""The days of the week on which a company sells: Monday to Friday, and of the weekend those on which it mostly does."""

from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw

from salesperf.engine import Frame, collect
from salesperf.facts.calendar import MONDAY_TO_FRIDAY

_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_LOOKED_BACK, _LEAST = 13, 3
"""Weeks looked at, and how many it takes to say what is usual."""


def trading_days(lines: Frame, *, first: date, through: date) -> frozenset[int]:
    """The weekdays (Monday is 0) of which periods need data to be complete, by the lines' days up to `through`.

    A day of the weekend is one on which at least half of the last 13 weeks have a line. Only data that end on a Friday
    or a Saturday are looked at: of all others no period turns on it.
    """
    if through.weekday() not in {_FRIDAY, _SATURDAY}:
        return MONDAY_TO_FRIDAY
    monday = through - timedelta(days=through.weekday())
    begin = monday - timedelta(weeks=_LOOKED_BACK)
    while begin < first:
        begin += timedelta(weeks=1)
    weeks = (monday - begin).days // 7
    if weeks < _LEAST:
        return MONDAY_TO_FRIDAY
    day = nw.col("date")
    inside = lines.filter((day >= nw.lit(begin)) & (day < nw.lit(monday))).select(date=day).unique()
    sold_on = [one.weekday() for one in collect(inside)["date"].to_list()]
    return MONDAY_TO_FRIDAY | {one for one in (_SATURDAY, _SUNDAY) if sold_on.count(one) * 2 >= weeks}
