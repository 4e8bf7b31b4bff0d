from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.commission.apart_tables import SLICES, slices_table, why
from salesperf.analyses.commission.case import Earned, Part
from salesperf.analyses.commission.slices import Slice
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.formula import Beside, Product
from salesperf.report.model import Cell, Row


def values(row: Row) -> list[object]:
    return [cell.value for cell in row.cells if isinstance(cell, Cell)]


def test_slices_say_what_they_are_the_product_of_and_what_was_paid_before_is_taken_off() -> None:
    """Worked by hand: 1,000 x 1 % = 10 less 400 x 1 % = 4, and 25 fixed: 31."""
    whole, before = Slice(Decimal(0), Decimal(1000), Decimal("0.01")), Slice(Decimal(0), Decimal(400), Decimal("0.01"))
    earned = Earned((Part((whole,), ("East", "A")),), (before,), fixed=Decimal(25))

    table = slices_table("slices", same("Slices"), earned, Lang.EN, in_money=True)

    pays = [row.cells[-1] for row in table.rows]
    assert [values(row)[0] for row in table.rows] == [
        "East / A",
        "less what the window had earned before",
        "fixed amount",
    ]
    assert [cell.value for cell in pays if isinstance(cell, Cell)] == [Decimal(10), Decimal(-4), Decimal(25)]
    assert sum(one for row in table.rows if isinstance(one := values(row)[-1], Decimal)) == earned.exact == Decimal(31)
    product = (Beside("amount"), Beside("rate"))
    assert [cell.formula for cell in pays if isinstance(cell, Cell)] == [
        Product(product),
        Product(product, negative=True),
        None,
    ]
    assert [column.key for column in SLICES if column.adds_up] == ["pay"]
    assert [column.unit for column in table.columns if column.key == "rate"] == [Unit.RATE]


def test_what_is_paid_for_one_piece_is_no_share() -> None:
    earned = Earned((Part((Slice(Decimal(0), Decimal(3), Decimal(150)),)),))

    table = slices_table("slices", same("Slices"), earned, Lang.EN, in_money=False)

    assert [column.unit for column in table.columns if column.key == "rate"] == [Unit.QUANTITY]


def test_reasons_stand_in_one_cell() -> None:
    assert why((), Lang.EN) is None
    assert why((Text("one", "一"), Text("two", "二")), Lang.ZH) == "一；二"
