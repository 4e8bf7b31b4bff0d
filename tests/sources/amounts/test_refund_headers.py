"""Which headers are of refunded money, by their words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.amounts.refund_headers import refund_headers, says_refund
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    "header",
    [
        "订单退款金额", "退款总额", "售后退款金额(元)", "累计退款", "实际退款金额（元）", "退货总金额", "已退货款",
        "客户退款金额",
        "退款金额(含运费)", "Total Refunded", "refundedAmount", "refunded_amount_usd", "Refund Value", "Returned Value",
    ],
)  # fmt: skip
def test_money_that_went_back(header: str) -> None:
    assert says_refund(header)


@pytest.mark.parametrize(
    "header",
    [
        "退款状态", "退款时间", "退款原因", "退款件数", "退款数量", "退款笔数", "退款率", "退款占比", "退款单号",
        "退款类型",
        "是否退款", "申请退款金额", "可退款金额", "应退款金额", "待退款金额", "退款中", "未退款金额", "退款手续费",
        "运费退款",
        "扣除退款后金额", "退款后实收", "去年退款金额", "Refund Status", "Refund Date", "Refunded At", "Refund Reason",
        "Refund Count", "Refund Rate", "Refund %", "Is Refunded", "Refund Fee", "Refund Tax", "Sales net of refunds",
        "Amount before refunds", "Refundable Amount", "Return Date", "Returned", "Return", "Amount",
    ],
)  # fmt: skip
def test_what_else_is_said_of_refunds(header: str) -> None:
    assert not says_refund(header)


def test_what_was_paid_back_goes_before_a_sum_and_a_sum_before_the_rest() -> None:
    headers = ("售后退款", "累计退款金额", "实际退款金额")

    assert refund_headers(headers, lambda _: True) == ("实际退款金额", "累计退款金额", "售后退款")
    assert refund_headers(headers, lambda header: header == "售后退款") == ("售后退款",)


@pytest.mark.parametrize("header", ["订单退款总额", "实际退款金额（元）", "Total Refunded"])
def test_the_column_is_read_and_told(write_text: Write, load_files: Load, header: str) -> None:
    rows = "1,2025-01-05,甲,100.00,0.00\n2,2025-01-06,乙,200.00,60.00\n"

    loaded = load_files(write_text(f"订单编号,下单时间,买家昵称,实付金额,{header}\n{rows}"))

    assert _refunds(loaded) == [Decimal(0), Decimal(60)]
    said = f"refunds are those under {header!r} (1 row, 60.00 in all)"
    assert said in [note.en for note in loaded.bundle.notes]


def test_ones_and_noughts_are_marks_and_no_money(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("订单编号,下单时间,买家昵称,实付金额,退款成功\n1,2025-01-05,甲,100,0\n2,2025-01-06,乙,200,1\n")
    )

    assert "refund" not in loaded.bundle.tables["orders"].frame.columns


def test_a_listed_header_goes_before_words(write_text: Write, load_files: Load) -> None:
    rows = "1,2025-01-05,甲,100,0,0\n2,2025-01-06,乙,200,60,70\n"

    loaded = load_files(write_text(f"订单编号,下单时间,买家昵称,实付金额,退款金额,累计退款\n{rows}"))

    assert _refunds(loaded) == [Decimal(0), Decimal(60)]


def _refunds(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["refund"].to_list()
