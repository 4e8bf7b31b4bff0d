"""Whom a plan holds for and on which days, and how much of a period somebody was there for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from msgspec import Struct, field

from salesperf.analyses.commission.people.proration import part_of
from salesperf.analyses.commission.plan import Plan
from salesperf.core.period import Period, Span
from salesperf.facts.dated_rows import spans_within


class Cover(Struct, frozen=True):
    """Whom a plan holds for: spans of days by rep, or everybody (None) on all its days."""

    plan: Plan
    spans: Mapping[str, tuple[Span, ...]] | None = None
    elsewhere: Mapping[str, tuple[Span, ...]] | None = None
    """Days of reps on other plans, as far as assignments tell; None where the plan itself names whom it is for."""
    tenures: Mapping[str, Span] = field(default_factory=dict)
    """From when to when reps were employed, where the list of people says it."""

    def part(self, who: str, period: Period) -> Fraction:
        """How much of a period the plan holds for somebody, by its own day count."""
        return part_of(period, self.spans_of(who), count=self.plan.plan.day_count)

    def present(self, who: str, period: Period) -> Fraction:
        """How much of a period somebody was there for under the plan: what is fixed is cut to it.

        Sales are paid for on every day on which the plan holds, whether or not the rep was employed.
        """
        return part_of(period, self.days_there(who), count=self.plan.plan.day_count)

    def days_there(self, who: str) -> tuple[Span, ...]:
        """The days on which the plan holds for somebody who is employed."""
        tenure = self.tenures.get(who)
        spans = self.spans_of(who)
        return spans if tenure is None else spans_within(spans, (tenure,))

    def hired(self, who: str) -> date | None:
        """The day of hire; None where it is not known."""
        tenure = self.tenures.get(who)
        return None if tenure is None or tenure.start == date.min else tenure.start

    def holds(self, who: str, day: date) -> bool:
        """Whether the plan holds for somebody on a day."""
        return any(day in span for span in self.spans_of(who))

    def spans_of(self, who: str) -> tuple[Span, ...]:
        """The days on which the plan holds for somebody."""
        return (self.days,) if self.spans is None else self.spans.get(who, ())

    @property
    def days(self) -> Span:
        """All days of the plan."""
        return Span(self.plan.plan.start, self.plan.plan.to or date.max)

    @property
    def is_for_all(self) -> bool:
        """Whether it is for everybody, without an end."""
        return self.spans is None and self.plan.plan.to is None

    def people(self, inside: Span) -> frozenset[str]:
        """Those the plan names for some day of a span; nobody where it is for everybody."""
        return frozenset(who for who in self.spans or {} if spans_within(self.days_there(who), (inside,)))
