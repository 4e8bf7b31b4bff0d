"""Lines without a price are worth what the list of products beside them asks."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
SALES = "Sale_ID,Date,Product_ID,Units\n1,2025-01-05,P1,2\n2,2025-01-06,P2,3\n3,2025-01-07,P1,1\n"
PRODUCTS = "Product_ID,Product_Name,Product_Cost,Product_Price\nP1,Tea,$2.50 ,$4.00 \nP2,Rye,$1.00 ,$2.50 \n"
TOLD = "sales.csv has no price: its lines are priced by 'Product_Price' of products.csv, as the list has it today"


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame.sort("order_id")["amount"].to_list()


def _notes(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes]


def test_lines_without_a_price_take_it_from_the_list_of_products(write_text: Write, load_files: Load) -> None:
    path = write_text(SALES, "in/sales.csv")
    write_text(PRODUCTS, "in/products.csv")

    loaded = load_files(path.parent)

    # 2 x 4.00, 3 x 2.50, 1 x 4.00
    assert _amounts(loaded) == [Decimal(8), Decimal("7.5"), Decimal(4)]
    assert TOLD in _notes(loaded)


def test_the_list_may_be_no_table_of_products_and_the_date_may_stand_in_another_file(
    write_text: Write, load_files: Load
) -> None:
    path = write_text("order_details_id,order_id,pizza_id,quantity\n1,1,bbq_s,1\n2,1,veg_m,2\n", "in/order_details.csv")
    write_text("order_id,date,time\n1,2015-01-01,11:38:36\n", "in/orders.csv")
    write_text("pizza_id,pizza_type_id,size,price\nbbq_s,bbq,S,12.75\nveg_m,veg,M,16\n", "in/pizzas.csv")

    loaded = load_files(path.parent)

    assert _amounts(loaded) == [Decimal("12.75"), Decimal(32)]
    assert "prices of products" in [account.note.en for account in loaded.accounts if account.note]


def test_a_line_whose_product_the_list_does_not_have_is_a_fault_and_no_zero(
    write_text: Write, load_files: Load
) -> None:
    path = write_text(SALES + "4,2025-01-08,P9,5\n", "in/sales.csv")
    write_text(PRODUCTS, "in/products.csv")

    loaded = load_files(path.parent)

    assert [(one.code, one.where.row) for one in loaded.issues] == [("R303", 5)]
    assert f"{TOLD}; 1 line names no product with a price there" in _notes(loaded)


def test_prices_of_one_currency_stay_in_it_whatever_the_buyer_pays_in(write_text: Write, load_files: Load) -> None:
    sales = "Order Number,Order Date,ProductKey,Quantity,Currency Code\n1,2016-01-05,7,2,CAD\n2,2016-01-06,7,1,USD\n"
    path = write_text(sales, "in/Sales.csv")
    write_text("ProductKey,Product Name,Unit Cost USD,Unit Price USD\n7,Radio,$3.31 ,$6.62 \n", "in/Products.csv")

    loaded = load_files(path.parent)

    assert _amounts(loaded) == [Decimal("13.24"), Decimal("6.62")]
    assert loaded.bundle.tables["orders"].frame["currency"].unique().to_list() == ["USD"]
    assert "the prices are in USD as their header says: 'Currency Code' of the sales is not used" in _notes(loaded)


def test_chinese_details_are_priced_by_the_list_of_goods(write_text: Write, load_files: Load) -> None:
    path = write_text("单据编号,单据日期,商品编号,数量\nD1,2025-03-01,X91,10\nD2,2025-03-02,X92,4\n", "in/销售明细.csv")
    write_text("商品编号,商品名称,销售单价\nX91,面膜,121\nX92,乳液,141.5\n", "in/商品信息.csv")

    assert _amounts(load_files(path.parent)) == [Decimal(1210), Decimal(566)]


def test_keys_that_a_workbook_holds_as_numbers_are_the_keys_of_the_other_sheet(
    write_book: Callable[..., Path], load_files: Load
) -> None:
    book = write_book(
        {
            "Sales": [["Order ID", "Order Date", "Product ID", "Quantity"], ["A1", "2025-01-05", 7, 2]],
            "Products": [["Product ID", "Product Name", "Price"], [7.0, "Tea", 4], [8.5, "Rye", 3]],
        }
    )

    assert _amounts(load_files(book)) == [Decimal(8)]


def test_sales_with_money_of_their_own_take_no_price_from_a_list(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Sale_ID,Date,Product_ID,Units,Amount\n1,2025-01-05,P1,2,7.00\n2,2025-01-06,P2,3,6.50\n", "in/sales.csv"
    )
    write_text(PRODUCTS, "in/products.csv")

    loaded = load_files(path.parent)

    assert _amounts(loaded) == [Decimal(7), Decimal("6.5")]
    assert not [note for note in _notes(loaded) if "no price" in note]


def test_a_list_in_which_a_product_has_two_prices_prices_nothing(write_text: Write, load_files: Load) -> None:
    path = write_text(SALES, "in/sales.csv")
    write_text("Product_ID,Valid from,Price\nP1,2024-01-01,4\nP1,2025-01-01,5\nP2,2024-01-01,2\n", "in/prices.csv")

    loaded = load_files(path.parent)

    assert "orders" not in loaded.bundle.tables
    assert not [note for note in _notes(loaded) if "no price" in note]


def test_a_list_of_other_products_prices_nothing(write_text: Write, load_files: Load) -> None:
    path = write_text(SALES, "in/sales.csv")
    write_text("Product_ID,Product_Name,Price\nZ1,Tea,4\nZ2,Rye,2\nP1,Cod,9\n", "in/products.csv")

    # Of the two products sold the list has one: half of them, which is enough to be theirs, and the other is a fault.
    loaded = load_files(path.parent)

    assert [one.code for one in loaded.issues] == ["R303"]
    write_text("Product_ID,Product_Name,Price\nZ1,Tea,4\nZ2,Rye,2\n", "in/products.csv")
    assert "orders" not in load_files(path.parent).bundle.tables


def test_stock_beside_the_sales_is_not_priced(write_text: Write, load_files: Load) -> None:
    path = write_text(SALES, "in/sales.csv")
    write_text(PRODUCTS, "in/products.csv")
    write_text("Store_ID,Product_ID,Stock_On_Hand\n1,P1,27\n1,P2,0\n", "in/inventory.csv")

    loaded = load_files(path.parent)

    assert loaded.bundle.tables["orders"].frame.select(pl.len()).item() == 3
