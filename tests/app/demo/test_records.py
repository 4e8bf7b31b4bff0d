from __future__ import annotations

from datetime import date

from salesperf.app.demo.acme import ACME
from salesperf.app.demo.records import Line, Order
from salesperf.app.demo.setting import Customer

PRODUCT = ACME.products[0]
CUSTOMER = Customer("C1", "Alder Creek Millwork", ACME.segments[0], "East", ("E1",), 1, "A")


def test_a_line_is_worth_quantity_times_price_less_discount() -> None:
    line = Line(PRODUCT, 3, 8_990, 270, 16_440, "Completed")

    # 3 x 89.90 - 2.70 = 267.00
    assert line.amount == 26_700


def test_a_returned_line_takes_its_discount_back() -> None:
    line = Line(PRODUCT, -3, 8_990, -270, -16_440, "Returned")

    assert line.amount == -26_700


def test_an_order_is_worth_its_lines() -> None:
    lines = (Line(PRODUCT, 1, 8_990, 0, None, "Completed"), Line(PRODUCT, 2, 100, 50, None, "Completed"))

    assert Order("1", date(2025, 1, 2), CUSTOMER, ACME.people[4], lines).amount == 9_140
