from __future__ import annotations

from decimal import Decimal

import pytest

from commission_ground import plan
from salesperf.analyses.commission.in_words.payout_curve import Over, PayoutCurve, bounds_of, payout_curve

TIERS = "tiers = [{ to = 50_000, rate = 0.01 }, { to = 100_000, rate = 0.015 }, { rate = 0.02 }]"


def curve(written: str, *, in_money: bool = True) -> PayoutCurve | None:
    [component] = plan(f'[[component]]\nname = "x"\n{written}\n').component
    return payout_curve(component, in_money=in_money)


def pays(written: str) -> dict[str, str]:
    found = curve(written)
    assert found is not None
    return {f"{point.at.normalize():f}": f"{point.pay.normalize():f}" for point in found.points}


def test_tiers_are_drawn_from_nothing_to_twice_the_last_bound() -> None:
    found = pays(f'rule = "tiered"\nmode = "marginal"\n{TIERS}')

    # 200,000: 50,000 x 1 % + 50,000 x 1.5 % + 100,000 x 2 % = 500 + 750 + 2,000 = 3,250.
    assert (next(iter(found)), list(found)[-1], len(found)) == ("0", "200000", 21)
    assert (found["0"], found["50000"], found["100000"], found["200000"]) == ("0", "500", "1250", "3250")


def test_tiers_by_deal_are_those_of_one_deal() -> None:
    found = pays(f'rule = "tiered"\nmode = "whole"\ntie = "upper"\nper = "deal"\n{TIERS}')

    # 100,000 as a whole are on the bound and in the upper tier: 100,000 x 2 %.
    assert found["100000"] == "2000"


def test_tiers_of_attainment_are_drawn_over_half_to_twice_the_target() -> None:
    told = 'rule = "tiered"\nmode = "whole"\ntie = "lower"\non = "attainment"\n'
    found = pays(f"{told}tiers = [{{ to = 0.8, rate = 0.01 }}, {{ rate = 0.02 }}]")

    # Of a target of 100,000: 80 % are 80,000 x 1 %, 90 % are 90,000 x 2 %.
    assert (next(iter(found)), list(found)[-1]) == ("0.5", "2")
    assert (found["0.8"], found["0.9"]) == ("800", "1800")


def test_another_measure_decides_the_tier_of_a_fixed_amount() -> None:
    told = 'rule = "tiered"\nmode = "whole"\ntie = "lower"\non = { measure = "units" }\n'
    found = curve(f"{told}tiers = [{{ to = 10, rate = 0.01 }}, {{ rate = 0.02 }}]")

    assert found is not None
    assert found.over is Over.DECIDING
    assert {(point.at > 10, point.pay) for point in found.points} == {(False, Decimal(1000)), (True, Decimal(2000))}


@pytest.mark.parametrize(
    ("written", "at", "pay"),
    [
        # 200 % of a target of 100,000 at 8 %: 8,000 + 100,000 x 12 %.
        (
            'rule = "accelerator"\nmode = "marginal"\nrate = 0.08\ntiers = [{ to = 1, factor = 1 }, { factor = 1.5 }]',
            "2",
            "20000",
        ),
        ('rule = "over_target"\nrate = 0.03', "1.1", "300"),
        ('rule = "spif"\neach = 50\nfirst = 10', "20", "500"),
        ('rule = "spif"\nonce = 200\nat_least = 5', "5", "200"),
        ('rule = "spif"\nonce = 200\nat_least = 5', "4.5", "0"),
        # A margin of 30 % of 100,000 is a profit of 30,000, at 8 %.
        (
            'rule = "margin"\ntie = "upper"\nhurdle = 0.1\ntiers = [{ to = 0.3, rate = 0.05 }, { rate = 0.08 }]',
            "0.3",
            "2400",
        ),
        (
            'rule = "margin"\ntie = "upper"\nhurdle = 0.1\ntiers = [{ to = 0.3, rate = 0.05 }, { rate = 0.08 }]',
            "0.09",
            "0",
        ),
        ('rule = "flat"\nrate = 0.01\ncap = 500', "100000", "500"),
        ('rule = "flat"\nrate = 0.01\nfloor = 100', "5000", "100"),
        ('rule = "flat"\nrate = 0.01\nfloor = 100', "0", "0"),
    ],
)
def test_every_kind_pays_on_its_curve_what_its_rule_says(written: str, at: str, pay: str) -> None:
    assert pays(written)[at] == pay


def test_a_count_without_bounds_is_drawn_to_twenty() -> None:
    found = curve('rule = "flat"\nmeasure = "units"\nrate = 300', in_money=False)

    assert found is not None
    assert (found.points[-1].at, found.points[-1].pay) == (20, 6000)


@pytest.mark.parametrize(
    "written",
    [
        'rule = "rates"\nrows = [{ rate = 0.01 }]',
        'rule = "discount"\nof = "order"\ntie = "lower"\ntiers = [{ rate = 0.01 }]',
        'rule = "record_bonus"\nbase = "excess"\nrate = 0.05\nsince = 2025-01-01',
    ],
)
def test_what_no_single_figure_decides_has_no_curve(written: str) -> None:
    assert curve(written) is None


def test_bounds_are_those_of_tiers_or_points() -> None:
    [tiered, points, flat] = plan(
        f'[[component]]\nname = "a"\nrule = "tiered"\nmode = "marginal"\n{TIERS}\n'
        '[[component]]\nname = "b"\nrule = "tiered"\nmode = "interpolated"\npoints = [{ at = 7, rate = 1 }]\n'
        '[[component]]\nname = "c"\nrule = "flat"\nrate = 1\n'
    ).component

    assert [bounds_of(one) for one in (tiered, points, flat)] == [(50_000, 100_000), (7,), ()]
