"""Headers of two rows in which the upper one groups the lower."""

from __future__ import annotations

from salesperf.sources.headers.grouped_header import with_groups
from salesperf.sources.headers.layout import Head, head_of, two_row_header
from salesperf.sources.no_data.row_kind import TITLE


def _header(*grid: list[str]) -> tuple[Head, list[str]]:
    return with_groups(grid, *two_row_header(grid, head_of(grid)))


def test_a_year_stands_over_its_months() -> None:
    head, header = _header(
        ["姓名", "2024年", "", "2025年", ""],
        ["", "11月", "12月", "1月", "2月"],
        ["张三", "1", "2", "3", "4"],
        ["李四", "1", "2", "3", "4"],
    )

    assert header == ["姓名", "2024年 11月", "2024年 12月", "2025年 1月", "2025年 2月"]
    assert head.dropped.get(TITLE, 0) == 0


def test_groups_tell_repeated_names_apart() -> None:
    _, header = _header(
        ["", "销售目标", "", "回款目标", ""],
        ["姓名", "Q1", "Q2", "Q1", "Q2"],
        ["张三", "1", "2", "3", "4"],
        ["李四", "1", "2", "3", "4"],
    )

    assert header == ["姓名", "销售目标 Q1", "销售目标 Q2", "回款目标 Q1", "回款目标 Q2"]


def test_a_title_above_the_header_groups_nothing() -> None:
    head, header = _header(
        ["Sales 2024", "", "", ""],
        ["Rep", "Amount", "Amount", "Note"],
        ["Ann", "1", "2", "x"],
        ["Bob", "1", "2", "y"],
    )

    assert header == ["Rep", "Amount", "Amount", "Note"]
    assert head.dropped == {TITLE: 1}


def test_names_that_do_not_repeat_stay() -> None:
    _, header = _header(
        ["", "Money", "", "Count", ""],
        ["Rep", "due", "paid", "orders", "units"],
        ["Ann", "1", "2", "3", "4"],
        ["Bob", "1", "2", "3", "4"],
    )

    assert header == ["Rep", "due", "paid", "orders", "units"]


def test_names_that_mean_another_column_alone_get_their_group() -> None:
    head, header = _header(
        ["Order", "", "Customer", "", "Revenue", ""],
        ["No", "Date", "ID", "Name", "Net", "Gross"],
        ["1", "2025-01-03", "007", "Acme", "100", "120"],
        ["2", "2025-01-04", "008", "Beta", "200", "240"],
    )

    assert header == ["Order No", "Order Date", "Customer ID", "Customer Name", "Net Revenue", "Gross"]
    assert head.dropped.get(TITLE, 0) == 0


def test_a_budget_is_named_where_it_stands_beside_what_was_sold() -> None:
    _, header = _header(
        ["", "预算", "", "实际", ""],
        ["业务员", "金额", "数量", "收入", "成本"],
        ["张三", "100", "1", "90", "50"],
        ["李四", "100", "1", "80", "40"],
    )

    assert header == ["业务员", "预算 金额", "预算 数量", "收入", "成本"]


def test_one_year_over_the_months_beside_the_names_counts() -> None:
    _, header = _header(
        ["", "FY18", "", ""], ["Rep", "Jul", "Aug", "Sep"], ["Ann", "1", "2", "3"], ["Bob", "1", "2", "3"]
    )

    assert header == ["Rep", "FY18 Jul", "FY18 Aug", "FY18 Sep"]


def test_the_year_of_a_title_groups_no_known_header() -> None:
    head, header = _header(["Report", "2024"], ["rep", "amount"], ["Ann", "100"], ["Bo", "200"])

    assert header == ["rep", "amount"]
    assert head.titles == ("Report", "2024")
