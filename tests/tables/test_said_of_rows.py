from __future__ import annotations

import pytest

from salesperf.tables.row_words import RowRole
from salesperf.tables.said_of_rows import said_by, speaks_of_actuals, words_of

RETURNS, PURCHASES, PLAN, QUOTES = RowRole.RETURNS, RowRole.PURCHASES, RowRole.PLAN, RowRole.QUOTES
COSTS, STOCK, RECEIPTS, OWED, PAID = RowRole.COSTS, RowRole.STOCK, RowRole.RECEIPTS, RowRole.OWED, RowRole.PAID


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Returns", RETURNS),
        ("sales_returns_2025", RETURNS),
        ("SalesReturns", RETURNS),
        ("returns_berlin", RETURNS),
        ("CREDIT MEMOS Q1", RETURNS),
        ("Ｒｅｆｕｎｄｓ", RETURNS),
        ("Return orders", RETURNS),
        ("2025年退货明细", RETURNS),
        ("销售退货", RETURNS),
        ("订单退款明细", RETURNS),
        ("客户退货", RETURNS),
        ("Purchase orders", PURCHASES),
        ("returns to vendor", PURCHASES),
        ("采购退货", PURCHASES),
        ("进货", PURCHASES),
        ("Budget 2025", PLAN),
        ("Sales forecast Q1", PLAN),
        ("2025年1月销售预算", PLAN),
        ("Quotation list", QUOTES),
        ("pro forma invoices", QUOTES),
        ("报价单", QUOTES),
        *((name, RECEIPTS) for name in ("定金收款", "预收账款", "收款单", "押金", "客户预付款", "2025年1月回款明细")),
        *((name, RECEIPTS) for name in ("Deposits", "customer_deposits_2025", "Prepayments", "Payments Q1")),
        *((name, COSTS) for name in ("费用报销单", "销售费用", "Expenses 2025", "expense claims")),
        *((name, STOCK) for name in ("库存调拨单", "盘点表", "其他入库单", "stock_transfers")),
        *((name, OWED) for name in ("应收款", "应收账款明细", "应收应付", "Accounts receivable")),
        *((name, PAID) for name in ("应付账款", "付款单", "vendor payments")),
        *((name, RowRole.SAMPLES) for name in ("Samples", "Samples Oct", "样品", "赠品明细", "Free samples")),
        *(
            (name, RowRole.CANCELLED)
            for name in ("Cancelled", "cancelled orders", "VOID", "已取消", "作废单", "订单作废")
        ),
        *((name, RowRole.TESTS) for name in ("Test", "test orders", "测试", "测试数据")),
        *(("采购入库单", PURCHASES), ("采购付款", PURCHASES), ("退货入库单", RETURNS), ("费用预算", PLAN)),
    ],
)
def test_a_name_of_known_words_says_the_role_for_sure(name: str, role: RowRole) -> None:
    said = said_by(name)

    assert (said.role, said.is_sure) == (role, True)


@pytest.mark.parametrize(
    "name",
    [
        *("SalesAndReturns", "Sales & Returns", "销售与退货", "退换货", "Budget vs Actual", "Actual Forecast"),
        *("no_returns", "net of returns", "不含退货", "销售（不含退货）", "return_rate", "退货率", "Return on sales"),
        *("Tax returns 2024", "Many Returns Ltd", "Plan International", "Budget Rent orders"),
        *("采购商", "政府采购", "customer purchases", "purchase history"),
        *("已付款", "货到付款", "付款方式", "未收款", "预付款订单", "收入与支出", "出入库明细", "Payment methods"),
        *("Deposit Guarantee Ltd", "Orders & payments", "Spring collections", "Stock", "库存"),
        *("Sample data", "SampleData", "Sample - Superstore", "sample_orders", "Sample", "sales_samples", "sales_test"),
        *("Samples and sales", "未取消", "销售（不含样品）", "excl. cancelled", "test_sales", "Test Ltd", "样品销售"),
        *("Sheet1", "orders", "Target", "待退款", "Returnable", "Planet", "Unbudgeted"),
    ],
)
def test_a_name_of_something_else_says_no_role(name: str) -> None:
    assert said_by(name).role is None


@pytest.mark.parametrize(
    "name", ["Budget Rent", "Test & Measurement", "Plan A", "Monthly plan", "东方计划", "Quote Co", "Return Berlin"]
)
def test_a_word_that_may_be_part_of_another_name_leaves_doubt(name: str) -> None:
    said = said_by(name)

    assert said.role is not None
    assert not said.is_sure


def test_a_word_that_other_names_have_too_leaves_no_doubt() -> None:
    assert said_by("Budget Berlin", beside=frozenset({"sales", "berlin"})).is_sure


def test_a_name_of_sales_says_so() -> None:
    assert said_by("Orders 2025").says_sales
    assert not said_by("East").says_sales


def test_words_are_whole_in_both_languages() -> None:
    assert words_of("2025年Q1SalesReturns") == ("年", "q", "sales", "returns")


def test_actuals_are_told_from_sales() -> None:
    assert speaks_of_actuals("2025实际")
    assert not speaks_of_actuals("Sales")
