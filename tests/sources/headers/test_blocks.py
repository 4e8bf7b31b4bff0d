from __future__ import annotations

import pytest

from salesperf.sources.headers.blocks import Block, blocks_of

ORDERS = [["no", "date", "who", "amount"], ["A1", "2026-01-05", "Ann", "10"], ["A2", "2026-01-06", "Bo", "20"]]
PEOPLE = [["name", "team", "region", ""], ["Ann", "North", "East", ""], ["Bo", "South", "West", ""]]
BLANK = ["", "", "", ""]


def _ranges(grid: list[list[str]]) -> list[str]:
    return [block.range() for block in blocks_of(grid)]


def test_a_plain_table_is_one() -> None:
    assert _ranges(ORDERS) == ["A1:D3"]


def test_a_header_of_its_own_behind_a_blank_row_begins_another_table() -> None:
    assert _ranges([*ORDERS, BLANK, *PEOPLE]) == ["A1:D3", "A5:C7"]
    assert _ranges([*PEOPLE, BLANK, *ORDERS]) == ["A1:C3", "A5:D7"]


def test_a_title_above_the_second_table_is_its_own() -> None:
    assert _ranges([*ORDERS, BLANK, ["People", "", "", ""], *PEOPLE]) == ["A1:D3", "A5:C8"]


def test_the_columns_of_the_first_in_another_order_are_another_table() -> None:
    swapped = [["date", "no", "who", "amount"], ["2026-01-07", "B1", "Cy", "30"]]

    assert _ranges([*ORDERS, BLANK, *swapped]) == ["A1:D3", "A5:D6"]


@pytest.mark.parametrize(
    "below",
    [
        ORDERS[1:],
        ORDERS,
        [["Thank you", "", "", ""]],
        [["East", "", "", ""], *ORDERS[1:]],
        [["East", "Ann", "", ""], *ORDERS[1:]],
        [["合计", "", "", "30"]],
    ],
)
def test_rows_of_the_same_table_behind_a_blank_row_begin_none(below: list[list[str]]) -> None:
    assert len(_ranges([*ORDERS, BLANK, *below])) == 1


def test_lists_of_words_with_blank_rows_in_them_are_one_table() -> None:
    assert len(_ranges([*PEOPLE, BLANK, ["Cy", "North", "East", ""], BLANK, ["Di", "North", "East", ""]])) == 1


def test_lines_of_a_title_are_no_table_above_the_header() -> None:
    title = [["Sales report", "", "", ""], ["made by", "Ann", "", ""], ["on", "2026-02-01", "", ""]]

    assert len(_ranges([*title, BLANK, *ORDERS])) == 1


def test_names_that_return_behind_an_empty_column_are_a_second_table() -> None:
    grid = [[*left, "", *right] for left, right in zip(ORDERS, [*ORDERS[:2], BLANK], strict=True)]

    assert _ranges(grid) == ["A1:D3", "F1:I2"]


def test_columns_that_go_on_where_others_have_ended_are_a_second_table() -> None:
    people = [row[:3] for row in PEOPLE]
    grid = [
        [*left, "", *right] for left, right in zip([*ORDERS, BLANK], [*people, ["Cy", "East", "East"]], strict=True)
    ]

    assert _ranges(grid) == ["A1:D3", "F1:H4"]


def test_figures_alone_behind_an_empty_column_belong_to_the_table() -> None:
    grid = [
        ["no", "who", "amount", "", "amount", "share"],
        *[[f"A{at}", "Ann", "10", "", "10", "0.5"] for at in range(3)],
    ]

    assert len(_ranges(grid)) == 1


def test_an_empty_column_within_a_table_parts_nothing() -> None:
    assert len(_ranges([[*row[:2], "", *row[2:]] for row in ORDERS])) == 1


def test_a_range_is_written_as_a_spreadsheet_writes_it() -> None:
    assert Block(4, 7, 0, 3).range() == "A5:C7"
    assert Block(0, 2, 26, 28).range(first=3) == "AA3:AB4"
    assert Block(0, 1, 0, 1).rows(first=10) == "10–10"


def test_known_names_begin_a_table_of_words_too() -> None:
    customers = [["客户名称", "行业", "地区"], ["甲", "建材", "华东"], ["乙", "化工", "华南"]]
    products = [["产品编号", "产品名称", "类别"], ["P1", "水泥", "建材"], ["P2", "砖", "建材"]]

    assert _ranges([*customers, ["", "", ""], *products]) == ["A1:C3", "A5:C7"]


def test_tables_of_one_header_under_titles_of_two_metrics_are_two() -> None:
    header = ["姓名", "4月", "5月"]
    rows = [["张伟", "50", "40"], ["李娜", "30", "30"]]

    def tables(first: str, second: str) -> int:
        grid = [[first, "", ""], header, *rows, ["", "", ""], [second, "", ""], header, *rows]
        return len(blocks_of(grid))

    assert tables("一、销售额目标（万元）", "二、新客户数目标（个）") == 2
    assert tables("一、销售额目标（万元）", "一、销售额目标（万元）") == 1, "the title of a page that comes again"
    assert tables("华东", "华北") == 1
