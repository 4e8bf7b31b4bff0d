"""Sales whose months stand across, and tables that look like them, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _sales(loaded: Loaded, *names: str) -> list[tuple[object, ...]]:
    table = loaded.bundle.tables.get("orders")
    return [] if table is None else table.frame.select("order_date", *names, "amount").rows()


def test_a_pivot_of_reps_is_one_line_a_cell_without_its_totals(write_book: Write, load_files: Load) -> None:
    rows = [["Sum of Amount", "Column Labels"], ["Row Labels", "Jan-24", "Feb-24", "Mar-24", "Grand Total"]]
    rows += [["Kay", 100, 200, 5, 305], ["Lee", 50, None, None, 50], ["Grand Total", 150, 200, 5, 355]]

    loaded = load_files(write_book({"Pivot": rows}, name="Sales by rep.xlsx"))

    assert _sales(loaded, "rep_name") == [
        (date(2024, 1, 1), "Kay", Decimal(100)),
        (date(2024, 2, 1), "Kay", Decimal(200)),
        (date(2024, 3, 1), "Kay", Decimal(5)),
        (date(2024, 1, 1), "Lee", Decimal(50)),
    ]
    (note,) = (note.en for note in loaded.bundle.notes if "across" in note.en)
    assert "2 rows hold 4 cells of sales" in note
    assert "days, orders and anything by the day are not; 'Grand Total' are sums of the others" in note


def test_a_chinese_table_of_customers_has_its_year_and_unit_from_the_title(write_book: Write, load_files: Load) -> None:
    rows = [["2025年客户销售额（万元）"], ["客户名称", "业务员", "1月", "2月", "一季度", "合计"]]
    rows += [["甲", "老王", 10, 12, 22, 22], ["乙", "老李", 8, 9, 17, 17], ["合计", None, 18, 21, 39, 39]]

    loaded = load_files(write_book({"Sheet1": rows}))

    assert sum(row[-1] for row in _sales(loaded)) == 390_000
    assert {row[1] for row in _sales(loaded, "customer_name")} == {"甲", "乙"}


def test_quantities_and_growth_beside_the_months_are_left_out_and_told(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Customer,Jan Qty,Jan Sales,Feb Qty,Feb Sales,Growth %\nAnn,3,30,4,40,0.33\nBob,1,12,2,20,0.6\n",
        name="Sales 2024.csv",
    )

    loaded = load_files(path)

    assert sum(row[-1] for row in _sales(loaded)) == 102
    assert any("not read beside them: 'Jan Qty', 'Feb Qty', 'Growth %'" in note.en for note in loaded.bundle.notes)


def test_a_total_that_is_none_is_told_with_what_lies_between(write_text: Write, load_files: Load) -> None:
    path = write_text("Customer,2024-01,2024-02,Total\nAnn,30,40,75\nBob,10,20,30\n", name="Sales.csv")

    loaded = load_files(path)

    assert sum(row[-1] for row in _sales(loaded)) == 100
    assert any("5.00 apart in all" in note.en for note in loaded.bundle.notes)


def test_the_word_and_the_year_of_the_user_make_sales_of_a_bare_table(write_text: Write, load_files: Load) -> None:
    path = write_text("Customer,Jan,Feb\nAnn,30,40\nBob,10,20\n", name="book.csv")
    told = TableOptions("orders", ("book.csv",), year=2023)

    assert _sales(load_files(path)) == []
    assert [row[0] for row in _sales(load_files(path, options=ReadOptions(tables=(told,))))][:2] == [
        date(2023, 1, 1),
        date(2023, 2, 1),
    ]


def test_days_elsewhere_leave_no_room_for_the_pivot_of_them(write_book: Write, load_files: Load) -> None:
    pivot = [["Row Labels", "Jan-24", "Feb-24"], ["Kay", 100, 200], ["Lee", 50, 70]]
    rows = [
        ["Date", "Rep", "Customer", "Amount"],
        [date(2024, 1, 5), "Kay", "X", 100],
        [date(2024, 2, 5), "Lee", "Y", 70],
    ]

    loaded = load_files(write_book({"Pivot": pivot, "Data": rows}, name="Sales by rep.xlsx"))

    assert sum(row[-1] for row in _sales(loaded)) == 170
    assert any(one.code == "R211" for one in loaded.issues)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sales targets 2024.csv", "Rep,Jan,Feb\nKay,100,200\nLee,50,70\n"),
        ("2025年销售目标.csv", "业务员,1月,2月\n甲,100,200\n乙,50,70\n"),
        ("Sales 2024.csv", "Rep,Quota,Jan,Feb\nKay,500,100,200\nLee,400,50,70\n"),
        ("Sales stock 2024.csv", "Product,Jan,Feb\nA,100,200\nB,50,70\n"),
        ("Sales commissions 2024.csv", "Rep,Jan,Feb\nKay,100,200\nLee,50,70\n"),
        ("销售部考勤2025.csv", "姓名,1月,2月\n甲,21,20\n乙,22,19\n"),
        ("销售部工资2025.csv", "姓名,1月,2月\n甲,6000,6100\n乙,5000,5200\n"),
        ("2025年销售价格表.csv", "产品,1月,2月\n甲,100,200\n乙,50,70\n"),
        ("2025年销量.csv", "产品,1月,2月\n甲,100,200\n乙,50,70\n"),
        ("Sales growth 2024.csv", "Rep,Jan,Feb\nKay,5%,7%\nLee,9%,1%\n"),
        ("Sales 2024.csv", "Rep,Jan,Feb\nKay,5%,7%\nLee,9%,1%\n"),
        ("Sales report 2024.csv", "Line,Jan,Feb\nRevenue,100,200\nCost,50,70\n"),
        ("2025年销售损益.csv", "项目,1月,2月\n一、主营业务收入,100,200\n二、销售费用,50,70\n"),
        ("Sales forecast 2024.csv", "Rep,Jan,Feb\nKay,100,200\nLee,50,70\n"),
        ("Sales.csv", "Rep,Jan,Feb\nKay,100,200\nLee,50,70\n"),
        ("FY25 sales.csv", "Rep,P1,P2\nKay,100,200\nLee,50,70\n"),
        ("Sales 2024.csv", "Year,Rep,Jan,Feb\n2023,Kay,100,200\n2024,Kay,50,70\n"),
        ("Sales 2024.csv", 'Kind,Jan,Feb\n"Retail sales, total",100,200\nRetail ex autos,60,120\n'),
        ("Sales by rep 2024.csv", "Row Labels,Jan,Feb\nKay,100,200\nAcme,60,120\nBell,40,80\nLee,50,70\nCray,50,70\n"),
    ],
)
def test_plans_counts_statements_and_rows_within_rows_are_no_sales(
    write_text: Write, load_files: Load, name: str, text: str
) -> None:
    assert _sales(load_files(write_text(text, name=name))) == []


def test_spending_across_stays_spending(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("费用类型,1月,2月\n广告费,100,200\n差旅费,50,70\n", name="2025年销售费用.csv"))

    assert set(loaded.bundle.tables) == {"costs"}


@pytest.mark.parametrize(
    "text",
    [
        "Region,Q1 2025,Q2 2025,Total\nEast,100,200,300\nWest,10,20,30\n",
        "区域,2025年一季度,2025年二季度,合计\nEast,100,200,300\nWest,10,20,30\n",
        "Region,Q1,Q2,H1\nEast,100,200,300\nWest,10,20,30\n",
    ],
)
def test_quarters_across_are_sales_of_their_quarters(text: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(text, name="Sales 2025.csv"))

    assert [(row[0], row[1]) for row in _sales(loaded)] == [
        (date(2025, 1, 1), 100),
        (date(2025, 4, 1), 200),
        (date(2025, 1, 1), 10),
        (date(2025, 4, 1), 20),
    ]
    assert loaded.bundle.tables["orders"].by_month == {"order_date": 3}
    assert loaded.bundle.tables["orders"].data_through == date(2025, 6, 30)


def test_years_across_are_sales_of_their_years(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("Customer,Rep,2023 Sales,2024 Sales,Change %\nAnn,Kim,100,150,50%\nBob,Lou,2,1,-50%\n")
    )

    assert [(row[0], row[1]) for row in _sales(loaded)][:2] == [(date(2023, 1, 1), 100), (date(2024, 1, 1), 150)]
    assert loaded.bundle.tables["orders"].by_month == {"order_date": 12}
    assert any("'Change %'" in note.en for note in loaded.bundle.notes)


def test_years_across_in_a_list_beside_orders_stay_in_the_list(write_text: Write, load_files: Load) -> None:
    lists = write_text(
        "Customer,Industry,2023 Sales,2024 Sales\nAnn,Food,100,150\nBob,Toys,2,1\n", name="customers.csv"
    )
    orders = write_text("Order ID,Order Date,Customer,Amount\n1,2024-05-01,Ann,150\n2,2024-06-01,Bob,1\n")

    loaded = load_files(lists, orders)

    assert sum(row[-1] for row in _sales(loaded)) == 151
    assert "customers" in loaded.bundle.tables


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sales targets 2025.csv", "Rep,Q1,Q2\nKay,100,200\nLee,50,70\n"),
        ("Sales 2025.csv", "Rep,FY25 Q1,FY25 Q2\nKay,100,200\nLee,50,70\n"),
        ("Prices.csv", "Product,2024,2025\nA,100,200\nB,50,70\n"),
        ("Sales headcount.csv", "Region,2024,2025\nA,100,200\nB,50,70\n"),
        ("Sales units.csv", "Product,2024,2025\nA,100,200\nB,50,70\n"),
    ],
)
def test_quarters_and_years_of_no_sales_are_left(name: str, text: str, write_text: Write, load_files: Load) -> None:
    assert _sales(load_files(write_text(text, name=name))) == []


def test_names_in_a_table_of_performance_are_those_of_reps(write_book: Write, load_files: Load) -> None:
    rows = [["2025年上半年销售业绩表（元）"], ["部门", "姓名", "1月", "2月", "合计"]]
    rows += [["销售一部", "张伟", 100, 200, 300], ["销售二部", "李娜", 50, 70, 120], ["合计", None, 150, 270, 420]]

    loaded = load_files(write_book({"业绩": rows}))

    assert set(loaded.bundle.tables) == {"orders"}, "departments of sales are no kinds of cost"
    assert [row[1:] for row in _sales(loaded, "rep_name")] == [("张伟", 100), ("张伟", 200), ("李娜", 50), ("李娜", 70)]


def test_what_the_user_says_of_the_columns_beside_leaves_the_months_across(write_text: Write, load_files: Load) -> None:
    path = write_text("Row Labels,Jan 2025,Feb 2025\nJill,100,200\nMax,50,60\n", name="Sales pivot.csv")
    told = TableOptions("orders", (path.name,), columns={"rep_name": "Row Labels"})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert [row[1:] for row in _sales(loaded, "rep_name")] == [("Jill", 100), ("Jill", 200), ("Max", 50), ("Max", 60)]
