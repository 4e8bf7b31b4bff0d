"""`trend`: a metric period by period, against its target and the year before."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from salesperf.app.pack_plans.company import TrendPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.trend import trend
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Row

Briefed = Callable[..., Briefing]


PLAN = TrendPlan(kind="trend", months=2)


def _values(row: Row) -> list[object]:
    return [cell.value for cell in row.cells if isinstance(cell, Cell)]


def test_each_month_stands_beside_its_target_and_the_year_before(briefed: Briefed) -> None:
    section = trend(briefed({"kind": "trend"}), PLAN)

    assert section is not None
    block = section.blocks[0]
    february, march = (_values(row) for row in block.rows)
    # February 2025 lies before the first order: nothing is known of it.
    assert february == ["2026-02", Decimal(120), Decimal(150), 0.8, None, None]
    assert march[:3] == ["2026-03", Decimal(260), Decimal(300)]
    assert march[3] == pytest.approx(260 / 300)
    assert march[4:] == [Decimal(350), pytest.approx(260 / 350 - 1)]
    assert (block.figures[0].kind, block.figures[0].target) == (FigureKind.LINE, "target")


def test_without_targets_there_is_no_column_for_them(briefed: Briefed) -> None:
    section = trend(briefed({"kind": "trend"}, targets=False), PLAN)

    assert section is not None
    assert [column.key for column in section.blocks[0].columns] == ["period", "actual", "last_year", "growth"]
    assert section.blocks[0].figures[0].target is None


def test_a_metric_that_the_files_do_not_tell_gives_no_section(briefed: Briefed) -> None:
    plan = TrendPlan(kind="trend", metric="gross_margin")

    assert trend(briefed({"kind": "trend", "metric": "gross_margin"}), plan) is None


def test_where_no_month_has_a_year_before_it_is_neither_a_column_nor_a_line(briefed: Briefed) -> None:
    section = trend(briefed({"kind": "trend"}, period="2025-03"), PLAN)

    assert section is not None
    block = section.blocks[0]
    assert "last_year" not in {column.key for column in block.columns}
    assert block.figures[0].values == ("actual",)
    assert "year before" not in block.figures[0].title.en
