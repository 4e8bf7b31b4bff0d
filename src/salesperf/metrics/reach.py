"""How far the lines of each subject reach, and what they therefore say nothing of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from salesperf.core.period import Period, Span
from salesperf.facts.calendar import is_complete
from salesperf.facts.subject import Subject


class Told(Struct, frozen=True):
    """The days that lines tell of, and, where they are told for periods, the last days of these.

    Of what ends on one of the `unsettled` days nothing is known.
    """

    days: Span
    ends: frozenset[date] | None = None
    unsettled: Span | None = None

    def meets(self, start: date, end: date) -> bool:
        """Whether the lines tell of some of the days, and of the last of them."""
        if self.unsettled is not None and self.unsettled.start <= end <= self.unsettled.end:
            return False
        return start <= self.days.end and self.days.start <= end

    def covers(self, start: date, end: date) -> bool:
        """Whether the lines tell of all the days, and of none beyond them."""
        is_within = self.days.start <= start and end <= self.days.end
        if not is_within or self.ends is None:
            return is_within
        return end in self.ends and (start == self.days.start or start - timedelta(days=1) in self.ends)


class Reach(Struct, frozen=True):
    """The day to which the data are whole, and what the lines of other subjects than the sales tell of."""

    through: date
    subjects: Mapping[Subject, Told]

    def sold_to(self, start: date, end: date) -> date:
        """The last of these days with sales, where other events go on after them; else the last day."""
        sold = self.subjects.get(Subject.SALES)
        return sold.days.end if sold is not None and start <= sold.days.end < end else end


def passed(period: Period, *, until: date | None, through: date) -> date:
    """The last day of a period that is asked for and that the data reach; its own where they complete it."""
    end = period.end if until is None else min(period.end, until)
    return end if end == period.end and is_complete(period, through) else max(period.start, min(end, through))
