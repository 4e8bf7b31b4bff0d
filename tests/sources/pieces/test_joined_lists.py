"""Lists beside the sales under headers that differ by a word, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]
STORES = "StoreID,Store Name,City,Region\nS1,Alpha,Berlin,North\nS2,Beta,Munich,South\nS3,Beta,Ulm,South\n"
TERRITORIES = "SalesTerritoryKey,Region,Country\n1,Northwest,US\n2,Germany,Germany\n3,Northwest,US\n"


def _orders(header: str, *values: str) -> str:
    rows = (f"{at},2025-01-{at:02d},{value},100" for at, value in enumerate(values, start=1))
    return "\n".join((f"Order No,Order Date,{header},Amount", *rows, ""))


def _column(loaded: Loaded, column: str) -> list[str | None] | None:
    frame = loaded.bundle.tables["orders"].frame
    return frame[column].to_list() if column in frame.columns else None


def _notes(loaded: Loaded) -> str:
    return " ".join(note.en for note in loaded.bundle.notes)


def test_a_key_is_looked_up_under_one_word_more(write_text: Write, load_files: Load) -> None:
    orders = write_text(_orders("TerritoryKey", "1", "2", "3"), "orders.csv")

    loaded = load_files(orders, write_text(TERRITORIES, "list/territories.csv").parent)

    assert _column(loaded, "region") == ["Northwest", "Germany", "Northwest"]
    assert "'Region' by 'TerritoryKey', looked up under 'SalesTerritoryKey' in" in _notes(loaded)
    assert 'columns = { region = "TerritoryKey" }' in _notes(loaded)
    assert not loaded.issues


def test_what_the_note_says_keeps_the_key_as_it_is(write_text: Write, load_files: Load) -> None:
    orders = write_text(_orders("TerritoryKey", "1", "2", "3"), "orders.csv")
    told = TableOptions("orders", ("orders.csv",), columns={"region": "TerritoryKey"})

    loaded = load_files(
        orders, write_text(TERRITORIES, "list/territories.csv").parent, options=ReadOptions(tables=(told,))
    )

    assert _column(loaded, "region") == ["1", "2", "3"]
    assert "looked up" not in _notes(loaded)


@pytest.mark.parametrize("values", [("S1", "S2", "S3"), ("S1", "S1", "S3")])
def test_a_store_has_the_name_and_region_of_its_id(
    values: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    """Two stores of one name stay two."""
    orders = write_text(_orders("Store", *values), "orders.csv")
    names = {"S1": "Alpha", "S2": "Beta (S2)", "S3": "Beta (S3)"}

    loaded = load_files(orders, write_text(STORES, "list/stores.csv").parent)

    assert _column(loaded, "store") == [names[value] for value in values]
    assert _column(loaded, "region") == [{"S1": "North"}.get(value, "South") for value in values]


def test_a_key_of_customers_is_their_id(write_text: Write, load_files: Load) -> None:
    customers = "CustomerKey,Customer Name,Segment,Region\n1,Acme,Retail,North\n2,Bolt,Retail,South\n"
    orders = write_text(_orders("SoldCustomerKey", "1", "2", "1"), "orders.csv")

    loaded = load_files(orders, write_text(customers, "customers.csv"))

    assert _column(loaded, "customer_id") == ["1", "2", "1"]
    assert "by 'SoldCustomerKey', looked up under 'CustomerKey' in customers.csv" in _notes(loaded)


def test_numbers_of_a_workbook_and_files_of_one_month_are_looked_up_alike(
    write_book: WriteBook, write_text: Write, load_files: Load
) -> None:
    sales = [["Order No", "Order Date", "TerritoryKey", "Amount"], ["A", "2025-02-01", 1, 5], ["B", "2025-02-02", 2, 5]]
    write_text(_orders("TerritoryKey", "1"), "all/jan.csv")
    book = write_book({"Sales": sales, "List": [["SalesTerritoryKey", "Region"], [1, "N"], [2, "S"]]}, "all/feb.xlsx")

    loaded = load_files(book.parent)

    assert sorted(map(str, _column(loaded, "region") or ())) == ["N", "N", "S"]


def test_a_value_that_the_list_lacks_is_told_and_of_no_region(write_text: Write, load_files: Load) -> None:
    """One of 20 values is not there: 95 % are."""
    list_ = "SalesTerritoryKey,Region\n" + "".join(f"{key},R{key % 3}\n" for key in range(1, 20))
    orders = write_text(_orders("TerritoryKey", *map(str, range(1, 21))), "orders.csv")

    loaded = load_files(orders, write_text(list_, "list/territories.csv").parent)

    assert (_column(loaded, "region") or [])[-2:] == ["R1", None]
    assert "(1 value is not there)" in _notes(loaded)


@pytest.mark.parametrize(
    ("header", "values", "list_"),
    [
        ("Store", ("X", "Y", "Z"), STORES),
        ("BillTerritoryKey,ShipTerritoryKey", ("1,2", "2,1"), "TerritoryKey,Region\n1,North\n2,South\n"),
        ("TerritoryKey", ("1", "2"), "SalesTerritoryKey,Region\n1,North\n1,South\n2,West\n"),
        ("Category", ("A", "B"), "Category,Region,Amount 2023\nA,North,100\nB,South,200\n"),
        ("TerritoryKey", ("1", "2"), "CountryKey,Region\n1,North\n2,South\n"),
    ],
)
def test_lists_that_only_look_alike_are_left_alone(
    header: str, values: tuple[str, ...], list_: str, *, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(_orders(header, *values), "orders.csv"), write_text(list_, "list/list.csv").parent)

    assert _column(loaded, "region") is None
    assert "looked up" not in _notes(loaded)


def test_a_region_of_the_sales_themselves_stays(write_text: Write, load_files: Load) -> None:
    orders = write_text(_orders("Store,Region", "S1,East", "S2,East", "S3,West"), "orders.csv")

    loaded = load_files(orders, write_text(STORES, "list/stores.csv").parent)

    assert _column(loaded, "region") == ["East", "East", "West"]


def test_ids_under_a_header_of_regions_are_named_though_customers_have_such_ids_too(
    write_text: Write, load_files: Load
) -> None:
    orders = write_text(_orders("Customer ID,TerritoryID", "C1,1", "C2,2"), "in/orders.csv")
    write_text("Customer ID,Customer Name,TerritoryID\nC1,Acme,1\nC2,Bolt,2\n", "in/customers.csv")
    write_text("TerritoryID,Name,SalesYTD\n1,Northwest,500\n2,Germany,600\n", "in/territory.csv")

    assert _column(load_files(orders.parent), "region") == ["Northwest", "Germany"]
