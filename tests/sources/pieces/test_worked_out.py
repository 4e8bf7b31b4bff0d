from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


_ORDERS = {"orders": frozenset({"amount"})}


def test_an_amount_is_the_same_whatever_else_is_read(write_text: Write, load_files: Load) -> None:
    # 2 x 50 of goods and 10 of freight make 110.
    path = write_text("order id,order date,sales,shipping,qty,unit price\n1,2026-01-05,110,10,2,50\n")

    assert _column(load_files(path), "amount") == [Decimal(100)]
    assert _column(load_files(path, needs=_ORDERS), "amount") == [Decimal(100)]


def test_the_configuration_says_what_the_amounts_of_a_file_hold(write_text: Write, load_files: Load) -> None:
    held = write_text("order id,order date,sales,shipping\n1,2026-01-05,110,10\n", "held.csv")
    plain = write_text("order id,order date,sales,shipping\n2,2026-01-05,50,5\n", "plain.csv")
    told = (
        TableOptions("orders", ("held.csv",), amount_includes=("freight",)),
        TableOptions("orders", ("plain.csv",), amount_includes=()),
    )

    loaded = load_files(held, plain, options=ReadOptions(tables=told))

    assert _column(loaded, "amount") == [Decimal(100), Decimal(50)]


def test_freight_of_an_order_head_is_not_taken_off_its_lines(write_text: Write, load_files: Load) -> None:
    heads = write_text("order id,order date,customer,freight\n1,2026-01-05,A,10\n", "heads.csv")
    lines = write_text("order id,sku,quantity,unit price\n1,T,2,50\n1,C,1,20\n", "lines.csv")

    assert _column(load_files(heads, lines), "amount") == [Decimal(100), Decimal(20)]
