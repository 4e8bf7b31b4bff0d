from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from salesperf.sources.workbooks.sheet_parts import small_part, targets_of

RELATIONS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/Sheet1.xml"/>
<Relationship Id="rId2" Type="x/chartsheet" Target="/xl/charts/one.xml"/></Relationships>"""


def test_targets_are_part_and_kind_by_relation(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)

    with zipfile.ZipFile(path) as archive:
        parts = {"xl/_rels/workbook.xml.rels": "xl/_rels/workbook.xml.rels"}
        assert targets_of(archive, parts, "xl/workbook.xml") == {
            "rId1": ("xl/worksheets/sheet1.xml", "x/worksheet"),
            "rId2": ("xl/charts/one.xml", "x/chartsheet"),
        }
        assert targets_of(archive, {}, "xl/workbook.xml") == {}


def test_a_list_of_sheets_that_is_too_large_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesperf.sources.workbooks.sheet_parts.SMALL_PART", 10)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("list", b"x" * 11)

    with zipfile.ZipFile(path) as archive, pytest.raises(zipfile.BadZipFile, match="larger than a list"):
        small_part(archive, "list")
