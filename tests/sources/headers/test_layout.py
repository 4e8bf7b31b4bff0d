from __future__ import annotations

import pytest

from salesperf.sources.headers.layout import (
    head_of,
    two_row_header,
    unique_names,
)

HEADER = ("id", "date", "rep", "amount")
ROWS = [["1", "2024-01-05", "Ann", "10"], ["2", "2024-01-06", "Bo", "20"], ["3", "2024-01-07", "Ann", "5"]]


def test_the_first_row_of_a_plain_table_is_its_header() -> None:
    head = head_of([list(HEADER), *ROWS])

    assert (head.header, head.body, head.dropped) == (0, 1, {})


def test_titles_and_blank_rows_above_the_header_are_counted() -> None:
    head = head_of([["Sales report 2024", "", "", ""], ["", "", "", ""], list(HEADER), *ROWS])

    assert (head.header, head.body, head.dropped) == (2, 3, {"title": 1, "blank": 1})


def test_a_table_without_header_says_so() -> None:
    head = head_of(ROWS)

    assert (head.header, head.body) == (None, 0)


def test_years_and_periods_may_name_columns() -> None:
    assert head_of([["Region", "2022", "2023"], ["North", "10", "12"], ["South", "8", "1999.5"]]).header == 0
    assert head_of([["rep", "2024-01", "2024-02"], ["Ann", "5", "6"]]).header == 0


def test_a_header_named_by_the_user_is_taken() -> None:
    head = head_of([["x", "y"], ["id", "amount"], ["1", "2"]], header_row=2)

    assert (head.header, head.body) == (1, 2)


def test_a_header_over_two_rows_is_joined() -> None:
    grid = [["id", "amount", "", "rep"], ["", "due", "paid", ""], ["1", "10", "5", "Ann"], ["2", "20", "20", "Bo"]]

    head, header = two_row_header(grid, head_of(grid))

    assert header == ["id", "amount due", "amount paid", "rep"]
    assert head.body == 2


def test_a_group_that_its_columns_repeat_is_said_once() -> None:
    grid = [["Kind", "2017", "", "rep"], ["", "Jan. 2017", "Feb. 2017", ""], *[["shop", "1", "2", "Ann"]] * 3]

    assert two_row_header(grid, head_of(grid))[1] == ["Kind", "Jan. 2017", "Feb. 2017", "rep"]


def test_cells_the_header_leaves_empty_are_named_by_the_row_above() -> None:
    grid = [
        ["Code", "Kind", "", "", ""],
        ["", "", "Jan. 2017", "Feb. 2017", "Mar. 2017"],
        *[[str(code), "shop", "1", "2", "3"] for code in range(44, 50)],
    ]

    head, header = two_row_header(grid, head_of(grid))

    assert header == ["Code", "Kind", "Jan. 2017", "Feb. 2017", "Mar. 2017"]
    assert head.dropped == {}


def test_names_are_trimmed_and_made_unique() -> None:
    names, changes = unique_names(["\ufeff id ", "amount", "", "amount", "amount_2"])

    assert names == ("id", "amount", "column_3", "amount_3", "amount_2")
    assert len(changes) == 2


def test_a_name_that_polars_takes_for_other_columns_is_replaced_and_said() -> None:
    names, changes = unique_names(["*", "^a$", "^.*$", "Amount *", "$", "^"])

    assert names == ("column_1", "column_2", "column_3", "Amount *", "$", "^")
    assert changes == ("'column_1' for '*'", "'column_2' for '^a$'", "'column_3' for '^.*$'")


WIDE = ("", "date", "kind", "number", "quantity", "amount")


def test_a_heading_under_an_empty_header_cell_is_no_second_header_row() -> None:
    rows = [["Cool Cars", "", "", "", "", ""], ["", "2026-01-05", "Invoice", "1", "2", "20"]]
    grid = [list(WIDE), *rows, rows[1], rows[1]]

    head, header = two_row_header(grid, head_of(grid))

    assert (head.body, header[0]) == (1, "")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("单位：万元", "万元"),
        ("（金额单位: 人民币千元）", "人民币千元"),
        ("Revenue in USD thousands", "USD thousands"),
        ("单位：元", "元"),
        ("销售明细表（单位：万美元）", "万美元"),
        ("销售明细表（华东）", ""),
        ("Report (K)", ""),
    ],
)
def test_titles_may_say_what_amounts_are_in(title: str, unit: str) -> None:
    grid = [[title, "", "", ""], list(HEADER), *ROWS]

    assert head_of(grid).unit == unit


NARROW_TITLES = [("Report", "2024"), ("Sales of", "2024-03"), ("销售报表", "2024年3月"), ("Report", "March")]


@pytest.mark.parametrize("title", NARROW_TITLES)
@pytest.mark.parametrize("gap", [0, 1])
def test_a_title_as_wide_as_a_narrow_table_is_no_header(title: tuple[str, str], gap: int) -> None:
    grid = [title, *[("", "")] * gap, ("date", "amount"), ("2024-03-01", "100"), ("2024-03-02", "200")]

    head = head_of(grid)

    assert (head.header, head.body, head.titles) == (1 + gap, 2 + gap, title)


@pytest.mark.parametrize(
    "header", [("region", "2024"), ("Datum", "Betrag"), ("日期", "金额"), ("Product", "2023", "2024", "2025")]
)
def test_a_header_stays_the_header_above_rows_of_words(header: tuple[str, ...]) -> None:
    row = ("East", "n/a", "-", "-")[: len(header)]

    assert head_of([header, row, ("West", "100", "1", "2")[: len(header)]]).header == 0


def test_a_header_in_two_languages_begins_with_the_first() -> None:
    assert head_of([("日期", "金额"), ("Date", "Amount"), ("2024-03-01", "100")]).header == 0


def test_several_rows_of_few_cells_above_a_known_header_are_titles() -> None:
    head = head_of(
        [
            ["Sales by Customer Detail", "", "", ""],
            ["My Company", "", "", ""],
            ["By", "Region", "", ""],
            ["", "", "", ""],
            ["Order", "Date", "Customer", "Amount"],
            ["1", "2025-01-03", "A", "100"],
            ["", "", "", ""],
        ]
    )

    assert (head.header, head.body) == (4, 5)


def test_a_wide_header_is_found_among_more_lines_of_talk_than_rows() -> None:
    header = ["交易号", "订单编号", "下单时间", "付款时间", "商品名称", "金额", "交易状态"]
    row = ["1", "T1", "2025-01-05", "2025-01-05", "杯子", "100.00", "交易成功"]
    talk = [["支付宝交易记录"], ["账号:x"], ["----"]]

    head = head_of([*talk, header, row, ["----"], ["共1笔记录"]])

    assert (head.header, head.body) == (3, 4)


def test_a_title_beside_the_unit_stands_above_a_header_of_any_names() -> None:
    grid = [["2025年月度目标", "单位：万元", "", ""], ["月份", "张伟", "李娜", "王五"], ["4月", "50", "30", "10"]]

    head = head_of([*grid, ["5月", "40", "30", "10"]])

    assert (head.header, head.unit, head.titles) == (1, "万元", ("2025年月度目标", "单位：万元"))


def test_a_column_named_after_its_unit_is_no_title() -> None:
    grid = [["品名", "单位：元"], ["苹果", "5"], ["香蕉", "6"], ["", ""]]

    assert head_of(grid).header == 0
    assert head_of([["品名", "单价", ""], ["苹果", "五元", "注"], ["香蕉", "六元", "注"]]).header == 0


def test_what_stands_above_an_empty_column_is_no_name_of_it() -> None:
    grid = [["Period", "2023-03", "", ""], ["", "", "Order", "Amount"], ["", "", "A1", "100"], ["", "", "A2", "20"]]

    head, names = two_row_header(grid, head_of(grid))

    assert (head.header, names) == (1, ["", "", "Order", "Amount"])


def test_a_title_alone_over_a_blank_corner_names_no_column() -> None:
    grid = [["2026 Sales Targets ($)", "", ""], ["", "Q1", "Q2"], ["Ann Lee", "100", "200"], ["Bob Ray", "30", "40"]]

    head, names = two_row_header(grid, head_of(grid))

    assert (names, head.titles, head.dropped) == (["", "Q1", "Q2"], ("2026 Sales Targets ($)",), {"title": 1})


def test_a_word_over_the_second_of_two_columns_is_a_header_right_above_values_alone() -> None:
    rows = [["Jan 2026", "100"], ["Feb 2026", "200"], ["Mar 2026", "300"]]

    assert head_of([["", "Budget"], *rows]).header == 0
    assert head_of([["", "Budget"], ["Month", "Amount"], *rows]).header == 1
