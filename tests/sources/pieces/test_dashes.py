"""Dashes where money is missing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _told(loaded: Loaded) -> list[str]:
    return [issue.message for issue in loaded.issues if issue.code == "R320"]


def _codes(loaded: Loaded) -> list[str]:
    return [issue.code for issue in loaded.issues if issue.severity is Severity.ERROR]


def test_a_dash_is_a_missing_amount_and_stops_nothing(write_text: Write, load_files: Load) -> None:
    path = write_text("Order,Sale Date,Amount\nA,2026-01-05,10\nB,2026-01-06, -  \nC,2026-01-07,20\nD,2026-01-08,—\n")

    loaded = load_files(path)

    assert (loaded.bundle.tables["orders"].frame["amount"].sum(), _codes(loaded)) == (Decimal(30), [])
    assert _told(loaded) == [
        "'Amount': 2 cells say that the value is missing ('-', '—'); no amount in 2 rows, which no revenue counts"
    ]


def test_a_dash_under_a_price_leaves_its_line_without_amount(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Qty,Unit Price\nA,2026-01-05,2,5\nB,2026-01-06,3,-\nC,2026-01-07,1,7\n"))

    assert (loaded.bundle.tables["orders"].frame["amount"].sum(), _codes(loaded)) == (Decimal(17), [])
    assert [text.split(";")[0] for text in _told(loaded)] == [
        "'Unit Price': 1 cell says that the value is missing ('-')"
    ]


def test_an_empty_amount_where_no_dash_stands_is_a_fault_as_ever(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Amount\nA,2026-01-05,10\nB,2026-01-06,\nC,2026-01-07,20\n"))

    assert (_codes(loaded), _told(loaded)) == (["R303"], [])


def test_a_minus_before_a_number_is_no_dash(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Amount\nA,2026-01-05,10\nB,2026-01-06,-4\nC,2026-01-07,(3)\n"))

    assert (loaded.bundle.tables["orders"].frame["amount"].sum(), _told(loaded)) == (Decimal(3), [])


def test_dashes_of_other_columns_are_empty_and_nothing_is_said(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Customer,Amount\nA,2026-01-05,-,10\nB,2026-01-06,Acme,4\n"))

    assert (_told(loaded), _codes(loaded)) == ([], [])
