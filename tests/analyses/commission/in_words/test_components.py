from __future__ import annotations

import re

import pytest

from commission_ground import plan
from salesperf.analyses.commission.in_words.components import component_words, is_money, measure_words
from salesperf.core.period import Grain
from salesperf.metrics.catalog import CATALOG

TIERS = "tiers = [{ to = 100, rate = 0.01 }, { rate = 0.02 }]"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('rule = "flat"\nrate = 0.01', "1% of it"),
        ('rule = "flat"\nmeasure = "units"\nrate = 300', "300 for each"),
        (f'rule = "tiered"\nmode = "marginal"\n{TIERS}', "each slice at its own rate: 1% up to 100; 2% above 100"),
        (
            f'rule = "tiered"\nmode = "whole"\ntie = "lower"\n{TIERS}',
            (
                "all of it at the rate of the tier reached: 1% up to 100; 2% above 100; "
                "exactly on a bound is still the lower tier"
            ),
        ),
        (
            'rule = "tiered"\nmode = "interpolated"\npoints = [{ at = 0, rate = 0 }, { at = 100, rate = 0.02 }]',
            "all of it at a rate that moves in a straight line: 0% at 0; 2% at 100",
        ),
        (
            'rule = "tiered"\nmode = "whole"\ntie = "upper"\non = "attainment"\ntiers = [{ rate = 0.02 }]',
            "bounds are of the attainment of the target",
        ),
        (
            f'rule = "tiered"\nmode = "whole"\ntie = "upper"\non = {{ measure = "units" }}\n{TIERS}',
            "the tier is that of units",
        ),
        (
            'rule = "accelerator"\nmode = "marginal"\nrate = 0.08\ntiers = [{ to = 1, factor = 1 }, { factor = 1.5 }]',
            "each slice at its own rate: times 1 up to 100%; times 1.5 above 100%",
        ),
        (
            'rule = "rates"\nrows = [{ region = "East", rate = 0.02 }, { rate = 0.01 }]',
            "the row that names the most keys of a sale is its rate: 2% where region = East; 1% of everything else",
        ),
        (
            'rule = "rates"\nrows = [{ region = "East", rate = 0.02 }]',
            "a sale that no row holds for is refused as a fault of the data",
        ),
        (
            'rule = "margin"\ntie = "upper"\nhurdle = 0.1\ntiers = [{ to = 0.3, rate = 0.05 }, { rate = 0.08 }]',
            "nothing is paid below a margin of 10%",
        ),
        (
            'rule = "discount"\nof = "order"\ntie = "lower"\ntiers = [{ to = 0.05, rate = 0.03 }, { rate = 0.01 }]',
            (
                "each order at the rate of its discount's tier: 3% up to 5%; 1% above 5%; "
                "exactly on a bound is still the lower tier"
            ),
        ),
        ('rule = "spif"\neach = 50\nfirst = 10', "50 for each of the first 10 units"),
        ('rule = "spif"\nonce = 200\nat_least = 5', "200 once, when 5 are sold"),
        ('rule = "spif"\neach = 50\nfrom = 2026-03-10', "only what is sold from 2026-03-10 on counts"),
        ('rule = "over_target"\nrate = 0.03', "3% of what exceeds the target, and nothing up to it"),
        (
            'rule = "record_bonus"\nbase = "excess"\nrate = 0.05\nsince = 2025-01-01',
            "5% of what lies above the best period before",
        ),
        (
            'rule = "override"\nof = "earned"\nrate = 0.1\nlevels = "all"',
            "10% of what components pay the people below, however far down",
        ),
        (
            'rule = "flat"\nrate = 0.01\nper = "quarter"\ntrue_up = true\nadvance_rate = 0.005',
            "each month pays, as a line of its own, what the quarter has earned to date and not been paid",
        ),
        (
            'rule = "flat"\nrate = 0.01\nper = "year"\ntrue_up = true\nadvance_rate = 0.005',
            "a month is paid 0.5% ahead of that",
        ),
        (
            'rule = "flat"\nrate = 0.01\nper = "year"\ntrue_up = true\ncap = 500',
            "the cap of 500 is one of each month, and counts to date",
        ),
        ('rule = "flat"\nrate = 0.01\ncap = 500', "a month pays 500 at most"),
        ('rule = "flat"\nrate = 0.01\nfloor = 20', "a month with anything credited pays 20 at least"),
        (
            'rule = "flat"\nrate = 0.01\nwhere = ["region=East"]',
            "counted is net revenue of each month, only where region=East",
        ),
    ],
)
def test_a_component_is_told_in_sentences(written: str, told: str) -> None:
    [component] = plan(f'[[component]]\nname = "x"\n{written}\n').component

    words = component_words(component, grain=Grain.MONTH, catalog=CATALOG)

    assert told in [one.en for one in words]
    assert all(re.search("[\u4e00-\u9fff]", one.zh) for one in words)


def test_a_measure_that_is_not_known_is_told_by_its_key_and_taken_for_money() -> None:
    assert measure_words("own_measure", CATALOG).en == "own_measure"
    assert is_money("own_measure", CATALOG)
    assert not is_money("units", CATALOG)
