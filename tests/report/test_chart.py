from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.chart import Chart, chart_of
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Sparkline, TableBlock, Value

NAME = Column("rep", Text("Rep", "销售员"))
NET = Column("net", Text("Net revenue", "销售净额"), Unit.MONEY)
TARGET = Column("target", Text("Target", "目标"), Unit.MONEY)
RATE = Column("rate", Text("Return rate", "退货率"), Unit.RATIO)
TITLE = Text("Net revenue by rep", "各销售员销售净额")


def _block(rows: tuple[tuple[Value | Cell | Sparkline, ...], ...], *columns: Column) -> TableBlock:
    drawn = tuple(Row(tuple(v if isinstance(v, (Cell, Sparkline)) else Cell(v) for v in row)) for row in rows)
    return TableBlock("t", TITLE, columns or (NAME, NET), drawn)


def _chart(figure: Figure, block: TableBlock, lang: Lang = Lang.EN) -> Chart:
    found = chart_of(figure, block, lang=lang, currency="USD")
    assert found is not None
    return found


def _figure(kind: FigureKind = FigureKind.BAR, *values: str, **more: object) -> Figure:
    return Figure(kind, "f", TITLE, "rep", values or ("net",), **more)  # type: ignore[arg-type]


def test_a_chart_has_the_words_of_its_language() -> None:
    block = _block((("Ann", Decimal(1_200_000)), ("张伟", Decimal(30_000))))

    english, chinese = _chart(_figure(), block), _chart(_figure(), block, Lang.ZH)

    assert english.title == "Net revenue by rep"
    assert english.categories == ("Ann", "张伟")
    assert [point.label for point in english.series[0].points] == ["1.2M", "30K"]
    assert english.series[0].header == "Net revenue (USD)"
    assert chinese.title == "各销售员销售净额"
    assert [point.label for point in chinese.series[0].points] == ["120万", "3万"]


def test_a_missing_value_is_a_gap_and_not_zero() -> None:
    chart = _chart(_figure(), _block((("Ann", Decimal(5)), ("Bob", None), ("Cid", Decimal(0)))))

    assert [point.value for point in chart.series[0].points] == [5.0, None, 0.0]
    assert [point.span for point in chart.series[0].points] == [(0.0, 5.0), None, (0.0, 0.0)]
    assert chart.series[0].points[1].label == "–"


def test_names_that_are_alike_stay_apart() -> None:
    chart = _chart(_figure(), _block((("Ann", Decimal(5)), ("Ann", Decimal(7)))))

    assert chart.categories == ("Ann", "Ann")
    assert [point.value for point in chart.series[0].points] == [5.0, 7.0]


@pytest.mark.parametrize(
    ("figure", "rows"),
    [
        (_figure(), ()),
        (_figure(), (("Ann", None),)),
        (_figure(), (("Ann", "many"),)),
        (_figure(FigureKind.BAR, "gone"), (("Ann", Decimal(1)),)),
        (Figure(FigureKind.BAR, "f", TITLE, "gone", ("net",)), (("Ann", Decimal(1)),)),
        (_figure(FigureKind.SCATTER, "net"), (("Ann", Decimal(1)),)),
    ],
)
def test_without_numbers_or_names_there_is_no_chart(figure: Figure, rows: tuple[tuple[Value, ...], ...]) -> None:
    assert chart_of(figure, _block(rows), lang=Lang.EN, currency=None) is None


def test_the_first_rows_are_drawn_and_the_rest_is_said() -> None:
    block = _block(tuple((f"R{index}", Decimal(index)) for index in range(9)))

    assert _chart(_figure(first=3), block).note == "first 3 of 9"
    assert _chart(_figure(first=3), block, Lang.ZH).note == "前 3 项，共 9 项"
    assert len(_chart(_figure(first=3), block).categories) == 3
    assert _chart(_figure(first=9), block).note == ""


def test_a_row_for_all_others_counts_as_what_it_stands_for() -> None:
    """15 of 40 are drawn; the table has a sixteenth row for the 25 others."""
    block = _block(tuple((f"R{index}", Decimal(index)) for index in range(16)))

    assert _chart(replace(_figure(first=15), of=40), block).note == "first 15 of 40"
    assert _chart(replace(_figure(first=15), of=18069), block).note == "first 15 of 18,069"


def test_a_column_in_another_unit_is_not_drawn_and_named() -> None:
    block = _block((("Ann", Decimal(5), 0.1), ("Bob", Decimal(6), 0.2)), NAME, NET, RATE)

    chart = _chart(_figure(FigureKind.BAR, "net", "rate"), block)

    assert [one.key for one in chart.series] == ["net"]
    assert chart.note == "not drawn: Return rate"


def test_a_heat_map_may_mix_units() -> None:
    block = _block((("Ann", Decimal(5), 0.1), ("Bob", Decimal(6), 0.2)), NAME, NET, RATE)

    chart = _chart(_figure(FigureKind.HEAT_MAP, "net", "rate"), block)

    assert [one.key for one in chart.series] == ["net", "rate"]
    assert chart.note == ""


def test_a_cell_that_brings_its_unit_says_it() -> None:
    count = Cell(Decimal(1_500), unit=Unit.COUNT)
    money = Cell(Decimal(12), unit=Unit.MONEY)
    orders = Column("net", Text("Value", "数值"), Unit.COUNT)
    block = _block((("Orders", count, Decimal(1_000)), ("Net", money, Decimal(10))), NAME, orders, TARGET)

    chart = _chart(_figure(FigureKind.BULLET, target="target"), block)

    assert [point.label for point in chart.series[0].points] == ["1,500", "$12"]


def test_a_cell_with_the_unit_of_its_column_leaves_it_to_the_header() -> None:
    chart = _chart(_figure(), _block((("Ann", Cell(Decimal(1_500), unit=Unit.MONEY)),)))

    assert chart.series[0].points[0].label == "1.5K"


def test_a_bar_takes_the_light_of_its_row_and_a_cell_of_a_heat_map_its_own() -> None:
    rate = Cell(0.4, status=Status.RED)
    block = _block((("Ann", Decimal(5), rate),), NAME, NET, RATE)

    assert _chart(_figure(), block).series[0].points[0].status is Status.RED
    heat = _chart(_figure(FigureKind.HEAT_MAP, "net", "rate"), block)
    assert [one.points[0].status for one in heat.series] == [None, Status.RED]


def test_a_value_of_a_partial_period_is_marked() -> None:
    chart = _chart(_figure(), _block((("Ann", Cell(Decimal(1_200), partial=True)),)))

    assert chart.series[0].points[0].partial
    assert chart.series[0].points[0].label == "1.2K*"


def test_a_bullet_without_its_target_is_a_bar() -> None:
    chart = _chart(_figure(FigureKind.BULLET, target="gone"), _block((("Ann", Decimal(5)),)))

    assert chart.kind is FigureKind.BAR
    assert chart.target is None


def test_only_a_bullet_takes_what_was_to_be_reached_by_now() -> None:
    due = Column("due", Text("Due", "应完成"), Unit.MONEY)
    block = _block((("Ann", Decimal(5), Decimal(20), Decimal(10)),), NAME, NET, TARGET, due)
    bullet, bar = (
        _chart(replace(_figure(kind, target="target"), expected="due"), block)
        for kind in (FigureKind.BULLET, FigureKind.BAR)
    )

    assert bullet.expected is not None
    assert (bullet.expected.label, bullet.expected.points[0].span) == ("Due", (0, 0.5))
    assert bar.expected is None


def test_names_are_written_as_their_kind_of_value() -> None:
    block = _block(
        ((date(2026, 3, 1), Decimal(1)), (2026, Decimal(2)), (None, Decimal(3)), (Sparkline((1.0,)), Decimal(4)))
    )

    assert _chart(_figure(), block).categories == ("Mar 1, 2026", "2026", "–", "–")


def test_hostile_names_stand_on_one_line() -> None:
    block = _block((("\u202eabc\nnext\x1b[31m", Decimal(1)),))

    assert _chart(_figure(), block).categories == ("\ufffdabc⏎next\ufffd[31m",)


def test_a_sparkline_cell_and_a_word_are_gaps() -> None:
    chart = _chart(_figure(), _block((("Ann", Decimal(5)), ("Bob", Sparkline((1.0,))), ("Cid", "none"))))

    assert [point.value for point in chart.series[0].points] == [5.0, None, None]


def test_both_languages_stand_side_by_side() -> None:
    chart = _chart(_figure(), _block((("Ann", Decimal(5)),)), Lang.BOTH)

    assert chart.title == "各销售员销售净额 / Net revenue by rep"
    assert chart.alt.startswith("各销售员销售净额：")
    assert "Net revenue by rep: " in chart.alt


def test_short_numbers_of_both_languages_are_english() -> None:
    chart = _chart(_figure(), _block((("Ann", Decimal(300_000)),)), Lang.BOTH)

    assert chart.series[0].points[0].label == "300K"
    assert [tick.label for tick in chart.axis.ticks][-1].endswith("K")
    assert _chart(_figure(), _block((("Ann", Decimal(300_000)),)), Lang.ZH).series[0].points[0].label == "30万"


def test_a_title_may_hold_braces() -> None:
    figure = Figure(FigureKind.BAR, "f", same("{net} {0}"), "rep", ("net",))

    assert _chart(figure, _block((("{rep}", Decimal(5)),))).alt == "{net} {0}: $5 ({rep})."


def test_a_name_that_is_set_in_by_its_level_is_set_out() -> None:
    assert _chart(_figure(), _block((("    Ann", Decimal(5)),))).categories == ("Ann",)
