"""Which words and headers say that a row is no sale, and which only look so."""

from __future__ import annotations

import pytest

from salesperf.tables.doubt_words import Doubt, Flag, answer_of, doubts, flag_of, is_suspect_header, tells_when_or_why


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("Fulfilment state", "cancelled"), ("售后状态", "退款成功"), ("订单性质", "刷单"), ("审批结果", "驳回"),
        ("Line type", "exchange"), ("Kind", "Test"), ("出库性质", "样品"), ("Document", "Draft"), ("结果", "丢单"),
        ("类型", "冲销"), ("款项", "支出"),
    ],
)  # fmt: skip
def test_words_that_leave_a_row_out(header: str, word: str) -> None:
    assert doubts([word, "正常"], header) == {word: Doubt.SURE}


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("Payment status", "unpaid"),
        ("审批状态", "审批中"),
        ("备注", "此单作废"),
        ("Order note", "cancelled by phone"),
        ("Entry Status", "WIP"),
        ("Billing status", "Unbilled"),
    ],
)
def test_words_that_may_leave_a_row_out(header: str, word: str) -> None:
    assert doubts([word], header) == {word: Doubt.PERHAPS}


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("Customer status", "cancelled"), ("客户状态", "关闭"), ("门店状态", "关闭"), ("Payment method", "Refund"),
        ("Product type", "Sample"), ("品类", "赠品"), ("Tender", "Credit"), ("Ticket", "Return"), ("Ship mode", "Free"),
        ("Segment", "Returning"), ("Customer type", "New"), ("Priority", "On hold"), ("备注", "不可退货"),
        ("Remark", "do not cancel"), ("Remark", "call if cancelled"), ("渠道", "内部"), ("Coupon", "expired"),
        ("Deliver status", "pending"),
    ],
)  # fmt: skip
def test_words_of_other_things_say_nothing(header: str, word: str) -> None:
    assert doubts([word, "Other"], header) == {}


@pytest.mark.parametrize(
    ("header", "flag"),
    [
        ("Was it voided", Flag("was_cancelled", answer=True)),
        ("isReturned", Flag("was_returned", answer=True)),
        ("样品单", Flag("was_cancelled", answer=True)),
        ("复核", Flag("was_confirmed", answer=False)),
        ("Valid?", Flag("was_valid", answer=False)),
        ("Gift?", Flag("was_cancelled", answer=True, is_sure=False)),
        ("Is_Paid", Flag("was_confirmed", answer=False, is_sure=False)),
        ("是否付款", Flag("was_confirmed", answer=False, is_sure=False)),
        ("Refundable", None),
        ("是否可退", None),
        ("Free shipping", None),
        ("商品是否删除", None),
        ("是否开票", None),
        ("VIP", None),
    ],
)
def test_what_a_yes_or_a_no_would_mean(header: str, flag: Flag | None) -> None:
    assert flag_of(header) == flag


def test_a_day_or_a_reason_stands_where_something_came_back() -> None:
    headers = (
        "Cancelled at",
        "退款时间",
        "Return reason",
        "作废人",
        "Return policy",
        "退货政策",
        "Cancelled",
    )

    assert [tells_when_or_why(header) for header in headers] == [True, True, True, True, False, False, False]


def test_answers_are_read_whatever_their_writing() -> None:
    assert [answer_of(cell) for cell in ("Yes", "Ｙ", "√", "1.0", "no", "否", "maybe")] == [
        True, True, True, True, False, False, None,
    ]  # fmt: skip


def test_headers_worth_a_look_in_large_files() -> None:
    headers = ("Payment_Status", "备注", "IsDeleted", "审核", "City", "Customer note", "颜色")

    assert [is_suspect_header(header) for header in headers] == [True, True, True, True, False, False, False]
