from __future__ import annotations

from itertools import pairwise

import pytest

from salesperf.app.demo.acme import ACME
from salesperf.app.demo.customers import customer_base
from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.orders import orders_of_half
from salesperf.app.demo.setting import Setting
from salesperf.app.demo.workdays import workdays

SETTINGS = pytest.mark.parametrize("setting", [ACME, HENGYUAN], ids=["acme", "hengyuan"])


@SETTINGS
def test_the_active_customers_and_no_others_have_a_completed_order(setting: Setting) -> None:
    half, active = setting.halves[3], customer_base(setting).active[3]

    orders = orders_of_half(setting, half, active)

    completed = setting.words.completed
    buyers = {order.customer for order in orders if any(line.status == completed for line in order.lines)}
    assert buyers == set(active)


@SETTINGS
def test_completed_lines_earn_the_revenue_before_returns(setting: Setting) -> None:
    half = setting.halves[2]

    orders = orders_of_half(setting, half, customer_base(setting).active[2])

    lines = [line for order in orders for line in order.lines if line.status == setting.words.completed]
    net_of_returns = sum(line.amount for line in lines) * (1000 - setting.return_permille) / 1000
    assert net_of_returns == pytest.approx(half.revenue, rel=0.003)


@SETTINGS
def test_orders_fall_on_workdays_from_the_first_to_the_last(setting: Setting) -> None:
    for half, active in zip(setting.halves, customer_base(setting).active, strict=True):
        days, _ = workdays(setting, half.first, half.last)

        found = {order.day for order in orders_of_half(setting, half, active)}

        assert found <= set(days)
        assert {days[0], days[-1]} <= found


def test_a_newcomer_sells_first_on_the_day_the_story_says() -> None:
    half, active = HENGYUAN.halves[5], customer_base(HENGYUAN).active[5]

    orders = orders_of_half(HENGYUAN, half, active)

    for name in ("蒋文涛", "马骁", "许诺", "龙嘉禾"):
        person = next(person for person in HENGYUAN.people if person.name == name)
        assert min(order.day for order in orders if order.rep == person) == person.sells_from


@SETTINGS
def test_quantities_are_whole_packs_and_articles_differ_within_an_order(setting: Setting) -> None:
    orders = orders_of_half(setting, setting.halves[0], customer_base(setting).active[0])

    for order in orders:
        assert all(line.quantity % line.product.pack == 0 < line.quantity for line in order.lines)
        assert len({line.product.sku for line in order.lines}) == len(order.lines)


@SETTINGS
def test_only_the_last_half_has_pending_orders(setting: Setting) -> None:
    base = customer_base(setting)

    pending = [
        sum(order.lines[0].status == setting.words.pending for order in orders_of_half(setting, half, active))
        for half, active in zip(setting.halves, base.active, strict=True)
    ]

    assert pending == [0, 0, 0, 0, 0, 6]


@SETTINGS
def test_prices_rise_with_the_price_level(setting: Setting) -> None:
    assert all(before <= after for before, after in pairwise(setting.price_index.values()))
    half = setting.halves[0]
    level = setting.price_index[half.first.year]

    orders = orders_of_half(setting, half, customer_base(setting).active[0])

    for line in (line for order in orders for line in order.lines):
        assert line.unit_price == line.product.list_price * level // 100
