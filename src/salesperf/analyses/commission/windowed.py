"""Pay by tiers of a window to date: what it has earned by now, less what it had earned before the period."""

from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.ladder import Ladder, Tie

ZERO = Decimal(0)


def by_slices(ladder: Ladder, case: Case) -> Earned:
    """Each slice of what the period adds to the window at the rate of its own tier; pay is exact, in plan currency."""
    return Earned((Part(ladder.by_slices(case.before, case.to_date)),))


def as_a_whole(ladder: Ladder, case: Case, *, tie: Tie) -> Earned:
    """All of the window at the rate of the tier reached, less what the same earned before the period."""
    now, before = (ladder.as_a_whole(amount, tie=tie) for amount in (case.to_date, case.before))
    return Earned((Part((now,)),), (before,) if case.before else ())


def target_of(case: Case) -> Decimal | None:
    """The target that attainment is of; None where there is none above zero, so that none can be reached."""
    return case.target if case.target is not None and case.target > ZERO else None
