"""The days of the data that a question measures, checked: of its sales, else of all other events it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from msgspec.structs import replace

from salesperf.core.errors import DataError, UsageError
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.facts.days import Days, together
from salesperf.facts.events import Events
from salesperf.facts.sales import NONE_WON, NONE_WON_HINT, Basis, Sales
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.framed import Framed
from salesperf.metrics.reach import Told
from salesperf.metrics.request import Request
from salesperf.tables.labels import table_words

_NOTHING = Text("nothing can be measured", "没有可计算的内容")
_CALENDARS = range(1000, 3000)
"""Years beyond which there are no periods to measure: they are slips such as 0001-01-01 and 9999-12-31."""


def measured_days(facts: Facts, request: Request, *, asked: Collection[Subject] | None) -> Days:
    """The days that count: from the first sale on, of questions without sales from the first of all others.

    Raises `DataError` where no row has a day or no calendar has the days, `UsageError` of an as-of day before them.
    """
    found = facts.get(Subject.SALES)
    is_of_sales = asked is None or Subject.SALES in asked
    measured = facts if is_of_sales else {subject: facts[subject] for subject in asked or () if subject in facts}
    others = [events.days for subject, events in measured.items() if subject is not Subject.SALES and events.days]
    if isinstance(found, Sales) and not (others and (found.days is None or not is_of_sales)):
        days = _sold_days(found)
        if found.basis is Basis.WON_DEALS:
            # The deals that were won are some of those created before: one table, one span of days.
            every = together([days, *others])
            days = replace(days, first=every.first, last=every.last, as_of=every.as_of, through=every.through)
        # Cash comes after the last sale, and what fell due before is known.
        days = replace(days, last=max(days.last, *(other.last for other in others), days.first))
    else:
        if not others:
            tables = " and ".join(dict.fromkeys(events.source for events in facts.values()))
            told = Text("the {tables} hold no dated rows", "{tables} 中没有带日期的行")
            raise DataError(told.fill(tables=tables), _NOTHING)
        days = together(others)
        if Subject.CLOSED_DEALS in measured and (created := facts.get(Subject.CREATED_DEALS)) and created.days:
            # A deal is created before it is closed: days on which none was closed yet are known.
            days = replace(days, first=min(days.first, created.days.first))
    _must_be_of_calendars(days, found)
    if request.as_of is not None and request.as_of < days.first:
        told = Text(
            f"as of {request.as_of} there are no data: they begin on {days.first}",
            f"截至 {request.as_of} 没有数据：数据从 {days.first} 开始",
        )
        raise UsageError(told)
    return days


def with_balances(known: Days, lines: Framed) -> Days:
    """The days, to the as-of day where balances are measured: they are of that day, not of the last invoice."""
    if all(lens.subject is not Subject.RECEIVABLES for lens in lines.lines):
        return known
    return replace(known, last=max(known.last, known.as_of))


def reaches(facts: Facts, known: Days) -> Mapping[Subject, Told]:
    """The days that the lines of each subject tell of; of the sales only where others begin before or go on after them.

    A subject that begins after the as-of day tells of its own first day, and so of none that is asked for.
    """
    found: dict[Subject, Told] = {}
    for subject, events in facts.items():
        if events.days is not None and (days := _told_days(facts, events.days, subject, known)) is not None:
            found[subject] = Told(events.reach or days, ends=events.ends, unsettled=events.unsettled)
    return found


def _told_days(facts: Facts, days: Days, subject: Subject, known: Days) -> Span | None:
    """The days that a subject tells of; None for sales that tell of all, and no end for those that nothing outlasts."""
    first, last = _first_told(facts, days.first, subject), days.last
    if subject is Subject.SALES and last >= known.last:
        return None if first <= known.first else Span(first, date.max)
    return Span(first, max(first, last))


def _first_told(facts: Facts, first: date, subject: Subject) -> date:
    """The first day that a subject tells of: deals that are known to be lost on a day could have been won on it."""
    sold, closed = facts.get(Subject.SALES), facts.get(Subject.CLOSED_DEALS)
    of_deals = subject is Subject.SALES and isinstance(sold, Sales) and sold.basis is Basis.WON_DEALS
    return min(first, closed.days.first) if of_deals and closed is not None and closed.days is not None else first


def _sold_days(found: Sales) -> Days:
    if found.days is not None:
        return found.days
    if found.basis is Basis.WON_DEALS:
        raise DataError(NONE_WON, NONE_WON_HINT)
    if not found.counts.rows:
        told = Text("the {basis} have no rows, only a header", "{basis} 只有表头，没有数据行")
        raise DataError(told.fill(basis=found.basis.value), _NOTHING)
    told = Text("the {basis} hold no dated lines", "{basis} 中没有带日期的行")
    raise DataError(told.fill(basis=found.basis.value), _NOTHING)


def _must_be_of_calendars(days: Days, found: Events | None) -> None:
    if days.first.year < _CALENDARS[0] or days.as_of.year > _CALENDARS[-1]:
        table = found.source if found else "tables"
        last = found.counts.last if isinstance(found, Sales) else days.as_of
        raise DataError(
            Text(
                f"the {table} hold lines from {days.first} to {last}: no calendar has these days",
                f"{table_words(table).zh}的行从 {days.first} 到 {last}：超出日历范围",
            ),
            Text(
                "correct the dates; lines after the day of --as-of are left out",
                "请更正日期；晚于 --as-of 当日的行不计入",
            ),
        )
