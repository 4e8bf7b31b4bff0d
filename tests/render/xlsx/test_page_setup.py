from __future__ import annotations

from msgspec.structs import replace

from drawn import bare_report
from opened import opened, parts
from salesperf.core.text import same
from salesperf.render.xlsx import draw
from salesperf.report.model import Cell, Column, Meta, Report, Row, Section, TableBlock


def test_a_name_cannot_command_the_header_of_a_page() -> None:
    """`&` starts a command; two of them print one."""
    section = Section("s", same('R&D &"Arial"'))
    report = replace(bare_report(), sections=(section,), meta=Meta(organisation="A&B\nCo"))

    sheet = parts(draw(report))["xl/worksheets/sheet2.xml"]

    wanted = '&L&9 A&&B⏎Co&R&9 R&&D &&"Arial"'.replace("&", "&amp;")
    assert f"<oddHeader>{wanted}</oddHeader>" in sheet


def test_pages_are_numbered_and_carry_the_day_of_the_data(pack_report: Report) -> None:
    sheet = opened(draw(pack_report)).worksheets[1]

    assert sheet.oddFooter.right.text == "&P / &N"
    assert sheet.oddFooter.left.text == "2026-03-20"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_sheet_too_wide_to_be_read_on_one_page_goes_on_beside_it() -> None:
    """Forty columns of eight are 320: two pages, the first column on both."""
    columns = tuple(Column(f"c{at}", same(f"c{at}")) for at in range(40))
    wide = TableBlock("wide", same("Wide"), columns, (Row(tuple(Cell("x") for _ in columns)),))

    sheet = opened(draw(replace(bare_report(), blocks=(wide,))))["Wide"]

    assert sheet.page_setup.fitToWidth == 2
    assert sheet.print_title_cols == "$A:$A"
