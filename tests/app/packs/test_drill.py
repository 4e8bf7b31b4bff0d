"""`drill`: a section for each team, and in it one for each rep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.drill import drill
from salesperf.app.packs.one_of_all import Whom
from salesperf.core.unit import Unit
from salesperf.report.model import Cell

Briefed = Callable[..., Briefing]


PLAN = DrillPlan(kind="drill", metrics=("net_revenue",), months=2)


def test_teams_hold_their_reps_and_rows_lead_to_their_sections(briefed: Briefed) -> None:
    section = drill(briefed({"kind": "drill"}), PLAN)

    assert section is not None
    assert [row.section for row in section.blocks[0].rows] == ["team-East_Team", "team-West_Team"]
    assert [(one.key, one.title.en, one.tiles[0].cell.value) for one in section.sections] == [
        ("team-East_Team", "East Team", Decimal(210)),
        ("team-West_Team", "West Team", Decimal(50)),
    ]
    east, west = section.sections
    assert [(one.key, one.title.en, one.tiles[0].cell.value) for one in (*east.sections, *west.sections)] == [
        ("rep-Mei_Lin", "Mei Lin", Decimal(210)),
        ("rep-Ivo_Kranz", "Ivo Kranz", Decimal(50)),
    ]
    row = [cell.value for cell in east.blocks[0].rows[0].cells[:4] if isinstance(cell, Cell)]
    assert row == ["Mei Lin", Decimal(210), Decimal(200), 1.05]


def test_of_a_team_the_reps_are_told_alone(briefed: Briefed) -> None:
    briefing = briefed({"kind": "drill"}).of(Whom("team", "West Team", "West Team"))

    section = drill(briefing, PLAN)

    assert section is not None
    assert [one.title.en for one in section.sections] == ["Ivo Kranz"]


def test_more_reps_than_there_is_room_for_have_rows_alone(briefed: Briefed) -> None:
    plan = DrillPlan(kind="drill", metrics=("net_revenue",), reps=1)

    section = drill(briefed({"kind": "drill"}), plan)

    assert section is not None
    assert [len(team.blocks[0].rows) for team in section.sections] == [1, 1]
    assert all(not team.sections for team in section.sections)


def test_a_rep_has_none(briefed: Briefed) -> None:
    assert drill(briefed({"kind": "drill"}).of(Whom("rep", "Mei Lin", "Mei Lin")), PLAN) is None


def test_where_nobody_has_a_target_there_is_no_column_for_it(briefed: Briefed) -> None:
    section = drill(briefed({"kind": "drill"}, targets=False), PLAN)

    assert section is not None
    assert [column.key for column in section.blocks[0].columns] == ["team", "net_revenue", "share", "growth"]
    assert [row.cells[1] for row in section.blocks[0].rows] == [
        Cell(Decimal(210), unit=Unit.MONEY),
        Cell(Decimal(50), unit=Unit.MONEY),
    ]


def test_while_the_period_runs_the_pace_that_lights_judge_stands_before_them(briefed: Briefed) -> None:
    section = drill(briefed({"kind": "drill"}, as_of=date(2026, 3, 20)), PLAN)

    assert section is not None
    assert [column.key for column in section.blocks[0].columns][-2:] == ["pace", "status"]
    # 15 of 22 workdays of March are over: what was reached over 100 x 15 / 22.
    west = section.blocks[0].rows[1].cells
    reached = west[1]
    assert isinstance(reached, Cell)
    assert isinstance(reached.value, Decimal)
    assert west[-2] == Cell(pytest.approx(float(reached.value) / (100 * 15 / 22)))
    over = drill(briefed({"kind": "drill"}), PLAN)
    assert over is not None
    assert "pace" not in {column.key for column in over.blocks[0].columns}
