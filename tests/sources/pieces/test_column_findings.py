"""What is said of columns that could be read in several ways, and of what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str) -> list[Any]:
    return loaded.bundle.tables["orders"].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def test_an_order_of_day_and_month_nobody_can_know_is_told(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,1/2/2026,5\n2,3/4/2026,5\n")

    assert "R305" in _codes(load_files(path))
    told = load_files(path, options=ReadOptions(date_order="dmy"))
    assert _column(told, "order_date") == [date(2026, 2, 1), date(2026, 4, 3)]
    assert told.issues == ()


def test_two_offsets_need_a_time_zone(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05T23:00:00Z,5\n2,2026-01-05T23:00:00+08:00,5\n")

    assert _codes(load_files(path), errors_only=True) == ["R206"]
    told = load_files(path, options=ReadOptions(timezone="Asia/Shanghai"))
    assert told.issues == ()
    assert _column(told, "order_date") == [date(2026, 1, 6), date(2026, 1, 5)]


def test_a_mark_that_may_part_thousands_or_decimals_is_told(write_text: Write, load_files: Load) -> None:
    torn = write_text("order id;order date;amount\n1;2026-01-05;1,234\n2;2026-01-06;99,5\n", "torn.csv")
    points = write_text("order id,order date,amount\n1,2026-01-05,1.200\n2,2026-01-06,2.500\n", "points.csv")
    sure = write_text("order id,order date,amount,qty\n1,2026-01-05,1.200,1.5\n2,2026-01-06,2.500,2\n", "sure.csv")

    assert [fault.code for fault in load_files(torn).issues] == ["R306"]
    assert [fault.code for fault in load_files(points).issues] == ["R306"]
    assert load_files(sure).issues == ()


def test_how_an_uncertain_mark_was_taken_is_noted_with_a_cell_and_the_option(
    write_text: Write, load_files: Load
) -> None:
    points = write_text("order id,order date,amount\n1,2026-01-05,1.250\n2,2026-01-06,2.500\n", "points.csv")
    commas = write_text("order id;order date;amount\n1;2026-01-05;1,250\n2;2026-01-06;2,500\n", "commas.csv")

    (note,) = load_files(points).bundle.notes
    assert note.en == (
        "the mark before three digits under 'amount' is taken for the decimal mark: '1.250' is 1.25 "
        "(--decimal , says otherwise)"
    )
    assert [note.zh for note in load_files(commas).bundle.notes] == [
        "「amount」中三位数字前的分隔号按千分位读取：「1,250」即 1,250（可用 --decimal , 指定）"
    ]
    assert load_files(points, options=ReadOptions(decimal=",")).bundle.notes == ()


def test_ids_that_a_spreadsheet_shortened_are_told(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n2.02601E+17,2026-01-05,5\n2.02601E+17,2026-01-06,7\n")

    assert [(fault.code, fault.count) for fault in load_files(path).issues] == [("R308", 2)]


def test_what_was_chosen_for_a_column_stands_in_the_notes(write_text: Write, load_files: Load) -> None:
    path = write_text("订单编号,下单日期,不含税金额(万元),价税合计(万元)\n1,26/01/05,5,5.65\n2,26/01/06,7,7.91\n")

    notes = [note.zh for note in load_files(path).bundle.notes]

    assert notes == [
        "「下单日期」的日期顺序无法判断，按 ymd 读取（可用 --date-order 指定）",
        "「不含税金额(万元)」的数值已按 1 = 10,000 换算",
        "「价税合计(万元)」的数值已按 1 = 10,000 换算",
        (
            "金额取自「不含税金额(万元)」（全部行合计 120,000.00）；旁边的「价税合计(万元)」（合计 135,600.00）未计入；"
            '可在 [[table]] 中用 columns = { amount = "价税合计(万元)" } 改取其他列'
        ),
    ]


def test_dates_of_both_orders_are_told_with_what_became_of_the_rest(write_text: Write, load_files: Load) -> None:
    days = ("13/01/2024", "14/01/2024", "15/01/2024", "01/16/2024", "03/04/2024")
    path = write_text("order id,order date,amount\n" + "".join(f"{at},{day},5\n" for at, day in enumerate(days)))

    (told,) = [one for one in load_files(path).issues if one.code == "R305"]

    assert told.message == "some dates are day first, others month first; those that fit both ways were read as dmy"


def test_years_of_two_digits_that_can_only_come_first_are_read_and_told(write_text: Write, load_files: Load) -> None:
    path = write_text("日期,客户,业务员,金额\n26.1.6,甲,张三,100\n26.1.16,乙,李四,200\n26.2.3,甲,张三,300\n")

    loaded = load_files(path)

    assert _column(loaded, "order_date") == [date(2026, 1, 6), date(2026, 1, 16), date(2026, 2, 3)]
    assert loaded.issues == ()
    assert [note.zh for note in loaded.bundle.notes] == [
        "「日期」的日期年份只有两位，按年、月、日读取（可用 --date-order 指定）"
    ]


def test_a_zone_that_times_are_written_with_is_told_and_two_zones_in_one_row_need_one(
    write_text: Write, load_files: Load
) -> None:
    one = write_text("lead id,created at,first response at\nL1,2026-01-05T09:00:00+08:00,2026-01-05T10:30:00+08:00\n")
    two = write_text(
        "lead id,created at,first response at\nL1,2026-01-05T09:00:00+08:00,2026-01-05T02:30:00Z\n", "2.csv"
    )

    kept = load_files(one)
    assert [note.en for note in kept.bundle.notes] == [
        "times under 'created at' are written with the offset +08:00 and kept as written",
        "times under 'first response at' are written with the offset +08:00 and kept as written",
    ]
    assert kept.bundle.tables["leads"].frame["first_response_at"].to_list() == [
        datetime.fromisoformat("2026-01-05 10:30")
    ]
    assert "R206" in _codes(load_files(two), errors_only=True)
    told = load_files(two, options=ReadOptions(timezone="Asia/Shanghai"))
    assert told.issues == ()
    assert told.bundle.tables["leads"].frame["first_response_at"].to_list() == [
        datetime.fromisoformat("2026-01-05 10:30")
    ]


def test_amounts_in_millions_are_told_as_rounded(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05,$1.2M\n2,2026-01-06,350K\n3,2026-01-06,90000\n")

    loaded = load_files(path)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 1_640_000
    assert "amounts under 'amount' are rounded figures: '$1.2M' is read as 1,200,000" in [
        note.en for note in loaded.bundle.notes
    ]


def test_a_million_under_a_header_in_thousands_is_not_read(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount (k)\n1,2026-01-05,1.2M\n2,2026-01-06,10\n")

    (fault,) = load_files(path).issues

    assert (fault.code, fault.value) == ("R301", "1.2M")
