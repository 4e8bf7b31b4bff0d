"""What a status of refunds does to refunds and to lines."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.pieces.refund_status import is_done, is_under_way
from salesperf.tables.line_words import LineKind, kind_of_word

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    "word",
    [
        "退款中", "售后中", "待处理", "待商家处理", "申请退款", "退款关闭", "售后关闭", "商家拒绝退款", "已撤销",
        "退款失败",
        "未退款", "Pending", "Requested", "Refund requested", "Refused", "rejected", "In progress",
    ],
)  # fmt: skip
def test_refunds_that_are_not_made(word: str) -> None:
    assert (is_under_way(word), is_done(word)) == (True, False)


@pytest.mark.parametrize(
    "word",
    ["退款成功", "售后完成", "已退款", "已全额退款", "退货退款完成", "申请退款成功", "Refunded"],
)
def test_refunds_that_are_made(word: str) -> None:
    assert (is_under_way(word), is_done(word)) == (False, True)


@pytest.mark.parametrize(
    "word", ["-", "无", "无售后", "无售后或售后取消", "换货完成", "补寄成功", "维修完成", "部分退款成功", "None", "N/A"]
)
def test_words_that_take_no_whole_line_back(word: str) -> None:
    assert not is_done(word)


def test_a_refund_under_way_takes_nothing_off_and_is_told(write_text: Write, load_files: Load) -> None:
    rows = (
        "1,2025-01-05,甲,100,0,没有申请退款\n2,2025-01-06,乙,200,50,退款成功\n"
        "3,2025-01-07,丙,300,300,退款成功\n4,2025-01-08,丁,400,100,退款中\n5,2025-01-09,戊,80,80,\n"
    )

    loaded = load_files(write_text(f"订单编号,下单时间,客户,实付金额,退款金额,退款状态\n{rows}"))

    refunds = loaded.bundle.tables["orders"].frame["refund"].to_list()
    assert refunds == [Decimal(0), Decimal(50), Decimal(300), Decimal(0), Decimal(80)]
    assert any("the 100.00 of refunds there are not made" in note.en for note in loaded.bundle.notes)


def test_without_a_refunded_amount_the_line_that_came_back_earns_nothing(write_text: Write, load_files: Load) -> None:
    rows = (
        "1,2025-01-05,甲,100,已完成,无售后\n2,2025-01-06,乙,200,已完成,售后完成\n"
        "3,2025-01-07,丙,300,已取消,退款成功\n4,2025-01-08,丁,400,已发货,售后中\n5,2025-01-09,戊,80,已完成,部分退款\n"
    )

    loaded = load_files(write_text(f"订单编号,下单时间,客户,实付金额,订单状态,售后状态\n{rows}"))

    words = loaded.bundle.tables["orders"].frame["status"].to_list()
    sold, off = LineKind.SOLD, LineKind.CANCELLED
    assert list(map(kind_of_word, words)) == [sold, off, off, sold, sold]
    assert words[4] == "已完成，部分退款"
    assert any("came back, so no revenue (200.00 in all)" in note.en for note in loaded.bundle.notes)


def test_a_status_of_refunds_alone_is_enough(write_text: Write, load_files: Load) -> None:
    rows = "1,2025-01-05,A,100,None\n2,2025-01-06,B,200,Returned\n3,2025-01-07,C,300,Return Requested\n"

    loaded = load_files(write_text(f"Order ID,Order Date,Customer,Amount,Return Status\n{rows}"))

    words = loaded.bundle.tables["orders"].frame["status"].to_list()
    assert [kind_of_word(word) for word in words] == [LineKind.SOLD, LineKind.CANCELLED, LineKind.SOLD]
