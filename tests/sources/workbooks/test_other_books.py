from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.archive import plain
from salesperf.sources.workbooks.other_books import facts_without_xml_sheets
from salesperf.sources.workbooks.sheet_facts import SheetFacts

RELATIONS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet7.bin"/></Relationships>"""
CONTENT = b"""<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell
office:value-type="percentage"><text:p>50%</text:p></table:table-cell></table:table-row></table:table>"""


def _facts(path: Path, parts: dict[str, bytes]) -> dict[str, SheetFacts]:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with zipfile.ZipFile(path) as archive:
        return facts_without_xml_sheets(archive, {plain(entry): entry for entry in archive.namelist()}, name="x.ods")


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def test_an_error_in_a_binary_workbook_is_told_by_the_name_of_its_sheet(tmp_path: Path) -> None:
    bundle = struct.pack("<II", 0, 1) + _text("rId1") + _text("Sales")
    row = b"\x00\x11" + struct.pack("<I13x", 4)
    error = b"\x03\x09" + struct.pack("<II", 1, 0) + b"\x17"

    found = _facts(
        tmp_path / "a.xlsb",
        {
            "xl/workbook.bin": b"\x9c\x01" + bytes([len(bundle)]) + bundle,
            "xl/_rels/workbook.bin.rels": RELATIONS,
            "xl/worksheets/sheet7.bin": row + error,
        },
    )

    assert {name: facts.errors[2].rows for name, facts in found.items()} == {"Sales": {5: "#REF!"}}


def test_shares_of_an_open_document_are_told(tmp_path: Path) -> None:
    found = _facts(tmp_path / "a.ods", {"content.xml": CONTENT})

    assert {name: list(facts.percents[1]) for name, facts in found.items()} == {"S": [1]}


def test_a_part_too_large_to_be_held_is_not_gone_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesperf.sources.workbooks.other_books._LARGEST", 100)

    assert _facts(tmp_path / "a.ods", {"content.xml": CONTENT}) == {}


def test_an_archive_that_is_neither_has_nothing_to_tell(tmp_path: Path) -> None:
    assert _facts(tmp_path / "a.zip", {"readme.txt": b"x"}) == {}


@pytest.mark.real
def test_the_sheets_of_a_real_binary_workbook_are_found(real_data: Path) -> None:
    with zipfile.ZipFile(real_data / "messy" / "calamine" / "issues.xlsb") as archive:
        found = facts_without_xml_sheets(archive, {plain(entry): entry for entry in archive.namelist()}, name="x.ods")

    assert list(found) == ["datatypes", "issue2", "Sheet1", "issue5", "issue6", "spc_chrs"]


def test_an_open_document_of_which_few_cells_stand_for_millions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.ods"
    cell = '<table:table-cell table:number-columns-repeated="9000" office:value-type="percentage"/>'
    row = f'<table:table-row table:number-rows-repeated="9000">{cell}</table:table-row>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f'<table:table table:name="S">{row}</table:table>')

    with zipfile.ZipFile(path) as archive, pytest.raises(Refused) as refused:
        facts_without_xml_sheets(archive, {"content.xml": "content.xml"}, name="x.ods")

    assert refused.value.issue.code == "R121"
