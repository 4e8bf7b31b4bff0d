"""Dates of every kind that exports hold are the days people see, or are refused; none is another day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from salesperf.sources.load import load
from salesperf.sources.options import ReadOptions
from salesperf.sources.raw_files import read_raw

DAYS = [date(2024, 1, 31), date(2024, 2, 5), date(2024, 12, 1)]


def _loaded(folder: Path, cells: Sequence[str]) -> tuple[list[date | None], list[str]]:
    """The order dates of a file with these cells, and the codes found."""
    rows = "".join(f'SO{number},"{cell}",Acme,10.50\n' for number, cell in enumerate(cells, 1))
    path = folder / "orders.csv"
    path.write_text("Order No,Order Date,Customer,Amount\n" + rows, encoding="utf-8")
    found = load([str(path)], options=ReadOptions())
    table = found.bundle.tables.get("orders")
    days = [] if table is None else table.frame.lazy().collect()["order_date"].to_list()
    return days, [issue.code for issue in found.issues]


@pytest.mark.parametrize(
    "cells",
    [
        ["2024-01-31", "2024-02-05", "2024-12-01"],
        ["2024/1/31", "2024/2/5", "2024/12/1"],
        ["31/01/2024", "05/02/2024", "01/12/2024"],
        ["31.1.2024", "5.2.2024", "1.12.2024"],
        ["1/31/2024", "2/5/2024", "12/1/2024"],
        ["1/31/2024 9:56", "2/5/2024 10:00", "12/1/2024 0:00"],
        ["31-Jan-2024", "5-Feb-2024", "1-Dec-2024"],
        ["Wednesday, January 31, 2024", "Monday, February 5, 2024", "Sunday, December 1, 2024"],
        ["20240131", "20240205", "20241201"],
        # 45322 days after 30 December 1899 is 31 January 2024.
        ["45322", "45327.4", "45627"],
        ["2024年1月31日", "2024年2月5日", "2024年12月1日"],
        ["24年1月31日", "24年2月5日", "24年12月1日"],
        # The year 113 of the Republic of China is 2024.
        ["113/01/31", "113/02/05", "113/12/01"],
        ["民國113年1月31日", "民國113年2月5日", "民國113年12月1日"],
    ],
    ids=lambda cells: cells[0],
)
def test_written_dates_are_the_days_people_read(cells: list[str], tmp_path: Path) -> None:
    days, codes = _loaded(tmp_path, cells)

    assert days == DAYS
    assert codes == []


def test_years_of_two_digits_are_of_this_century_and_what_fits_two_ways_is_told(tmp_path: Path) -> None:
    assert _loaded(tmp_path, ["1/31/24", "2/5/24", "12/1/24"]) == (DAYS, [])
    # 31.01.24 may be the first of 2031 as well.
    assert _loaded(tmp_path, ["31.01.24", "05.02.24", "01.12.24"]) == (DAYS, ["R305"])


def test_days_that_fit_two_orders_are_told(tmp_path: Path) -> None:
    days, codes = _loaded(tmp_path, ["01/02/2024", "03/04/2024"])

    assert days == [date(2024, 1, 2), date(2024, 3, 4)]
    assert codes == ["R305"]


@pytest.mark.parametrize(
    "cells", [["二〇二四年一月三十一日", "二〇二四年二月五日"], ["1月31日", "2月5日"], ["31 du mois"]]
)
def test_dates_that_are_not_understood_stop_the_run(cells: list[str], tmp_path: Path) -> None:
    days, codes = _loaded(tmp_path, cells)

    assert days == []
    assert codes == ["R208"]


@pytest.mark.real
@pytest.mark.parametrize("kind", ["xlsx", "xls", "xlsb"])
def test_workbooks_of_the_1904_system_hold_the_days_that_excel_shows(kind: str, real_data: Path) -> None:
    ((table,), _) = read_raw(str(real_data / "messy" / "calamine" / f"date_1904.{kind}"), ReadOptions())

    # The workbook was saved with these two days; read by the system of 1900 they lie four years and a day before.
    # A length of time stands below them, so that the column is text.
    days = [date.fromisoformat(str(row[0])[:10]) for row in table.rows.rows()[:2]]
    assert days == [date(2021, 1, 1), date(2021, 1, 2)]
