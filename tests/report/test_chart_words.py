from __future__ import annotations

import pytest

from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.chart_marks import marked
from salesperf.report.chart_parts import Point, Series
from salesperf.report.chart_words import Seen, Told, alt_of
from salesperf.report.figure import FigureKind

TITLE = Text("Revenue", "销售额")
EN, ZH = Told(Lang.EN, "USD"), Told(Lang.ZH, "CNY")


def _series(*values: float | None, unit: Unit = Unit.MONEY, label: str = "Net", partial: bool = False) -> Series:
    last = len(values) - 1
    points = tuple(Point(value, unit=unit, partial=partial and at == last) for at, value in enumerate(values))
    return Series("net", label, label, points, unit)


def _alt(kind: FigureKind, series: tuple[Series, ...], target: Series | None = None, *, told: Told = EN) -> str:
    names = tuple("ABCDEFGH"[: len(series[0].points)])
    return alt_of(kind, TITLE, Seen(names, marked(kind, series, target), target, told))


def test_a_line_tells_its_ends_and_its_change() -> None:
    series = (_series(1_000_000.0, 800_000.0, 1_100_000.0),)

    assert _alt(FigureKind.LINE, series) == (
        "Revenue: highest $1.10M (C), lowest $800K (B), last $1.10M (C), +10% since A."
    )
    assert _alt(FigureKind.LINE, series, told=ZH) == (
        "销售额：最高 110万元（C）、最低 80.0万元（B）、最新 110万元（C）、较 A +10%。"
    )


def test_a_line_tells_its_target_and_its_gaps() -> None:
    told = _alt(FigureKind.LINE, (_series(10.0, None, 20.0),), _series(15.0, 15.0, 25.0))

    assert told.endswith("; last target $25 (C); 1 of 3 missing.")


def test_what_is_not_complete_has_not_changed_yet() -> None:
    told = _alt(FigureKind.LINE, (_series(10.0, 4.0, partial=True),))

    assert told == "Revenue: highest $10 (A), lowest $4 (B), last $4 (B, not complete)."


def test_shares_change_by_points_and_changes_not_at_all() -> None:
    shares = _alt(FigureKind.LINE, (_series(0.1, 0.15, unit=Unit.RATIO),))
    growth = _alt(FigureKind.LINE, (_series(0.1, 0.15, unit=Unit.GROWTH),))

    assert "+5 pp since A" in shares
    assert "since" not in growth


def test_nothing_grows_from_zero_or_below() -> None:
    assert "since" not in _alt(FigureKind.LINE, (_series(0.0, 5.0),))
    assert "since" not in _alt(FigureKind.LINE, (_series(-1.0, 5.0),))


@pytest.mark.parametrize(
    ("kind", "series", "target", "told"),
    [
        (FigureKind.BAR, (_series(3.0, 7.0),), None, "highest $7 (B), lowest $3 (A)"),
        (FigureKind.BAR, (_series(3.0),), None, "$3 (A)"),
        (
            FigureKind.BAR,
            (_series(3.0, 7.0), _series(None, 9.0, label="Last year")),
            None,
            "Net: highest $7 (B), lowest $3 (A); Last year: $9 (B); 1 of 4 missing",
        ),
        (FigureKind.STACKED, (_series(3.0, 7.0), _series(9.0, 1.0)), None, "highest $12 (A); lowest $8 (B)"),
        (
            FigureKind.WATERFALL,
            (_series(10.0, 5.0, -2.0, 13.0),),
            None,
            "from $10 (A) to $13 (D); largest rise $5 (B); largest fall -$2 (C)",
        ),
        (FigureKind.WATERFALL, (_series(10.0, 5.0, 15.0),), None, "from $10 (A) to $15 (C); largest rise $5 (B)"),
        (FigureKind.FUNNEL, (_series(200.0, 50.0, unit=Unit.COUNT),), None, "from 200 (A) to 50 (B); 25% are left"),
        (
            FigureKind.HEAT_MAP,
            (_series(1.0, 2.0), _series(3.0, 0.0, label="Q2")),
            None,
            "highest $3 (A, Q2); lowest $0 (B, Q2)",
        ),
        (
            FigureKind.PARETO,
            (_series(7.0, 2.0, 1.0), _series(0.7, 0.9, 1.0, unit=Unit.RATIO)),
            None,
            "highest $7 (A); lowest $1 (C); the first 2 reach 80%",
        ),
        (
            FigureKind.BULLET,
            (_series(12.0, 8.0, 5.0),),
            _series(10.0, 10.0, None),
            "1 of 2 reached the target; highest 120% (A); lowest 80% (B)",
        ),
        (FigureKind.BULLET, (_series(12.0, 8.0),), _series(None, None), "highest $12 (A), lowest $8 (B)"),
        (
            FigureKind.SCATTER,
            (_series(1.0, 5.0, None, unit=Unit.COUNT, label="Orders"), _series(20.0, 10.0, 30.0)),
            None,
            "2 points; Orders from 1 to 5; Net from $10 to $30; 1 of 6 missing",
        ),
        (FigureKind.SPARKLINE, (_series(5.0),), None, "$5 (A)"),
    ],
)
def test_each_kind_tells_its_main_numbers(
    kind: FigureKind, series: tuple[Series, ...], target: Series | None, told: str
) -> None:
    assert _alt(kind, series, target) == f"Revenue: {told}."


def test_a_stack_with_a_missing_part_has_no_total() -> None:
    told = _alt(FigureKind.STACKED, (_series(3.0, 7.0), _series(None, 1.0)))

    assert told == "Revenue: $8 (B); 1 of 4 missing."


def test_a_company_and_its_reps_are_not_counted_as_one_group() -> None:
    series, target = (_series(120.0, 80.0),), _series(100.0, 100.0)
    seen = Seen(("Company", "Ann"), marked(FigureKind.BULLET, series, target), target, EN, is_nested=True)

    assert alt_of(FigureKind.BULLET, TITLE, seen) == "Revenue: highest 120% (Company); lowest 80% (Ann)."
