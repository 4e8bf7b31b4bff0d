from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.amounts.cost_meaning import Meaning, Whose, is_unclear, meaning_of, shows_meaning
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.tables.schema import MONEY

Write = Callable[..., Path]
Load = Callable[..., Loaded]
Cells = list[str]


def _frame(products: Cells | None = None, **columns: Cells) -> pl.DataFrame:
    frame = pl.DataFrame({name: pl.Series(cells).cast(MONEY) for name, cells in columns.items()})
    return frame if products is None else frame.with_columns(product_id=pl.Series(products))


def _meaning(frame: pl.DataFrame, header: str = "Cost") -> Meaning:
    return meaning_of(frame, {"cost": header})


def test_a_cost_that_does_not_grow_with_the_quantity_is_that_of_a_piece() -> None:
    found = _meaning(_frame(["A", "A", "B"], amount=["20", "60", "9"], quantity=["2", "6", "1"], cost=["4", "4", "5"]))

    assert found.whose is Whose.PIECE
    assert [note.en for note in found.notes] == [
        "'Cost' is the cost of a piece (it does not grow with the quantity of a product): cost = quantity × cost"
    ]
    assert "单件成本" in found.notes[0].zh


def test_a_cost_that_grows_with_the_quantity_is_that_of_the_line_and_nothing_is_said() -> None:
    found = _meaning(_frame(["A", "A"], amount=["20", "60"], quantity=["2", "6"], cost=["8", "24"]))

    assert found == Meaning()


def test_costs_that_change_over_the_years_still_go_with_the_quantity() -> None:
    # 4.00 a piece, later 4.40.
    frame = _frame(
        ["A"] * 4, amount=["20", "60", "10", "90"], quantity=["2", "6", "1", "9"], cost=["8", "24", "4.4", "39.6"]
    )

    assert _meaning(frame) == Meaning()


@pytest.mark.parametrize(("profit", "whose"), [("12", Whose.PIECE), ("16", Whose.LINE)])
def test_the_profit_proves_it(profit: str, whose: Whose) -> None:
    # 20 - 2 x 4 = 12, and 20 - 4 = 16.
    found = _meaning(_frame(amount=["20"], quantity=["2"], cost=["4"], profit=[profit]))

    assert found.whose is whose
    assert bool(found.notes) is (whose is Whose.PIECE)


def test_costs_in_proportion_to_the_price_of_a_piece_are_that_of_a_piece() -> None:
    # The cost is half of the price of a piece throughout, whatever the quantity.
    quantities = [2, 3, 10, 40, 5, 100, 7, 60]
    prices = [10, 20, 11, 12, 30, 9, 8, 14]
    frame = _frame(
        amount=[str(price * many) for price, many in zip(prices, quantities, strict=True)],
        quantity=[str(many) for many in quantities],
        cost=[str(price / 2) for price in prices],
    )

    assert _meaning(frame).whose is Whose.PIECE


def test_costs_in_proportion_to_the_amount_are_that_of_the_line_and_it_is_told() -> None:
    quantities = [2, 3, 10, 40, 5, 100, 7, 60]
    frame = _frame(
        amount=[str(10 * many) for many in quantities],
        quantity=[str(many) for many in quantities],
        cost=[str(6 * many) for many in quantities],
    )
    found = _meaning(frame, "成本")

    assert found.whose is Whose.LINE
    assert found.notes[0].zh == "「成本」是整行成本（与行金额成比例）"


def test_pieces_that_would_cost_more_than_they_bring_are_none() -> None:
    found = _meaning(_frame(amount=["20", "30"], quantity=["2", "3"], cost=["15", "29"]))

    assert (found.whose, found.finding) == (Whose.LINE, None)
    assert "more than the amount" in found.notes[0].en


def test_what_the_rows_do_not_tell_is_a_finding_with_both_sums() -> None:
    # 3 + 4 = 7 as they stand, 2 x 3 + 3 x 4 = 18 as pieces.
    found = _meaning(_frame(amount=["20", "30"], quantity=["2", "3"], cost=["3", "4"]))

    assert found.whose is Whose.LINE
    assert found.finding is not None
    assert found.finding[0].en == (
        "whether 'Cost' is the cost of the line or of a piece is not known: it is taken for that of the line "
        "(7.00 in all; as the cost of a piece 18.00)"
    )
    assert 'unit_cost = "Cost"' in found.finding[1].en


def test_lines_of_one_piece_leave_no_question() -> None:
    assert _meaning(_frame(amount=["20", "-30"], quantity=["1", "-1"], cost=["3", "4"])) == Meaning()


@pytest.mark.parametrize("header", ["Total Cost", "COGS", "成本金额", ""])
def test_a_header_that_says_which_is_believed(header: str) -> None:
    frame = _frame(["A", "A"], amount=["20", "60"], quantity=["2", "6"], cost=["4", "4"])

    assert _meaning(frame, header) == Meaning()


def test_units_beside_the_header_do_not_make_it_clear() -> None:
    assert is_unclear("Cost (USD)")
    assert is_unclear("产品成本")
    assert not is_unclear("Unit Cost")


def test_what_shows_it_is_named_only_where_it_is_a_question() -> None:
    assert shows_meaning({"cost", "quantity", "profit", "region"}) == {"quantity", "profit"}
    assert shows_meaning({"cost", "quantity", "unit_cost"}) == frozenset()
    assert shows_meaning({"cost", "profit"}) == frozenset()


_ROWS = "order id,order date,sku,quantity,amount,cost\n1,2026-01-05,A,2,20,4\n2,2026-01-06,A,6,60,4\n"
_NEEDS = {"orders": frozenset({"amount", "cost"})}


def _costs(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["cost"].to_list()


def test_it_is_the_same_whatever_is_read(write_text: Write, load_files: Load) -> None:
    path = write_text(_ROWS)

    # 2 x 4 and 6 x 4.
    assert _costs(load_files(path)) == [Decimal(8), Decimal(24)]
    assert _costs(load_files(path, needs=_NEEDS)) == [Decimal(8), Decimal(24)]


@pytest.mark.parametrize(("column", "costs"), [("cost", [4, 4]), ("unit_cost", [8, 24])])
def test_the_configuration_settles_it(write_text: Write, load_files: Load, column: str, costs: list[int]) -> None:
    told = TableOptions("orders", ("*.csv",), columns={column: "cost"})

    loaded = load_files(write_text(_ROWS), options=ReadOptions(tables=(told,)))

    assert _costs(loaded) == costs
    assert [fault.code for fault in loaded.issues] == []


def test_the_finding_names_the_column(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,quantity,amount,cost\n1,2026-01-05,2,20,4\n"))

    (fault,) = loaded.issues
    assert (fault.code, fault.where.column, _costs(loaded)) == ("R314", "cost", [Decimal(4)])
    assert any("not known" in note.en for note in loaded.bundle.notes)
