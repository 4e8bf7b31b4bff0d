"""Days without a year, and names that say the year, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _days(loaded: Loaded) -> list[date]:
    table = loaded.bundle.tables.get("orders")
    return [] if table is None else table.frame["order_date"].to_list()


def test_a_title_says_the_year_of_chinese_days(write_book: Write, load_files: Load) -> None:
    rows = [["2025年一季度销售台账"], ["日期", "客户名称", "业务员", "金额"]]
    rows += [["1月5日", "恒丰", "小张", 35000], ["2月9日", "鑫源", "小李", 27200]]

    loaded = load_files(write_book({"台账": rows}))

    assert _days(loaded) == [date(2025, 1, 5), date(2025, 2, 9)]
    assert any("按标题取为 2025 年" in note.zh for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("5-Jan", "17-Feb"), [date(2024, 1, 5), date(2024, 2, 17)]),
        (("Jan 5", "September 17th"), [date(2024, 1, 5), date(2024, 9, 17)]),
        (("1/25", "2/3"), [date(2024, 1, 25), date(2024, 2, 3)]),
        (("25/1", "3/2"), [date(2024, 1, 25), date(2024, 2, 3)]),
        (("25.1.", "03.02."), [date(2024, 1, 25), date(2024, 2, 3)]),
        (("2月29日", "3月1号"), [date(2024, 2, 29), date(2024, 3, 1)]),
    ],
)
def test_the_file_says_the_year_of_days_in_any_writing(
    write_text: Write, load_files: Load, cells: tuple[str, str], expected: list[date]
) -> None:
    path = write_text(f"Date,Customer,Amount\n{cells[0]},Ann,10\n{cells[1]},Bob,20\n", name="Sales 2024.csv")

    assert _days(load_files(path)) == expected


@pytest.mark.parametrize("name", ["sales.csv", "FY2025 sales.csv", "sales 2024-2025.csv", "sales_2026-01-09.csv"])
def test_names_without_one_calendar_year_leave_the_days_unread(write_text: Write, load_files: Load, name: str) -> None:
    loaded = load_files(write_text("Date,Customer,Amount\n5-Jan,Ann,10\n17-Feb,Bob,20\n", name=name))

    (fault,) = (one for one in loaded.issues if one.code == "R208")
    assert _days(loaded) == []
    assert "year = 2026" in (fault.hint or "")


def test_the_year_that_is_told_is_that_of_the_days(write_text: Write, load_files: Load) -> None:
    path = write_text("Date,Customer,Amount\n5-Jan,Ann,10\n17-Feb,Bob,20\n")
    told = TableOptions("orders", ("orders.csv",), year=2023)

    assert _days(load_files(path, options=ReadOptions(tables=(told,)))) == [date(2023, 1, 5), date(2023, 2, 17)]


def test_months_that_run_across_a_new_year_are_not_of_one(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,客户,金额\n11月5日,甲,10\n12月7日,乙,20\n1月8日,甲,30\n", name="2025年销售.csv")

    assert _days(load_files(path)) == []


def test_ledgers_sorted_by_customer_are_of_one_year(write_text: Write, load_files: Load) -> None:
    rows = "日期,客户,金额\n11月5日,甲,10\n12月7日,甲,20\n1月8日,乙,30\n12月9日,乙,40\n"

    assert {day.year for day in _days(load_files(write_text(rows, name="25年销售.csv")))} == {2025}


def test_numbers_of_days_are_of_the_month_that_the_sheet_names(write_book: Write, load_files: Load) -> None:
    header = ["Day", "Customer", "Amount"]
    path = write_book({"Jan 2024": [header, [3, "Alto", 400]], "Feb 2024": [header, [2, "Alto", 650]]})

    assert _days(load_files(path)) == [date(2024, 1, 3), date(2024, 2, 2)]


def test_spans_and_hours_are_no_days(write_text: Write, load_files: Load) -> None:
    rows = "Date,Time,Lead time (days),Customer,Amount\n2024-01-05,09-10,3-5,Ann,10\n2024-01-06,10-11,2-4,Bob,20\n"

    loaded = load_files(write_text(rows, name="Sales 2024.csv"))

    assert _days(loaded) == [date(2024, 1, 5), date(2024, 1, 6)]
    assert not any("without a year" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize("months", [("1月", "2月"), ("Jan", "February"), ("1", "02")])
def test_months_without_a_year_are_of_the_year_of_the_file(
    write_text: Write, load_files: Load, months: tuple[str, str]
) -> None:
    path = write_text(f"月份,业务员,销售额\n{months[0]},甲,10\n{months[1]},乙,20\n", name="2025年销售.csv")

    assert _days(load_files(path)) == [date(2025, 1, 1), date(2025, 2, 1)]


def test_months_of_targets_keep_their_own_years(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("月份,业务员,销售目标\n1月,甲,10\n2月,乙,20\n", name="2025年销售目标.csv"))

    assert not any("月份没有年份" in note.zh for note in loaded.bundle.notes)
