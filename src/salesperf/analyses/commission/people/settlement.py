"""From what components pay to what is paid out: limits, guarantee, draw, holdback, and what is carried on.

Every step is a payout line, so that the lines of a person and period add up to the payout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.people import words
from salesperf.analyses.commission.people.balances import balanced
from salesperf.analyses.commission.people.draws import Draw, drawn
from salesperf.analyses.commission.people.limits import limited
from salesperf.analyses.commission.people.terms import Guarantee, Holdback, PersonLimits
from salesperf.analyses.commission.written.answers import NegativeBalance
from salesperf.core.money import EXACT, Rounding, settle
from salesperf.core.period import Period
from salesperf.core.text import Text

ZERO = Decimal(0)


class SettlementTerms(Struct, frozen=True):
    """What a plan says about a person's sum."""

    plan: str
    places: int
    mode: Rounding
    negative_balance: NegativeBalance
    person: PersonLimits | None = None
    guarantee: Guarantee | None = None
    draw: Draw | None = None
    holdback: Holdback | None = None


class Standing(Struct, frozen=True):
    """What stands between a person and the company after a period: all amounts at or above zero.

    `number` counts the person's periods; `reserve` is what is held back, by the number of the period that pays it.
    """

    number: int = 0
    draw_owed: Decimal = ZERO
    owed: Decimal = ZERO
    reserve: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def held_back(self) -> Decimal:
        """All that is held back."""
        return _sum(self.reserve.values())


class Settled(Struct, frozen=True):
    """The lines of a person's period that come after the components, and how they stand after it."""

    lines: tuple[Line, ...]
    standing: Standing


class _Desk(Struct, frozen=True):
    """Who and when: what every line of a settlement says."""

    terms: SettlementTerms
    participant: str
    period: Period

    def line(self, kind: Kind, label: Text, amount: Decimal, *reasons: Text) -> Line:
        pay = settle(amount, places=self.terms.places, mode=self.terms.mode)
        return Line(self.participant, self.terms.plan, self.period, kind, kind.value, label, pay, reasons=reasons)


def settlement(
    terms: SettlementTerms,
    earned: Sequence[Line],
    standing: Standing,
    *,
    of: tuple[str, Period],
    part: Fraction = Fraction(1),
) -> Settled:
    """Settle the period `of` a person: `earned` are its lines of components, clawbacks and adjustments, if any.

    `part` is how much of the period the person was there for: limits, guarantee and draw are cut to it.
    """
    desk = _Desk(terms, *of)
    now = replace(standing, number=standing.number + 1)
    commission = _sum(line.pay for line in earned if line.kind in _COMMISSION)
    lines = list(_limits(desk, commission, part))
    commission = _sum((commission, *(line.pay for line in lines)))
    lines += _guarantee(desk, commission, now, part)
    commission = _sum((commission, *(line.pay for line in lines if line.kind is Kind.GUARANTEE)))
    of_draw, now = _draw(desk, commission, now, part)
    of_reserve, now = _reserve(desk, commission, now)
    lines += [*of_draw, *of_reserve]
    of_balance, now = _balance(desk, _sum(line.pay for line in (*earned, *lines)), now)
    return Settled((*lines, *of_balance), now)


_COMMISSION = frozenset(
    {Kind.EARNING, Kind.POOL, Kind.OVERRIDE, Kind.HONOUR, Kind.TRUE_UP, Kind.UNCOLLECTED, Kind.COLLECTED}
)
"""What limits, guarantees, draws and holdbacks look at: what is due, so that what waits for cash is not yet there.

What is taken back or corrected is beside it.
"""


def _limits(desk: _Desk, commission: Decimal, part: Fraction) -> Iterator[Line]:
    limits = desk.terms.person
    if limits is None:
        return
    found = limited(commission, cap=_cut(desk, limits.cap, part), floor=_cut(desk, limits.floor, part))
    if found.withheld:
        yield desk.line(Kind.LIMIT, words.CAPPED, -found.withheld, words.AT_MOST.fill(cap=said(found.amount)))
    if found.lifted:
        yield desk.line(Kind.LIMIT, words.LIFTED, found.lifted, words.AT_LEAST.fill(floor=said(found.amount)))


def _guarantee(desk: _Desk, commission: Decimal, now: Standing, part: Fraction) -> Iterator[Line]:
    guarantee = desk.terms.guarantee
    if guarantee is None or (guarantee.periods is not None and now.number > guarantee.periods):
        return
    amount = _cut(desk, guarantee.amount, part)
    missing = EXACT.subtract(amount or ZERO, max(commission, ZERO))
    if missing > 0:
        yield desk.line(Kind.GUARANTEE, words.GUARANTEE, missing, words.FILLED_UP.fill(amount=said(amount or ZERO)))


def _draw(desk: _Desk, commission: Decimal, now: Standing, part: Fraction) -> tuple[list[Line], Standing]:
    draw = desk.terms.draw
    if draw is None:
        return [], now
    cut = _cut(desk, draw.amount, part)
    if not cut:
        return [], now
    found = drawn(draw.model_copy(update={"amount": cut}), commission, owed=now.draw_owed, number=now.number)
    lines = []
    if found.advanced:
        lines.append(desk.line(Kind.DRAW_ADVANCE, words.ADVANCE, found.advanced))
    if found.recovered:
        lines.append(desk.line(Kind.DRAW_RECOVERY, words.RECOVERY, -found.recovered))
    if found.forgiven:
        told = words.FORGIVEN_DRAW.fill(amount=said(found.forgiven))
        line = desk.line(Kind.DRAW_FORGIVEN, words.NOT_RECOVERED, ZERO, told)
        moved = settle(found.forgiven, places=desk.terms.places, mode=desk.terms.mode)
        lines.append(replace(line, moved=moved))
    return lines, replace(now, draw_owed=found.owed)


def _reserve(desk: _Desk, commission: Decimal, now: Standing) -> tuple[list[Line], Standing]:
    """What is held back of commission above zero, and what is released of before."""
    lines, reserve = [], dict(now.reserve)
    holdback = desk.terms.holdback
    if holdback is not None and commission > 0:
        kept = desk.line(Kind.RESERVE, words.HELD_BACK, -EXACT.multiply(commission, holdback.share))
        lines.append(kept)
        reserve[now.number + holdback.release_after] = -kept.pay
    due = _sum(reserve.pop(number) for number in sorted(reserve) if number <= now.number)
    if due:
        lines.append(desk.line(Kind.RESERVE_RELEASE, words.RELEASED, due))
    return lines, replace(now, reserve=reserve)


def _balance(desk: _Desk, total: Decimal, now: Standing) -> tuple[list[Line], Standing]:
    found = balanced(total, owed=now.owed, policy=desk.terms.negative_balance)
    lines = []
    if found.used:
        lines.append(desk.line(Kind.CARRIED, words.HELD_AGAINST, -found.used))
    left = EXACT.subtract(found.paid, EXACT.subtract(total, found.used))
    if left:
        kind, label = (Kind.FORGIVEN, words.FORGIVEN) if found.forgiven else (Kind.CARRIED, words.CARRIED_ON)
        lines.append(desk.line(kind, label, left))
    return lines, replace(now, owed=found.owed)


def _cut(desk: _Desk, amount: Decimal | None, part: Fraction) -> Decimal | None:
    """An amount of a whole period, for the part of it, rounded as a payout is."""
    if amount is None or part == 1:
        return amount
    exact = EXACT.divide(EXACT.multiply(amount, Decimal(part.numerator)), Decimal(part.denominator))
    return settle(exact, places=desk.terms.places, mode=desk.terms.mode)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, amounts, ZERO)
