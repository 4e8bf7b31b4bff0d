"""Cells that say that their value is missing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _told(loaded: Loaded) -> list[str]:
    return [issue.message for issue in loaded.issues if issue.code == "R320"]


def _has_errors(loaded: Loaded) -> bool:
    return any(issue.severity is Severity.ERROR for issue in loaded.issues)


@pytest.mark.parametrize("word", ["ERROR", "unknown", "#ERR", "TBD", "NA", "未知", "待定"])
def test_a_row_without_a_day_is_loaded_and_told_with_its_amount(word: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(f"Order,Date,Amount\nA,2026-01-05,10\nB,{word},7\nC,2026-01-07,20\nD,,3\nE,2026-01-09,1\n")
    )

    # B says so, and D is empty in a column whose other cells say so: 7 + 3 are of no day.
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(41)
    assert _told(loaded) == [
        (
            f"'Date': 1 cell says that the value is missing ('{word}'); 2 rows without a day (10.00 in all) count in "
            "totals over all the data and in no month or other period"
        )
    ]
    assert not _has_errors(loaded)


def test_an_empty_day_alone_is_a_fault_as_ever(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Amount\nA,2026-01-05,10\nB,,7\nC,2026-01-07,20\n"))

    assert [issue.code for issue in loaded.issues] == ["R303"]


@pytest.mark.parametrize("word", ["soon", "Smith", "error in shipping", "7/"])
def test_any_other_word_is_a_fault_as_ever(word: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order,Date,Amount\nA,2026-01-05,10\nB,{word},7\nC,2026-01-07,20\n"))

    assert _told(loaded) == []
    assert _has_errors(loaded)


def test_a_missing_amount_is_quantity_times_price_where_all_others_are(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(
            "Order,Date,Qty,Price,Amount\nA,2026-01-05,2,5,10\nB,2026-01-06,3,5,ERROR\nC,2026-01-07,4,5,20\n"
            "D,2026-01-08,1,UNKNOWN,ERROR\n"
        )
    )

    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [10, 15, 20, None]
    assert (
        "'Amount': 2 cells say that the value is missing ('ERROR'); 1 row is quantity × price there, as in all other "
        "rows (15.00 in all); no amount in 1 row, which no revenue counts"
    ) in _told(loaded)


def test_where_amounts_are_less_than_the_product_a_missing_one_stays_missing(
    write_text: Write, load_files: Load
) -> None:
    loaded = load_files(
        write_text("Order,Date,Qty,Price,Amount\nA,2026-01-05,2,5,9\nB,2026-01-06,3,5,ERROR\nC,2026-01-07,4,5,18\n")
    )

    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [9, None, 18]
    assert _told(loaded) == [
        "'Amount': 1 cell says that the value is missing ('ERROR'); no amount in 1 row, which no revenue counts"
    ]


def test_what_units_lack_is_told_with_its_amount(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Qty,Amount\nA,2026-01-05,2,9\nB,2026-01-06,未知,8\nC,2026-01-07,4,18\n"))

    assert _told(loaded) == [
        "'Qty': 1 cell says that the value is missing ('未知'); units lack 1 row (amounts of 8.00 in all)"
    ]


def test_lines_of_an_order_without_a_day_have_none(write_text: Write, load_files: Load) -> None:
    orders = write_text("order_id,order_date,customer\n1,2026-01-05,Ann\n2,ERROR,Bo\n3,2026-01-07,Cy\n", "orders.csv")
    lines = write_text(
        "order_id,product,quantity,unit_price\n1,P,1,5\n2,P,2,5\n2,Q,3,5\n3,Q,1,5\n3,P,1,5\n", "order_lines.csv"
    )

    loaded = load_files(orders, lines)

    # Order 2 has 2 + 3 pieces at 5.
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(40)
    assert "2 rows without a day (25.00 in all)" in _told(loaded)[0]
    assert not _has_errors(loaded)


def test_names_are_names_whatever_they_say(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("Order,Date,Customer,Amount\nA,2026-01-05,Unknown,9\nB,2026-01-06,Error,8\nC,2026-01-07,TBD,1\n")
    )

    assert loaded.bundle.tables["orders"].frame["customer_name"].to_list() == ["Unknown", "Error", "TBD"]
    assert _told(loaded) == []
