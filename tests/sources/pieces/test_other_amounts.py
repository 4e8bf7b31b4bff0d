"""Amounts of another kind beside the one that is counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_START = "the amount is that under"


def _told(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes if note.en.startswith(_START) and "in all rows" in note.en]


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ("应收金额,实收金额", "'实收金额' (130.00 in all rows); not counted beside it: '应收金额' (150.00)"),
        ("销售金额,开票金额", "'销售金额' (150.00 in all rows); not counted beside it: '开票金额' (130.00)"),
        ("开票金额,返利后净额", "'开票金额' (150.00 in all rows); not counted beside it: '返利后净额' (130.00)"),
        ("销售额,业绩金额", "'销售额' (150.00 in all rows); not counted beside it: '业绩金额' (130.00)"),
        ("Amount,Amount Received", "'Amount' (150.00 in all rows); not counted beside it: 'Amount Received' (130.00)"),
        ("Gross,Net", "'Net' (130.00 in all rows); not counted beside it: 'Gross' (150.00)"),
        ("Sales,Booked Amount", "'Sales' (150.00 in all rows); not counted beside it: 'Booked Amount' (130.00)"),
    ],
)
def test_both_sums_are_told_and_the_setting(headers: str, told: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text(f"Order No,Order Date,Customer,{headers}\n1,2024-01-03,A,100,80\n2,2024-01-04,B,50,50\n")
    )

    (note,) = _told(loaded)
    assert told in note
    assert "under [[table]] takes another" in note


def test_deals_say_which_of_their_values_counts(write_text: Write, load_files: Load) -> None:
    rows = "D1,A,Kim,Closed Won,2024-01-05,1200,1200\nD2,B,Lou,Closed Won,2024-01-25,1000,2000\n"

    loaded = load_files(write_text(f"Opportunity,Account,Owner,Stage,Close Date,ARR,TCV\n{rows}"))

    assert [
        "'TCV' (3,200.00 in all rows); not counted beside it: 'ARR' (2,200.00)" in one for one in _told(loaded)
    ] == [True]


@pytest.mark.parametrize(
    "headers",
    [
        "Amount,Net Weight,Total Points",
        "Amount,Customer Lifetime Value,Total Orders",
        "Amount,Sales LY,Sales Target",
        "金额,去年同期金额,目标金额",
        "金额,累计金额,客户余额",
        "Amount,Sales Tax,Gross Profit",
        "Amount,Amount Paid,Outstanding Amount",
        "Amount,Amount Local Currency,Value Date No",
    ],
)
def test_columns_of_no_sales_are_not_told(headers: str, write_text: Write, load_files: Load) -> None:
    """Paid and outstanding add up to the amount: nothing was chosen between them."""
    rows = "1,2024-01-03,A,100,80,20\n2,2024-01-04,B,50,50,0\n"

    assert not _told(load_files(write_text(f"Order No,Order Date,Customer,{headers}\n{rows}")))


def test_the_same_money_twice_is_not_told(write_text: Write, load_files: Load) -> None:
    rows = "1,2024-01-03,A,100,100.00\n2,2024-01-04,B,50,50.00\n"

    assert not _told(load_files(write_text(f"Order No,Order Date,Customer,Sales Amount,Revenue\n{rows}")))


def test_the_configuration_has_chosen(write_text: Write, load_files: Load) -> None:
    path = write_text("Order No,Order Date,Customer,Gross,Net\n1,2024-01-03,A,100,80\n")
    told = TableOptions("orders", (path.name,), columns={"amount": "Gross"})

    assert not _told(load_files(path, options=ReadOptions(tables=(told,))))


@pytest.mark.parametrize(
    ("price", "earned", "is_told"),
    [
        ("成交总价", "实收佣金", True),
        ("成交总价(万元)", "业绩金额(元)", True),
        ("成交总价（万）", "实收佣金（元）", True),
        ("保费", "手续费", True),
        ("成交总价", "手续费", False),
        ("保费", "手续费率", False),
        ("成交总价", "佣金率", False),
        ("金额", "佣金", False),
    ],
)
def test_what_a_broker_earns_is_told_beside_the_price_of_the_house(
    price: str, earned: str, *, is_told: bool, write_text: Callable[..., Path], load_files: Callable[..., Loaded]
) -> None:
    rows = "2025-03-01,H1,甲,200,4\n2025-03-02,H2,乙,300,6\n"

    loaded = load_files(write_text(f"成交日期,合同编号,客户,{price},{earned}\n{rows}"))

    assert any(f"旁边的「{earned}」" in note.zh for note in loaded.bundle.notes) is is_told


def test_both_sums_are_told_in_the_same_unit(write_text: Write, load_files: Load) -> None:
    rows = "2025-03-01,甲,200,40000\n2025-03-02,乙,300,60000\n"

    (note,) = _told(load_files(write_text(f"成交日期,经纪人,成交总价（万）,实收佣金（元）\n{rows}")))

    assert "'成交总价（万）' (5,000,000.00 in all rows); not counted beside it: '实收佣金（元）' (100,000.00)" in note


def test_the_amount_of_a_line_goes_before_that_of_its_order_which_is_added_up_once(
    write_text: Write, load_files: Load
) -> None:
    rows = "1,2024-01-03,A,杯,110,60\n1,2024-01-03,A,盘,110,40\n2,2024-01-04,B,杯,55,50\n"

    loaded = load_files(write_text(f"订单号,下单时间,买家,商品名称,订单实付金额,商品实付金额\n{rows}"))

    # 110 + 55, not 110 twice.
    told = "'商品实付金额' (150.00 in all rows); not counted beside it: '订单实付金额' (165.00, each order once)"
    assert [told in note for note in _told(loaded)] == [True]
