from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from drawn import bare_report
from opened import parts, recalculated
from salesperf.core.status import Status
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.render.figures import palette
from salesperf.render.xlsx import draw
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Report, Row, TableBlock

COLUMNS = (
    Column("who", same("who")),
    Column("sold", same("sold"), Unit.MONEY),
    Column("target", same("target"), Unit.MONEY),
    Column("status", same("status")),
)
FIGURE = Figure(FigureKind.BULLET, "f", same("Who reached it"), "who", ("sold",), "target")


def _report(*lines: tuple[str, str | None, str | None, Status | None]) -> Report:
    rows = tuple(
        Row(
            (Cell(name), *(Cell(None if one is None else Decimal(one)) for one in (sold, goal)), Cell("", status=light))
        )
        for name, sold, goal, light in lines
    )
    return replace(bare_report(), blocks=(TableBlock("t", same("T"), COLUMNS, rows, figures=(FIGURE,)),))


COMPANY = _report(
    ("company", "900", "1000", Status.YELLOW),
    ("Ann", "3", "2", Status.GREEN),
    ("Bob", "1", "4", Status.RED),
    ("Cid", "5", None, None),
)


def test_company_and_people_stand_on_one_axis_as_shares_of_their_targets(tmp_path: Path) -> None:
    """900 of 1,000, 3 of 2, 1 of 4, and no target."""
    sheet = recalculated(draw(COMPANY), tmp_path)["T"]

    header = next(row for row in sheet.iter_rows() if row[0].value == "who")
    column = next(cell.column for cell in header if cell.value == "share of target reached")
    found = [sheet.cell(header[0].row + at, column).value for at in range(1, 5)]
    assert found[:3] == [0.9, 1.5, 0.25]
    assert not found[3]


def test_bars_lie_in_the_colour_of_their_light() -> None:
    xml = parts(draw(COMPANY))["xl/charts/chart1.xml"]

    assert '<c:barDir val="bar"/>' in xml
    points = re.findall(r"<c:dPt>.*?</c:dPt>", xml)
    wanted = [palette.STATUS[one] for one in (Status.YELLOW, Status.GREEN, Status.RED)] + [palette.ACCENT]
    assert [re.findall(r'srgbClr val="(\w+)"', one)[0].lower() for one in points] == [one[1:].lower() for one in wanted]


def test_the_axis_ends_beyond_the_largest_bar_and_no_line_stands_for_a_second_target() -> None:
    """1.5 and a twentieth is 1.575: steps of a half, 2. 3.09: 3.2, steps of one, 4. At least 1.25, at most 5."""
    for report, end, step in (
        (COMPANY, "2", "0.5"),
        (_report(("Ann", "1", "4", None)), "1.25", "0.25"),
        (_report(("Ann", "309", "100", None)), "4", "1"),
        (_report(("Ann", "90", "4", None)), "5", "1"),
    ):
        xml = parts(draw(report))["xl/charts/chart1.xml"]
        assert re.findall(r'<c:max val="([\d.]+)"/>', xml)[0].removesuffix(".0") == end
        assert re.findall(r'<c:majorUnit val="([\d.]+)"/>', xml)[0].removesuffix(".0") == step
        assert "prstDash" not in xml


def test_behind_each_bar_stands_its_whole_target(tmp_path: Path) -> None:
    """One where there is a target, nothing where there is none."""
    sheet = recalculated(draw(COMPANY), tmp_path)["T"]

    header = next(row for row in sheet.iter_rows() if row[0].value == "who")
    column = next(cell.column for cell in header if cell.value == "whole target")
    found = [sheet.cell(header[0].row + at, column).value for at in range(1, 5)]
    assert found[:3] == [1, 1, 1]
    assert not found[3]
    assert '<c:overlap val="100"/>' in parts(draw(COMPANY))["xl/charts/chart1.xml"]


def test_without_a_target_it_is_bars() -> None:
    block = COMPANY.blocks[0]
    bare = replace(block, figures=(replace(FIGURE, target=None),))

    assert '<c:barDir val="col"/>' in parts(draw(replace(COMPANY, blocks=(bare,))))["xl/charts/chart1.xml"]
