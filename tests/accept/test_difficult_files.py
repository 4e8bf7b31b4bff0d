"""Public files that readers stumble over: read as their authors meant, or refused with the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import python_calamine

from reading_report import PAGE, report
from salesperf.sources.options import ReadOptions
from salesperf.sources.raw_files import read_raw

pytestmark = pytest.mark.real

MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.")
NO_TWIN = {"location_coordinates"}
"""The file beside it is a map of the places and no list of the rows."""


@pytest.mark.slow
def test_the_page_of_difficult_files_says_what_becomes_of_them(real_data: Path) -> None:
    assert PAGE.read_text(encoding="utf-8") == report(real_data)


def test_every_csv_of_the_spectrum_equals_its_twin(real_data: Path) -> None:
    twins = {path.stem: path for path in (real_data / "messy" / "csv_spectrum").glob("*.json")}

    different = [name for name, twin in sorted(twins.items()) if name not in NO_TWIN and _rows(twin) != _twin(twin)]

    assert len(twins) == 12
    assert different == []


def _rows(twin: Path) -> list[dict[str, str]]:
    ((table,), _) = read_raw(str(twin.with_suffix(".csv")), ReadOptions())
    return [{name: cell or "" for name, cell in row.items()} for row in table.rows.to_dicts()]


def _twin(twin: Path) -> list[dict[str, str]]:
    text = twin.read_text(encoding="utf-8")
    if b"\r" not in twin.with_suffix(".csv").read_bytes():
        # One CSV of the collection lost the line ends that its twin still has.
        text = text.replace("\\r\\n", "\\n")
    rows: list[dict[str, str]] = json.loads(text)
    return rows


@pytest.mark.parametrize("year", ["2015", "2016"])
def test_the_census_sheets_hold_what_another_reader_finds(real_data: Path, year: str) -> None:
    # The CSV files beside the workbook are of another revision of the figures, so they say only which months there are.
    path = real_data / "census_retail" / "mrtssales92-present.xls"
    sheets, _ = read_raw(str(path), ReadOptions(sheet=year))
    cells = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name(year).to_python()
    expected = [(row[1], *row[2:15]) for row in cells if isinstance(row[14], int | float)]

    (sheet,) = sheets
    found = [(row[1], *map(_number, row[2:15])) for row in sheet.rows.rows() if row[14] is not None]

    assert sheet.header == ("NAICS  Code", "Kind of Business", *(f"{month} {year}" for month in MONTHS), "TOTAL")
    assert len(expected) > 50
    assert found == expected


def _number(cell: object) -> float | str:
    text = str(cell)
    return text if text.startswith("(") else float(text)
