"""Open deals by the day on which they should close: this period, the next, later, past it, or on no known day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, Why, worth
from salesperf.app.packs import phrases
from salesperf.core.period import Period
from salesperf.core.period_words import span_words
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.facts.calendar import Calendar
from salesperf.report.capitals import said
from salesperf.report.model import Cell, Column, Row, TableBlock, Value

TITLE = Text("Open deals by expected close", "进行中的商机（按预计成交时间）")
_WHEN = Text("expected close", "预计成交")
_THIS, _NEXT = Text("this period, {period}", "本期（{period}）"), Text("next period, {period}", "下期（{period}）")
_LATER, _PAST = Text("later", "更晚"), Text("past their date", "已过预计日期")
_UNDATED = Text("without a date", "没有预计日期")


class Due(Struct, frozen=True):
    """The deals that should close within one stretch of time."""

    words: Text
    deals: tuple[Deal, ...]


def by_expected_close(found: OpenDeals, period: Period, calendar: Calendar) -> tuple[Due, ...]:
    """The open deals in parts that hold each of them once.

    A deal whose day is over is past it, also where that day lies in the period reported on. What is no month, quarter
    or the like (a year to date) has no period after it.
    """
    dated = [(deal, deal.expected) for deal in found.deals if deal.expected is not None and not _is_past(deal)]

    def until(last: date, first: date = date.min) -> tuple[Deal, ...]:
        return tuple(deal for deal, day in dated if first <= day <= last)

    after = None if period.grain is None else calendar.next(period)
    last = period.end if after is None else after.end
    following = () if after is None else (Due(_NEXT.fill(period=span_words(after)), until(after.end, after.start)),)
    return (
        Due(_THIS.fill(period=span_words(period)), until(period.end)),
        *following,
        Due(_LATER, tuple(deal for deal, day in dated if day > last)),
        Due(_PAST, tuple(deal for deal in found.deals if _is_past(deal))),
        Due(_UNDATED, tuple(deal for deal in found.deals if deal.expected is None)),
    )


def expected_closes(found: OpenDeals, period: Period, calendar: Calendar, *, lang: Lang) -> TableBlock | None:
    """A row for each part and their sum; None where no deal tells when it should close."""
    if all(deal.expected is None for deal in found.deals):
        return None
    columns = deal_columns(found)
    parts = by_expected_close(found, period, calendar)
    rows = tuple(Row((said(part.words, lang), *figures_of(part.deals, columns))) for part in parts)
    total = Row((Cell(phrases.TOTAL.say(lang)), *figures_of(found.deals, columns)))
    return TableBlock("expected_closes", TITLE, (Column("expected", _WHEN), *columns), rows, total)


def deal_columns(found: OpenDeals) -> tuple[Column, ...]:
    """How many deals there are and, where the files tell, what they come to, also weighted by probability."""
    is_weighted = any(deal.weighted is not None for deal in found.deals)
    return (
        Column("deals", Text("open deals", "商机数"), Unit.COUNT, adds_up=True),
        *((Column("amount", Text("amount", "金额"), Unit.MONEY, adds_up=True),) if found.has_amounts else ()),
        *(
            (Column("weighted", Text("weighted by probability", "按概率加权金额"), Unit.MONEY, adds_up=True),)
            if is_weighted
            else ()
        ),
    )


def figures_of(deals: Sequence[Deal], columns: Sequence[Column]) -> tuple[Cell, ...]:
    """The columns' figures of some deals."""
    weighted = [deal.weighted for deal in deals if deal.weighted is not None]
    values: dict[str, Value] = {
        "deals": len(deals),
        "stalled": sum(bool(deal.stalled) for deal in deals),
        "amount": worth(deals),
        # Of no deal the sum is nothing; of deals without a probability it is not known.
        "weighted": sum(weighted, Decimal(0)) if weighted or not deals else None,
    }
    return tuple(Cell(values[column.key]) for column in columns)


def _is_past(deal: Deal) -> bool:
    return Why.OVERDUE in deal.stalled
