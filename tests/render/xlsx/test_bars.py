"""What the charts are made of, as Excel reads it."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from drawn import bare_report
from opened import parts
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Report, Row, TableBlock

COLUMNS = (
    Column("who", same("who")),
    Column("sold", same("sold"), Unit.MONEY),
    Column("share", same("share"), Unit.RATIO),
    Column("target", same("target"), Unit.MONEY),
    Column("loss", same("loss"), Unit.MONEY),
)


def _chart(kind: FigureKind, *values: str, target: str | None = None, count: int = 3, first: int | None = None) -> str:
    rows = tuple(Row((Cell(f"r{at}"), Cell(at), Cell(at / 10), Cell(5), Cell(-at))) for at in range(1, count + 1))
    figure = Figure(kind, "f", same("What is seen"), "who", values, target, first)
    block = TableBlock("t", same("T"), COLUMNS, rows, figures=(figure,))
    return parts(draw(replace(bare_report(), blocks=(block,))))["xl/charts/chart1.xml"]


def _ranges(xml: str, element: str) -> list[str]:
    return re.findall(rf"<c:{element}><c:(?:num|str)Ref><c:f>(.*?)</c:f>", xml)


def test_a_line_runs_over_its_rows_and_the_target_is_dashed() -> None:
    xml = _chart(FigureKind.LINE, "sold", target="target")

    assert _ranges(xml, "cat") == ["T!$A$5:$A$7"] * 2
    assert _ranges(xml, "val") == ["T!$B$5:$B$7", "T!$D$5:$D$7"]
    assert '<a:prstDash val="dash"/>' in xml


@pytest.mark.parametrize(("count", "direction"), [(6, "col"), (7, "bar")])
def test_many_bars_lie_in_the_order_of_the_rows(count: int, direction: str) -> None:
    xml = _chart(FigureKind.BAR, "sold", count=count)

    assert f'<c:barDir val="{direction}"/>' in xml
    assert ('<c:orientation val="maxMin"/>' in xml) == (direction == "bar")


def test_only_the_first_rows_are_drawn_where_a_number_is_given() -> None:
    assert _ranges(_chart(FigureKind.BAR, "sold", count=9, first=2), "val") == ["T!$B$5:$B$6"]


def test_bars_with_a_target_have_a_mark_each() -> None:
    xml = _chart(FigureKind.BAR, "sold", target="target")

    assert "<c:barChart>" in xml
    assert '<c:symbol val="dash"/>' in xml
    assert _ranges(xml, "val") == ["T!$B$5:$B$7", "T!$D$5:$D$7"]


def test_bars_of_no_loss_begin_at_zero() -> None:
    """Excel would begin an axis of 341 and 800 at 340."""
    least = '<c:min val="0"/>'

    assert least in _chart(FigureKind.BAR, "sold")
    assert least in _chart(FigureKind.BAR, "sold", count=7)
    assert least in _chart(FigureKind.BAR, "sold", target="target")
    assert least in _chart(FigureKind.STACKED, "sold", "target")
    assert _chart(FigureKind.PARETO, "sold", "share").count(least) == 2
    assert least not in _chart(FigureKind.BAR, "loss")
    assert least not in _chart(FigureKind.LINE, "sold")


def test_a_stack_is_stacked() -> None:
    assert '<c:grouping val="stacked"/>' in _chart(FigureKind.STACKED, "sold", "target")


def test_the_share_of_a_pareto_has_an_axis_of_its_own_up_to_all() -> None:
    xml = _chart(FigureKind.PARETO, "sold", "share")

    assert xml.count("<c:valAx>") == 2
    assert '<c:max val="1"/>' in xml
    assert 'formatCode="0%"' in xml


def test_points_stand_across_and_up() -> None:
    xml = _chart(FigureKind.SCATTER, "sold", "target")

    assert _ranges(xml, "xVal") == ["T!$B$5:$B$7"]
    assert _ranges(xml, "yVal") == ["T!$D$5:$D$7"]


def test_a_funnel_is_centred() -> None:
    """1, 2 and 3: one and a half of what is missing before each."""
    rows = parts(draw(_funnel()))["xl/worksheets/sheet2.xml"]

    assert re.findall(r"<f>\(MAX\(\$B\$5:\$B\$7\)-B\d\)/2</f><v>(.*?)</v>", rows) == ["1.0", "0.5", "0.0"]


def _funnel() -> Report:
    rows = tuple(Row((Cell(f"r{at}"), Cell(at), Cell(None), Cell(None), Cell(None))) for at in (1, 2, 3))
    figure = Figure(FigureKind.FUNNEL, "f", same("Funnel"), "who", ("sold",))
    return replace(bare_report(), blocks=(TableBlock("t", same("T"), COLUMNS, rows, figures=(figure,)),))


def test_the_title_of_a_chart_is_a_cell() -> None:
    xml = _chart(FigureKind.BAR, "sold")

    assert re.search(r"<c:title><c:tx><c:strRef><c:f>T!\$[A-Z]+\$4</c:f>", xml)
