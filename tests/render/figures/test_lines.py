from __future__ import annotations

from collections.abc import Callable

from salesperf.render.figures.lines import line, sparkline
from salesperf.render.figures.palette import ACCENT, LIGHTER, PAPER, TARGET
from salesperf.render.figures.scene import Dot, Label, Path
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]


def _paths(chart: Chart, color: str) -> list[Path]:
    return [s for s in line(chart, width=720, top=0).shapes if isinstance(s, Path) and s.stroke == color]


def test_a_gap_breaks_the_line(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.LINE, (1, 2, None, 4, 5), names=("a", "b", "c", "d", "e"))

    assert [len(path.points) for path in _paths(chart, ACCENT)] == [2, 2]


def test_a_value_between_gaps_is_a_dot(draw_chart: Draw) -> None:
    shapes = line(draw_chart(FigureKind.LINE, (None, 2, None, None)), width=720, top=0).shapes

    assert not [shape for shape in shapes if isinstance(shape, Path)]
    assert [shape for shape in shapes if isinstance(shape, Dot)]


def test_last_year_is_lighter_and_the_target_dashed(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.LINE)

    assert [path.dashed for path in _paths(chart, LIGHTER)] == [False]
    assert [path.dashed for path in _paths(chart, TARGET)] == [True]


def test_what_is_not_complete_is_hollow_and_thin(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.LINE, (1, 2, 3, 2), partial=True)

    dots = [shape for shape in line(chart, width=720, top=0).shapes if isinstance(shape, Dot)]
    assert [(dot.fill, dot.stroke) for dot in dots] == [(PAPER, ACCENT)]
    assert [(len(path.points), path.dashed) for path in _paths(chart, ACCENT)] == [(3, False), (2, True)]


def test_names_do_not_touch_and_the_last_is_there(draw_chart: Draw) -> None:
    names = tuple(f"2026-{month:02d}" for month in range(1, 13))
    chart = draw_chart(FigureKind.LINE, tuple(range(12)), names=names)

    wide = [s.text for s in line(chart, width=720, top=0).shapes if isinstance(s, Label) and s.text in names]
    narrow = [s.text for s in line(chart, width=360, top=0).shapes if isinstance(s, Label) and s.text in names]

    assert len(wide) == 12
    assert narrow == ["2026-12", "2026-10", "2026-08", "2026-06", "2026-04", "2026-02"]


def test_the_last_value_is_said(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.LINE, (1, 2, 7, None))

    assert [s.text for s in line(chart, width=720, top=0).shapes if isinstance(s, Label) and s.bold] == ["7"]


def test_the_last_value_stands_clear_of_the_other_lines(draw_chart: Draw) -> None:
    # The line itself falls into its last point from above; the second column runs just below it.
    chart = draw_chart(FigureKind.LINE, (90, 80, 70, 40), (30, 30, 30, 30))

    drawn = line(chart, width=720, top=0).shapes

    (said,) = [shape for shape in drawn if isinstance(shape, Label) and shape.bold]
    right = [shape.points[-1] for shape in drawn if isinstance(shape, Path) and len(shape.points) == 4]
    assert len(right) == 2
    assert all(abs(y - said.y) > 8 for _, y in right)


def test_a_sparkline_has_no_words(draw_chart: Draw) -> None:
    shapes = sparkline(draw_chart(FigureKind.SPARKLINE), width=120, top=0).shapes

    assert [type(shape) for shape in shapes] == [Path, Dot]
    assert isinstance(shapes[0], Path)
    assert min(y for _, y in shapes[0].points) == 5
    assert max(y for _, y in shapes[0].points) == 35


def test_a_flat_sparkline_lies_in_the_middle(draw_chart: Draw) -> None:
    (path, _) = sparkline(draw_chart(FigureKind.SPARKLINE, (4, 4, 4, 4)), width=120, top=0).shapes

    assert isinstance(path, Path)
    assert {y for _, y in path.points} == {20}
