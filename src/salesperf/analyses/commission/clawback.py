"""What returns take back of earlier pay: a line for each person, component and period in which something came back.

As paid: what all earlier periods were paid less what they are paid without the returned part, through the same rule;
over all periods together exactly what is left is paid, and nothing where everything came back. Pro rata: the share of
the earlier pay that what came back is of what was sold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce

import narwhals as nw
from msgspec import Struct

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.credited import Credited
from salesperf.analyses.commission.desk import Desk, Version, is_of_earned
from salesperf.analyses.commission.lines import Kind, Line, taken_from
from salesperf.analyses.commission.measured import WHO
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people import words
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.trued_up import paid_for
from salesperf.analyses.commission.written.answers import Clawback
from salesperf.core.errors import Where
from salesperf.core.money import EXACT, settle
from salesperf.core.period import Period
from salesperf.core.text import Count, Lang, Text
from salesperf.engine import collect
from salesperf.facts.subject import Subject
from salesperf.facts.undone_sales import RETURNED_ON, SOLD_ON, Sale
from salesperf.metrics.parts import Lens
from salesperf.tables.schema import FILE, ROW, SHEET

ZERO = Decimal(0)
_SHOWN = 10


class Taken(Struct, frozen=True):
    """A line that takes back, and what of it each earlier period was paid (below zero, in plan currency)."""

    line: Line
    of: Mapping[Period, Decimal]


class _Row(Struct, frozen=True):
    """One return as somebody is credited with it."""

    where: Where
    amount: Decimal


def taken_back(desk: Desk) -> Mapping[tuple[str, Period], tuple[Taken, ...]]:
    """What returns take back, by person and period; nothing where they count in the period in which they come."""
    found: dict[tuple[str, Period], list[Taken]] = {}
    before = desk.credited
    for version in desk.later:
        for component in desk.plan.component:
            if is_of_earned(component):
                continue
            for who, rows in _returned(version, component).items():
                taken = _taken(desk, component, who, (before, version), rows)
                if taken.line.pay or taken.line.credited:
                    found.setdefault((who, version.since), []).append(taken)
        before = version.credited
    return {place: tuple(taken) for place, taken in found.items()}


def _returned(version: Version, component: AnyComponent) -> Mapping[str, tuple[_Row, ...]]:
    """The rows that came back in a period of sales of earlier ones, by who is credited, in order of their places."""
    lines = version.credited[component.name].scope.measure.lines.get(Lens(Subject.SALES))
    if lines is None:
        return {}
    names = set(lines.collect_schema().names())
    if not {RETURNED_ON, WHO} <= names:
        return {}
    day, since = nw.col(RETURNED_ON), version.since
    inside = lines.filter(day >= since.start, day <= since.end, nw.col(SOLD_ON) < since.start, ~nw.col(WHO).is_null())
    places = [name for name in (FILE, SHEET, ROW) if name in names]
    told = [nw.col(name) if name == ROW else nw.col(name).cast(nw.String) for name in (WHO, *places)]
    found: dict[str, list[_Row]] = {}
    for row in collect(inside.select("net", *told)).iter_rows(named=True):
        where = Where(row.get(FILE), row.get(SHEET), row.get(ROW))
        found.setdefault(row[WHO], []).append(_Row(where, EXACT.minus(row["net"])))
    return {who: tuple(sorted(found[who], key=lambda one: _place(one.where))) for who in sorted(found)}


def _place(where: Where) -> tuple[str, str, int]:
    return (where.file or "", where.sheet or "", where.row or 0)


def _taken(
    desk: Desk,
    component: AnyComponent,
    who: str,
    known: tuple[Mapping[str, Credited], Version],
    rows: Sequence[_Row],
) -> Taken:
    """What one component takes back from one person, by what was known `before` and is from the version on."""
    before, version = known
    earlier = [period for period in desk.periods if period.end < version.since.start]
    is_pro_rata = desk.plan.plan.clawback is Clawback.PRO_RATA
    of = {}
    for period in earlier:
        if is_pro_rata:
            shares = (_share(desk, component, who, period, one) for one in (before, version.credited))
            amount = EXACT.subtract(*shares)
        else:
            left, had = (paid_for(desk, component, who, period, known=one) for one in (version.credited, before))
            amount = EXACT.subtract(left, had)
        if amount:
            of[period] = amount
    names = (before[component.name], version.credited[component.name])
    less, more = ([one.of(who, period) for period in earlier] for one in names)
    line = Line(
        participant=who,
        plan=desk.plan.plan.id,
        period=version.since,
        kind=Kind.CLAWBACK,
        component=taken_from(component.name),
        label=words.TAKEN_BACK.fill(label=component.label),
        pay=_sum(of.values()),
        credited=EXACT.subtract(_sum(more), _sum(less)),
        reasons=tuple(_reasons(desk, rows)),
        undone=tuple(_place(row.where) for row in rows),
    )
    return Taken(line, of)


def _share(desk: Desk, component: AnyComponent, who: str, period: Period, credited: Mapping[str, Credited]) -> Decimal:
    """What of the pay of a period falls on what came back of it so far, rounded as a payout is.

    Where the parts of a case are paid each on its own (orders, products), each part's pay by its own share.
    """
    pay = Fraction(paid_for(desk, component, who, period, known=desk.credited_by(period)))
    paid, known = desk.case(component, who, period), desk.case(component, who, period, known=credited)
    share = _share_of_parts(component, paid, known)
    if share is None:
        sold = Fraction(paid.credited)
        share = (sold - Fraction(known.credited)) / sold if sold else Fraction(0)
    exact = pay * share
    terms = desk.plan.plan.rounding
    amount = EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return settle(amount, places=terms.places, mode=terms.mode)


def _share_of_parts(component: AnyComponent, paid: Case, known: Case) -> Fraction | None:
    """The share of the pay that falls on what came back of each part; None where parts are not paid on their own."""
    whole = Fraction(earned(component, paid).exact)
    if not paid.parts or not whole:
        return None
    total = back = Fraction(0)
    for key, amount in paid.parts.items():
        pay = Fraction(earned(component, paid.of_part(key, amount)).exact)
        total += pay
        left = known.parts.get(key, ZERO)
        back += pay * (1 - Fraction(left) / Fraction(amount)) if amount else Fraction(0)
    return back / whole if total == whole else None


def _reasons(desk: Desk, rows: Sequence[_Row]) -> Iterator[Text]:
    """What came back and which row sold it."""
    sales = {one.where: one.sale for one in desk.undone.returns} if desk.undone is not None else {}
    for row in rows[:_SHOWN]:
        sale = sales.get(row.where)
        if isinstance(sale, Sale) and row.where.row is not None:
            told = {"amount": said(row.amount), "back": _words(row.where), "sold": _words(sale.where), "day": sale.day}
            yield words.CAME_BACK.fill(**told)
    if len(rows) > _SHOWN:
        yield words.MORE_CAME_BACK.fill(more=Count(len(rows) - _SHOWN))


def _words(where: Where) -> Text:
    return Text(where.say(Lang.EN), where.say(Lang.ZH))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, amounts, ZERO)
