from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.amounts.amounts import with_amounts
from salesperf.sources.amounts.discount_rates import DISCOUNT_IS_PAID_SHARE
from salesperf.tables.schema import MONEY


def _frame(**columns: list[str | None]) -> pl.DataFrame:
    return pl.DataFrame({name: pl.Series(cells, dtype=pl.String).cast(MONEY) for name, cells in columns.items()})


def _amounts(frame: pl.DataFrame, **headers: str) -> list[Decimal | None]:
    return with_amounts(frame, headers).frame["amount"].to_list()


def test_a_discount_in_per_cent_is_a_rate_when_its_header_says_so() -> None:
    # 100 less 15 % = 85.
    frame = _frame(quantity=["10"], unit_price=["10"], discount=["15"])

    assert _amounts(frame, discount="Discount %") == [Decimal(85)]
    assert _amounts(frame, discount="Discount") == [Decimal(85)]  # 100 less 15 in money is 85 too
    assert _amounts(_frame(quantity=["2"], unit_price=["10"], discount=["15"]), discount="Discount") == [Decimal(5)]


def test_a_chinese_discount_of_eighty_five_pays_eighty_five() -> None:
    derived = with_amounts(_frame(quantity=["10"], unit_price=["10"], discount=["0.85"]), {"discount": "折扣"})

    assert derived.frame["amount"].to_list() == [Decimal(85)]
    assert derived.frame["discount"].to_list() == [Decimal(15)]
    assert DISCOUNT_IS_PAID_SHARE in derived.notes


def test_the_money_of_a_rate_follows_from_the_amount() -> None:
    # 85 were paid after 15 %: the list value was 100, so 15 were given.
    derived = with_amounts(_frame(amount=["85"], discount=["0.15"]), {"discount": "discount"})

    assert derived.frame["discount"].to_list() == [Decimal(15)]


def test_a_discount_is_money_when_its_header_says_amount_or_no_value_is_a_fraction() -> None:
    frame = _frame(quantity=["1", "1"], unit_price=["10", "10"], discount=["1", "0"])

    assert _amounts(frame, discount="discount") == [Decimal(9), Decimal(10)]
    assert _amounts(_frame(quantity=["1"], unit_price=["10"], discount=["0.5"]), discount="优惠金额") == [
        Decimal("9.5")
    ]
