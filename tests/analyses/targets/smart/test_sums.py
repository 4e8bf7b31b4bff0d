"""Targets beside those that should add up to them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from salesperf.analyses.targets.owners import REP, TEAM
from salesperf.analyses.targets.smart.sums import Level, allowed, gaps_of, likewise

HEAD = "scope,scope_id,metric,period,amount\n"


def test_a_gap_names_the_parts_of_its_period(cases: Any) -> None:
    targets = (
        HEAD + "team,East,net_revenue,2026-01,165\nrep,Ann,net_revenue,2026-01,130\nrep,Cid,net_revenue,2026-01,9\n"
    )
    case = cases(targets).found[0]
    east = case.of(TEAM)[0]

    (gap,) = gaps_of(case, Level(east, REP, case.of(REP), team=east))

    assert (gap.target, gap.parts, dict(gap.amounts)) == (Decimal(165), Decimal(130), {"Ann": Decimal(130)})
    assert likewise([gap]).en == ""
    assert likewise([gap] * 3).en == "; likewise in 2 more periods"


def test_half_of_what_each_is_rounded_to_may_be_off(cases: Any) -> None:
    case = cases(HEAD + "rep,Ann,net_revenue,2026-01,100\n").found[0]

    assert allowed(case, Decimal(1000), [Decimal(300), Decimal(700)]) == Decimal(20), "two per cent at most"
    assert allowed(case, Decimal("10.53"), [Decimal("5.5")]) == Decimal("0.05265"), "half a per cent, told in cents"
