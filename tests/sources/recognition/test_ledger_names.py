"""`Name` of lists of transactions is the customer, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Date,Transaction Type,Num,Name,Memo,Amount,Balance", "10/{day}/2026,Invoice,3{day},{name},,100.00,0.00"),
        ("Type,Date,Num,Memo,Name,Item,Qty,Sales Price,Amount,Balance",
         "Invoice,10/{day}/2026,30{day},note,{name},Pump,1,100.00,100.00,100.00"),
        ("Date,Document Number,Type,Name,Account,Amount", "10/{day}/2026,INV{day},Invoice,{name},4000 Sales,100.00"),
    ],
)  # fmt: skip
def test_the_name_beside_the_number_of_a_document_is_the_customer(
    header: str, row: str, write_text: Write, load_files: Load
) -> None:
    names = ("Harbor Foods", "Kestrel", "Harbor Foods")
    rows = "\n".join(row.format(day=day, name=name) for day, name in zip((14, 15, 16), names, strict=True))

    loaded = load_files(write_text(f"{header}\n{rows}\n"))

    assert loaded.bundle.tables["orders"].frame["customer_name"].to_list() == list(names)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Date,Name,Num,Price,Amount", "2026-10-{day},{name},2,50.00,100.00"),
        ("Order Date,Order ID,Name,Type,Amount", "2026-10-{day},SO{day},{name},Tools,100.00"),
        ("Date,Num,Customer,Name,Type,Memo,Amount", "2026-10-{day},30{day},Kestrel,{name},Invoice,,100.00"),
    ],
)
def test_the_name_of_other_lists_may_be_that_of_a_product(
    header: str, row: str, write_text: Write, load_files: Load
) -> None:
    rows = "\n".join(row.format(day=day, name=name) for day, name in ((14, "Pump"), (15, "Valve"), (16, "Pump")))

    loaded = load_files(write_text(f"{header}\n{rows}\n"))

    frame = loaded.bundle.tables["orders"].frame
    assert "Pump" not in (frame["customer_name"].to_list() if "customer_name" in frame.columns else [])
