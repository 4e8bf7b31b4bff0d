"""The cost of commission spread over months: straight line from the month of the period's end on.

Incremental costs of obtaining a contract are an asset, amortised over the time the contract is expected to bring
revenue (IFRS 15.91-99, ASC 340-40-35). Each month is the same amount, rounded once as the plan rounds; the last month
has what is left, so that the months add up to the cost. What is advanced, held back or carried on is no cost.

Worked example: 100.00 over three months are 33.33, 33.33 and 33.34.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.exporting.accounts import Role
from salesperf.analyses.commission.exporting.entries import moves
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.report import lines_within
from salesperf.analyses.commission.together import Asked
from salesperf.core.money import EXACT, Rounding, settle
from salesperf.core.period import Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Count, Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-deferred/1"
ZERO = Decimal(0)
_TITLE = Text(
    "Deferred cost of commission, {period}, over {months:month|months}", "提成成本摊销，{period}，共 {months} 个月"
)
_BLOCK = Text("By month", "按月")
_MONTH, _AMOUNT = Text("month", "月份"), Text("expense", "费用")
_LEFT = Text("left to expense", "未摊销余额")
_COLUMNS = (
    Column("rep_id", phrases.WHO_ID),
    Column("rep", phrases.WHO),
    Column("plan", phrases.PLAN),
    Column("period", phrases.PERIOD),
    Column("component", phrases.COMPONENT),
    Column("month", _MONTH),
    Column("amount", _AMOUNT, Unit.MONEY, adds_up=True),
    Column("currency", phrases.CURRENCY),
)
_BY_MONTH = (
    Column("month", _MONTH),
    Column("currency", phrases.CURRENCY),
    Column("amount", _AMOUNT, Unit.MONEY, adds_up=True),
    Column("left", _LEFT, Unit.MONEY),
)


def spread(total: Decimal, months: int, *, places: int, mode: Rounding = Rounding.HALF_UP) -> tuple[Decimal, ...]:
    """An amount over months, the last with what is left; raises `ValueError` for less than one month.

    Where a few cents over many months would leave the last month the other sign, months are rounded down.

    >>> spread(Decimal("100.00"), 3, places=2)
    (Decimal('33.33'), Decimal('33.33'), Decimal('33.34'))
    """
    if months < 1:
        raise ValueError("an amount is spread over one month at least")
    share = EXACT.divide(total, Decimal(months))
    for rounding in (mode, Rounding.DOWN):
        # Plus makes a zero that was rounded from below one without a sign.
        each = EXACT.plus(settle(share, places=places, mode=rounding))
        rest = EXACT.subtract(total, EXACT.multiply(each, Decimal(months - 1)))
        if not rest or (rest < 0) == (total < 0):
            break
    return (*[each] * (months - 1), rest)


def deferred_report(found: Sequence[Asked], months: int, *, lang: Lang) -> Report:
    """What each month bears and what is left after it; records: a row a person, component, period and month."""
    rows = [row for one in found for row in _rows(one, months)]
    spans = [one.span for one in found]
    whole = Span(min(one.start for one in spans), max(one.end for one in spans))
    currencies = sorted({str(row[-1]) for row in rows})
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(period=span_words(whole), months=Count(months)),
        lang=lang,
        blocks=(TableBlock("months", _BLOCK, _BY_MONTH, tuple(_months(rows, currencies))),),
        records=Records(_COLUMNS, tuple(rows)),
        meta=Meta(span=(whole.start, whole.end), currency=currencies[0] if len(currencies) == 1 else None),
    )


def _rows(one: Asked, months: int) -> Iterator[tuple[Value, ...]]:
    plan = one.payroll.plan
    is_owed_back = plan.draw is not None and plan.draw.kind == "recoverable"
    for (who, period, component), total in _costs(
        lines_within(one.payroll, one.span), is_owed_back=is_owed_back
    ).items():
        amounts = spread(total, months, places=plan.plan.rounding.places, mode=plan.plan.rounding.mode)
        key, end = period
        for at, amount in enumerate(amounts):
            told = (who, one.payroll.name(who), plan.plan.id, key, component)
            yield (*told, _month(end, at), amount, plan.plan.currency)


def _costs(lines: Sequence[Line], *, is_owed_back: bool) -> Mapping[tuple[str, tuple[str, date], str], Decimal]:
    """What is a cost, by person, period and component: not what is advanced, held back or carried."""
    found: dict[tuple[str, tuple[str, date], str], Decimal] = {}
    for line in lines:
        cost = moves(line, is_owed_back=is_owed_back).get(Role.EXPENSE)
        if cost:
            place = (line.participant, (line.period.key, line.period.end), line.component)
            found[place] = EXACT.add(found.get(place, ZERO), cost)
    return found


def _month(end: date, later: int) -> str:
    year, month = divmod(end.year * 12 + end.month - 1 + later, 12)
    return f"{year:04}-{month + 1:02}"


def _months(rows: Sequence[tuple[Value, ...]], currencies: Sequence[str]) -> Iterator[Row]:
    for currency in currencies:
        sums: dict[str, Decimal] = {}
        for row in rows:
            if row[-1] == currency and isinstance(row[-2], Decimal):
                sums[str(row[-3])] = EXACT.add(sums.get(str(row[-3]), ZERO), row[-2])
        left = ZERO
        for amount in sums.values():
            left = EXACT.add(left, amount)
        for month in sorted(sums):
            left = EXACT.subtract(left, sums[month])
            yield Row((Cell(month), Cell(currency), Cell(sums[month]), Cell(left)))
