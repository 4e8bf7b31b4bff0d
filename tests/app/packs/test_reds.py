"""`reds`: every red and yellow light, and how long it has been so."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.app.pack_plans.company import RedsPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.reds import reds
from salesperf.core.unit import Unit
from salesperf.report.model import Cell

Briefed = Callable[..., Briefing]


PLAN = RedsPlan(kind="reds")


def test_what_is_red_stands_with_its_gap_and_the_periods_it_has_been_below(briefed: Briefed) -> None:
    section = reds(briefed({"kind": "reds"}), PLAN)

    assert section is not None
    rows = [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in section.blocks[0].rows]
    # In February Ivo Kranz and his team had 40 of 50, the company 120 of 150: below for two months.
    assert [(row[0], row[1], row[4], row[6]) for row in rows] == [
        ("West Team", "team", Decimal(-50), 2),
        ("Ivo Kranz", "rep", Decimal(-50), 2),
        ("company", "company", Decimal(-40), 2),
    ]
    # One metric is not named in each row, and its unit stands in the headers.
    columns = {column.key: column.unit for column in section.blocks[0].columns}
    assert "metric" not in columns
    assert columns["gap"] is Unit.MONEY
    assert {cell.unit for row in section.blocks[0].rows for cell in row.cells if isinstance(cell, Cell)} == {None}
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"red": 3, "yellow": 0, "name": "Ivo Kranz", "gap": Decimal(50), "target": Decimal(100)}


def test_where_nothing_is_red_the_section_says_so(briefed: Briefed) -> None:
    section = reds(briefed({"kind": "reds"}).of(Whom("rep", "Mei Lin", "Mei Lin")), PLAN)

    assert section is not None
    assert section.blocks == ()
    assert section.empty is not None


def test_without_targets_there_is_no_section(briefed: Briefed) -> None:
    assert reds(briefed({"kind": "reds"}, targets=False), PLAN) is None


def test_of_several_metrics_each_row_names_its_own_and_has_its_unit(briefed: Briefed, company: Path) -> None:
    with (company / "targets.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("rep,Ivo Kranz,orders,2026-03,10\n")

    section = reds(briefed({"kind": "reds"}).of(Whom("rep", "Ivo Kranz", "Ivo Kranz")), PLAN)

    assert section is not None
    rows = [[cell for cell in row.cells if isinstance(cell, Cell)] for row in section.blocks[0].rows]
    # 50 of 100 in revenue, 2 of 10 orders.
    assert [(row[2].value, row[3].value, row[3].unit) for row in rows] == [
        ("net revenue", Decimal(50), Unit.MONEY),
        ("orders", 2, Unit.COUNT),
    ]


def test_where_no_light_was_measured_nothing_is_called_green(briefed: Briefed) -> None:
    # There is no target of January.
    section = reds(briefed({"kind": "reds"}, period="2026-01"), PLAN)

    assert section is not None
    assert section.empty is not None
    assert section.empty.en == "Nothing has a light: no target of 2026-01 could be measured."
