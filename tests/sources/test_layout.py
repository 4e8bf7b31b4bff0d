from __future__ import annotations

import pytest

from salesperf.sources.layout import (
    head_of,
    is_footer,
    is_total,
    row_kind,
    talk_at_end,
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


@pytest.mark.parametrize("word", ["合计", "总计：", "小计", "Total", "GRAND TOTAL:", "Subtotal", "sub-total", "汇总"])
def test_a_row_that_begins_with_a_word_for_total_adds_up_others(word: str) -> None:
    assert is_total([word, "", "", "35"], width=4)
    assert is_total(["", word, "", "35"], width=4)


def test_a_customer_called_total_is_no_total() -> None:
    assert not is_total(["Total", "2024-01-05", "Ann", "10"], width=4)
    assert not is_total(["17", "2024-01-05", "Total", "10"], width=4)


def test_a_full_row_of_numbers_behind_the_word_is_a_total() -> None:
    assert is_total(["Total", "10", "20", "30"], width=4)


@pytest.mark.parametrize(
    "text",
    ["Grand Totals (150 records)", "Confidential Information - Do Not Distribute", "制表人：张三", "共 20 条记录"],
)
def test_a_footer_talks_about_the_table(text: str) -> None:
    assert is_footer([text, "", "", ""], width=4)
    assert not is_footer([text, "2024-01-05", "Ann", "10"], width=4)


def test_a_header_said_again_is_no_data() -> None:
    assert row_kind(["id", "date ", "rep", "amount"], header=HEADER) == "repeated_header"
    assert row_kind(["", " ", "", ""], header=HEADER) == "blank"
    assert row_kind(ROWS[0], header=HEADER) is None


def test_names_are_trimmed_and_made_unique() -> None:
    names, changes = unique_names(["\ufeff id ", "amount", "", "amount", "amount_2"])

    assert names == ("id", "amount", "column_3", "amount_3", "amount_2")
    assert len(changes) == 2


WIDE = ("", "date", "kind", "number", "quantity", "amount")


@pytest.mark.parametrize(
    "row",
    [
        ["Total for Amy's Birds", "", "", "", "", "$629.00"],
        ["East Total", "", "", "", "7", "629"],
        ["张伟 汇总", "", "", "", "7", "629"],
        ["合  计：", "", "", "", "7", "629"],
    ],
)
def test_a_total_of_a_group_by_name_adds_up_others(row: list[str]) -> None:
    assert row_kind(row, header=WIDE) == "total"


@pytest.mark.parametrize(
    "row",
    [
        ["Colgate Total", "2026-01-05", "", "", "7", "629"],
        ["Colgate Total", "x", "paste", "12", "7", "629"],
        ["Colgate Total", "", "", "", "", ""],
    ],
)
def test_goods_called_total_are_no_total(row: list[str]) -> None:
    assert row_kind(row, header=("product", *WIDE[1:])) is None


def test_a_heading_in_a_column_without_a_name_is_no_data() -> None:
    heading = ["Cool Cars", "", "", "", "", ""]

    assert row_kind(heading, header=WIDE) == "title"
    assert row_kind(heading, header=("customer", *WIDE[1:])) is None


def test_a_heading_under_an_empty_header_cell_is_no_second_header_row() -> None:
    rows = [["Cool Cars", "", "", "", "", ""], ["", "2026-01-05", "Invoice", "1", "2", "20"]]
    grid = [list(WIDE), *rows, rows[1], rows[1]]

    head, header = two_row_header(grid, head_of(grid))

    assert (head.body, header[0]) == (1, "")


def test_what_stands_alone_below_the_end_is_talk() -> None:
    header = ("id", "date", "rep", "quantity", "amount")
    line, alone, blank = ["1", "2026-01-05", "Ann", "2", "20"], ["Thank you", "", "", "", ""], [""] * 5

    assert talk_at_end([line, blank, alone, alone], header=header) == (3, 2)
    assert talk_at_end([line, alone], header=header) == ()
    assert talk_at_end([line, blank, alone, line], header=header) == ()
    assert talk_at_end([line, blank, ["Confidential", "", "", "", ""]], header=header) == ()


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("单位：万元", "万元"),
        ("（金额单位: 人民币千元）", "千元"),
        ("Revenue in USD thousands", "thousands"),
        ("单位：元", ""),
    ],
)
def test_titles_may_say_what_amounts_are_in(title: str, unit: str) -> None:
    grid = [[title, "", "", ""], list(HEADER), *ROWS]

    assert head_of(grid).unit == unit
