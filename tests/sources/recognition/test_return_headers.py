"""Headers that only exports of returns have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

SALES = "Order No,Date,Customer,Amount\n1,2025-01-03,C1,100\n2,2025-01-04,C2,200\n"


@pytest.mark.parametrize(
    "header",
    [
        "Refund ID,Order No,Refund Date,Customer,Refund Amount",
        "RMA No,Order No,Returned On,Customer,Credit Amount",
        "Credit Note No,Order No,Credit Note Date,Customer,Credit Note Amount",
        "退款单号,订单号,退款时间,客户,退款金额",
        "退货单号,订单号,退货日期,客户,退货金额",
    ],
)
def test_day_and_money_of_a_return_are_found(header: str, write_text: Write, load_files: Load) -> None:
    returns = write_text(f"{header}\nR1,2,2025-01-13,C2,40\n", "refunds.csv")

    frame = load_files(write_text(SALES, "sales.csv"), returns).bundle.tables["orders"].frame

    assert frame.filter(frame["amount"] < 0).select("order_id", "amount").rows() == [("2", -40)]


def test_such_a_header_is_told_as_one_of_returns(write_text: Write, load_files: Load) -> None:
    returns = write_text("Refund Date,Customer,Refund Amount\n2025-01-13,C2,40\n", "refunds.csv")

    loaded = load_files(returns)

    mapped = {one.column: one.evidence.en for one in loaded.recognitions[0].mapped}
    assert mapped["amount"] == "'Refund Amount' is a header of returns"
    assert loaded.recognitions[0].counts_as == "returns"


def test_a_bare_type_that_tells_sales_is_read(write_text: Write, load_files: Load) -> None:
    text = "Order,Date,Customer,Rep,Amount,Type\n1,2025-01-03,C1,Bob,40,Return\n2,2025-01-04,C1,Bob,10,Sale\n"

    loaded = load_files(write_text(SALES, "sales.csv"), write_text(text, "returns.csv"))

    assert set(loaded.bundle.tables["orders"].frame["status"].to_list()) == {None, "Return", "Sale"}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Order No,Date,Customer,Sales Amount,Return Amount", "returns.csv"),
        ("Order No,Order Date,Customer,Amount,Refund Amount", "refunds.csv"),
        ("订单号,日期,客户,销售金额,退货金额", "退货.csv"),
        ("订单号,日期,客户,销售额,退款金额", "退款明细.csv"),
    ],
)
def test_what_came_back_is_taken_off_and_not_what_was_sold(
    header: str, name: str, write_text: Write, load_files: Load
) -> None:
    returns = write_text(f"{header}\n1,2025-01-13,C1,100,40\n2,2025-01-14,C2,200,200\n", name)

    frame = load_files(write_text(SALES, "sales.csv"), returns).bundle.tables["orders"].frame

    assert sorted(frame["amount"].to_list()) == [-200, -40, 100, 200]
    assert "refund" not in frame.columns or not frame["refund"].sum()


def test_a_return_that_came_to_nothing_makes_no_sales_of_numbered_returns(write_text: Write, load_files: Load) -> None:
    header = "退货单号,订单号,退货日期,客户,销售金额,退货金额"
    returns = write_text(f"{header}\nR1,1,2025-01-13,C1,100,40\nR2,2,2025-01-14,C2,200,0\n", "退货单.csv")

    frame = load_files(write_text(SALES, "sales.csv"), returns).bundle.tables["orders"].frame

    assert sorted(frame["amount"].to_list()) == [-40, 0, 100, 200]


def test_an_empty_column_of_returns_leaves_the_amount(write_text: Write, load_files: Load) -> None:
    returns = write_text("Order No,Date,Customer,Amount,Refund Amount\n1,2025-01-13,C1,40,\n", "returns.csv")

    frame = load_files(write_text(SALES, "sales.csv"), returns).bundle.tables["orders"].frame

    assert sorted(frame["amount"].to_list()) == [-40, 100, 200]
