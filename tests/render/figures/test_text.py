from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from salesperf.core.status import Status
from salesperf.core.text import Lang
from salesperf.render.figures.text import lines
from salesperf.report.chart import Chart
from salesperf.report.figure import FigureKind

Draw = Callable[..., Chart]
LONG = ("Northern region key accounts", "恒源建材（上海）有限公司", "East", "x" * 300)


def _plain(chart: Chart, width: int = 60) -> list[str]:
    return [line.plain for line in lines(chart, width=width, color=False)]


@pytest.mark.parametrize("kind", list(FigureKind))
@pytest.mark.parametrize("width", [120, 80, 40, 20])
@pytest.mark.parametrize("lang", [Lang.EN, Lang.ZH])
def test_no_line_is_wider_than_the_screen(draw_chart: Draw, kind: FigureKind, width: int, lang: Lang) -> None:
    drawn = _plain(draw_chart(kind, names=LONG, lang=lang, title="Revenue of all regions"), width)

    assert max(map(cell_len, drawn)) <= width
    assert drawn[0]


@pytest.mark.parametrize("kind", list(FigureKind))
def test_without_colour_nothing_has_a_style(draw_chart: Draw, kind: FigureKind) -> None:
    plain = lines(draw_chart(kind), width=80, color=False)
    colored = lines(draw_chart(kind), width=80, color=True)

    assert not any(line.style or line.spans for line in plain)
    assert [line.plain for line in plain] == [line.plain for line in colored]
    assert colored[0].style == "bold"


def test_bars_are_as_long_as_their_numbers(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.BAR, (100, 50, None, 0), names=("A", "B", "C", "D")), 26)

    # 26 columns less 1 for the names, 3 for the numbers and 2 gaps of 2: 18 for the bars.
    assert drawn == [
        "Revenue",
        "A  " + "█" * 18 + "  100",
        "B  " + "█" * 9 + " " * 9 + "  50",
        "C" + " " * 22 + "–",
        "D" + " " * 22 + "0",
    ]


def test_what_is_below_zero_stands_at_its_left(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.BAR, (90, -90), names=("A", "B")), 26)

    assert drawn[1:] == ["A  " + " " * 9 + "█" * 9 + "  90", "B  " + "█" * 9 + " " * 9 + "  -90"]


def test_a_light_has_a_glyph_and_the_target_a_mark(draw_chart: Draw) -> None:
    chart = draw_chart(
        FigureKind.BAR, (100, 50), names=("A", "B"), goals=(50, None), statuses=(Status.GREEN, Status.RED)
    )

    drawn = _plain(chart, 30)

    assert drawn[1].endswith("✓ 100")
    assert "┃" in drawn[1]
    assert "┃" not in drawn[2]
    assert drawn[2].endswith("✗ 50")
    assert drawn[3] == "┃ Target"


def test_groups_name_their_columns(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.BAR, (4,), (2,), names=("A",)), 30)

    assert drawn[1] == "A"
    assert drawn[2].startswith("  Value 0  ████")
    assert drawn[3].startswith("  Value 1  ██")


def test_a_line_has_a_gap_and_its_ends(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.LINE, (0, None, 35, 70), names=("01", "02", "03", "04")), 34)

    # One column a value; the axis goes to 80, so that 35 is 3 of 7 steps up and 70 is 6.
    assert drawn == ["Revenue", "Value 0  ▁ ▄▇  70", " " * 9 + "0104"]


def test_parts_have_their_own_shades(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.STACKED, (50,), (25,), (-10,), names=("A",)), 60)

    assert "█" in drawn[1]
    assert "▓" in drawn[1]
    assert drawn[2] == "  Value 2 -10"
    assert drawn[3:] == ["█ Value 0", "▓ Value 1", "▒ Value 2"]


def test_a_waterfall_steps_from_level_to_level(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.WATERFALL, (80, 40, -60, 60), names=("A", "B", "C", "D")), 60)

    # The axis goes to 120, the bars take 48 columns at most: 80 is 32 of them.
    assert drawn[1:] == [
        "A  " + "█" * 32 + "  80",
        "B  " + " " * 32 + "▓" * 16 + "  +40",
        "C  " + " " * 24 + "░" * 24 + "  -60",
        "D  " + "█" * 24 + "  60",
    ]


def test_cells_have_shades_and_where_they_do_not_fit_shades_alone(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.HEAT_MAP, (1.0,), (-0.5,), names=("A",))

    assert _plain(chart, 60) == ["Revenue", "   Value 0  Value 1", "A  █ +100%   ▒ -50%"]
    assert _plain(chart, 16) == ["Revenue", "A  █  ▒"]


def test_steps_are_centred(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.FUNNEL, (200, 100), names=("A", "B")), 80)

    # 80 columns less 1 for the names, 3 for the numbers, 24 for the remark and 3 gaps of 2.
    assert drawn[1] == "A  " + "█" * 46 + "  200"
    assert drawn[2].endswith("  100  50.0% of the step before")


def test_a_remark_that_does_not_fit_stands_below(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.FUNNEL, (200, 100), names=("A", "B")), 30)

    assert drawn[3] == "  50.0% of the step before"


def test_the_rule_of_a_pareto_chart_is_marked_once(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.PARETO, (700, 200, 100), (0.7, 0.9, 1.0), names=("A", "B", "C")))

    assert [line.endswith("◂80%") for line in drawn] == [False, False, True, False]


def test_a_bullet_marks_its_target(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.BULLET, (50, 150), names=("A", "B"), goals=(100, 100)))

    assert drawn[1].endswith(" 50.0%  50 / 100")
    assert drawn[1].index("┃") == drawn[2].index("┃")
    assert drawn[3] == "┃ Target"


def test_a_bullet_marks_what_was_to_be_reached_by_now_where_there_is_room(draw_chart: Draw) -> None:
    chart = draw_chart(FigureKind.BULLET, (20, 100), names=("A", "B"), goals=(100, 100), expected=(50, 50))

    drawn = _plain(chart)

    # The axis ends at the target: the mark of its half stands as far from the name as the target is from the mark.
    assert chart.axis.high == 1.0
    half, whole = drawn[1].index("┊") - 3, drawn[1].index("┃") - 3
    assert abs(whole - 2 * half) <= 1
    assert drawn[2].index("┊") == 3 + half
    assert drawn[3] == "┃ Target  ┊ Expected"
    assert "┊" not in "".join(_plain(chart, width=24))


def test_a_sparkline_is_one_line(draw_chart: Draw) -> None:
    assert _plain(draw_chart(FigureKind.SPARKLINE, (0, None, 7), names=("A", "B", "C"))) == ["Revenue", "▁ █  7"]


def test_what_is_left_out_is_said(draw_chart: Draw) -> None:
    assert _plain(draw_chart(FigureKind.BAR, first=2))[-1] == "first 2 of 4"


def test_no_control_character_reaches_the_terminal(draw_chart: Draw) -> None:
    drawn = _plain(draw_chart(FigureKind.BAR, names=("\x1b[31m", "\x9b31m", "\u202e", "[/oops]"), title="\x1b]8;;"))

    assert not {"\x1b", "\x9b", "\u202e"} & set("".join(drawn))
    assert any("[/oops]" in line for line in drawn)
