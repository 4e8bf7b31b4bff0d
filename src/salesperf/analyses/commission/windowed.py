"""Pay by tiers of a window to date: what it has earned by now, less what it had earned before the period."""

from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.slices import Slice
from salesperf.core.money import EXACT

ZERO = Decimal(0)


def by_slices(ladder: Ladder, case: Case) -> Earned:
    """Each slice of what the period adds to the window at the rate of its own tier; pay is exact, in plan currency."""
    return Earned((Part(ladder.by_slices(case.before, case.to_date)),))


def as_a_whole(ladder: Ladder, case: Case, *, tie: Tie) -> Earned:
    """All of the window at the rate of the tier reached, less what the same earned before the period.

    Where another measure decides the tier, it is that one's tier.
    """
    now = Slice(ZERO, case.to_date, ladder.rates[ladder.tier_of(case.deciding, tie=tie)])
    before = Slice(ZERO, case.before, ladder.rates[ladder.tier_of(case.deciding_before, tie=tie)])
    return Earned((Part((now,)),), (before,) if case.before else ())


def by_deal(ladder: Ladder, case: Case, *, tie: Tie | None) -> Earned:
    """Each deal through the tiers on its own, less what it earned in earlier periods; by slices without a `tie`.

    What comes back of a deal of an earlier period takes back what it was paid.
    """
    paid: list[Part] = []
    before: list[Slice] = []
    for name, amount in sorted(case.parts.items()):
        earlier = case.parts_before.get(name, ZERO)
        now = EXACT.add(earlier, amount)
        if tie is None:
            paid.append(Part(ladder.by_slices(earlier, now), name))
            continue
        paid.append(Part((ladder.as_a_whole(now, tie=tie),), name))
        before += [ladder.as_a_whole(earlier, tie=tie)] if earlier else []
    return Earned(tuple(paid), tuple(before))


def target_of(case: Case) -> Decimal | None:
    """The target that attainment is of; None where there is none above zero, so that none can be reached."""
    return case.target if case.target is not None and case.target > ZERO else None
