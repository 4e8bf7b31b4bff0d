"""`week`: the last full week and the one that runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from salesperf.app.pack_plans.company import WeekPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.week import week
from salesperf.report.model import Cell, Section, Sparkline

Briefed = Callable[..., Briefing]
PLAN = WeekPlan(kind="week", metrics=("net_revenue", "orders"))
WANTED = {"kind": "week", "metrics": ["net_revenue", "orders"]}


def _revenue(section: Section) -> list[object]:
    cells = section.blocks[0].rows[0].cells
    return [cell.values if isinstance(cell, Sparkline) else cell.value for cell in cells]


def test_the_last_full_week_and_the_one_that_runs_stand_beside_the_weeks_before(briefed: Briefed) -> None:
    # The data end on Tuesday 31 March: week 13 (23 to 29) brought nothing after 30 in week 12, week 14 has 20 so far.
    section = week(briefed(WANTED), PLAN)

    assert section is not None
    assert [column.label.en for column in section.blocks[0].columns] == [
        "metric",
        "week 13, Mar 23 – 29, 2026",
        "on the week before",
        "on the week a year ago",
        "this week so far, Mar 30 – 31, 2026",
        "on the same days before",
        "on the same days a year ago",
        "last 8 weeks",
    ]
    trend = (80.0, 0.0, 40.0, 0.0, 150.0, 60.0, 30.0, 0.0)
    assert _revenue(section) == ["net revenue", Decimal(0), -1.0, None, Decimal(20), None, None, trend]
    running = section.blocks[0].rows[0].cells[4]
    assert isinstance(running, Cell)
    assert running.partial


def test_of_a_period_that_is_over_it_is_the_last_full_week_in_it(briefed: Briefed) -> None:
    # 27 February is the last workday of week 9, which brought nothing after 40 in week 8; no other week is told.
    section = week(briefed(WANTED, period="2026-02"), PLAN)

    assert section is not None
    assert len(section.blocks[0].columns) == 5
    assert _revenue(section)[1] == Decimal(0)
    assert _revenue(section)[4][-2:] == (40.0, 0.0)  # type: ignore[index]


def test_a_week_is_held_against_the_week_of_its_number_a_year_ago(briefed: Briefed) -> None:
    section = week(briefed(WANTED, as_of=date(2026, 3, 15)), PLAN)

    # Week 11 brought 60 (9 March); in 2025 it was 10 to 16 March, and brought 200.
    assert section is not None
    assert _revenue(section)[1:4:2] == [Decimal(60), pytest.approx(-0.7)]


def test_the_week_of_a_rep_is_of_that_rep_alone(briefed: Briefed) -> None:
    section = week(briefed(WANTED).of(Whom("rep", "Mei Lin", "Mei Lin")), PLAN)

    assert section is not None
    # Mei Lin sold 60 in week 11, and nothing since.
    assert _revenue(section)[-1] == (80.0, 0.0, 0.0, 0.0, 150.0, 60.0, 0.0, 0.0)
