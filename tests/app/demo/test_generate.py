from __future__ import annotations

from salesperf.app.demo.company import Company
from salesperf.app.demo.generate import generate


def test_generating_twice_gives_the_same(company: Company) -> None:
    assert generate(company.setting) == company


def test_order_numbers_are_unique_and_rise_with_the_day(company: Company) -> None:
    numbers = [order.number for order in company.orders]
    sold = [order.number for order in company.orders if not order.return_of]

    assert len(set(numbers)) == len(numbers)
    assert sold == sorted(sold)


def test_records_stand_by_day(company: Company) -> None:
    days = [order.day for order in company.orders]

    assert days == sorted(days)


def test_each_customer_is_entered_before_its_first_deal_and_order(company: Company) -> None:
    for order in company.orders:
        assert company.since[order.customer.key] <= order.day
    for deal in company.deals:
        assert company.since[deal.customer.key] <= deal.created


def test_opening_customers_were_entered_long_before_the_first_day(company: Company) -> None:
    opening = company.customers[: company.setting.opening_customers]

    assert all(company.since[one.key] < company.setting.halves[0].first for one in opening)
