from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from salesperf.tables.literal import bundle_of
from salesperf.tables.schema import MONEY

ORDERS = "order_id,order_date,amount\n007,2026-01-05,10.50\n008,2026-03-31,\n"


def test_cells_get_the_types_of_their_columns() -> None:
    orders = bundle_of([("orders", ORDERS)]).tables["orders"].frame

    assert orders.schema == {"order_id": pl.String, "order_date": pl.Date, "amount": MONEY}
    assert orders.rows() == [("007", date(2026, 1, 5), Decimal("10.50")), ("008", date(2026, 3, 31), None)]


def test_the_columns_written_are_those_the_table_has() -> None:
    orders = bundle_of([("orders", ORDERS)]).tables["orders"]

    assert orders.mapped == {"order_id", "order_date", "amount"}


def test_dates_ahead_do_not_tell_how_far_the_data_reach() -> None:
    deals = "deal_id,stage,created_date,expected_close_date\n1,Won,2026-01-05,2027-12-31\n"

    assert bundle_of([("deals", deals)]).data_through == date(2026, 1, 5)


def test_flags_are_true_or_not() -> None:
    activities = "activity_date,rep_id,kind,completed\n2026-01-05,E1,call,true\n2026-01-06,E1,call,false\n"

    assert bundle_of([("activities", activities)]).tables["activities"].frame["completed"].to_list() == [True, False]


def test_the_currency_is_handed_on() -> None:
    assert bundle_of([("orders", ORDERS)], currency="EUR").currency == "EUR"


@pytest.mark.parametrize(
    "orders", ["order_id,order_date,amount\n1,05/01/2026,1.00\n", "order_id,order_date,amount\n1,2026-01-05,one\n"]
)
def test_a_cell_that_cannot_be_read_is_a_mistake(orders: str) -> None:
    with pytest.raises(pl.exceptions.InvalidOperationError):
        bundle_of([("orders", orders)])


def test_a_header_that_is_not_canonical_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        bundle_of([("orders", "order number\n1\n")])
