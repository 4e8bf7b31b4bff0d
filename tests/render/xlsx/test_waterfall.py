from __future__ import annotations

import re
from decimal import Decimal

import pytest
from msgspec.structs import replace

from drawn import bare_report
from opened import opened, parts, recalculated
from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.render.xlsx.waterfall import Step, steps
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock


def test_changes_go_on_from_where_the_last_one_ended() -> None:
    """10, then 4 less, then 3 more, then 9 as a level."""
    found = steps([10.0, -4.0, 3.0, 9.0])

    assert [(one.start, one.end) for one in found] == [(0, 10), (10, 6), (6, 9), (0, 9)]
    assert [one.base for one in found] == [0, 6, 6, 0]


@pytest.mark.parametrize(
    ("step", "base", "above", "below"),
    [
        (Step(2, 5, is_level=False), 2, 3, 0),
        (Step(-2, -5, is_level=False), -2, 0, -3),
        (Step(3, -4, is_level=False), 0, 3, -4),
        (Step(-4, 3, is_level=False), 0, 3, -4),
        (Step(0, -4, is_level=True), 0, 0, -4),
    ],
)
def test_a_step_across_zero_has_a_part_on_either_side(step: Step, base: float, above: float, below: float) -> None:
    assert (step.base, step.above, step.below) == (base, above, below)


def _drawn(*numbers: int) -> bytes:
    columns = (Column("step", same("step")), Column("change", same("change"), Unit.MONEY))
    rows = tuple(Row((Cell(f"s{at}"), Cell(Decimal(value)))) for at, value in enumerate(numbers))
    figure = Figure(FigureKind.WATERFALL, "w", same("Why"), "step", ("change",))
    block = TableBlock("steps", same("Steps"), columns, rows, figures=(figure,))
    return draw(replace(bare_report(), blocks=(block,)))


def test_labels_of_changes_have_their_sign() -> None:
    """10, then 4 less, then 3 more, then 9: the fall is as high as 4, and says -4."""
    xml = parts(_drawn(10, -4, 3, 9))["xl/charts/chart1.xml"]

    codes = re.findall(r'<c:dLbls><c:numFmt formatCode="(.*?)"', xml)
    assert codes == ["#,##0", "+#,##0;+#,##0;#,##0", "-#,##0;-#,##0;#,##0"]


def test_a_step_across_zero_is_told_once_with_its_own_number() -> None:
    """5, then 8 less: 5 above zero say -8, 3 below it nothing."""
    xml = parts(_drawn(5, -8, -3))["xl/charts/chart1.xml"]

    assert xml.count("<c:f>'Steps'!$B$6</c:f>") == 1
    assert re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:delete val="1"/>', xml) == ["1"]


def test_the_helper_columns_follow_the_table(tmp_path: object) -> None:
    """5, then 8 less (across zero to -3), then -3 as a level: the formulas give what is drawn."""
    content = _drawn(5, -8, -3)

    again = recalculated(content, tmp_path)["Steps"]  # type: ignore[arg-type]

    header = next(row for row in again.iter_rows() if row[0].value == "step")
    labels = {cell.value: cell.column for cell in header if cell.value}
    first = header[0].row + 1
    wanted = {
        "from": [0, 5, 0],
        "to": [5, -3, -3],
        "base (not shown)": [0, 0, 0],
        "fall, above zero": [None, 5, None],
        "fall, below zero": [None, -3, None],
        "level, above zero": [5, None, 0],
        "level, below zero": [0, None, -3],
    }
    for label, values in wanted.items():
        found = [again.cell(first + at, labels[label]).value for at in range(3)]
        assert found == values, label
    assert len(opened(content)["Steps"]._charts) == 1  # noqa: SLF001 - openpyxl has no other way to them
