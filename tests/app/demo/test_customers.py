from __future__ import annotations

import pytest

from salesperf.app.demo.acme import ACME
from salesperf.app.demo.customers import CustomerBase, customer_base
from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.setting import Setting

SETTINGS = pytest.mark.parametrize("setting", [ACME, HENGYUAN], ids=["acme", "hengyuan"])


def _keys(base: CustomerBase) -> list[set[str]]:
    return [{customer.key for customer in active} for active in base.active]


@SETTINGS
def test_customers_are_lost_regained_and_won_by_the_numbers_of_the_story(setting: Setting) -> None:
    active = _keys(customer_base(setting))

    seen = set(active[0])
    assert len(seen) == setting.opening_customers
    for half, before, now in zip(setting.halves[1:], active, active[1:], strict=False):
        assert (len(before - now), len(now - seen)) == (half.lost, half.new)
        assert len((now & seen) - before) == half.regained
        seen |= now


@SETTINGS
def test_prospects_never_buy(setting: Setting) -> None:
    base = customer_base(setting)

    assert len(base.prospects) == setting.prospects
    assert not {one.key for one in base.prospects} & set().union(*_keys(base))


@SETTINGS
def test_the_twelve_largest_customers_stay_from_beginning_to_end(setting: Setting) -> None:
    base = customer_base(setting)
    largest = sorted(base.customers, key=lambda customer: -customer.weight)[:12]

    assert all(customer in active for active in base.active for customer in largest)


@SETTINGS
def test_names_and_keys_are_unique(setting: Setting) -> None:
    customers = customer_base(setting).customers

    assert len({one.name for one in customers}) == len({one.key for one in customers}) == len(customers)


@SETTINGS
def test_a_customer_sits_in_its_region_and_is_served_from_its_first_day(setting: Setting) -> None:
    base = customer_base(setting)

    for half, active in zip(setting.halves, base.active, strict=True):
        for customer in active:
            assert set(customer.seats) <= set(setting.region(customer.region).seats)
            assert setting.seller(customer, half.first).region == customer.region
