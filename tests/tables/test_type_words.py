"""Words of a column of types: what pays, what stands in codes, what nobody knows."""

from __future__ import annotations

import pytest

from salesperf.tables.line_words import LineKind, is_not_issued, kind_of_word
from salesperf.tables.type_words import codes_as_words, no_sale_types, prepaid_types, said_no_sale, unknown_types


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (("Invoice", "Credit Memo", "Payment"), {"Payment"}),
        (("Invoice", "Receipt", "Journal Entry", "Bill"), {"Receipt", "Journal Entry", "Bill"}),
        (("Sales Receipt", "Deposit", "Refund"), {"Deposit"}),
        (("charge", "payment", "payout", "stripe_fee", "refund"), {"payout", "stripe_fee"}),
        (("销售出库单", "收款单", "销售退货单", "付款"), {"收款单", "付款"}),
        (("Order", "Transfer"), {"Transfer"}),
        (("Sales Order", "Invoice", "Credit Memo"), {"Sales Order"}),
        (("Sales Order", "Sales Receipt"), {"Sales Order"}),
        (("销售订单", "销售发票"), {"销售订单"}),
        (("Order", "Purchase Invoice"), {"Purchase Invoice"}),
        (("Sales Order", "Return"), set()),
        (("销售单", "进货单", "采购退货单", "销售退货单"), {"进货单", "采购退货单"}),
        (("消费", "充值", "退款"), {"充值"}),
        (("普通订单", "储值订单", "退款订单"), {"储值订单"}),
        (("Spend", "Top-up"), {"Top-up"}),
        (("Sale", "Donation", "Gift Aid"), {"Donation", "Gift Aid"}),
        (("Purchase", "Gift card load", "Refund"), {"Gift card load"}),
    ],
)
def test_payments_beside_documents_of_sales_are_no_sales(words: tuple[str, ...], out: set[str]) -> None:
    assert no_sale_types(words) == out


@pytest.mark.parametrize(
    "words",
    [
        ("Payment", "Refund"),
        ("Cash", "Transfer", "Check"),
        ("Sale", "Receipt"),
        ("Bill", "Return"),
        ("收款",),
        ("Donation", "Grant"),
    ],
)
def test_types_without_a_document_of_sales_beside_them_stay(words: tuple[str, ...]) -> None:
    assert no_sale_types(words) == frozenset()


def test_top_ups_are_known_where_nothing_was_spent() -> None:
    assert prepaid_types(["储值", "会员充值", "续费", "top-up"]) == {"储值", "会员充值", "top-up"}
    assert no_sale_types(["会员充值"]) == frozenset()


def test_the_status_of_a_row_that_is_no_sale_names_its_type() -> None:
    for word, status in (("Payment", "no sale: Payment"), ("收款单", "非销售：收款单")):
        assert said_no_sale(word) == status
        assert (kind_of_word(status), is_not_issued(status)) == (LineKind.OPEN, True)


def test_codes_are_read_where_every_type_is_one() -> None:
    assert codes_as_words(["SI", "SC", "SR"]) == {"SI": "sales invoice", "SC": "credit note", "SR": "payment"}
    assert codes_as_words(["INV", "CRN"]) == {"INV": "invoice", "CRN": "credit note"}


@pytest.mark.parametrize("words", [["SI", "NY", "SC"], ["SC", "NC"], ["CR", "DR"], ["SI"], []])
def test_other_letters_are_no_codes(words: list[str]) -> None:
    assert codes_as_words(words) == {}


def test_a_type_nobody_knows_is_named_beside_known_documents_only() -> None:
    assert unknown_types(["Invoice", "Credit Memo", "Finance Charge", "Payment"]) == {"Finance Charge"}
    assert unknown_types(["New Business", "Renewal", "Return"]) == frozenset()
    assert unknown_types(["增值税专用发票", "增值税普通发票"]) == frozenset()
    assert unknown_types(["Invoice", "Online invoice", "Standard"]) == frozenset()
