from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from company_pack import company_pack
from drawn import bare_report
from opened import opened, parts
from salesperf.core.text import Lang, same
from salesperf.render.xlsx import draw
from salesperf.render.xlsx.charts import takes_room
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Report, Row, TableBlock, tables_of


def test_the_pack_has_a_figure_of_every_kind(pack_report: Report) -> None:
    assert {one.kind for block in tables_of(pack_report) for one in block.figures} == set(FigureKind)


def test_every_figure_is_drawn(pack_report: Report) -> None:
    figures = [one for block in tables_of(pack_report) for one in block.figures]
    content = draw(pack_report)

    drawn = sum(len(sheet._charts) for sheet in opened(content))  # noqa: SLF001 - openpyxl has no other way to them
    assert drawn == sum(map(takes_room, figures))
    sheets = "".join(xml for name, xml in parts(content).items() if "/worksheets/sheet" in name)
    assert sheets.count('type="colorScale"') == 1
    assert sheets.count("<x14:sparkline>") == 3


@pytest.mark.parametrize("lang", [Lang.EN, Lang.ZH])
def test_every_chart_says_what_it_shows_to_those_who_do_not_see_it(lang: Lang) -> None:
    drawings = [xml for name, xml in parts(draw(company_pack(lang=lang))).items() if "/drawings/drawing" in name]

    told = re.findall(r'descr="([^"]*)"', "".join(drawings))
    assert len(told) == 8
    assert all(told)
    assert ("Net revenue against the target: Net revenue / Month" in told) == (lang is Lang.EN)


def test_a_chart_of_the_first_rows_says_so_in_its_title() -> None:
    """Two of nine rows are drawn; where a row stands for several the figure knows how many there are."""
    rows = tuple(Row((Cell(f"r{at}"), Cell(at))) for at in range(9))
    figures = [
        Figure(FigureKind.BAR, f"f{first}", same("Sold"), "who", ("sold",), first=first, of=of)
        for first, of in ((2, None), (8, 20), (9, None))
    ]
    block = TableBlock("t", same("T"), (Column("who", same("who")), Column("sold", same("sold"))), rows)
    sheet = opened(draw(replace(bare_report(), blocks=(replace(block, figures=tuple(figures)),))))["T"]

    titles = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Sold")]
    assert titles == ["Sold (first 2 of 9)", "Sold (first 8 of 20)", "Sold"]
