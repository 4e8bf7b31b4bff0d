"""`targets`: where everybody stands against target."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.pack_plans.company import TargetsPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.targets_board import targets
from salesperf.core.status import Status
from salesperf.core.text import Text
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, TableBlock

Briefed = Callable[..., Briefing]


PLAN = TargetsPlan(kind="targets")


def _rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells[:5] if isinstance(cell, Cell)) for row in block.rows]


def test_the_company_stands_over_its_reps_with_gap_and_light(briefed: Briefed) -> None:
    section = targets(briefed({"kind": "targets"}), PLAN)

    assert section is not None
    block, year = section.blocks
    assert block.title == Text("net revenue: March 2026", "销售净额：2026年3月")
    assert year.figures[0].title.en == "net revenue against target, January – March 2026"
    assert _rows(block) == [
        ("company", Decimal(260), Decimal(300), pytest.approx(260 / 300), Decimal(-40)),
        ("East Team", Decimal(210), Decimal(200), 1.05, Decimal(10)),
        ("Mei Lin", Decimal(210), Decimal(200), 1.05, Decimal(10)),
        ("West Team", Decimal(50), Decimal(100), 0.5, Decimal(-50)),
        ("Ivo Kranz", Decimal(50), Decimal(100), 0.5, Decimal(-50)),
    ]
    lights = [row.cells[-1].status for row in block.rows if isinstance(row.cells[-1], Cell)]
    assert lights == [Status.RED, Status.GREEN, Status.GREEN, Status.RED, Status.RED]
    assert [row.level for row in block.rows] == [0, 1, 2, 1, 2]
    assert (block.figures[0].kind, block.figures[0].target) == (FigureKind.BULLET, "target")
    # March is over: nothing of it is still to come.
    assert block.figures[0].expected is None
    # The year to date: February and March.
    assert _rows(section.blocks[1])[0][1:3] == (Decimal(380), Decimal(450))
    counts = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert counts == {"green": 1, "yellow": 0, "red": 1, "all": 2}


def test_a_rep_sees_the_own_line_alone(briefed: Briefed) -> None:
    section = targets(briefed({"kind": "targets"}).of(Whom("rep", "Mei Lin", "Mei Lin")), PLAN)

    assert section is not None
    assert [row[0] for row in _rows(section.blocks[0])] == ["Mei Lin"]


def test_without_targets_there_is_no_section(briefed: Briefed) -> None:
    assert targets(briefed({"kind": "targets"}, targets=False), PLAN) is None
    assert targets(briefed({"kind": "targets"}), TargetsPlan(kind="targets", metrics=("orders",))) is None


def test_while_the_period_runs_the_pace_that_lights_judge_stands_beside_them(briefed: Briefed, company: Path) -> None:
    # Without the orders of 2025 six weeks are known on 20 March, too few for a chance; seven workdays are left.
    file = company / "orders.csv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if ",2025-" not in line]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    section = targets(briefed({"kind": "targets"}, as_of=date(2026, 3, 20)), PLAN)

    assert section is not None
    block = section.blocks[0]
    keys = [column.key for column in block.columns]
    assert "pace" in keys
    # Of March 15 of 22 workdays are over: 300 x 15 / 22.
    assert block.rows[0].cells[keys.index("expected")] == Cell(Decimal("204.55"))
    assert block.figures[0].expected == "expected"
    chance = block.rows[0].cells[keys.index("chance")]
    assert isinstance(chance, Cell)
    assert (chance.value, chance.reason is not None) == (None, True)
