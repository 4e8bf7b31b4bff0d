"""Checks of payout lines: each has its rule, slices are what was earned, sums are sums, no debt is below zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from msgspec.structs import replace

from salesperf.analyses.commission.checking.check import Checked, Named, checked
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.credited import Credited
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people.limits import limited
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.report import lines_within, run_report
from salesperf.analyses.commission.rules.accelerator import MarginalAccelerator, WholeAccelerator
from salesperf.analyses.commission.rules.flat import FlatRule
from salesperf.analyses.commission.rules.over_target import OverTarget
from salesperf.analyses.commission.rules.spif import SpifRule
from salesperf.analyses.commission.rules.tiered import InterpolatedTiers, MarginalTiers, WholeTiers
from salesperf.analyses.commission.together import Asked
from salesperf.analyses.commission.written.tiers import Bounded, faults_of_tiers
from salesperf.core.money import EXACT, settle
from salesperf.core.text import Lang, Text
from salesperf.report.model import Cell

ZERO = Decimal(0)
_EARNING = frozenset({Kind.EARNING, Kind.OVERRIDE})
_NO_RULE = Text(
    "{who}, {period}: {pay} are paid by {component}, which is no part of the plan {plan}",
    "{who}，{period}：{component} 付 {pay}，但方案 {plan} 中没有该项",
)
_NOT_ITS_PAY = Text(
    "{who}, {period}, {component}: {pay} are paid and its slices come to {slices}",
    "{who}，{period}，{component}：付 {pay}，而各段合计为 {slices}",
)
_NOT_TO_DATE = Text(
    "{who}, {component}: by {period} {sum} were earned period by period and {whole} to date",
    "{who}，{component}：截至{period}逐期合计为 {sum}，累计应为 {whole}",
)
_NOT_A_SUM = Text("{plan}: {what} is {shown}, its lines come to {sum}", "{plan}：{what}为 {shown}，明细合计为 {sum}")
_BELOW = Text("{who}: {what} is {amount} after {period}", "{who}：{period}后{what}为 {amount}")
_OWED = {
    "draw_owed": Text("the draw owed", "应还预支"),
    "owed": Text("what is owed", "欠款"),
    "held_back": Text("what is held back", "暂扣款"),
}
_TO_DATE = (
    FlatRule,
    MarginalTiers,
    WholeTiers,
    InterpolatedTiers,
    MarginalAccelerator,
    WholeAccelerator,
    OverTarget,
    SpifRule,
)
"""Kinds whose pay of a window is the same whether it is paid period by period or at once."""
_WINDOWS = frozenset({"quarter", "year", "dates"})


def tables_contiguous(found: Sequence[Asked]) -> Checked:
    """Whether the tiers of every component leave no amount out and hold none twice."""
    tables = [
        (component, tuple(getattr(component, "tiers", ())))
        for one in found
        for component in one.payroll.plan.component
        if hasattr(component, "tiers")
    ]
    return checked(Named.TABLES_CONTIGUOUS, len(tables), (fault for _, tiers in tables for fault in _gaps(tiers)))


def _gaps(tiers: Sequence[Bounded]) -> Iterator[Text]:
    yield from faults_of_tiers(tiers)


def no_earning_without_rule(found: Sequence[Asked]) -> Checked:
    """Whether every line that pays comes from a component or pool of its plan, and pays what its slices come to."""
    lines = [(one.payroll, line) for one in found for line in lines_within(one.payroll, one.span)]
    return checked(
        Named.NO_EARNING_WITHOUT_RULE, len(lines), (fault for one, line in lines for fault in _unruled(one, line))
    )


def _unruled(found: Payroll, line: Line) -> Iterator[Text]:
    plan = found.plan
    said = {"who": found.name(line.participant), "period": line.period.key, "pay": figure(line.pay)}
    components = {one.name: one for one in plan.component}
    pools = {one.name for one in plan.pool}
    is_ruled = line.component in components if line.kind in _EARNING else line.component in pools
    if line.kind in {*_EARNING, Kind.POOL} and not is_ruled:
        yield _NO_RULE.fill(component=line.component, plan=plan.plan.id, **said)
    component = components.get(line.component)
    if line.kind in _EARNING and component is not None and line.earned is not None:
        within = limited(line.earned.exact, cap=component.cap, floor=component.floor).amount
        pay = settle(within, places=plan.plan.rounding.places, mode=plan.plan.rounding.mode)
        if pay != line.pay:
            yield _NOT_ITS_PAY.fill(component=component.name, slices=figure(pay), **said)


def lines_sum_to_payouts(found: Sequence[Asked]) -> Checked:
    """Whether every payout and total of the report of a run is the sum of its lines."""
    count, faults = 0, []
    for one in found:
        lines, report = lines_within(one.payroll, one.span), run_report(one.payroll, one.span, lang=Lang.EN)
        count += len(lines)
        people = report.blocks[0]
        rows = [*people.rows, *([people.total] if people.total else [])]
        plan = one.payroll.plan.plan.id
        for row in rows:
            name, *pays = [cell.value for cell in row.cells if isinstance(cell, Cell)]
            *parts, whole = [pay for pay in pays if isinstance(pay, Decimal)]
            if _sum(parts) != whole:
                faults.append(_NOT_A_SUM.fill(plan=plan, what=name, shown=figure(whole), sum=figure(_sum(parts))))
        last = people.total.cells[-1] if people.total else None
        shown = last.value if isinstance(last, Cell) and isinstance(last.value, Decimal) else ZERO
        whole = _sum(line.pay for line in lines)
        if shown != whole:
            faults.append(
                _NOT_A_SUM.fill(plan=plan, what=Text("total", "合计"), shown=figure(shown), sum=figure(whole))
            )
    return checked(Named.LINES_SUM_TO_PAYOUTS, count, faults)


def earned_is_sum_of_slices(found: Sequence[Asked]) -> Checked:
    """Whether what was earned period by period is what the window to date earns at once."""
    count, faults = 0, []
    for one in found:
        for component in one.payroll.plan.component:
            if isinstance(component, _TO_DATE) and component.per in _WINDOWS and not component.true_up:
                lines = [line for line in one.payroll.lines if line.component == component.name and line.earned]
                count += len(lines)
                faults += list(_piled_up(one.payroll, component, lines))
    return checked(Named.EARNED_IS_SUM_OF_SLICES, count, faults)


def _piled_up(found: Payroll, component: AnyComponent, lines: Sequence[Line]) -> Iterator[Text]:
    """Every line after which the periods of its window do not add up to what the window earns at once.

    By what was known at the end of its period: returns that came later take back what was earned by lines of their own.
    """
    own: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda one: (one.participant, one.period)):
        own.setdefault(line.participant, []).append(line)
        known = found.desk.credited_by(line.period)
        window = found.desk.window(component, line.period)
        inside = [one for one in own[line.participant] if window.start <= one.period.start]
        summed = _sum(_earned_by(found, component, one, known) for one in inside)
        case = found.desk.case(component, line.participant, line.period, known=known)
        at_once = replace(
            case, credited=case.to_date, before=ZERO, reached_before=None if case.reached is None else ZERO
        )
        whole = earned(component, at_once).exact
        if whole != summed:
            said = {"who": found.name(line.participant), "component": component.name, "period": line.period.key}
            yield _NOT_TO_DATE.fill(sum=figure(summed), whole=figure(whole), **said)


def _earned_by(found: Payroll, component: AnyComponent, line: Line, known: Mapping[str, Credited]) -> Decimal:
    """What a line earned; worked out again where something had not come back yet when it was paid."""
    if line.earned is not None and found.desk.credited_by(line.period) is known:
        return line.earned.exact
    return earned(component, found.desk.case(component, line.participant, line.period, known=known)).exact


def nothing_owed_below_zero(found: Sequence[Asked]) -> Checked:
    """Whether no draw, debt or reserve is below zero after the last period."""
    faults = []
    people = [(one.payroll, who) for one in found for who in one.payroll.standings]
    for payroll, who in people:
        standing = payroll.standings[who]
        for name, what in _OWED.items():
            amount = getattr(standing, name)
            if amount < ZERO:
                period = payroll.desk.periods[-1].key
                faults.append(_BELOW.fill(who=payroll.name(who), what=what, amount=figure(amount), period=period))
    return checked(Named.NOTHING_OWED_BELOW_ZERO, len(people), faults)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, amounts, ZERO)
