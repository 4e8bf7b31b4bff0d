"""Rows that only say what their document comes to."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADER = "Date,Document Number,Name,Item,Quantity,Amount"
_ROWS = (
    "2024-02-01,INV501,Halsted,,,900\n2024-02-01,INV501,Halsted,HDW-10,3,500\n2024-02-01,INV501,Halsted,HDW-20,1,400\n"
    "2024-02-08,INV502,Osgood,,,200\n2024-02-08,INV502,Osgood,HDW-30,4,200\n"
)


def _sum(loaded: Loaded) -> Decimal:
    return sum(loaded.bundle.tables["orders"].frame["amount"].to_list(), Decimal(0))


def test_rows_of_documents_count_for_nothing_and_are_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEADER}\n{_ROWS}"))

    assert _sum(loaded) == 1100
    said = "2 rows without an item come to the sum of the other lines of the document (1,100.00 in all)"
    assert any(said in note.en for note in loaded.bundle.notes)


def test_only_amounts_are_asked_for(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEADER}\n{_ROWS}"), needs={"orders": frozenset({"amount", "order_id"})})

    assert _sum(loaded) == 1100


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        # A service without an item beside goods, of another amount in the second order.
        (f"{_ROWS}2024-02-09,INV503,Osgood,,,50\n2024-02-09,INV503,Osgood,HDW-30,4,200\n", 2450),
        # It stands below what it would be the sum of.
        (
            (
                "2024-02-01,A,H,X,1,100\n2024-02-01,A,H,Y,1,100\n2024-02-01,A,H,,,200\n"
                "2024-02-02,B,H,X,1,70\n2024-02-02,B,H,,,70\n"
            ),
            540,
        ),
        # One line beside it only: two lines at one price.
        ("2024-02-01,A,H,,,100\n2024-02-01,A,H,Y,1,100\n2024-02-02,B,H,,,70\n2024-02-02,B,H,X,1,70\n", 340),
        # One order proves nothing.
        ("2024-02-01,A,H,,,300\n2024-02-01,A,H,Y,1,100\n2024-02-01,A,H,X,1,200\n2024-02-02,B,H,X,1,70\n", 670),
        # It has a quantity of its own.
        (_ROWS.replace(",,,", ",,1,"), 2200),
    ],
)
def test_lines_without_an_item_are_left_alone(rows: str, total: int, write_text: Write, load_files: Load) -> None:
    assert _sum(load_files(write_text(f"{_HEADER}\n{rows}"))) == total


def test_a_column_that_marks_them_needs_no_order_of_three_rows(write_text: Write, load_files: Load) -> None:
    rows = "*,2024-02-01,A,H,,,100\n,2024-02-01,A,H,Y,1,100\n*,2024-02-02,B,H,,,70\n,2024-02-02,B,H,X,1,70\n"

    assert _sum(load_files(write_text(f"*,{_HEADER}\n{rows}"))) == 170


def test_the_configuration_counts_them(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_HEADER}\n{_ROWS}")
    told = TableOptions("orders", (path.name,), columns={"amount": "Amount"})

    assert _sum(load_files(path, options=ReadOptions(tables=(told,)))) == 2200
