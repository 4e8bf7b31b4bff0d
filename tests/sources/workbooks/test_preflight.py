from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.binary_sheet import declared_reach
from salesperf.sources.workbooks.preflight import preflight

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _book(path: Path, sheet_data: str, *, properties: str = "") -> Path:
    """A workbook of one sheet, written part by part."""
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}'
        '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    relations = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    )
    top = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", top)
        archive.writestr("xl/workbook.xml", workbook)
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{sheet_data}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'


def test_two_cells_far_apart_are_refused_before_they_are_read(tmp_path: Path, read: Any) -> None:
    # Reading this workbook aborts the process.
    tables, issues, left_out = read(_book(tmp_path / "sparse.xlsx", CORNERS))

    assert tables == ()
    assert [(issue.code, issue.where.sheet) for issue in issues] == [("R121", "S")]
    assert "17,179,869,184 cells" in issues[0].message
    assert [left.reason for left in left_out] == ["unreadable"]


def test_the_limit_on_cells_can_be_set(write_book: Any, read: Any) -> None:
    book = write_book({"S": [("id", "amount"), *((number, 1) for number in range(9))]})

    assert [issue.code for issue in read(book, max_cells=19)[1]] == ["R121"]
    assert read(book, max_cells=20)[1] == ()


def test_a_workbook_that_inflates_too_far_is_refused(write_book: Any, read: Any) -> None:
    _, issues, _ = read(write_book({"S": [("id", "amount"), (1, 2)]}), max_inflated=1000)

    assert [issue.code for issue in issues] == ["R121"]
    assert "would inflate" in issues[0].message


@pytest.mark.parametrize("value", ["1", "true"])
def test_the_1904_flag_is_seen(tmp_path: Path, value: str) -> None:
    path = _book(tmp_path / "x.xlsx", "", properties=f'<workbookPr date1904="{value}"/>')

    assert preflight(path, name="x", limits=Limits(max_cells=10**6, max_inflated=10**6), only=None).date1904


def test_a_password_refuses_an_ods(tmp_path: Path) -> None:
    path = tmp_path / "x.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")

    with pytest.raises(Refused) as caught:
        preflight(path, name="x.ods", limits=Limits(max_cells=10**6, max_inflated=10**6), only=None)

    assert caught.value.issue.code == "R120"


def test_a_binary_sheet_that_declares_too_many_cells_is_refused(tmp_path: Path) -> None:
    # Records: begin of sheet (0x81 0x01, empty), then the dimension (0x94 0x01, 16 bytes): rows and columns from 0.
    sheet = b"\x81\x01\x00" + b"\x94\x01\x10" + struct.pack("<4I", 0, 1_048_575, 0, 16_383)
    path = tmp_path / "x.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
        archive.writestr("xl/worksheets/sheet1.bin", sheet)

    with pytest.raises(Refused) as caught:
        preflight(path, name="x.xlsb", limits=Limits(max_cells=50_000_000, max_inflated=10**6), only=None)

    assert declared_reach(sheet) == (1_048_576, 16_384)
    assert caught.value.issue.code == "R121"


def test_a_file_is_looked_over_once_by_whatever_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_book: Any
) -> None:
    path = write_book({"S": [("id", "amount"), (1, 2)]}, "once.xlsx")
    monkeypatch.chdir(tmp_path)

    first = preflight(path, name="once.xlsx", limits=Limits(), only=None)

    assert preflight(Path("once.xlsx"), name="once.xlsx", limits=Limits(), only=None) is first
    write_book({"S": [("id", "amount"), (1, 2), (3, 4)]}, "once.xlsx")
    assert preflight(path, name="once.xlsx", limits=Limits(), only=None).sheets["S"].facts != first.sheets["S"].facts


def test_macros_are_told_and_the_workbook_is_read(write_book: Any, read: Any) -> None:
    book = write_book({"S": [("id", "amount"), (1, 2), (2, 3)]}, "orders.xlsm")
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")

    tables, issues, _ = read(book)

    assert [table.rows for table in tables] == [2]
    assert [(issue.code, issue.severity) for issue in issues] == [("R132", "note")]
