"""A metric by group and period."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.matrix import matrix_of
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, TableBlock

Briefed = Callable[..., Briefing]


def _rows(block: TableBlock | None) -> list[list[object]]:
    assert block is not None
    return [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in block.rows]


def test_stacked_has_a_period_a_row_and_the_largest_groups_across(briefed: Briefed) -> None:
    briefing = briefed({"kind": "breakdown", "by": "team"})
    metric = briefing.catalog["net_revenue"]

    block = matrix_of(briefing, metric, by="team", months=2, kind=FigureKind.STACKED)

    assert block is not None
    assert [column.label.en for column in block.columns] == ["period", "East Team", "West Team"]
    assert _rows(block) == [["2026-02", Decimal(80), Decimal(40)], ["2026-03", Decimal(210), Decimal(50)]]


def test_more_groups_than_colours_are_one(briefed: Briefed) -> None:
    briefing = briefed({"kind": "breakdown", "by": "customer"})
    metric = briefing.catalog["net_revenue"]

    block = matrix_of(briefing, metric, by="customer", months=13, kind=FigureKind.STACKED)

    assert block is not None
    # Five customers: all of them have a colour.
    assert len(block.columns) == 6
    march = next(row for row in _rows(block) if row[0] == "2026-03")
    assert sum(amount for amount in march[1:] if isinstance(amount, Decimal)) == Decimal(260)


def test_a_heat_map_has_a_group_a_row(briefed: Briefed) -> None:
    briefing = briefed({"kind": "breakdown", "by": "team"})
    metric = briefing.catalog["net_revenue"]

    block = matrix_of(briefing, metric, by="team", months=2, kind=FigureKind.HEAT_MAP)

    assert _rows(block) == [["East Team", Decimal(80), Decimal(210)], ["West Team", Decimal(40), Decimal(50)]]


def test_a_heat_map_of_many_groups_has_one_row_for_the_rest_and_does_not_draw_it(
    briefed: Briefed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesperf.app.packs.matrix._ROWS", 2)
    briefing = briefed({"kind": "breakdown", "by": "customer"})

    block = matrix_of(briefing, briefing.catalog["net_revenue"], by="customer", months=2, kind=FigureKind.HEAT_MAP)

    assert block is not None
    rows = _rows(block)
    assert len(rows) == 3
    assert str(rows[2][0]).endswith(" others")
    # The company sold 120 in February and 260 in March, whatever the groups.
    for at, whole in ((1, 120), (2, 260)):
        assert sum(amount for row in rows if isinstance(amount := row[at], Decimal)) == Decimal(whole)
    figure = block.figures[0]
    assert (figure.first, figure.of) == (2, 2 + int(str(rows[2][0]).split()[0]))


def test_what_does_not_add_up_has_none(briefed: Briefed) -> None:
    briefing = briefed({"kind": "breakdown", "by": "team"})

    found = matrix_of(briefing, briefing.catalog["orders"], by="team", months=2, kind=FigureKind.STACKED)

    assert found is None
