from __future__ import annotations

from decimal import Decimal

import pytest

from commission_ground import plan
from salesperf.analyses.commission.linting.finding import Found
from salesperf.analyses.commission.linting.rates import high_rates

TIERED = (
    'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 100, rate = 1 }, { to = 200, rate = 0.5 }, { rate = 1.5 }]'
)


POOL = '[[pool]]\nname = "team"\nper = "quarter"\nrate = 2\nshare = "equal"\n'


def rates(written: str, *, in_money: bool = True) -> list[Decimal | None]:
    [component] = plan(f'[[component]]\nname = "x"\n{written}\n').component
    return [one.at for one in high_rates(component, in_money=in_money)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('rule = "flat"\nrate = 2', [2]),
        ('rule = "flat"\nrate = 1', [1]),
        ('rule = "flat"\nrate = 0.999', []),
        (TIERED, [Decimal("1.5"), 1]),
        ('rule = "tiered"\nmode = "interpolated"\npoints = [{ at = 10, rate = 0.01 }, { at = 20, rate = 2 }]', [2]),
        ('rule = "accelerator"\nmode = "marginal"\nrate = 0.08\ntiers = [{ to = 1, factor = 1 }, { factor = 3 }]', []),
        ('rule = "rates"\nrows = [{ category = "A", rate = 3 }]\ndefault = 2', [3, 2]),
        ('rule = "over_target"\nrate = 3', [3]),
        ('rule = "spif"\neach = 50', []),
    ],
)  # fmt: skip
def test_a_rate_of_money_is_a_fraction(written: str, found: list[Decimal]) -> None:
    assert rates(written) == found


def test_a_pool_is_filled_with_a_fraction_too() -> None:
    [pool] = plan(POOL).pool

    assert [one.at for one in high_rates(pool, in_money=True)] == [2]


def test_an_amount_for_each_piece_is_no_rate() -> None:
    assert rates('rule = "flat"\nmeasure = "units"\nrate = 300', in_money=False) == []


def test_it_is_told_how_per_cent_are_written() -> None:
    [component] = plan('[[component]]\nname = "x"\nrule = "flat"\nrate = 1.5\n').component

    [found] = high_rates(component, in_money=True)

    assert found.found is Found.RATE
    assert found.told.en == "x: a rate of 1.5 pays 150% of the amount; 1.5% is written 0.015"
    assert found.told.zh == "x：比率 1.5 即支付金额的150%；1.5%应写作 0.015"
