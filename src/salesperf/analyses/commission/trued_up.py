"""True-up of a quarter or year to date: earned to date less paid to date, as a line of its own.

Worked example: 1 % with a cap of 1,000 a month, trued up over the year. January earns 1,500 and pays 1,000, February
earns 200: to date 1,700 are earned, within the 2,000 that two months pay at most, and 500 more are paid. Paid ahead at
an advance rate of 1 %, of whole tiers that reach 2 % in February, the second 600,000 pay 6,000 and a true-up of 12,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.credited import Credited
from salesperf.analyses.commission.desk import Desk, is_of_earned
from salesperf.analyses.commission.lines import Kind, Line, trued_up_of
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.payout_line import payout_line
from salesperf.analyses.commission.people import words
from salesperf.analyses.commission.people.limits import limited
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules.flat import FlatRule
from salesperf.core.money import EXACT, settle
from salesperf.core.period import Period

ZERO = Decimal(0)


def as_advanced(component: AnyComponent) -> AnyComponent:
    """The component as it pays each period at first: at its advance rate, where it has one."""
    if component.advance_rate is None:
        return component
    return FlatRule(
        name=component.name,
        title=component.title,
        title_zh=component.title_zh,
        measure=component.measure,
        where=component.where,
        cap=component.cap,
        rule="flat",
        rate=component.advance_rate,
    )


def lines_of_component(desk: Desk, component: AnyComponent, who: str, period: Period) -> Iterator[Line]:
    """The payout line of one component, and after it its true-up, where one is due."""
    line = payout_line(desk.plan, as_advanced(component), who, period, desk.case(component, who, period))
    yield line
    if not component.true_up:
        return
    known = desk.credited_by(period)
    before = _to_date(desk, component, who, _window(desk, component, who, period)[:-1], known)
    due = _to_date(desk, component, who, _window(desk, component, who, period), known)
    paid = EXACT.add(before, line.pay)
    if due != paid:
        yield Line(
            participant=who,
            plan=line.plan,
            period=period,
            kind=Kind.TRUE_UP,
            component=trued_up_of(component.name),
            label=words.TRUED_UP.fill(label=component.label),
            pay=EXACT.subtract(due, paid),
            reasons=(words.EARNED_TO_DATE.fill(earned=said(due), paid=said(paid)),),
        )


def paid_for(
    desk: Desk, component: AnyComponent, who: str, period: Period, *, known: Mapping[str, Credited]
) -> Decimal:
    """What a period is paid altogether, its true-up with it, by what is known; in plan currency, rounded."""
    if not component.true_up or is_of_earned(component):
        return payout_line(desk.plan, component, who, period, desk.case(component, who, period, known=known)).pay
    window = _window(desk, component, who, period)
    now, before = (_to_date(desk, component, who, days, known) for days in (window, window[:-1]))
    return EXACT.subtract(now, before)


def _window(desk: Desk, component: AnyComponent, who: str, period: Period) -> tuple[Period, ...]:
    """The plan's periods of the window up to this one, which is the last, in which the plan holds for the person."""
    first = desk.window(component, period).start
    earlier = (one for one in desk.periods if first <= one.start < period.start and desk.part(who, one))
    return (*earlier, period)


def _to_date(
    desk: Desk, component: AnyComponent, who: str, window: tuple[Period, ...], known: Mapping[str, Credited]
) -> Decimal:
    """What some periods have earned together, no more than their caps together, rounded once."""
    cases = (desk.case(component, who, period, known=known) for period in window)
    exact = reduce(EXACT.add, (earned(component, case).exact for case in cases), ZERO)
    cap = None if component.cap is None else EXACT.multiply(component.cap, Decimal(len(window)))
    terms = desk.plan.plan.rounding
    return settle(limited(exact, cap=cap).amount, places=terms.places, mode=terms.mode)
