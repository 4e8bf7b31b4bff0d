"""`trend`: a metric period by period, against its target and the year before."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.company import TrendPlan
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.library import Pack
from salesperf.app.packs.matrix import matrix_of
from salesperf.app.packs.trend import trend
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request
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


def _of_weeks(folder: Path, plan: dict[str, object]) -> Briefing:
    """Sales of eight weeks; February ends on the Saturday of week 9, and a sale of 1 March stands in that week."""
    lines = ("1,2026-01-12,North,5", "2,2026-02-24,North,7", "3,2026-03-01,South,1000", "4,2026-03-09,South,2")
    (folder / "orders.csv").write_text("\n".join(("Order ID,Order Date,Region,Amount", *lines)), encoding="utf-8")
    pack = Pack("test", PackPlan.model_validate({"title": "Test", "sections": [plan]}), same("test"))
    opened = read(workspace(Ask((str(folder),), Surroundings(folder, {}))))
    return briefing_of(opened, pack, Request(period="2026-02"))


def test_a_trend_by_weeks_ends_with_the_month_reported_on(tmp_path: Path) -> None:
    section = trend(_of_weeks(tmp_path, {"kind": "trend"}), TrendPlan(kind="trend", months=2))

    assert section is not None
    cells = [[cell for cell in row.cells if isinstance(cell, Cell)][:2] for row in section.blocks[0].rows]
    assert [[cell.value for cell in row] for row in cells] == [["2026-W08", Decimal(0)], ["2026-W09", Decimal(7)]]
    assert [[cell.partial for cell in row] for row in cells] == [[False, False], [True, True]]


def test_groups_by_weeks_end_with_the_month_reported_on(tmp_path: Path) -> None:
    briefing = _of_weeks(tmp_path, {"kind": "breakdown", "by": "region"})
    metric = briefing.catalog["net_revenue"]

    for kind in (FigureKind.HEAT_MAP, FigureKind.STACKED):
        block = matrix_of(briefing, metric, by="region", months=2, kind=kind)
        assert block is not None
        cells = [cell for row in block.rows for cell in row.cells[1:] if isinstance(cell, Cell)]
        assert sum((cell.value for cell in cells if isinstance(cell.value, Decimal)), Decimal(0)) == 7
        assert any(cell.partial and cell.value == 7 for cell in cells)
