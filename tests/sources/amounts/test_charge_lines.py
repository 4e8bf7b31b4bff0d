"""Freight, tax and fees written as items of an order, seen from the door of reading."""

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

START = "Invoice,Date,Customer,Item,Qty,Amount\n"
ORDER = "1,2026-01-05,A,Widget,2,100\n1,2026-01-05,A,Freight,1,15\n1,2026-01-05,A,Sales Tax,1,10\n"


def _column(loaded: Loaded, column: str = "amount") -> list[Any]:
    return loaded.bundle.tables["orders"].frame[column].to_list()


def _notes(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes]


def test_freight_and_tax_beside_goods_are_no_revenue(write_text: Write, load_files: Load) -> None:
    path = write_text(START + ORDER)

    for needs in (None, {"orders": frozenset({"amount", "order_id"})}):
        loaded = load_files(path, needs=needs)

        assert _column(loaded) == [100, 0, 0]
        (note,) = [note for note in _notes(loaded) if "no revenue" in note]
        assert note.startswith("2 lines of 'Freight', 'Sales Tax' (25.00) beside goods")
    assert _column(load_files(path), "quantity") == [2, 0, 0]


@pytest.mark.parametrize("word", ["运费", "手续费", "税额", "Shipping & Handling", " FREIGHT "])
def test_words_of_charges(word: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START}1,2026-01-05,A,Widget,1,100\n1,2026-01-05,A,{word},1,15\n"))

    assert _column(loaded) == [100, 0]


@pytest.mark.parametrize("name", ["Shipping box 30 cm", "Tax advice", "Freight scale", "运费险", "Delivery trolley"])
def test_a_product_that_only_has_the_word_in_its_name_is_one(name: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START}1,2026-01-05,A,Widget,1,100\n1,2026-01-05,A,{name},1,15\n"))

    assert (_column(loaded), _notes(loaded)) == ([100, 15], [])


def test_who_sells_freight_sells_it(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START}1,2026-01-05,A,Freight,1,100\n2,2026-01-05,B,Freight,1,15\n"))

    assert _column(loaded) == [100, 15]
    assert _notes(loaded) == ["2 lines of 'Freight' (115.00) stand in no order with goods: they are counted as sold"]


def test_postage_is_counted_and_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START}1,2026-01-05,A,Widget,1,100\n1,2026-01-05,A,POSTAGE,1,18\n"))

    assert _column(loaded) == [100, 18]
    assert _notes(loaded) == ["1 line of 'POSTAGE' (18.00) counted as sold: --where 'product!=POSTAGE' leaves them out"]


def test_another_name_makes_it_a_product(write_text: Write, load_files: Load) -> None:
    path = write_text(START + ORDER)
    told = TableOptions("orders", (path.name,), values={"product_name": {"Freight": "Cartage"}})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _column(loaded) == [100, 15, 0]


def test_a_credit_of_freight_takes_nothing_back(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,Widget,-1,-50\n1,2026-01-05,A,Freight,-1,-15\n"

    assert _column(load_files(write_text(START + rows))) == [Decimal(-50), 0]


def test_a_charge_far_down_a_file_is_one_too(write_text: Write, load_files: Load) -> None:
    rows = [f"{number},2026-01-05,Widget,1.00" for number in range(1, 1001)] + ["1000,2026-01-05,Freight,15.00"]
    loaded = load_files(write_text("Order ID,Order Date,Product Name,Amount\n" + "\n".join(rows) + "\n"))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 1000


def test_a_large_text_is_looked_at_beyond_its_first_records(write_text: Write, load_files: Load) -> None:
    # Beyond 16 MB a text is read in one pass, and what is in it must be known before.
    wide = "x" * 1000
    rows = [f"{number},2026-01-05,Widget,1.00,{wide}" for number in range(1, 17_001)]
    rows[500] = f"500,2026-01-05,Freight,15.00,{wide}"
    loaded = load_files(write_text("Order ID,Order Date,Product Name,Amount,Memo\n" + "\n".join(rows) + "\n"))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 16_999


CODED = "SO Number,Order Date,Customer,Item Code,Item Description,Qty,Rate,Line Amount\n"
CODED_ROWS = (
    "S1,2025-01-04,Ace,W-1,Widget,10,20.00,200.00\n"
    "S1,2025-01-04,Ace,FREIGHT,Freight out,1,18.50,18.50\n"
    "S2,2025-01-12,Dot,W-2,Widget L,5,30.00,150.00\n"
    "S2,2025-01-12,Dot,DISC,Order discount,1,-15.00,-15.00\n"
    "S2,2025-01-12,Dot,SALESTAX,Sales tax 8%,1,10.80,10.80\n"
)


def test_a_code_or_a_rate_names_a_tax_too(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(CODED + CODED_ROWS))

    # 200 + 150 - 15 of goods; freight 18.50 and tax 10.80 are none.
    assert sum(_column(loaded)) == 335
    (note,) = [note for note in _notes(loaded) if "no revenue" in note]
    assert note.startswith("2 lines of 'Freight out', 'Sales tax 8%' (29.30) beside goods")


def test_what_the_note_prints_makes_a_charge_with_code_and_name_a_product(write_text: Write, load_files: Load) -> None:
    path = write_text(CODED + CODED_ROWS)
    (note,) = [note for note in _notes(load_files(path)) if "no revenue" in note]
    assert (
        'values = { product_name = { "Freight out" = "another name" }, product_id = { "FREIGHT" = "another name" } }'
        in note
    )
    values = {"product_name": {"Freight out": "another name"}, "product_id": {"FREIGHT": "another name"}}
    told = TableOptions("orders", (path.name,), values=values)

    assert sum(_column(load_files(path, options=ReadOptions(tables=(told,))))) == Decimal("353.50")


def test_a_code_alone_names_a_charge(write_text: Write, load_files: Load) -> None:
    start = "SO Number,Order Date,Customer,Item Code,Line Amount\n"
    loaded = load_files(write_text(f"{start}S1,2025-01-04,Ace,W-1,200.00\nS1,2025-01-04,Ace,SALESTAX,16.00\n"))

    assert _column(loaded) == [200, 0]
    assert any('values = { product_id = { "SALESTAX" = "another name" } }' in note for note in _notes(loaded))


def test_a_short_code_beside_the_name_of_goods_is_a_product(write_text: Write, load_files: Load) -> None:
    rows = "S1,2025-01-04,Ace,W-1,Widget,10,20.00,200.00\nS1,2025-01-04,Ace,HST,Chain hoist,1,90.00,90.00\n"
    loaded = load_files(write_text(CODED + rows))

    assert (_column(loaded), _notes(loaded)) == ([200, 90], [])


def test_deposits_of_kegs_are_counted_and_told(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,Pale ale,4,480\n1,2026-01-05,A,Keg Deposit,4,60\n1,2026-01-05,A,Keg Deposit Return,-2,-30\n"
    loaded = load_files(write_text(START + rows))

    assert _column(loaded) == [480, 60, -30]
    assert _notes(loaded) == [
        (
            "2 lines of 'Keg Deposit', 'Keg Deposit Return' (30.00) counted as sold: "
            "--where 'product!=Keg Deposit' --where 'product!=Keg Deposit Return' leaves them out"
        )
    ]
