"""Whole units shared out by weight, each share between a floor and a cap: the method of largest remainders.

Alexander Hamilton proposed it to the US Congress in 1792 (Balinski and Young, Fair Representation, 1982, chapter 3):
everybody gets the whole part of their quota, and the units that are left go to the largest fractions. Where floors or
caps bind, the quotas are those of the one rate at which they add up: a quota is rate x weight, not below the floor and
not above the cap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody may get: in proportion to a weight, at least `floor` and at most `cap` units (None: no cap)."""

    weight: Fraction
    floor: int = 0
    cap: int | None = None

    def __post_init__(self) -> None:
        if self.weight < 0 or self.floor < 0 or (self.cap is not None and self.cap < self.floor):
            raise ValueError(f"{self} is no claim")

    @property
    def most(self) -> int | None:
        """The most that can be got; without weight nobody gets more than the floor."""
        return self.cap if self.weight else self.floor

    def quota(self, rate: Fraction) -> Fraction:
        """What a rate gives."""
        found = max(self.weight * rate, Fraction(self.floor))
        return found if self.most is None else min(found, Fraction(self.most))


def least(claims: Sequence[Claim]) -> int:
    """The fewest units that can be shared out: everybody at the floor."""
    return sum(claim.floor for claim in claims)


def most(claims: Sequence[Claim]) -> int | None:
    """The most units that can be shared out; None where nothing limits them."""
    tops = [claim.most for claim in claims]
    return None if None in tops else sum(top for top in tops if top is not None)


def apportioned(units: int, claims: Sequence[Claim]) -> tuple[int, ...]:
    """Share units so that they add up exactly; of equal fractions the earlier claim goes first.

    Of two claims with the same floor and cap the larger weight never gets less. Raises `ValueError` where the units are
    fewer than the floors or more than the caps.

    100 units by weights 50, 30, 20 with a cap of 40 on the first: 40 stay there, 60 are shared 30 : 20.

    >>> apportioned(100, [Claim(Fraction(50), cap=40), Claim(Fraction(30)), Claim(Fraction(20))])
    (40, 36, 24)
    """
    top = most(claims)
    if units < least(claims) or (top is not None and units > top):
        raise ValueError(f"{units} units do not fit between {least(claims)} and {top}")
    rate = _rate(units, claims)
    quotas = [claim.quota(rate) for claim in claims]
    shares = [quota.numerator // quota.denominator for quota in quotas]
    order = sorted(range(len(claims)), key=lambda at: (shares[at] - quotas[at], at))
    for at in order[: units - sum(shares)]:
        shares[at] += 1
    return tuple(shares)


def _rate(units: int, claims: Sequence[Claim]) -> Fraction:
    """The rate at which the quotas add up to the units.

    The sum of the quotas grows with the rate, in straight pieces between the rates at which a claim leaves its floor or
    reaches its cap.
    """
    weighed = [claim for claim in claims if claim.weight]
    bounds = [bound for claim in weighed for bound in _bounds(claim)]
    edges = sorted({Fraction(0), *bounds})
    edge = edges[bisect_right(edges, Fraction(units), key=lambda rate: _given(claims, rate)) - 1]
    slope = sum((claim.weight for claim in weighed if _grows(claim, edge)), Fraction(0))
    missing = units - _given(claims, edge)
    return edge + missing / slope if missing else edge


def _given(claims: Sequence[Claim], rate: Fraction) -> Fraction:
    return sum((claim.quota(rate) for claim in claims), Fraction(0))


def _bounds(claim: Claim) -> tuple[Fraction, ...]:
    low = claim.floor / claim.weight
    return (low,) if claim.cap is None else (low, claim.cap / claim.weight)


def _grows(claim: Claim, rate: Fraction) -> bool:
    """Whether a claim gets more at a slightly higher rate."""
    reached = claim.weight * rate
    return reached >= claim.floor and (claim.cap is None or reached < claim.cap)
