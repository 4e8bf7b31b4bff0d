from __future__ import annotations

from msgspec.structs import replace

from drawn import bare_report, regions
from salesperf.core.text import same
from salesperf.render.xlsx.limits import EXCEL, Limits
from salesperf.render.xlsx.plan import plan
from salesperf.report.model import Report, Section, TableBlock
from salesperf.report.names import Taken

LONG = TableBlock("long", same("Long"), regions().columns, regions().rows * 4)


def test_an_answer_has_a_sheet_a_table() -> None:
    found = plan(replace(bare_report(), blocks=(regions(), LONG)), EXCEL, Taken())

    assert [leaf.sheet for leaf in found.leaves] == ["Regions", "Long"]
    assert (found.contents, found.sources) == ("Contents", "Sources")


def test_a_pack_has_a_sheet_a_section_whatever_is_inside_it(pack_report: Report) -> None:
    found = plan(pack_report, EXCEL, Taken())

    assert [leaf.section for leaf in found.leaves] == list(pack_report.sections)


def test_sections_of_one_name_have_sheets_of_two() -> None:
    sections = (Section("a", same("East")), Section("b", same("EAST")))

    found = plan(replace(bare_report(), sections=sections), EXCEL, Taken())

    assert [leaf.sheet for leaf in found.leaves] == ["East", "EAST (2)"]


def test_a_section_called_as_the_contents_does_not_take_their_place() -> None:
    found = plan(replace(bare_report(), sections=(Section("a", same("Contents")),)), EXCEL, Taken())

    assert (found.contents, found.leaves[0].sheet) == ("Contents", "Contents (2)")


def test_a_table_of_very_many_rows_goes_on_over_sheets_of_its_own() -> None:
    """Eight rows, at most three a sheet: three sheets."""
    report = replace(bare_report(), blocks=(LONG,))

    found = plan(report, Limits(large=7, sheet_rows=3), Taken())

    assert [one.sheets for one in found.long] == [("Long, all rows", "Long, all rows (2)", "Long, all rows (3)")]
    assert plan(report, Limits(large=8), Taken()).long == ()
