from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_amount_freight_and_cost_are_worked_out_in_one_go(write_text: Write, load_files: Load) -> None:
    # 123 - 10 - 13 = 100, and a profit of 40 leaves a cost of 60: the amount comes first.
    path = write_text("order id,order date,total,shipping,tax,profit\n1,2026-01-05,123,10,13,40\n")

    frame = load_files(path).bundle.tables["orders"].frame

    assert frame.select("amount", "cost").row(0) == (Decimal(100), Decimal(60))


def test_a_total_beside_the_amount_is_named(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,subtotal,total,tax\n1,2026-01-05,100,113,13\n"))

    assert (
        "the amount is that under 'subtotal' (100.00 in all rows); not counted beside it: 'total' (113.00); "
        'columns = { amount = "total" } under [[table]] takes another'
    ) in [note.en for note in loaded.bundle.notes]


def test_an_amount_in_two_units_is_told_too(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("订单号,日期,金额(美元),金额(人民币)\n1,2026-01-05,10,70\n"))

    assert (
        "the amount is that under '金额(美元)' (10.00 in all rows); not counted beside it: '金额(人民币)' (70.00); "
        'columns = { amount = "金额(人民币)" } under [[table]] takes another'
    ) in [note.en for note in loaded.bundle.notes]


def test_the_tax_that_a_seller_collected_is_no_revenue(write_text: Write, load_files: Load) -> None:
    # 24.01 less 3.50 and 1.52 is 18.99.
    header = (
        "Order Number,Sale Date,Item Title,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,Total Price"
    )
    path = write_text(f"{header}\n1,Apr-01-25,Helmet,1,$18.99,$3.50,$1.52,$24.01\n")

    assert load_files(path).bundle.tables["orders"].frame["amount"].to_list() == [Decimal("18.99")]
