"""The table of a drill-down: its rows make up the company."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.drill_table import by_size, groups_table
from salesperf.core.text import same
from salesperf.report.model import Cell, Row, TableBlock

Briefed = Callable[..., Briefing]
WANTED = {"kind": "drill", "metrics": ["net_revenue", "orders"]}
PLAN = DrillPlan.model_validate(WANTED)


def _values(row: Row | None) -> list[object]:
    return [cell.value for cell in row.cells if isinstance(cell, Cell)] if row is not None else []


def _teams(briefing: Briefing, *, key: str = "drill") -> TableBlock:
    keys = by_size(briefing, PLAN, "team", tuple(briefing.groups("team")))
    found = groups_table(briefing, PLAN, keys, dimension="team", key=key, title=same("Teams"))
    assert found is not None
    return found


def test_sales_of_no_team_are_a_row_and_the_total_is_that_of_the_company(briefed: Briefed, company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-03-30,Eve,,,,Pump,40\n")

    found = _teams(briefed(WANTED, targets=False))

    # East 210, West 50 and 40 of nobody; a year before 300 and 50.
    assert [column.key for column in found.columns] == ["team", "net_revenue", "share", "growth", "orders"]
    assert [_values(row) for row in found.rows] == [
        ["East Team", Decimal(210), 0.7, pytest.approx(-0.3), 2],
        ["West Team", Decimal(50), pytest.approx(50 / 300), 0.0, 2],
        ["Unassigned", Decimal(40), pytest.approx(40 / 300), None, 1],
    ]
    assert _values(found.total) == ["total", Decimal(300), 1.0, pytest.approx(300 / 350 - 1), 5]


def test_where_there_are_targets_the_total_has_that_of_the_company(briefed: Briefed) -> None:
    found = _teams(briefed(WANTED))

    assert [column.key for column in found.columns] == [
        *("team", "net_revenue", "target", "attainment", "growth", "status"),
    ]
    assert _values(found.total)[:4] == ["total", Decimal(260), Decimal(300), pytest.approx(260 / 300)]


def test_a_table_of_some_reps_has_no_total_of_the_company(briefed: Briefed) -> None:
    assert _teams(briefed(WANTED), key="reps").total is None
