"""Lists that stand alone and look like sales."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_BOUGHT = "TRANSACTION_DT,CUSTOMER_ID,PRODUCT_ID,AMOUNT,SALES_PRICE\n" + "".join(
    f"11/{day}/2000,K{day % 3},P{day},{day % 4 + 1},{day * 60 + 16}\n" for day in range(1, 8)
)
_POLICIES = "Policy Number,Customer Name,Agent Name,Region,Product,Issue Date,Sum Assured,Premium Amount\n" + "".join(
    f"POL{day},Customer {day},Asha,North,Motor,2023-01-{day:02d},{day * 100000},{day * 1000 + 8}\n"
    for day in range(1, 8)
)


def _columns(loaded: Loaded) -> dict[str, str]:
    (fault,) = [one for one in loaded.issues if one.code == "R201"]
    return dict(tomllib.loads(fault.hint[fault.hint.index("[[table]]") :])["table"][0]["columns"])


def test_what_customers_bought_is_no_list_of_products(write_text: Write, load_files: Load) -> None:
    path = write_text(_BOUGHT, name="ta.csv")

    columns = _columns(load_files(path))

    assert columns == {"order_date": "TRANSACTION_DT", "amount": "SALES_PRICE", "quantity": "AMOUNT"}
    told = ReadOptions(tables=(TableOptions("orders", ("ta.csv",), columns=columns),))
    frame = load_files(path, options=told).bundle.tables["orders"].frame
    # 60 × (1 + … + 7) + 7 × 16, and 2 + 3 + 4 + 1 + 2 + 3 + 4 pieces.
    assert (frame["amount"].sum(), frame["quantity"].sum()) == (Decimal(1792), Decimal(19))


def test_policies_are_no_list_of_customers(write_text: Write, load_files: Load) -> None:
    columns = _columns(load_files(write_text(_POLICIES, name="policies.csv")))

    assert (columns["order_date"], columns["amount"]) == ("Issue Date", "Premium Amount")


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        ("Product ID,Product Name,Price,Launch Date\nP1,Pen,5,2025-01-03\nP2,Ink,7,2025-02-03\n", "products"),
        ("Product ID,Product Name,Price,Supplier\nP1,Pen,5,Acme\nP2,Ink,7,Brix\n", "products"),
        ("Customer ID,Customer Name,Account Owner,Credit Limit,Created Date\nK1,Ann,Kim,500,2025-01-03\n", "customers"),
    ],
)
def test_lists_of_goods_and_customers_stay_such(rows: str, table: str, write_text: Write, load_files: Load) -> None:
    assert load_files(write_text(rows, name="list.csv")).bundle.tables.keys() == {table}


def test_what_the_user_says_it_is_goes_before(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_BOUGHT, name="ta.csv"), options=ReadOptions(as_table="products"))

    assert loaded.bundle.tables.keys() == {"products"}


def test_beside_sales_a_list_stays_one(write_text: Write, load_files: Load) -> None:
    path = write_text(_POLICIES, name="policies.csv")
    (path.parent / "orders.csv").write_text("order_id,order_date,amount\nA-1,2026-01-05,100\n", encoding="utf-8")

    assert sorted(str(one.table) for one in load_files(path.parent).accounts) == ["customers", "orders"]
