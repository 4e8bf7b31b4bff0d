from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.amounts.amounts import with_amounts
from salesperf.sources.amounts.discount_rates import DISCOUNT_IS_PAID_SHARE, are_in_percent
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


def test_a_discount_that_would_take_off_every_row_whole_is_the_share_paid() -> None:
    # 2 x 10 and 1 x 30, all of it paid.
    whole = (("折扣(%)", "100"), ("折扣率", "1"), ("折扣", "1"), ("扣率（%）", "100"), ("Discount %", "100"))
    for header, cell in whole:
        priced = _frame(quantity=["2", "1"], unit_price=["10", "30"], discount=[cell, cell])
        stated = priced.with_columns(_frame(amount=["20", "30"]))

        for frame in (priced, stated):
            derived = with_amounts(frame, {"discount": header, "amount": "金额"})

            assert derived.frame["amount"].to_list() == [Decimal(20), Decimal(30)], header
            assert derived.frame["discount"].to_list() == [Decimal(0), Decimal(0)], header
            assert DISCOUNT_IS_PAID_SHARE in derived.notes, header


def test_goods_given_away_in_every_row_stay_given_away() -> None:
    frame = _frame(amount=["0"], quantity=["2"], unit_price=["10"], discount=["100"])

    derived = with_amounts(frame, {"discount": "Discount %", "amount": "Amount"})

    assert derived.frame["amount"].to_list() == [Decimal(0)]
    assert derived.frame["discount"].to_list() == [Decimal(20)]


def test_ninety_under_a_chinese_discount_in_per_cent_pays_ninety() -> None:
    # 10 x 10, of which 90 % and all are paid: 10 and 0 were given.
    frame = _frame(amount=["90", "100"], quantity=["10", "10"], unit_price=["10", "10"], discount=["90", "100"])

    derived = with_amounts(frame, {"discount": "折扣(%)", "amount": "折后金额"})

    assert derived.frame["amount"].to_list() == [Decimal(90), Decimal(100)]
    assert derived.frame["discount"].to_list() == [Decimal(10), Decimal(0)]


def test_small_percents_and_single_crowns_are_no_shares_paid() -> None:
    taken_off = _frame(quantity=["10", "10"], unit_price=["10", "10"], discount=["10", "0"])
    one_each = _frame(quantity=["1", "2"], unit_price=["10", "10"], discount=["1", "1"])

    assert _amounts(taken_off, discount="折扣(%)") == [Decimal(90), Decimal(100)]
    assert _amounts(one_each, discount="Discount") == [Decimal(9), Decimal(19)]
    assert _amounts(one_each, discount="折扣金额") == [Decimal(9), Decimal(19)]


def test_cells_in_per_cent_are_never_money() -> None:
    assert are_in_percent(pl.Series(["100%", "95 %", "0", "", None]))
    assert not are_in_percent(pl.Series(["100%", "5.00"]))
    assert not are_in_percent(pl.Series(["0", ""]))
    assert not are_in_percent(pl.Series([5.0]))

    whole = with_amounts(
        _frame(quantity=["1", "1"], unit_price=["10", "10"], discount=["1", "0"]),
        {"discount": "Discount"},
        in_percent=True,
    )

    # One line was free of charge, the other had no discount.
    assert whole.frame["amount"].to_list() == [Decimal(0), Decimal(10)]
