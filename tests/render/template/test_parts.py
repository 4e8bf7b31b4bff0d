from __future__ import annotations

import pytest

from salesperf.render.template.archive import archive_of
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.parts import Package, Relation, package_of, resolved
from template_books import by_hand, sheet_xml, with_parts, zipped


def package(book: bytes) -> Package:
    return package_of(archive_of(book))


def test_parts_are_found_without_regard_to_case() -> None:
    found = package(by_hand(sheet_xml(""), {}))

    assert "XL/WorkBook.xml" in found
    assert found.part("xl/WORKBOOK.xml").startswith(b"<workbook")
    assert list(found.of_type("sheet.main+xml")) == ["xl/workbook.xml"]


def test_relations_lead_from_part_to_part() -> None:
    found = package(by_hand(sheet_xml(""), {}, sheet_path="/xl/worksheets/sheet1.xml"))

    assert found.relations("") == (Relation("rId1", "officeDocument", "xl/workbook.xml", is_outside=False),)
    assert found.relations("xl/workbook.xml")[0].target == "xl/worksheets/sheet1.xml"
    assert found.relations("xl/worksheets/sheet1.xml") == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "/xl/a%20b.xml", "xl/a b.xml"),
        ("xl/worksheets/sheet1.xml", "../drawings/d.xml", "xl/drawings/d.xml"),
        ("", "xl/workbook.xml", "xl/workbook.xml"),
    ],
)
def test_a_target_is_seen_from_its_source(source: str, target: str, expected: str) -> None:
    assert resolved(source, target) == expected


def test_a_missing_part_is_damage() -> None:
    with pytest.raises(DamagedError, match="xl/none"):
        package(by_hand(sheet_xml(""), {})).part("xl/none.xml")
    with pytest.raises(DamagedError, match="Content_Types"):
        package(zipped({"a": "b"}))
    with pytest.raises(DamagedError, match="no whole XML"):
        package(with_parts(by_hand(sheet_xml(""), {}), {"[Content_Types].xml": "<Types>"}))
