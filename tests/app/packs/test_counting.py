"""Where not all that was reached counts against the target, pages say so and never hold one against the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app.pack_plans.company import DrillPlan, HeadlinePlan, TargetsPlan, TrendPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.drill import drill
from salesperf.app.packs.headline import headline
from salesperf.app.packs.targets_board import targets
from salesperf.app.packs.trend import trend
from salesperf.report.model import Cell, TableBlock
from section_words import said

Briefed = Callable[..., Briefing]
HEAD, BOARD, DRILL = ({"kind": kind, "metrics": ["net_revenue"]} for kind in ("headline", "targets", "drill"))


def _cells(block: TableBlock, row: int) -> dict[str, Cell]:
    cells = zip(block.columns, block.rows[row].cells, strict=True)
    return {column.key: cell for column, cell in cells if isinstance(cell, Cell)}


def _sold_by_nobody_with_a_target(company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-03-30,Fay,Web Shop,,East,Pump,40\n")


def test_a_newcomer_with_a_later_target_counts_for_team_and_company_throughout(briefed: Briefed, company: Path) -> None:
    # Nia Roe joins the East in March and has her first target in April: of March the East sold 210 + 40.
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-03-30,Fay,Nia Roe,East Team,East,Pump,40\n")
    with (company / "targets.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("rep,Nia Roe,net_revenue,2026-04,90\n")

    found = targets(briefed(BOARD), TargetsPlan(kind="targets", to_date=False))

    assert found is not None
    rows = [_cells(found.blocks[0], at) for at in range(2)]
    assert [(row["who"].value, row["actual"].value, row["target"].value) for row in rows] == [
        ("company", 300, 300),
        ("East Team", 250, 200),
    ]


def test_the_headline_tells_what_counts_apart(briefed: Briefed, company: Path) -> None:
    _sold_by_nobody_with_a_target(company)

    found = headline(briefed(HEAD), HeadlinePlan(kind="headline", metrics=("net_revenue",)))

    # 300 in all, of which 260 by those whose targets come to 300.
    assert found is not None
    told = said(found)
    assert told[0].startswith("Net revenue 300, +150.0% on the period before")
    assert told[1].startswith("March 2026, as far as there are targets 260, 86.7% of the target of 300.")
    tile = {one.key: one.cell for one in found.tiles[0].beside}
    assert tile["of_target"].value == pytest.approx(260 / 300)
    assert tile["of_target"].aside == phrases.COUNTED


def test_the_row_of_a_sum_says_that_not_all_counts(briefed: Briefed, company: Path) -> None:
    _sold_by_nobody_with_a_target(company)

    found = targets(briefed(BOARD), TargetsPlan(kind="targets", to_date=False))

    assert found is not None
    assert _cells(found.blocks[0], 0)["who"].value == "company (as far as there are targets)"
    assert _cells(found.blocks[0], 0)["actual"].value == 260


def test_trend_and_drill_down_hold_what_counts_against_the_target(briefed: Briefed, company: Path) -> None:
    _sold_by_nobody_with_a_target(company)

    line = trend(briefed({"kind": "trend"}), TrendPlan(kind="trend"))
    below = drill(briefed(DRILL), DrillPlan(kind="drill", metrics=("net_revenue",)))

    assert line is not None
    march = _cells(line.blocks[0], -1)
    assert (march["actual"].value, march["attainment"].value) == (300, pytest.approx(260 / 300))
    assert march["attainment"].aside == phrases.COUNTED
    february = _cells(line.blocks[0], -2)
    assert (february["attainment"].value, february["attainment"].aside) == (pytest.approx(120 / 150), None)
    assert below is not None
    assert _cells(below.blocks[0], 0)["attainment"].aside is None


def test_under_conditions_no_sum_of_one_stands_under_the_name_of_all(briefed: Briefed) -> None:
    found = targets(briefed(BOARD, where=("rep=Mei Lin",)), TargetsPlan(kind="targets", to_date=False))

    assert found is not None
    assert [(row.level, _cells(found.blocks[0], at)["who"].value) for at, row in enumerate(found.blocks[0].rows)] == [
        (0, "Mei Lin")
    ]
