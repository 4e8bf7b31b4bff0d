"""`[quota]` of a plan: what of a target holds for somebody who was not there all the time, or who is new.

Worked example: a target of 160,000 a year for somebody hired on 1 October, by whole months: 3 of 12, 40,000. Of a
target of 30,000 a quarter in the first three months at 0, 50 and 75 %: 30,000 x (0 + 0.5 + 0.75) / 3 = 12,500.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from salesperf.analyses.commission.people.proration import part_of
from salesperf.analyses.commission.written.answers import DayCount
from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.period import Span, month_end


class QuotaTerms(Written):
    """What of a target somebody has to reach."""

    prorate: bool = Field(
        default=False,
        description="whether a target is cut to the part of its days on which the rep was there under the plan",
    )
    missing: Literal["refused", "unpaid"] = Field(
        default="refused",
        description="what becomes of somebody who sold and has no target where one is asked for: refused as a fault of "
        "the data, or unpaid, with the reason",
    )
    ramp: tuple[Annotated[Decimal, Field(ge=0, le=1)], ...] = Field(
        default=(), description="shares of a target in the first months, that of the day of hire being the first"
    )

    def share(self, window: Span, there: Sequence[Span], hired: date | None, *, count: DayCount) -> Fraction:
        """What of the target of a window somebody has to reach; the months of a window weigh alike.

        `there` are the days on which they were there under the plan, `hired` the day of hire where it is known.
        """
        if not self.ramp or hired is None:
            return self._part(window, there, count=count)
        months = list(_months(window))
        shares = (self._part(month, there, count=count) * self._ramped(month, hired) for month in months)
        return sum(shares, Fraction(0)) / len(months)

    def _part(self, window: Span, there: Iterable[Span], *, count: DayCount) -> Fraction:
        return part_of(window, there, count=count) if self.prorate else Fraction(1)

    def _ramped(self, month: Span, hired: date) -> Fraction:
        number = (month.start.year - hired.year) * 12 + month.start.month - hired.month
        return Fraction(self.ramp[number]) if 0 <= number < len(self.ramp) else Fraction(1)


def _months(window: Span) -> Iterator[Span]:
    """The window month by month of the calendar, the first and last as far as they are in it."""
    start = window.start
    while start <= window.end:
        end = min(month_end(start), window.end)
        yield Span(start, end)
        start = end + timedelta(days=1)
