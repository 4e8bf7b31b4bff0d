"""Amounts in the currency of the books beside those of the sale, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _amounts(loaded: Loaded, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame["amount"].to_list()


def _has_currency(loaded: Loaded) -> bool:
    return "currency" in loaded.bundle.tables["orders"].frame.columns


@pytest.mark.parametrize(
    "headers",
    [
        "Currency,Amount,Amount (USD)",
        "Currency,Amount (Doc. Curr.),Amount (USD)",
        "Currency,Amount (Transaction Currency),Amount (USD)",
        "Currency,Amount,Base Amount",
        "Currency,Amount,Amount in home currency",
        "Currency,Amount,USD Amount",
        "币种,原币金额,本币金额",
        "币种,金额,本位币金额",
    ],
)
def test_the_amount_of_the_books_is_the_amount(headers: str, write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,EUR,100,110\n2,2026-01-06,B,GBP,100,125\n3,2026-01-06,B,USD,100,100\n"
    path = write_text(f"Order No,Order Date,Customer,{headers}\n{rows}")

    for needs in (None, {"orders": frozenset({"amount", "currency"})}):
        loaded = load_files(path, needs=needs)

        assert _amounts(loaded) == [Decimal(110), Decimal(125), Decimal(100)]
        assert not _has_currency(loaded)
        assert any("amounts of several currencies" in note.en for note in loaded.bundle.notes)


ROWS = "1,2026-01-05,A,EUR,100,110\n2,2026-01-06,B,USD,100,100\n"
START = "Order No,Order Date,Customer,Currency,Amount"


def test_rows_of_one_currency_stay_in_it(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START},Base Amount\n1,2026-01-05,A,EUR,100,110\n2,2026-01-06,B,EUR,10,11\n"))

    assert _amounts(loaded) == [Decimal(100), Decimal(10)]


@pytest.mark.parametrize("header", ["Local Discount", "Base Price", "Cost (USD)", "Amount Paid"])
def test_other_columns_are_no_amounts_of_the_books(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START},{header}\n{ROWS}"))

    assert _amounts(loaded) == [Decimal(100), Decimal(100)]
    assert _has_currency(loaded)


def test_amounts_of_the_books_that_rows_lack_are_not_taken(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START},Base Amount\n1,2026-01-05,A,EUR,100,\n2,2026-01-06,B,USD,100,100\n"))

    assert _amounts(loaded) == [Decimal(100), Decimal(100)]


def test_books_in_another_currency_than_asked_for_are_no_help(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{START},Base Amount\n{ROWS}")

    for currency, amount in (("EUR", 100), ("USD", 110)):
        assert _amounts(load_files(path, options=ReadOptions(currency=currency)))[0] == amount


def test_money_of_the_rows_is_not_taken_off_money_of_the_books(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,EUR,100,110,10,90\n2,2026-01-06,B,USD,100,100,10,90\n"

    loaded = load_files(write_text(f"{START},Amount (USD),Discount,Total\n{rows}"))

    assert _amounts(loaded) == [Decimal(110), Decimal(100)]
    assert not {"discount", "total_amount"} & set(loaded.bundle.tables["orders"].frame.columns)
    assert any("'Discount', 'Total' are not read" in note.en for note in loaded.bundle.notes)


def test_the_configuration_takes_another_column(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{START},Base Amount\n{ROWS}")
    told = TableOptions("orders", (path.name,), columns={"amount": "Amount"})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert (_amounts(loaded), _has_currency(loaded)) == ([Decimal(100), Decimal(100)], True)


def test_invoices_have_books_too(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Invoice No,Invoice Date,Customer,Currency,Amount,Base Amount\n{ROWS}"))

    assert _amounts(loaded, "invoices") == [Decimal(110), Decimal(100)]


@pytest.mark.parametrize(
    "headers",
    [
        "Amount Currency,Amount,Amount (converted) Currency,Amount (converted)",
        "Currency,Amount,Books,Amount in company currency",
    ],
)
def test_deals_have_books_too_and_open_ones_may_lack_amounts(headers: str, write_text: Write, load_files: Load) -> None:
    rows = (
        "1,A,Ann,Closed Won,2026-01-05,EUR,100,USD,110\n2,B,Bob,Closed Won,2026-01-06,USD,50,USD,50\n"
        "3,C,Bob,Qualification,2026-03-06,GBP,,USD,\n"
    )

    loaded = load_files(write_text(f"Opportunity ID,Account Name,Owner,Stage,Close Date,{headers}\n{rows}"))

    assert _amounts(loaded, "deals") == [Decimal(110), Decimal(50), None]
    assert "currency" not in loaded.bundle.tables["deals"].frame.columns


def test_the_currency_of_the_amount_is_that_of_the_row(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,EUR,100\n2,2026-01-06,B,USD,100\n"

    loaded = load_files(write_text(f"Order No,Order Date,Customer,Amount Currency,Amount\n{rows}"))

    assert loaded.bundle.tables["orders"].frame["currency"].to_list() == ["EUR", "USD"]
