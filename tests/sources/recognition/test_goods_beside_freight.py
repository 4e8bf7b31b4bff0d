"""The goods of a total that holds freight, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _file(header: str, *rows: str) -> str:
    lines = [f"A{at},2026-10-0{at},{row}" for at, row in enumerate(rows, 1)]
    return "\n".join([f"订单编号,订单创建时间,{header}", *lines]) + "\n"


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def test_the_rows_decide_which_freight_the_total_holds(write_text: Write, load_files: Load) -> None:
    # What the carrier takes is 4 an order; the buyer pays 2 of it, which the total holds.
    header = "商品总价,运费,买家承担的运费,订单总金额"
    loaded = load_files(write_text(_file(header, "20,4,2,22", "35,4,2,37", "70,4,0,70"), "a.csv"))

    assert _amounts(loaded) == [20, 35, 70]
    assert (
        "the amount is that under '商品总价' (125.00 in all rows); not counted beside it: '订单总金额' (129.00); "
        'columns = { amount = "订单总金额" } under [[table]] takes another'
    ) in [note.en for note in loaded.bundle.notes]


def test_goods_under_a_header_that_no_list_has_are_shown_by_the_freight(write_text: Write, load_files: Load) -> None:
    text = "Order ID,Order Date,Basket,Shipping Fee,Grand Total\n1,2026-01-05,100,5,105\n2,2026-01-06,40,5,45\n"
    loaded = load_files(write_text(text, "a.csv"))

    assert _amounts(loaded) == [100, 40]


@pytest.mark.parametrize(
    "rows",
    [
        # A discount lies between; the freight is in no total; no order has freight.
        ("20,4,2,19", "35,4,2,33"),
        ("20,0,0,20", "35,0,0,35"),
    ],
)
def test_what_the_rows_do_not_show_stays_the_total(rows: tuple[str, ...], write_text: Write, load_files: Load) -> None:
    header = "商品价值,运费,买家承担的运费,订单总金额"
    loaded = load_files(write_text(_file(header, *rows), "a.csv"))
    off = [4, 4] if rows[0] == "20,4,2,19" else [0, 0]

    assert _amounts(loaded) == [int(row.split(",")[3]) - less for row, less in zip(rows, off, strict=True)]


def test_the_total_that_the_configuration_names_stands(write_text: Write, load_files: Load) -> None:
    path = write_text(_file("商品总价,运费,订单总金额", "20,4,24", "35,4,39"), "a.csv")
    told = TableOptions("orders", ("a.csv",), columns={"total_amount": "订单总金额"}, amount_includes=())
    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _amounts(loaded) == [24, 39]
