from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.errors import Where
from salesperf.sources.loaded import Loaded
from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data
from salesperf.sources.no_data.totals import judged
from salesperf.sources.rows.raw import RawTable

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]
HEADER = ("客户", "日期", "单号", "金额")


def _frame(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=list(HEADER), orient="row")


JIA = (("甲", "2026-01-05", "A1", "100"), ("甲", "2026-01-06", "A2", "200"))
YI = (("乙", "2026-01-07", "A3", "50.5"),)


@pytest.mark.parametrize(
    "label",
    [
        "甲 汇总",
        "甲合计",
        "甲 小计:",
        "甲 Total",
        "Total for 甲",
        "小计：甲",
        "1月合计",
        "小计",
        "合计（大写）：叁佰元整",
    ],
)
def test_a_total_of_a_group_is_left_out(label: str) -> None:
    cleaned = without_rows_of_no_data(_frame(*JIA, (label, None, None, "300"), *YI), header=HEADER, first_row=2)

    assert cleaned.rows["金额"].to_list() == ["100", "200", "50.5"]
    assert cleaned.dropped == {"total": 1}
    assert cleaned.odd == ()


@pytest.mark.parametrize("figure", ["300", "300.00", "¥300.00", "300元"])
def test_a_total_may_be_written_in_another_dress_than_its_rows(figure: str) -> None:
    rows = _frame(*JIA, ("甲 汇总", None, None, figure), *YI)

    cleaned = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert (cleaned.dropped, cleaned.odd) == ({"total": 1}, ())


@pytest.mark.parametrize(
    "name", ["Total Energies", "合计贸易公司", "Grand Total Foods", "Colgate Total", "Total", "合计"]
)
def test_a_customer_whose_name_holds_the_word_stays(name: str) -> None:
    rows = _frame(*JIA, (name, "2026-01-08", "A4", "300"), (name, "2026-01-09", None, "70"))

    cleaned = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert cleaned.rows.height == 4
    assert cleaned.dropped == {}


def test_a_line_of_colgate_total_without_a_date_stays() -> None:
    rows = pl.DataFrame(
        {"客户": ["甲", "乙", "Colgate Total"], "日期": ["2026-01-05", "2026-01-06", None], "金额": ["1", "2", "70"]}
    )

    assert without_rows_of_no_data(rows, header=("客户", "日期", "金额"), first_row=2).rows.height == 3


def test_totals_of_groups_within_groups_add_up_what_they_stand_for() -> None:
    # 甲 300, 乙 50.5, 华东 350.5; 华南 7; in all 357.5.
    rows = _frame(
        *JIA,
        ("甲 小计", None, None, "300"),
        *YI,
        ("乙 小计", None, None, "50.5"),
        ("华东 合计", None, None, "350.5"),
        ("丙", "2026-01-08", "A5", "7"),
        ("总计", None, None, "357.5"),
    )

    cleaned = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert sum(map(Decimal, cleaned.rows["金额"])) == Decimal("357.5")
    assert (cleaned.dropped, cleaned.odd) == ({"total": 4}, ())


def test_totals_of_groups_may_stand_together_below_all_rows() -> None:
    header = ("客户", "日期", "金额")
    lines = [(name, "2026-01-05", amount) for name, amount in (("甲", "100"), ("乙", "50"), ("甲", "7"))]
    sums = [("甲合计", None, "107"), ("乙合计", None, "50"), ("总计", None, "157")]

    cleaned = without_rows_of_no_data(
        pl.DataFrame([*lines, *sums], schema=list(header), orient="row"), header=header, first_row=2
    )

    assert cleaned.rows.height == 3
    assert (cleaned.dropped, cleaned.odd) == ({"total": 3}, ())


def test_the_group_of_a_total_may_stand_in_any_column() -> None:
    header = ("单号", "客户", "日期", "金额")
    lines = [("A1", "Ann", "2026-01-15", "$1,234.50"), ("A2", "Bo", "2026-01-16", "$2.00")]
    sums = [("Total for Ann", None, None, "$1,234.50"), ("Total for Bo", None, None, "$2.00")]

    cleaned = without_rows_of_no_data(
        pl.DataFrame([*lines, *sums], schema=list(header), orient="row"), header=header, first_row=2
    )

    assert (cleaned.dropped, cleaned.odd) == ({"total": 2}, ())


def test_a_total_above_its_rows_adds_up_those_below() -> None:
    cleaned = without_rows_of_no_data(_frame(("合计", None, None, "300"), *JIA), header=HEADER, first_row=2)

    assert (cleaned.dropped, cleaned.odd) == ({"total": 1}, ())


def test_a_total_in_a_table_of_names_and_amounts_must_add_up_several_rows() -> None:
    header = ("区域", "金额")
    rows = [("华东一区", "100"), ("华东二区", "200")]

    summed = pl.DataFrame([*rows, ("华东合计", "300")], schema=list(header), orient="row")
    named = pl.DataFrame([*rows, ("美好合计", "70")], schema=list(header), orient="row")

    assert without_rows_of_no_data(summed, header=header, first_row=2).rows.height == 2
    assert without_rows_of_no_data(named, header=header, first_row=2).rows.height == 3


def test_a_total_behind_a_group_that_is_said_again_is_found() -> None:
    header = ("月份", "区域", "金额")
    rows = [
        ("2026-01", "华东", "100"),
        ("2026-01", "华南", "200"),
        ("2026-01", "小计", "300"),
        ("2026-02", "华东", "7"),
    ]

    frame = pl.DataFrame(rows, schema=list(header), orient="row")

    assert without_rows_of_no_data(frame, header=header, first_row=2).rows["金额"].to_list() == ["100", "200", "7"]


def test_a_total_that_does_not_add_up_is_left_out_and_told(write_text: Write, read_one: ReadOne) -> None:
    text = "客户,日期,单号,金额\n甲,2026-01-05,A1,100\n甲,2026-01-06,A2,200\n合计,,,999.5\n"

    table = read_one(write_text(text))

    (fault,) = [one for one in table.issues if one.code == "R130"]
    assert fault.message == "the total says 999.5, the rows above it add up to 300"
    assert (fault.where.row, fault.where.column) == (4, "金额")
    assert table.rows == 2


def test_a_total_of_more_decimals_than_it_shows_adds_up() -> None:
    # 0.333 × 3 = 0.999, shown as 1.00.
    rows = _frame(*[("甲", "2026-01-05", f"A{at}", "0.333") for at in range(3)], ("合计", None, None, "1.00"))

    assert without_rows_of_no_data(rows, header=HEADER, first_row=2).odd == ()


def test_a_sheet_with_totals_of_groups_keeps_its_numbers(write_book: Write, load_files: Callable[..., Loaded]) -> None:
    rows = [
        ["客户", "日期", "单号", "金额"],
        ["华东", "2026-01-05", "A1", 1.25],
        ["华东", "2026-01-06", "A2", 2.5],
        ["华东 小计", None, None, 3.75],
        ["East Total", None, None, 2.00],
    ]

    loaded = load_files(write_book({"一月": rows}))

    orders = loaded.bundle.tables["orders"].frame
    assert orders["amount"].sum() == Decimal("3.75")
    assert loaded.accounts[0].dropped == {"total": 2}
    assert [(one.code, one.where.row) for one in loaded.issues if one.severity == "warning"] == [("R130", 5)]


def test_figures_are_compared_in_columns_of_several_kinds() -> None:
    rows = pl.DataFrame(
        {"客户": ["甲", "乙", "合计"], "数量": [1, 2, 3], "金额": [1.5, 2.5, 4.0], "备注": [None, None, "元"]}
    )

    found = judged(rows, ("客户", "数量", "金额", "备注"), known=[2], perhaps=[], out=[2])

    assert found.odd == ()


AMOUNTS = st.lists(st.decimals(min_value=-9999, max_value=9999, places=2), min_size=1, max_size=6)


@given(groups=st.lists(AMOUNTS, min_size=1, max_size=4))
def test_subtotals_of_any_groups_never_count(groups: list[list[Decimal]]) -> None:
    rows: list[tuple[str | None, ...]] = []
    for number, amounts in enumerate(groups):
        rows += [(f"客户{number}", "2026-01-05", f"A{number}-{at}", str(one)) for at, one in enumerate(amounts)]
        rows.append((f"客户{number} 汇总", None, None, str(sum(amounts))))
    total = sum(sum(amounts) for amounts in groups)
    rows.append(("总计", None, None, str(total)))

    cleaned = without_rows_of_no_data(_frame(*rows), header=HEADER, first_row=2)

    assert sum(map(Decimal, cleaned.rows["金额"])) == total
    assert cleaned.dropped == {"total": len(groups) + 1}
    assert cleaned.odd == ()


DAILY = ("日期", "客户", "业务员", "数量", "金额")
SALES = (("2026-01-01", "甲", "张", "5", "100"), ("2026-01-02", "乙", "李", "10", "200"))


def _daily(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    return pl.DataFrame([*SALES, *rows], schema=list(DAILY), orient="row")


@pytest.mark.parametrize("words", ["合计", "Total", "本月合计", "总计："])
def test_a_total_with_a_date_of_its_own_is_left_out_where_it_adds_up(words: str) -> None:
    cleaned = without_rows_of_no_data(_daily(("2026-01-31", words, None, "15", "300")), header=DAILY, first_row=2)

    assert cleaned.rows["金额"].to_list() == ["100", "200"]
    assert (cleaned.dropped, cleaned.odd) == ({"total": 1}, ())


def test_dated_totals_of_groups_are_left_out_also_that_of_a_group_of_one_row() -> None:
    header = ("rep", "date", "amount")
    ann = [("Ann", "2026-01-03", "100"), ("Ann", "2026-01-04", "200"), ("Ann Total", "2026-01-31", "300")]
    bob = [("Bob", "2026-01-05", "50"), ("Bob Total", "2026-01-31", "50"), ("Grand Total", "2026-01-31", "350")]

    frame = pl.DataFrame([*ann, *bob], schema=list(header), orient="row")

    cleaned = without_rows_of_no_data(frame, header=header, first_row=2)
    assert cleaned.rows["amount"].to_list() == ["100", "200", "50"]


def test_a_dated_row_whose_amount_is_not_the_sum_stays_and_is_told() -> None:
    # The quantity, 15, is the sum of 5 and 10; the amount is not that of 100 and 200.
    cleaned = without_rows_of_no_data(_daily(("2026-01-31", "Total", None, "15", "70")), header=DAILY, first_row=2)

    assert (cleaned.rows.height, cleaned.dropped) == (3, {})
    (fault,) = cleaned.findings(Where("一月.csv"), range(2, 5))
    assert (fault.code, fault.where.row, fault.where.column) == ("R138", 4, "金额")
    assert fault.message == "row that says total is kept as data: it says 70, the rows above it add up to 300"


@pytest.mark.parametrize("name", ["Total Energies", "合计贸易公司"])
def test_a_customer_of_a_name_with_the_word_stays_whatever_it_adds_up(name: str) -> None:
    cleaned = without_rows_of_no_data(_daily(("2026-01-31", name, None, "15", "300")), header=DAILY, first_row=2)

    assert (cleaned.rows.height, cleaned.odd) == (3, ())


def test_a_dated_total_adds_up_the_sales_of_a_customer_named_total_too() -> None:
    # 100 + 200 + 70 = 370.
    rows = _daily(("2026-01-03", "Total", None, "2", "70"), ("2026-01-31", "Total", None, "17", "370"))

    cleaned = without_rows_of_no_data(rows, header=DAILY, first_row=2)

    assert cleaned.rows["金额"].to_list() == ["100", "200", "70"]
    assert (cleaned.dropped, cleaned.odd) == ({"total": 1}, ())


def test_a_dated_total_at_the_end_may_have_its_words_in_any_column() -> None:
    header = ("日期", "区域", "渠道", "产品", "客户", "金额")
    lines = [("2026-01-01", "华东", "线上", "A", "甲", "100"), ("2026-01-02", "华南", "线下", "B", "乙", "200")]
    total = ("2026-01-31", None, None, None, "合计", "300")

    frame = pl.DataFrame([*lines, total], schema=list(header), orient="row")

    assert without_rows_of_no_data(frame, header=header, first_row=2).rows.height == 2


CODED = ("order_id", "date", "customer", "product", "amount")


def _coded(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    lines = [("SO-1", "2026-01-05", "Ann", "Pipe", "100"), ("SO-2", "2026-01-06", "Bo", "Nut", "200")]
    return pl.DataFrame([*lines, *rows, ("SO-9", "2026-02-01", "Cy", "Nut", "7")], schema=list(CODED), orient="row")


def test_a_dated_total_with_a_number_of_its_own_is_left_out_where_it_adds_up() -> None:
    cleaned = without_rows_of_no_data(_coded(("SO-3", "2026-01-31", "Total", None, "300")), header=CODED, first_row=2)

    assert cleaned.rows["amount"].to_list() == ["100", "200", "7"]
    assert cleaned.dropped == {"total": 1}


def test_a_sale_to_a_customer_named_total_stays_under_its_number() -> None:
    # 300 is the sum of the rows above it, but a product was sold.
    cleaned = without_rows_of_no_data(_coded(("SO-3", "2026-01-31", "Total", "Pipe", "300")), header=CODED, first_row=2)

    assert (cleaned.rows.height, cleaned.odd) == (4, ())
