"""Refunds with tax and freight: the goods go off, what is not shown is told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADER = "Order Number,Order Date,Customer,Item,Subtotal,Shipping,Tax,Total,Refunded Amount"


def _text(*rows: str) -> str:
    return "\n".join((_HEADER, *rows)) + "\n"


def _refunds(loaded: Loaded) -> list[Decimal | None]:
    return loaded.bundle.tables["orders"].frame["refund"].to_list()


def _said(loaded: Loaded) -> str:
    return " ".join(note.en for note in loaded.bundle.notes)


def test_a_refund_of_the_total_takes_the_goods_off(write_text: Write, load_files: Load) -> None:
    rows = ("1,2025-01-05,Ann,Cup,100,8,10,118,118", "2,2025-01-06,Bob,Cup,50,8,5,63,0")

    loaded = load_files(write_text(_text(*rows)))

    assert _refunds(loaded) == [Decimal(100), Decimal(0)]
    assert "1 refund under 'Refunded Amount' (118.00)" in _said(loaded)
    assert "18.00 less" in _said(loaded)


def test_what_is_refunded_may_be_goods_and_tax_alone(write_text: Write, load_files: Load) -> None:
    rows = ("1,2025-01-05,Ann,Cup,100,8,10,118,110", "2,2025-01-06,Bob,Cup,50,8,5,63,0")

    assert _refunds(load_files(write_text(_text(*rows)))) == [Decimal(100), Decimal(0)]


def test_an_order_that_is_said_on_its_first_line_goes_back_with_all_its_lines(
    write_text: Write, load_files: Load
) -> None:
    header = (
        "Name,Created at,Email,Financial Status,Subtotal,Shipping,Taxes,Total,Refunded Amount,"
        "Lineitem quantity,Lineitem name,Lineitem price"
    )
    rows = (
        "#1,2025-01-05,a@b.c,refunded,100,8,10,118,118,1,Cup,70",
        "#1,2025-01-05,a@b.c,,,,,,,1,Pot,30",
        "#2,2025-01-05,d@b.c,paid,40,8,4,52,0,1,Cup,40",
    )

    loaded = load_files(write_text(f"{header}\n" + "\n".join(rows)))

    assert _refunds(loaded) == [Decimal(70), Decimal(30), Decimal(0)]


def test_a_part_above_the_amount_stands_and_is_told(write_text: Write, load_files: Load) -> None:
    rows = ("1,2025-01-05,Ann,Cup,100,8,10,118,105", "2,2025-01-06,Bob,Cup,50,8,5,63,0")

    loaded = load_files(write_text(_text(*rows)))

    assert _refunds(loaded) == [Decimal(105), Decimal(0)]
    assert "1 refund under 'Refunded Amount' (105.00) larger than the amount taken from, 5.00 more" in _said(loaded)


@pytest.mark.parametrize(
    "rows",
    [
        # Parts of an order, within its goods.
        ("1,2025-01-05,Ann,Cup,100,8,10,118,20", "2,2025-01-06,Bob,Cup,50,8,5,63,50"),
        # An order that came to nothing.
        ("1,2025-01-05,Ann,Cup,100,8,10,118,0", "2,2025-01-06,Bob,Cup,0,0,0,0,50"),
    ],
)
def test_other_refunds_are_left_alone(rows: tuple[str, ...], write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_text(*rows)))

    assert _refunds(loaded) == [Decimal(row.rsplit(",", 1)[1]) for row in rows]
    assert "refunds under" not in _said(loaded)
    assert "refund under" not in _said(loaded)


def test_amounts_that_are_after_refunds_are_no_smaller_than_them(write_text: Write, load_files: Load) -> None:
    rows = "1,2025-01-05,甲,40,60,100\n2,2025-01-05,乙,50,0,50\n"

    loaded = load_files(write_text(f"订单编号,下单时间,客户,实收金额,退款金额,订单总额\n{rows}"))

    assert _refunds(loaded) == [Decimal(60), Decimal(0)]
    assert "larger" not in _said(loaded)


def test_who_says_that_refunds_hold_nothing_else_is_believed(write_text: Write, load_files: Load) -> None:
    told = TableOptions("orders", ("*.csv",), refund_includes=())
    text = _text("1,2025-01-05,Ann,Cup,100,8,10,118,118", "2,2025-01-06,Bob,Cup,50,8,5,63,0")

    loaded = load_files(write_text(text), options=ReadOptions(tables=(told,)))

    assert _refunds(loaded) == [Decimal(118), Decimal(0)]
    assert "18.00 more in all" in _said(loaded)
