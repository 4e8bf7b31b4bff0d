from __future__ import annotations

import pytest

from salesperf.sources.amounts.charges import (
    COLUMNS,
    FREIGHT,
    TAX,
    counts_total,
    is_of_goods,
    is_paid,
    said,
    without_clause,
)
from salesperf.tables.events import ORDERS
from salesperf.tables.schema import Kind


def test_every_charge_has_a_column_of_money() -> None:
    assert [ORDERS.column(name).kind for name in COLUMNS] == [Kind.MONEY] * len(COLUMNS)


@pytest.mark.parametrize(
    ("header", "tax", "freight"),
    [
        ("Total", None, None),
        ("Total Tax", None, None),
        ("Shipping", None, None),
        ("Online Sales", None, None),
        ("Total incl. VAT", True, None),
        ("Total (excl. shipping)", None, False),
        ("Total including tax and shipping", True, True),
        ("Amount incl. tax, excl. freight", True, False),
        ("TotalWithShipping", None, True),
        ("VAT included", True, None),
        ("tax-exclusive amount", False, None),
        ("Amount (excl.)", False, None),
        ("net of tax", False, None),
        ("Amount before delivery", None, False),
        ("含税金额", True, None),
        ("不含税金额", False, None),
        ("未税金额", False, None),
        ("税前金额", False, None),
        ("价税合计", True, None),
        ("订单金额（含运费）", None, True),
        ("含税含运费总额", True, True),
        ("含税不含运费", True, False),
        ("不含邮费金额", None, False),
        ("未付款金额", None, None),
    ],
)
def test_a_header_says_what_its_amounts_hold(header: str, *, tax: bool | None, freight: bool | None) -> None:
    assert (said(header, TAX), said(header, FREIGHT)) == (tax, freight)


@pytest.mark.parametrize(
    ("header", "of_tax", "of_freight"),
    [
        ("SubTotal", True, True),
        ("Net Sales", True, True),
        ("Line Total", False, True),
        ("Online Sales", False, False),
        ("Net payable amount", False, False),
        ("商品金额", True, True),
        ("货款", False, True),
        ("价税合计", False, True),
        ("订单金额", False, False),
        ("金额", True, False),
    ],
)
def test_a_name_may_imply_that_an_amount_is_without_a_charge(header: str, *, of_tax: bool, of_freight: bool) -> None:
    assert (is_of_goods(header, TAX), is_of_goods(header, FREIGHT)) == (of_tax, of_freight)


def test_what_is_paid_is_known_by_its_name() -> None:
    headers = ("Amount Paid", "Total Due", "买家实际支付金额", "应付金额", "Sales", "金额")

    assert [is_paid(header) for header in headers] == [True, True, True, True, False, False]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Total incl. shipping", "Total"),
        ("Order Total (including shipping & tax)", "Order Total"),
        ("Amount without delivery", "Amount"),
        ("金额(不含运费)", "金额"),
        ("含税含运费总额", "含税含运费总额"),
        ("不含运费金额", "金额"),
        ("Line Total incl. GST", "Line Total"),
        ("Amount excl. VAT", "Amount"),
        ("不含税成交额", "成交额"),
        ("Profit before tax", "Profit before tax"),
        ("Freight", "Freight"),
        ("Freight incl. tax", "Freight incl. tax"),
        ("运费", "运费"),
    ],
)
def test_a_header_is_known_without_its_word_on_freight(header: str, name: str) -> None:
    assert without_clause(header) == name


def test_a_total_counts_where_it_has_its_tax_beside_it_or_nothing_better_is_there() -> None:
    assert counts_total({"total_amount"})
    assert counts_total({"total_amount", "tax", "quantity", "unit_price"})
    assert not counts_total({"total_amount", "freight", "quantity", "unit_price"})
    assert not counts_total({"total_amount", "list_amount", "discount"})
    assert not counts_total({"quantity", "unit_price"})
