from __future__ import annotations

import polars as pl

from salesperf.sources.amounts.charge_evidence import Place, against_goods, against_total, is_said_again
from salesperf.sources.amounts.charges import FREIGHT, TAX
from salesperf.tables.schema import MONEY

_BOTH = (TAX, FREIGHT)
_WORTH = pl.col("worth")


def _frame(**columns: list[str | None]) -> pl.DataFrame:
    return pl.DataFrame({name: pl.Series(cells, dtype=pl.String).cast(MONEY) for name, cells in columns.items()})


def test_a_total_shows_which_charges_it_adds() -> None:
    # 100 + 13 + 10 and 200 + 26.
    frame = _frame(amount=["100", "200"], tax=["13", "26"], freight=["10", "0"], total_amount=["123", "226"])

    assert against_total(frame, _BOTH, base="amount") == {TAX: Place.OUTSIDE, FREIGHT: Place.OUTSIDE}
    assert against_total(frame, _BOTH, base="total_amount") == {}
    assert against_total(frame.drop("total_amount"), _BOTH, base="amount") == {}


def test_a_total_that_equals_the_amount_shows_nothing() -> None:
    frame = _frame(amount=["100"], tax=["13"], freight=["10"], total_amount=["100"])

    assert against_total(frame, _BOTH, base="amount") == {}


def test_charges_of_one_size_leave_two_answers_and_so_none() -> None:
    frame = _frame(amount=["100"], tax=["10"], freight=["10"], total_amount=["110"])

    assert against_total(frame, _BOTH, base="amount") == {}


def test_nineteen_rows_of_twenty_prove_a_sum_and_eighteen_do_not() -> None:
    rows = {"amount": ["100"] * 20, "freight": ["10"] * 20}
    most = _frame(**rows, total_amount=["110"] * 19 + ["120"])
    fewer = _frame(**rows, total_amount=["110"] * 18 + ["120"] * 2)

    assert against_total(most, [FREIGHT], base="amount") == {FREIGHT: Place.OUTSIDE}
    assert against_total(fewer, [FREIGHT], base="amount") == {}


def test_what_is_beyond_the_goods_is_inside_and_a_missing_freight_outside() -> None:
    # 113 + 10 beyond goods of 100: both; without the freight: the tax only.
    held = _frame(amount=["123"], tax=["13"], freight=["10"], worth=["100"])
    taxed = _frame(amount=["113"], tax=["13"], freight=["10"], worth=["100"])

    assert against_goods(held, _BOTH, [_WORTH]) == {TAX: Place.INSIDE, FREIGHT: Place.INSIDE}
    assert against_goods(taxed, _BOTH, [_WORTH]) == {TAX: Place.INSIDE, FREIGHT: Place.OUTSIDE}


def test_an_amount_that_is_the_goods_exactly_may_hold_tax_in_its_prices() -> None:
    frame = _frame(amount=["113"], tax=["13"], freight=["10"], worth=["113"])

    assert against_goods(frame, _BOTH, [_WORTH]) == {FREIGHT: Place.OUTSIDE}


def test_no_rows_show_nothing() -> None:
    frame = _frame(amount=[None], tax=["13"], freight=[None], worth=["100"])

    assert against_goods(frame, _BOTH, [_WORTH]) == {}


def test_a_charge_on_every_line_of_its_orders_is_said_again() -> None:
    lines = _frame(amount=["50", "60", "20"], freight=["10", "10", "5"])
    again = lines.with_columns(order_id=pl.Series(["1", "1", "2"]))
    own = _frame(amount=["50", "60"], freight=["5", "6"]).with_columns(order_id=pl.Series(["1", "1"]))
    shared = _frame(amount=["50", "50"], freight=["5", "5"]).with_columns(order_id=pl.Series(["1", "1"]))

    assert is_said_again(again, FREIGHT)
    assert not is_said_again(own, FREIGHT)
    assert not is_said_again(shared, FREIGHT)
    assert not is_said_again(lines, FREIGHT)
