"""Ids that a list beside the tables gives names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
PRODUCTS = "product id,product name,categoryID\nP1,Tea,1\nP2,Rye,2\nP3,Cod,9\n"


def _categories(loaded: Loaded) -> list[str]:
    return loaded.bundle.tables["products"].frame["category"].to_list()


def test_ids_are_shown_by_the_names_of_a_list_and_the_rest_is_told(write_text: Write, load_files: Load) -> None:
    path = write_text(PRODUCTS, "in/products.csv")
    write_text("categoryID,categoryName,note\n1,Drinks,x\n2,Bread,y\n", "in/categories.csv")

    loaded = load_files(path.parent)

    assert _categories(loaded) == ["Drinks", "Bread", "9"]
    assert "'categoryID' is shown by the names of categories.csv; 1 value has no name there" in [
        note.en for note in loaded.bundle.notes
    ]
    assert loaded.issues == ()
    assert [account.note.en for account in loaded.accounts if account.note] == ["names of category"]


def test_a_list_that_is_named_is_no_fault(write_text: Write, load_files: Load) -> None:
    path = write_text(PRODUCTS, "products.csv")
    names = write_text("categoryID,categoryName\n1,Drinks\n2,Bread\n9,Fish\n", "categories.csv")

    loaded = load_files(path, names)

    assert (_categories(loaded), loaded.issues) == (["Drinks", "Bread", "Fish"], ())


def test_two_things_of_one_name_stay_two(write_text: Write, load_files: Load) -> None:
    path = write_text(PRODUCTS, "products.csv")
    names = write_text("categoryID,categoryName\n1,Drinks\n2,Drinks\n9,Fish\n", "categories.csv")

    assert _categories(load_files(path, names)) == ["Drinks (1)", "Drinks (2)", "Fish"]


def test_a_list_in_which_a_key_stands_twice_names_nothing(write_text: Write, load_files: Load) -> None:
    path = write_text(PRODUCTS, "in/products.csv")
    write_text("categoryID,categoryName,note\n1,Drinks,x\n1,Bread,y\n", "in/categories.csv")

    loaded = load_files(path.parent)

    assert _categories(loaded) == ["1", "2", "9"]
    assert [one.code for one in loaded.issues] == ["R202"]


def test_stores_of_sales_are_shown_by_the_names_of_a_list(write_text: Write, load_files: Load) -> None:
    path = write_text("Sale_ID,Date,Store_ID,Amount\n1,2026-01-05,1,5\n2,2026-01-06,2,7\n", "in/sales.csv")
    write_text("Store_ID,Store_Name,Store_City\n1,North St,Leeds\n2,Mill Rd,York\n", "in/stores.csv")

    assert load_files(path.parent).bundle.tables["orders"].frame["store"].to_list() == ["North St", "Mill Rd"]


def test_a_store_is_neither_region_nor_channel(write_text: Write, load_files: Load) -> None:
    frame = load_files(
        write_text("订单号,日期,门店,区域,渠道,金额\n1,2026-01-05,人民路店,华东,线下,5\n", encoding="gb18030")
    )

    assert frame.bundle.tables["orders"].frame.select("store", "region", "channel").row(0) == (
        "人民路店",
        "华东",
        "线下",
    )
