from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

ORDERS = "Order No,Date,Customer,Rep,Amount\n1,2025-01-03,C1,Bob,100\n"


def test_what_the_user_says_goes_before_the_name(
    write_text: Callable[..., Path], load_files: Callable[..., Loaded]
) -> None:
    path = write_text(ORDERS, "returns.csv")

    told = TableOptions(name="orders", files=("returns.csv",), counts_as="sales")
    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [100]
    assert not {"R215", "R216", "R217"} & {one.code for one in loaded.issues}


def test_the_sheet_says_more_than_the_file(write_book: Callable[..., Path], load_files: Callable[..., Loaded]) -> None:
    rows = [line.split(",") for line in ORDERS.splitlines()]
    other = [rows[0], ["2", "2025-01-04", "C2", "Ann", "30"]]

    loaded = load_files(write_book({"Sales": rows, "Quotes": other}, name="Sales and quotes.xlsx"))

    assert loaded.bundle.tables["orders"].frame["order_id"].to_list() == ["1"]
