from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from salesperf.sources.no_data.row_kind import STATISTIC
from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data
from salesperf.sources.no_data.statistic_rows import may_be_statistic, statistics

HEADER = ("订单号", "日期", "客户", "数量", "金额")
SALES = [
    ("A1", "2024-01-05", "甲", "1", "100"),
    ("A2", "2024-01-06", "乙", "2", "200"),
    ("A3", "2024-01-07", "丙", "3", "330"),
]
Row = tuple[str | None, ...]


def _left_out(*rows: Row, header: tuple[str, ...] = HEADER, sales: Any = SALES) -> dict[str, int]:
    frame = pl.DataFrame([*sales, *rows], schema=list(header), orient="row")
    return without_rows_of_no_data(frame, header=header, first_row=2).dropped


WORDS = (
    *(
        "平均",
        "平均值",
        "均值：",
        "Average",
        "AVG",
        "avg.",
        "Mean",
        "Median",
        "最大值",
        "最小值",
        "Max",
        "Min",
        "Count",
    ),
    *("Count", "Grand Average", "总计平均值", "华东 平均值", "East Average", "标准差", "Std Dev", "Maximum"),
)


@pytest.mark.parametrize("words", WORDS)
def test_a_statistic_at_the_foot_is_left_out_whatever_it_measures(words: str) -> None:
    assert _left_out((words, None, None, "2", "77")) == {STATISTIC: 1}


def test_statistics_may_stand_among_totals_and_blanks_and_in_any_column() -> None:
    foot = (
        ("合计", None, None, "6", "630"),
        (None, None, None, None, None),
        (None, None, "平均", "2", "210"),
        ("Min", "-", None, "1", "100"),
    )

    assert _left_out(*foot) == {"total": 1, "blank": 1, STATISTIC: 2}


def test_an_average_below_each_group_is_left_out_in_the_middle() -> None:
    sales = [*SALES, ("平均值", None, None, "2", "210"), ("A4", "2024-02-01", "丁", "1", "5")]

    assert _left_out(sales=sales) == {STATISTIC: 1}


@pytest.mark.parametrize("name", ["Max", "Min", "Anna Max", "Account"])
def test_a_person_stays_where_only_a_date_is_missing_above_other_rows(name: str) -> None:
    header = ("rep", "date", "region", "amount")
    sales = [("Ann", "2024-01-05", "East", "100"), (name, None, "East", "50"), ("Ann", "2024-01-07", "East", "200")]

    assert _left_out(header=header, sales=sales) == {}


def test_a_dated_row_is_a_sale_even_at_the_foot() -> None:
    assert _left_out(("Max", "2024-01-07", None, "3", "330")) == {}


def test_beside_names_alone_the_figure_must_be_the_statistic() -> None:
    # The mean of 100 and 300 is 200.
    header, sales = ("rep", "amount"), [("Ann", "100"), ("Bo", "300")]

    assert _left_out(("Average", "200"), header=header, sales=sales) == {STATISTIC: 1}
    assert _left_out(("Max", "300"), header=header, sales=sales) == {STATISTIC: 1}
    assert _left_out(("Max", "250"), header=header, sales=sales) == {}
    assert _left_out(("Count", "2"), header=header, sales=sales) == {STATISTIC: 1}


def test_words_beside_words_are_no_statistic() -> None:
    assert may_be_statistic(("平均", "", "", "2", "210"))
    assert not may_be_statistic(("平均", "", "甲", "2", "210"))
    assert not may_be_statistic(("平均", "", "", "", ""))
    assert not may_be_statistic(("Maxwell", "", "", "2", "210"))


def test_a_statistic_of_one_row_proves_nothing_by_its_figure() -> None:
    rows = pl.DataFrame([("Ann", "100"), ("Max", "100")], schema=["rep", "amount"], orient="row")

    assert statistics(rows, perhaps=[1], out=[]) == []


def test_an_average_at_the_foot_of_a_file_stops_nothing_and_is_told(write_text: Any, load_files: Any) -> None:
    loaded = load_files(write_text([HEADER, *SALES, ("平均", "", "", "2", "210")]))

    assert [(fault.code, fault.message) for fault in loaded.issues] == [
        ("R114", "rows that are no data: 1 statistic"),
    ]
    assert loaded.accounts[0].loaded == 3


def test_a_count_below_each_group_is_left_out_where_it_counts_the_rows_of_its_group() -> None:
    more = [("A4", "2024-02-06", "乙", "2", "220"), ("A5", "2024-02-07", "丙", "3", "350")]

    def left_out(count: str) -> dict[str, int]:
        return _left_out((None, None, "Count", count, None), *more)

    assert left_out("3") == {STATISTIC: 1}
    # A customer may be called so: its row says another number than there are rows above.
    assert left_out("4") == {}
