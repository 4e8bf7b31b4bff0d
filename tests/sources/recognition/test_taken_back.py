"""Returns by name, whose signs, types and statuses may say more."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _codes(loaded: Loaded) -> set[str]:
    return {one.code for one in loaded.issues} & {"R215", "R216", "R217"}


@pytest.mark.parametrize(
    ("rows", "amounts", "codes"),
    [
        ("1,2025-01-03,C1,40\n2,2025-01-04,C1,10\n", [-40, -10], {"R217"}),
        ("1,2025-01-03,C1,-40\n2,2025-01-04,C1,-10\n", [-40, -10], set()),
        ("1,2025-01-03,C1,-40\n2,2025-01-04,C1,10\n", [-40, 10], {"R216"}),
        ("1,2025-01-03,C1,40\n2,2025-01-04,C1,0\n", [-40, 0], {"R217"}),
    ],
)
def test_positive_amounts_are_taken_off_and_signs_are_believed(
    rows: str, amounts: list[int], codes: set[str], write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text("Order,Date,Customer,Amount\n" + rows, "returns.csv"))

    assert _amounts(loaded) == amounts
    assert _codes(loaded) == codes


def test_a_type_that_tells_sales_goes_before_the_name(write_text: Write, load_files: Load) -> None:
    text = "Order,Date,Customer,Doc Type,Amount\n1,2025-01-03,C1,Return,40\n2,2025-01-04,C1,Sale,10\n"

    loaded = load_files(write_text(text, "returns.csv"))

    assert _amounts(loaded) == [40, 10]
    assert loaded.bundle.tables["orders"].frame["status"].to_list() == ["Return", "Sale"]


def test_a_status_that_says_so_of_every_row_is_enough(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Customer,Status,Amount\n1,2025-01-03,C1,Refunded,40\n", "returns.csv"))

    assert (_amounts(loaded), _codes(loaded)) == ([40], set())


def test_a_cancelled_return_takes_nothing_off(write_text: Write, load_files: Load) -> None:
    text = "Order,Date,Customer,Status,Amount\n1,2025-01-03,C1,Completed,40\n2,2025-01-04,C1,Cancelled,10\n"

    loaded = load_files(write_text(text, "returns.csv"))

    assert _amounts(loaded) == [-40, 10]
    assert "1 row counts as a return (40.00 in all)" in loaded.bundle.notes[0].en


def test_the_quantity_comes_back_and_the_price_stays(write_text: Write, load_files: Load) -> None:
    text = "Order,Date,Customer,Product,Qty,Unit Price,Amount\n1,2025-01-03,C1,P,2,20,40\n"

    frame = load_files(write_text(text, "returns.csv")).bundle.tables["orders"].frame

    assert frame.select("quantity", "unit_price", "amount").row(0) == (-2, 20, -40)


def test_each_file_of_returns_is_told_with_its_own_money(write_text: Write, load_files: Load) -> None:
    header = "Order,Date,Customer,Amount\n"
    one = write_text(header + "1,2025-01-03,C1,40\n", "returns_jan.csv")
    other = write_text(header + "2,2025-02-03,C1,15\n", "returns_feb.csv")

    loaded = load_files(one, other)

    assert sorted(note.en.split(":")[0] for note in loaded.bundle.notes if "return" in note.en) == [
        "returns_feb.csv",
        "returns_jan.csv",
    ]
    assert any("(15.00 in all)" in note.en for note in loaded.bundle.notes)


def test_a_refund_that_did_not_come_about_takes_nothing_off(write_text: Write, load_files: Load) -> None:
    header = "退款编号,订单编号,退款完成时间,买家昵称,退款金额,退款状态\n"
    rows = "1,1,2025-01-09,甲,24,退款成功\n2,2,2025-01-09,乙,50,退款关闭\n"

    loaded = load_files(write_text(header + rows, "退款记录.csv"))

    frame = loaded.bundle.tables["orders"].frame
    assert frame.select("amount", "status").rows() == [(-24, "退款成功"), (50, "cancelled return")]
