"""Targets as goals: whose, of which metric, for which period, how much; and what a longer period adds up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
from msgspec import Struct

from salesperf.core.errors import Where
from salesperf.core.period import Period, Span
from salesperf.engine import collect, scan
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.tables.bundle import Table
from salesperf.tables.schema import COLUMN, FILE, ROW, SHEET, TOTAL

_ONE_DAY = timedelta(days=1)


class Goal(Struct, frozen=True):
    """One target: `key` is who or what it is for as written (None: the whole company).

    `there` are the days of the period to which the amount belongs, where its holder was not there for all of it.
    """

    scope: str
    key: str | None
    metric: str
    period: Period
    amount: Decimal
    where: Where
    there: Span | None = None
    role: str = ""
    """What its holder is, where the sheet of targets says it: Director."""
    total: int | None = None
    """The row of a total written in the sheet that holds with this target added."""

    @property
    def days(self) -> Span:
        """The days on which the amount is to be reached."""
        return self.there or self.period


def goals_of(table: Table, *, calendar: Calendar, as_of: date) -> tuple[Goal, ...]:
    """The goals of a targets table, whose periods are all written as the calendar names them."""
    places = [nw.col(name).cast(nw.String) for name in (FILE, SHEET, COLUMN) if name in table.frame.columns]
    frame = scan(table).with_columns(*places) if places else scan(table)
    return tuple(
        Goal(
            row["scope"],
            row.get("scope_id"),
            row["metric"],
            parse_period(row["period"], calendar=calendar, as_of=as_of),
            row["amount"],
            Where(row.get(FILE), row.get(SHEET), row.get(ROW), row.get(COLUMN)),
            role=row.get("role") or "",
            total=row.get(TOTAL),
        )
        for row in collect(frame).iter_rows(named=True)
    )


class Aim(Struct, frozen=True):
    """What one owner is to reach in a period: the goals inside it, and the days of it that none of them covers."""

    parts: tuple[Goal, ...]
    uncovered: int

    @property
    def amount(self) -> Decimal:
        """The goals added up."""
        return sum((part.amount for part in self.parts), Decimal(0))

    def runs(self) -> Iterator[Period]:
        """The days that the goals cover, from gap to gap."""
        run: Span | None = None
        for part in sorted(self.parts, key=lambda goal: goal.period.start):
            if run is not None and part.period.start == run.end + _ONE_DAY:
                run = Span(run.start, part.period.end)
                continue
            if run is not None:
                yield Period(run.start, run.end, str(run))
            run = part.period
        if run is not None:
            yield Period(run.start, run.end, str(run))


def aim(goals: Sequence[Goal], period: Span, *, adds_up: bool) -> Aim | None:
    """What the goals of one owner and metric come to in a period; None where none of them lies in it.

    The goal of the very period stands before those of its parts. Of parts of several lengths those count that cover
    most, then the longest: a quarter beside its months is not added to them. Rates do not add up: only the goal of the
    very period counts.
    """
    exact = [goal for goal in goals if (goal.period.start, goal.period.end) == (period.start, period.end)]
    if exact:
        return Aim((exact[0],), 0)
    inside = [goal for goal in goals if period.start <= goal.period.start and goal.period.end <= period.end]
    if not inside or not adds_up:
        return None
    chosen = tuple(_side_by_side(inside))
    return Aim(chosen, period.days - sum(goal.period.days for goal in chosen))


def _side_by_side(goals: Sequence[Goal]) -> Iterator[Goal]:
    """Goals that do not overlap and cover the most days, the longest first choice among equals.

    The classic weighted choice of intervals: best[i] is the most that the first i goals by their last day can cover.
    """
    ordered = sorted(goals, key=lambda goal: (goal.period.end, -goal.period.days))
    best: list[tuple[int, int]] = [(0, 0)]
    takes: list[int | None] = []
    for at, goal in enumerate(ordered):
        before = _last_before(ordered[:at], goal.period.start)
        covered, count = best[before]
        taken = (covered + goal.period.days, count - 1)
        takes.append(before if taken > best[at] else None)
        best.append(max(taken, best[at]))
    at, found = len(ordered), []
    while at > 0:
        before_it = takes[at - 1]
        if before_it is None:
            at -= 1
        else:
            found.append(ordered[at - 1])
            at = before_it
    yield from reversed(found)


def _last_before(ordered: Sequence[Goal], start: date) -> int:
    """How many of the goals end before a day."""
    return sum(goal.period.end < start for goal in ordered)
