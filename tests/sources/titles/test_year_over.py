"""The year and the month that names over a table say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.year_over import month_over, months_over, year_over

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025年销售台账", 2025),
        ("25年销售台账", 2025),
        ("Sales_2024", 2024),
        ("销售明细2025-01-01至2025-03-31", 2025),
        ("销售明细20241201-20250131", None),
        ("销售20250105", None),
        ("orders 2026-01-09", None),
        ("2025财年销售", None),
        ("FY25 sales", None),
        ("Export 2026 sales", None),
        ("sales", None),
    ],
)
def test_the_only_calendar_year_of_a_name_is_that_of_the_rows(
    write_text: Write, read_one: ReadOne, name: str, expected: int | None
) -> None:
    over = year_over(read_one(write_text("Date,Amount\n5-Jan,1\n6-Jan,2\n", name=f"{name}.csv")))

    assert (over.year if over else None) == expected


def test_the_sheet_goes_before_the_file(write_book: Write, read_one: ReadOne) -> None:
    over = year_over(read_one(write_book({"2024": [["Date", "Amount"], ["5-Jan", 1]]}, name="Sales 2025.xlsx")))

    assert over is not None
    assert over.year == 2024


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025年1月销售明细", (2025, 1)),
        ("Sales March 2024", (2024, 3)),
        ("sales 2024-06", (2024, 6)),
        ("sales 2024-06-03", None),
        ("2025年1月", None),
        ("Sales Q1 2024", None),
    ],
)
def test_a_file_of_sales_named_by_its_month(
    write_text: Write, read_one: ReadOne, name: str, expected: tuple[int, int] | None
) -> None:
    over = month_over(read_one(write_text("Customer,Amount\nAnn,1\nBob,2\n", name=f"{name}.csv")), needs_sales=True)

    assert ((over.year, over.month) if over else None) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("营业日期：2024-05-01 至 2024-05-31 门店：滨江店", (2024, 5)),
        ("Sales 2024/5/1 - 2024/5/15", (2024, 5)),
        ("销售 2024年5月1日~5月31日", (2024, 5)),
        ("营业日期：2024-05-01 至 2024-06-30", None),
        ("营业日期：2023-05-01 至 2024-05-31", None),
        ("盘点日期：2024-05-01 至 2024-05-31", None),
        ("营业额导出 2024-05-01 至 2024-05-31", None),
    ],
)
def test_days_of_one_month_name_it(
    write_book: Write, read_one: ReadOne, title: str, expected: tuple[int, int] | None
) -> None:
    rows = [[title, ""], ["Customer", "Amount"], ["Ann", 1], ["Bob", 2]]

    over = month_over(read_one(write_book({"Sheet1": rows}, name="x.xlsx")), needs_sales=True)

    assert ((over.year, over.month) if over else None) == expected


@pytest.mark.parametrize(
    ("name", "is_several"),
    [
        ("Sales January - March 2026", True),
        ("Sales January and February 2026", True),
        ("Sales Jan, Feb 2026", True),
        ("Sales Dec 2025 - Jan 2026", True),
        ("Sales Q1 2026", True),
        ("2026年1-3月销售明细", True),
        ("2026年1、2月销售明细", True),
        ("2026年第一季度销售明细", True),
        ("2026年上半年销售", True),
        ("销售20260101-20260331", True),
        ("Sales March 2026", False),
        ("Sales 2026-03-04", False),
        ("Sales 2026", False),
        ("January - March 2026", False),
        ("FY26 Q1 sales", False),
        ("Sales exported January - March 2026", False),
    ],
)
def test_a_name_of_several_months_is_of_none_of_them(
    write_text: Write, read_one: ReadOne, name: str, *, is_several: bool
) -> None:
    raw = read_one(write_text("Customer,Amount\nAnn,1\nBo,2\n", name=f"{name}.csv"))

    assert (months_over(raw) is not None) is is_several
    assert not is_several or month_over(raw, needs_sales=True) is None
