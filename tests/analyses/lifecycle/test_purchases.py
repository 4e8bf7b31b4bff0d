from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lifecycle_ground import purchases
from salesperf.core.errors import DataError


def test_days_are_told_with_what_was_bought_and_what_came_back() -> None:
    found = purchases()

    assert found.days.filter(customer="Eve").rows() == [
        ("Eve", date(2026, 1, 31), True, Decimal(80)),
        ("Eve", date(2026, 4, 30), False, Decimal(-80)),
    ]
    assert (found.first, found.day) == (date(2026, 1, 10), date(2026, 4, 30))
    assert (found.unnamed, found.unnamed_amount) == (1, 9)


def test_lines_are_chosen_by_day_and_condition() -> None:
    found = purchases(where=("region=West",), as_of=date(2026, 2, 28))

    assert found.days["customer"].to_list() == ["Bob", "Cas"]


def test_days_are_needed() -> None:
    with pytest.raises(DataError, match="date"):
        purchases("order_id,order_date,customer_id,amount\n1,,Ann,5\n")
