from __future__ import annotations

import pytest

from salesperf.sources.no_data.row_kind import group_named, label_at, may_be_total, row_kind, talk_at_end

HEADER = ("id", "date", "rep", "amount")
ROWS = [["1", "2024-01-05", "Ann", "10"], ["2", "2024-01-06", "Bo", "20"], ["3", "2024-01-07", "Ann", "5"]]
WIDE = ("", "date", "kind", "number", "quantity", "amount")


@pytest.mark.parametrize("word", ["合计", "总计：", "小计", "Total", "GRAND TOTAL:", "Subtotal", "sub-total", "汇总"])
def test_a_row_that_begins_with_a_word_for_total_adds_up_others(word: str) -> None:
    assert row_kind([word, "", "", "35"], header=HEADER) == "total"
    assert row_kind(["", word, "", "35"], header=HEADER) == "total"


def test_a_customer_called_total_is_no_total() -> None:
    assert row_kind(["Total", "2024-01-05", "Ann", "10"], header=HEADER) is None
    assert row_kind(["17", "2024-01-05", "Total", "10"], header=HEADER) is None
    assert row_kind(["Total", "2024-01-05", "", "10"], header=HEADER) is None


def test_a_full_row_of_numbers_behind_the_word_is_a_total() -> None:
    assert row_kind(["Total", "10", "20", "30"], header=HEADER) == "total"


@pytest.mark.parametrize(
    "text",
    [
        *("Grand Totals (150 records)", "Confidential Information - Do Not Distribute", "制表人：张三", "共 20 条记录"),
        *(
            "* preliminary",
            "注：不含税",
            "注1：含运费",
            "Source: ERP",
            "(S) Suppressed",
            "** revised",
            "1. 含税",
            "Note that prices are net",
        ),
    ],
)
def test_a_footer_talks_about_the_table_and_holds_no_figure(text: str) -> None:
    assert row_kind([text, "", "", ""], header=HEADER) in {"footer", "total"}
    assert row_kind([text, "2024-01-05", "Ann", "10"], header=HEADER) is None
    assert row_kind([text, "", "", "10"], header=HEADER) != "footer"


def test_a_header_said_again_is_no_data() -> None:
    assert row_kind(["id", "date ", "rep", "amount"], header=HEADER) == "repeated_header"
    assert row_kind(["", " ", "", ""], header=HEADER) == "blank"
    assert row_kind(ROWS[0], header=HEADER) is None


@pytest.mark.parametrize(
    ("cell", "group"),
    [
        ("East Total", "East"),
        ("Total for East", "East"),
        ("Total: East", "East"),
        ("East 合计:", "East"),
        ("甲 汇总", "甲"),
        ("1月合计", "1月"),
        ("华东 小计（3笔）", "华东"),
        ("小计：华东", "华东"),
        ("2023 Total", "2023"),
        ("合  计：", ""),
        ("Grand Total", ""),
    ],
)
def test_a_total_may_name_its_group(cell: str, group: str) -> None:
    assert group_named(cell) == group
    assert may_be_total([cell, "", "", "300"])


@pytest.mark.parametrize(
    "cell", ["Total Energies", "合计贸易公司", "Grand Total Foods", "汇总科技有限公司", "Totally Fresh", "Subtotalis"]
)
def test_a_name_that_holds_the_word_is_no_total(cell: str) -> None:
    row = [cell, "", "", "300"]

    assert group_named(cell) is None
    assert label_at(row) is None
    assert row_kind(row, header=HEADER) is None


def test_words_of_a_total_without_a_figure_claim_nothing() -> None:
    assert not may_be_total(["Colgate Total", "2026-01-05", "", ""])


@pytest.mark.parametrize("figure", ["2.00", "1234.50", "2024.01", "20240105", "¥1,234.50", "(300)", "1.5e7"])
def test_a_figure_that_resembles_a_date_is_a_figure(figure: str) -> None:
    assert may_be_total(["East Total", "", "", figure])
    assert row_kind(["合计", "", "", figure], header=HEADER) == "total"


def test_a_heading_in_a_column_without_a_name_is_no_data() -> None:
    heading = ["Cool Cars", "", "", "", "", ""]

    assert row_kind(heading, header=WIDE) == "title"
    assert row_kind(heading, header=("customer", *WIDE[1:])) is None


def test_what_stands_alone_below_the_end_is_talk() -> None:
    header = ("id", "date", "rep", "quantity", "amount")
    line, alone, blank = ["1", "2026-01-05", "Ann", "2", "20"], ["Thank you", "", "", "", ""], [""] * 5

    assert talk_at_end([line, blank, alone, alone], header=header) == (3, 2)
    assert talk_at_end([line, alone], header=header) == ()
    assert talk_at_end([line, blank, alone, line], header=header) == ()
    assert talk_at_end([line, blank, ["Confidential", "", "", "", ""]], header=header) == ()


def test_under_a_narrow_table_only_a_total_or_a_footer_ends_it() -> None:
    line, alone, blank = ["1", "2026-01-05", "Ann", "2"], ["Thank you", "", "", ""], [""] * 4

    assert talk_at_end([line, ["Source: ERP", "", "", ""], alone], header=HEADER) == (2,)
    assert talk_at_end([line, blank, alone], header=HEADER) == ()
    assert talk_at_end([line, ["Source: ERP", "", "", ""], ["late", "", "", "300"]], header=HEADER) == ()


WIDER = ("日期", "单据编号", "客户", "业务员", "数量", "金额")


@pytest.mark.parametrize(
    "row",
    [
        ["制表人：李敏", "", "审核人：", "", "打印日期：2026-11-02", ""],
        ["制单：李敏", "审核：王芳", "主管：", "会计：赵", "", ""],
        ["制表人：", "李敏", "审核人：", "王芳", "打印日期：", "2026-11-02"],
        ["Prepared by: Ann", "", "Approved by:", "", "Date: 2026-11-02", ""],
        ["制表人：李敏  审核人：王芳  打印日期：2026-11-02", "", "", "", "", ""],
    ],
)
def test_a_row_of_signatures_is_a_footer(row: list[str]) -> None:
    assert row_kind(row, header=WIDER) == "footer"


def test_a_row_that_begins_like_a_signature_and_holds_a_sale_is_data() -> None:
    assert row_kind(["备注：急", "SO-1", "客户：甲", "李敏", "3", "30.00"], header=WIDER) is None
    assert row_kind(["备注：急", "", "客户：甲", "", "", "30.00"], header=WIDER) is None


def test_a_star_before_figures_and_a_currency_is_a_total() -> None:
    assert row_kind(["*", "", "", "", "", "1.250,00", "EUR"], header=("",) * 7) == "total"
    assert row_kind(["", "**", "", "", "", "1,250.00-", "EUR"], header=("",) * 7) == "total"


def test_a_star_that_marks_a_line_is_no_total() -> None:
    assert row_kind(["*", "2026-10-01", "", "", "", "30.00", ""], header=("flag", *WIDER)) is None
    assert row_kind(["*", "", "SO-1", "Acme", "", "30.00", ""], header=("flag", *WIDER)) is None
    assert row_kind(["*", "3", "30.00"], header=("flag", "quantity", "amount")) is None
