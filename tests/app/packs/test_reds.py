"""`reds`: every red and yellow light, and how long it has been so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.pack_plans.company import RedsPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.reds import reds
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell

Briefed = Callable[..., Briefing]


PLAN = RedsPlan(kind="reds")


def test_what_is_red_stands_with_its_gap_and_the_periods_it_has_been_below(briefed: Briefed) -> None:
    section = reds(briefed({"kind": "reds"}), PLAN)

    assert section is not None
    rows = [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in section.blocks[0].rows]
    # In February Ivo Kranz and his team had 40 of 50, the company 120 of 150: below for two months.
    assert [(row[0], row[1], row[2], row[5], row[7]) for row in rows[:3]] == [
        ("West Team", "team", "2026-03", Decimal(-50), 2),
        ("Ivo Kranz", "rep", "2026-03", Decimal(-50), 2),
        ("company", "company", "2026-03", Decimal(-40), 2),
    ]
    # The year to date: 90 of 150, 380 of 450, 290 of 300.
    assert [(row[0], row[2], row[5], row[7]) for row in rows[3:]] == [
        ("company", "year to date", Decimal(-70), None),
        ("West Team", "year to date", Decimal(-60), None),
        ("Ivo Kranz", "year to date", Decimal(-60), None),
        ("East Team", "year to date", Decimal(-10), None),
        ("Mei Lin", "year to date", Decimal(-10), None),
    ]
    # One metric is not named in each row, and its unit stands in the headers.
    columns = {column.key: column.unit for column in section.blocks[0].columns}
    assert "metric" not in columns
    assert columns["gap"] is Unit.MONEY
    assert {cell.unit for row in section.blocks[0].rows for cell in row.cells if isinstance(cell, Cell)} == {None}
    labels = {column.key: column.label for column in section.blocks[0].columns}
    assert labels["since"] == Text("months below in a row", "连续未达标月数")
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"red": 3, "yellow": 0, "name": "Ivo Kranz", "gap": Decimal(50), "target": Decimal(100)}


def test_without_targets_there_is_no_section(briefed: Briefed) -> None:
    assert reds(briefed({"kind": "reds"}, targets=False), PLAN) is None


def test_of_several_metrics_each_row_names_its_own_and_has_its_unit(briefed: Briefed, company: Path) -> None:
    with (company / "targets.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("rep,Ivo Kranz,orders,2026-03,10\n")

    section = reds(briefed({"kind": "reds"}).of(Whom("rep", "Ivo Kranz", "Ivo Kranz")), PLAN)

    assert section is not None
    rows = [[cell for cell in row.cells if isinstance(cell, Cell)] for row in section.blocks[0].rows]
    # 50 of 100 in revenue, 2 of 10 orders.
    assert [(row[2].value, row[3].value, row[4].value, row[4].unit) for row in rows[:2]] == [
        ("2026-03", "net revenue", Decimal(50), Unit.MONEY),
        ("2026-03", "orders", 2, Unit.COUNT),
    ]


def test_where_no_light_was_measured_nothing_is_called_green(briefed: Briefed) -> None:
    # There is no target of January.
    section = reds(briefed({"kind": "reds"}, period="2026-01"), PLAN)

    assert section is not None
    assert section.empty is not None
    assert section.empty.en == "Nothing has a light: no target of January 2026 could be measured."


def test_what_is_red_in_the_year_to_date_alone_is_a_warning_too(briefed: Briefed, company: Path) -> None:
    # West had 50 of 50 in March and 90 of 110 in the year to date, 81.8 %; East 210 of 200 and 290 of 250.
    _of_regions(company, {"2026-02": (50, 60), "2026-03": (200, 50)})

    section = reds(briefed({"kind": "reds"}), PLAN)

    assert section is not None
    rows = [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in section.blocks[0].rows]
    assert [row[:5] for row in rows] == [["West", "region", "year to date", Decimal(90), Decimal(110)]]
    (said,) = section.sentences
    assert said.words.en == "Year to date: {red} red and {yellow} yellow: {name_1}."
    assert said.words.zh == "本年累计：红灯{red}个、黄灯{yellow}个：{name_1}。"
    assert {name: cell.value for name, cell in said.values.items()} == {"red": 1, "yellow": 0, "name_1": "West"}


def test_that_nothing_is_red_is_said_of_every_light_there_is(briefed: Briefed, company: Path) -> None:
    _of_regions(company, {"2026-02": (50, 40), "2026-03": (200, 50)})

    section = reds(briefed({"kind": "reds"}), PLAN)

    assert section is not None
    # The two regions and the company they add up to, in March and in the year to date.
    assert section.empty is not None
    assert section.empty.en == "Nothing is red or yellow: all that were measured (6) are green."


def _of_regions(company: Path, wanted: dict[str, tuple[int, int]]) -> None:
    """Targets of East and West by month."""
    rows = [
        f"region,{name},net_revenue,{month},{amount}"
        for month, (east, west) in wanted.items()
        for name, amount in (("East", east), ("West", west))
    ]
    text = "\n".join(["scope,name,metric,period,target", *rows]) + "\n"
    (company / "targets.csv").write_text(text, encoding="utf-8")


def test_while_the_period_runs_the_pace_that_lights_judge_stands_after_the_attainment(briefed: Briefed) -> None:
    section = reds(briefed({"kind": "reds"}, as_of=date(2026, 3, 20)), PLAN)

    assert section is not None
    keys = [column.key for column in section.blocks[0].columns]
    assert keys[keys.index("attainment") + 1] == "pace"
    # Of whoever was to reach 100 in March: 15 of 22 workdays are over.
    actual, target, pace = (section.blocks[0].rows[0].cells[keys.index(key)] for key in ("actual", "target", "pace"))
    assert isinstance(actual, Cell)
    assert isinstance(target, Cell)
    assert isinstance(actual.value, Decimal)
    assert isinstance(target.value, Decimal)
    assert pace == Cell(pytest.approx(float(actual.value) / (float(target.value) * 15 / 22)))
