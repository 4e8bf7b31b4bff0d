"""What stands once an order, shared over its lines."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.amounts.order_shares import ORDER, SHARE, with_shares
from salesperf.sources.conform.row_places import PART
from salesperf.tables.schema import MONEY

_NUMBERED = pl.Schema({PART: pl.UInt32(), "order_id": pl.String()})


def test_shares_go_by_worth_add_up_and_leave_other_orders_alone() -> None:
    lines = pl.DataFrame([(0, "A"), (0, "B"), (0, "A"), (0, "A"), (1, "A"), (0, None)], schema=_NUMBERED, orient="row")
    weights = [Decimal(50), Decimal(30), Decimal(-20)]
    orders = pl.DataFrame(
        {PART: [0], "order_id": ["A"], "off": [Decimal("10.01")], "weights": [weights]},
        schema=_NUMBERED | {"off": MONEY, "weights": pl.List(MONEY)},
    )

    shared = with_shares(lines, orders)

    # 10.01 x 5/8 = 6.256..., 10.01 x 3/8 = 3.753...: the cent that is left goes where more was cut off; a line below
    # zero gets nothing.
    assert shared.columns == [*ORDER, SHARE]
    assert shared[SHARE].to_list() == [Decimal("6.26"), None, Decimal("3.75"), Decimal(0), None, None]
