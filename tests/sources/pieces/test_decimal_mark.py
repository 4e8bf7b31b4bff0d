"""The decimal mark of columns that leave it open, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

PRICED = "Order No;Order Date;Customer;Qty;Unit Price;Amount"


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _decimals(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


def _told(loaded: Loaded) -> str:
    return " ".join(note.en for note in loaded.bundle.notes)


def test_quantity_times_price_shows_that_the_comma_is_the_decimal_mark(write_text: Write, load_files: Load) -> None:
    rows = "1;2026-02-13;Ann;2,000;12,500;25,000\n2;2026-02-14;Bob;1,500;10,000;15,000\n"

    loaded = load_files(write_text(f"{PRICED}\n{rows}"))

    assert _amounts(loaded) == _decimals("25", "15")
    assert "'25,000' is 25 (--decimal . says otherwise)" in _told(loaded)


def test_quantity_times_price_shows_a_point_against_the_semicolon(write_text: Write, load_files: Load) -> None:
    rows = "1;2026-02-13;Ann;2.000;12.500;25.000\n2;2026-02-14;Bob;1.500;10.000;15.000\n"

    assert _amounts(load_files(write_text(f"{PRICED}\n{rows}"))) == _decimals("25", "15")


def test_the_rows_show_thousands_too(write_text: Write, load_files: Load) -> None:
    # 2 × 1,500 = 3,000; by the decimal comma 2 × 1.5 = 3 holds as well, so the comma of a point file decides.
    rows = '1,2026-02-13,Ann,2,"1,500","3,000",9.95\n2,2026-02-14,Bob,4,"2,500","10,000",4.50\n'

    loaded = load_files(write_text(f"Order No,Order Date,Customer,Qty,Unit Price,Amount,Cost\n{rows}"))

    assert _amounts(loaded) == _decimals("3000", "10000")


def test_points_before_three_digits_part_thousands_between_semicolons(write_text: Write, load_files: Load) -> None:
    path = write_text("Order No;Order Date;Customer;Amount\n1;05.02.26;Ann;1.234\n2;14.02.26;Bob;12.000\n")

    loaded = load_files(path)

    assert _amounts(loaded) == _decimals("1234", "12000")
    assert "'1.234' is 1,234 (--decimal . says otherwise)" in _told(loaded)
    assert _amounts(load_files(path, options=ReadOptions(decimal="."))) == _decimals("1.234", "12")


def test_another_column_shows_that_the_point_is_the_decimal_mark(write_text: Write, load_files: Load) -> None:
    rows = "1;2026-02-05;Ann;1.234;9.95\n2;2026-02-14;Bob;2.500;4.5\n"

    loaded = load_files(write_text(f"Order No;Order Date;Customer;Amount;Cost\n{rows}"))

    assert _amounts(loaded) == _decimals("1.234", "2.5")


def test_semicolons_alone_show_no_mark(write_text: Write, load_files: Load) -> None:
    path = write_text("Order No;Order Date;Customer;Amount\n1;2026-02-05;Ann;1.234\n2;2026-02-14;Bob;2.500\n")

    assert _amounts(load_files(path)) == _decimals("1.234", "2.5")


def test_without_a_semicolon_three_digits_behind_a_point_are_decimals(write_text: Write, load_files: Load) -> None:
    path = write_text("Order No,Order Date,Customer,Amount\n1,2026-02-05,Ann,1.234\n2,2026-02-14,Bob,2.500\n")

    assert _amounts(load_files(path)) == _decimals("1.234", "2.5")
