"""A pool filled and shared out to the cent, by exact fractions.

Worked by hand: a team credited with 1,000,000 against a target of 900,000 fills 2 %, 20,000; by contributions of
500,000, 300,000 and 200,000 they get 10,000, 6,000 and 4,000.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.pools.terms import ContributionPool, EqualPool, Pool, ScoredPool, WeightedPool
from salesperf.core.apportion import Claim, apportioned, most
from salesperf.core.money import EXACT, Rounding, settle
from salesperf.core.text import Text

ZERO = Decimal(0)
NO_TARGET = Text("the team has no target to open the gate with", "团队没有目标，无法判断是否达到门槛")
GATE_SHUT = Text(
    "the team reached {credited} of the {needed} that open the pool", "团队完成{credited}，未达到开池所需的{needed}"
)
NOTHING_TO_SHARE = Text("the team's result fills no pool", "团队业绩不足以形成奖池")
NO_WEIGHT = Text("nobody of the team has a weight to share by", "团队中没有人可参与分配")


class Head(Struct, frozen=True):
    """One member of a team: contribution, role, score, and how much of the time they were there."""

    participant: str
    contribution: Decimal = ZERO
    role: str = ""
    score: Decimal | None = None
    there: Fraction = Fraction(1)


class Shared(Struct, frozen=True):
    """What fills a pool, what each head gets (in their order), what the cap withholds, and why nothing is paid."""

    pot: Decimal
    shares: tuple[Decimal, ...]
    withheld: Decimal = ZERO
    reason: Text | None = None


def shared_pool(
    pool: Pool,
    credited: Decimal,
    target: Decimal | None,
    heads: Sequence[Head],
    *,
    places: int = 2,
    mode: Rounding = Rounding.HALF_UP,
) -> Shared:
    """Fill a pool and share it out; shares and what is withheld add up to the pot.

    The gate is open exactly at its bound: what is credited is held against bound times target, and nothing is divided.
    Of equal fractions of a cent the earlier head goes first: give them in a steady order.
    """
    nothing = tuple(ZERO for _ in heads)
    reason = _shut(pool, credited, target)
    if reason is not None:
        return Shared(ZERO, nothing, reason=reason)
    pot = settle(EXACT.multiply(max(credited, ZERO), pool.rate), places=places, mode=mode)
    if not pot:
        return Shared(ZERO, nothing, reason=NOTHING_TO_SHARE)
    weights = _weights(pool, heads)
    if not any(weights):
        return Shared(pot, nothing, withheld=pot, reason=NO_WEIGHT)
    units = int(pot.scaleb(places, context=EXACT))
    cap = None if pool.cap is None else int(pool.cap.scaleb(places, context=EXACT))
    found = _apportioned(units, weights, cap, spills=pool.beyond == "shared")
    shares = tuple(Decimal(one).scaleb(-places, context=EXACT) for one in found)
    return Shared(pot, shares, withheld=Decimal(units - sum(found)).scaleb(-places, context=EXACT))


def _shut(pool: Pool, credited: Decimal, target: Decimal | None) -> Text | None:
    """Why the gate is shut; None where it is open or there is none."""
    if pool.gate is None:
        return None
    if target is None:
        return NO_TARGET
    needed = EXACT.multiply(pool.gate, target)
    return None if credited >= needed else GATE_SHUT.fill(credited=said(credited), needed=said(needed))


def _weights(pool: Pool, heads: Sequence[Head]) -> tuple[Fraction, ...]:
    match pool:
        case EqualPool():
            return tuple(head.there for head in heads)
        case WeightedPool():
            return tuple(Fraction(pool.weights.get(head.role, ZERO)) * head.there for head in heads)
        case ContributionPool():
            return tuple(_contributed(head) for head in heads)
        case ScoredPool():
            return _scored(pool, heads)


def _contributed(head: Head) -> Fraction:
    return Fraction(max(head.contribution, ZERO))


def _scored(pool: ScoredPool, heads: Sequence[Head]) -> tuple[Fraction, ...]:
    """Shares of the contributions and of the scores, each a whole of its own, mixed as the plan says."""
    contributed = _wholes([_contributed(head) for head in heads])
    scored = _wholes([Fraction(head.score or ZERO) for head in heads])
    part = Fraction(pool.contribution)
    return tuple(part * one + (1 - part) * other for one, other in zip(contributed, scored, strict=True))


def _wholes(numbers: Sequence[Fraction]) -> list[Fraction]:
    total = sum(numbers)
    return [number / total if total else Fraction(0) for number in numbers]


def _apportioned(units: int, weights: Sequence[Fraction], cap: int | None, *, spills: bool) -> tuple[int, ...]:
    if cap is None:
        return apportioned(units, [Claim(weight) for weight in weights])
    if not spills:
        return tuple(min(share, cap) for share in apportioned(units, [Claim(weight) for weight in weights]))
    claims = [Claim(weight, cap=cap) for weight in weights]
    top = most(claims)
    return apportioned(units if top is None else min(units, top), claims)
