from __future__ import annotations

from decimal import Decimal

import pytest

from commission_ground import plan
from salesperf.analyses.commission.linting.cliffs import cliffs
from salesperf.analyses.commission.linting.finding import Finding, Found

TIERS = "tiers = [{ to = 100_000, rate = 0.01 }, { to = 200_000, rate = 0.015 }, { rate = 0.005 }]"


def found(written: str, *, in_money: bool = True) -> tuple[Finding, ...]:
    [component] = plan(f'[[component]]\nname = "x"\n{written}\n').component
    return cliffs(component, in_money=in_money)


@pytest.mark.parametrize("tie", ["lower", "upper"])
def test_whole_tiers_jump_at_their_bounds_whichever_tier_these_are_in(tie: str) -> None:
    up, down = found(f'rule = "tiered"\nmode = "whole"\ntie = "{tie}"\n{TIERS}')

    # 100,000 x (1.5 % - 1 %) = 500; 200,000 x (0.5 % - 1.5 %) = -2,000.
    assert (up.found, up.at, up.jump) == (Found.CLIFF, 100_000, Decimal("500.00"))
    assert (down.found, down.at, down.jump) == (Found.FALL, 200_000, Decimal("-2000.00"))
    assert up.told.en == "x: at 100,000 the pay jumps by 500, from 1,000 to 1,500"
    assert down.told.en == ("x: at 200,000 the pay falls by 2,000, from 3,000 to 1,000: who sells more is paid less")


@pytest.mark.parametrize(
    "written",
    [
        f'rule = "tiered"\nmode = "marginal"\n{TIERS}',
        'rule = "tiered"\nmode = "interpolated"\npoints = [{ at = 10, rate = 0.01 }, { at = 20, rate = 0.02 }]',
        'rule = "accelerator"\nmode = "marginal"\nrate = 0.08\ntiers = [{ to = 1, factor = 1 }, { factor = 3 }]',
        'rule = "flat"\nrate = 0.5',
        'rule = "spif"\neach = 50\nfirst = 10',
        'rule = "over_target"\nrate = 0.03',
        'rule = "rates"\nrows = [{ rate = 0.01 }]',
    ],
)
def test_what_is_paid_by_slices_has_no_cliff_however_high_its_rate(written: str) -> None:
    assert found(written) == ()


def test_a_tier_of_attainment_jumps_at_a_share_of_the_target() -> None:
    told = 'rule = "accelerator"\nmode = "whole"\ntie = "lower"\nrate = 0.1\n'

    [cliff] = found(f"{told}tiers = [{{ to = 1, factor = 1 }}, {{ factor = 1.5 }}]")

    # Of a target of 100,000: 100,000 x 10 % x (1.5 - 1) = 5,000.
    assert (cliff.at, cliff.jump) == (1, Decimal("5000.00"))
    assert "100% of a target of 100,000" in cliff.told.en


def test_a_bonus_paid_once_is_a_cliff() -> None:
    [cliff] = found('rule = "spif"\nonce = 200\nat_least = 5', in_money=False)

    assert (cliff.at, cliff.jump) == (5, 200)


def test_a_hurdle_of_the_margin_is_a_cliff() -> None:
    [cliff] = found('rule = "margin"\ntie = "upper"\nhurdle = 0.1\ntiers = [{ rate = 0.05 }]')

    # A margin of 10 % of 100,000 is 10,000, at 5 %.
    assert (cliff.at, cliff.jump) == (Decimal("0.1"), 500)


def test_a_cap_above_which_nothing_more_is_paid_hides_the_cliff() -> None:
    assert found('rule = "spif"\nonce = 200\nat_least = 5\ncap = 0', in_money=False) == ()
