from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.amounts import amounts
from salesperf.sources.amounts.amounts import with_amounts
from salesperf.sources.amounts.discount_rates import DISCOUNT_IS_RATE
from salesperf.sources.amounts.net_amounts import TAX_UNKNOWN
from salesperf.tables.schema import MONEY


def _frame(**columns: list[str | None]) -> pl.DataFrame:
    return pl.DataFrame({name: pl.Series(cells, dtype=pl.String).cast(MONEY) for name, cells in columns.items()})


def _amounts(frame: pl.DataFrame, **headers: str) -> list[Decimal | None]:
    return with_amounts(frame, headers).frame["amount"].to_list()


def test_an_amount_in_the_export_stands() -> None:
    frame = _frame(amount=["10"], quantity=["3"], unit_price=["4"])

    assert _amounts(frame) == [Decimal(10)]
    assert with_amounts(frame, {}).notes == ()


def test_quantity_times_price_less_a_rate() -> None:
    # 10 x 14.40 = 144 less 15 % = 122.40; without a discount 12 x 14 = 168.
    derived = with_amounts(
        _frame(quantity=["10", "12"], unit_price=["14.40", "14"], discount=["0.15", "0"]), {"discount": "discount"}
    )

    assert derived.frame["amount"].to_list() == [Decimal("122.4"), Decimal(168)]
    assert derived.frame["discount"].to_list() == [Decimal("21.6"), Decimal(0)]
    assert derived.notes == (DISCOUNT_IS_RATE, amounts.PRICED_AT_RATE)


def test_quantity_times_price_less_money() -> None:
    derived = with_amounts(_frame(quantity=["10", "2"], unit_price=["14", "5"], discount=["20", None]), {})

    assert derived.frame["amount"].to_list() == [Decimal(120), Decimal(10)]
    assert derived.notes == (amounts.PRICED_LESS_DISCOUNT,)


def test_tax_comes_off_the_total_before_prices_are_tried() -> None:
    derived = with_amounts(_frame(total_amount=["113"], tax=["13"], quantity=["1"], unit_price=["113"]), {})

    assert derived.frame["amount"].to_list() == [Decimal(100)]
    assert [note.en for note in derived.notes] == [
        "the amount is that under 'total_amount' less tax (13.00 under 'tax')"
    ]


def test_a_total_alone_is_taken_and_said() -> None:
    derived = with_amounts(_frame(total_amount=["113"]), {})

    assert derived.frame["amount"].to_list() == [Decimal(113)]
    assert derived.notes == (TAX_UNKNOWN,)


def test_a_missing_price_leaves_the_amount_missing() -> None:
    assert _amounts(_frame(quantity=["2", "2"], unit_price=["10", None])) == [Decimal(20), None]


def test_quantity_and_price_go_before_a_total_with_freight() -> None:
    frame = _frame(total_amount=["25"], freight=["5"], quantity=["2"], unit_price=["10"])

    assert _amounts(frame) == [Decimal(20)]


def test_a_price_with_tax_has_it_taken_off_where_it_stands_beside() -> None:
    # 2 x 113 = 226 with 26 of tax.
    frame = _frame(quantity=["2"], unit_price=["113"], tax=["26"])

    assert _amounts(frame, unit_price="含税单价") == [Decimal(200)]
    assert _amounts(frame, unit_price="单价") == [Decimal(226)]


def test_a_net_price_has_its_discount_taken_off_already() -> None:
    frame = _frame(quantity=["2"], unit_price=["9"], discount=["1"])

    assert _amounts(frame, unit_price="Net Price") == [Decimal(18)]
    assert _amounts(frame, unit_price="Unit Price") == [Decimal(17)]


def test_a_list_amount_less_its_discount() -> None:
    derived = with_amounts(_frame(list_amount=["20", "10"], discount=["1.50", None]), {"discount": "promotion"})

    assert derived.frame["amount"].to_list() == [Decimal("18.5"), Decimal(10)]
    assert derived.notes == (amounts.LIST_LESS_DISCOUNT,)


def test_a_discount_written_with_a_minus_is_taken_off_too() -> None:
    frame = _frame(quantity=["1", "-1"], unit_price=["10", "10"], discount=["-2", "-2"])

    assert _amounts(frame) == [Decimal(8), Decimal(-8)]


def test_a_price_alone_counts_once_a_line() -> None:
    derived = with_amounts(_frame(unit_price=["26000", "18000"]), {})

    assert derived.frame["amount"].to_list() == [Decimal(26000), Decimal(18000)]
    assert derived.notes == (amounts.PRICED_ALONE,)
