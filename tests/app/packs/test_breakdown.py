"""`breakdown`: metrics by a dimension, with growth and share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.pack_plans.company import BreakdownPlan
from salesperf.app.packs.breakdown import breakdown
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.phrases import NOT_ADDED
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Row

Briefed = Callable[..., Briefing]


def _values(row: Row) -> list[object]:
    return [cell.value for cell in row.cells if isinstance(cell, Cell)]


def _plan(**settings: object) -> tuple[dict[str, object], BreakdownPlan]:
    wanted = {"kind": "breakdown", "by": "team", "metrics": ["net_revenue", "orders"], **settings}
    return wanted, BreakdownPlan.model_validate(wanted)


def test_groups_stand_with_share_and_growth_over_a_total_of_its_own(briefed: Briefed) -> None:
    wanted, plan = _plan()

    section = breakdown(briefed(wanted), plan)

    assert section is not None
    block = section.blocks[0]
    keys = ["team", "net_revenue", "net_revenue_share", "net_revenue_yoy", "orders", "orders_yoy"]
    assert [column.key for column in block.columns] == keys
    assert [column.adds_up for column in block.columns] == [False, True, False, False, False, False]
    east = ["East Team", Decimal(210), pytest.approx(210 / 260), pytest.approx(-0.3), 2, 0.0]
    west = ["West Team", Decimal(50), pytest.approx(50 / 260), 0.0, 2, 1.0]
    assert [_values(row) for row in block.rows] == [east, west]
    assert block.total is not None
    assert _values(block.total) == ["total", Decimal(260), 1.0, pytest.approx(260 / 350 - 1), 4, pytest.approx(1 / 3)]


def test_of_many_groups_the_rest_is_one_row_that_adds_up(briefed: Briefed) -> None:
    wanted, plan = _plan(by="customer", top=2)

    section = breakdown(briefed(wanted), plan)

    assert section is not None
    # Cas has 30 and Eve 20, an order each; Bob bought in the year before alone, 200 in an order, as Cas did for 50.
    rest = ["3 others", Decimal(50), pytest.approx(50 / 260), pytest.approx(-0.8), 2, 0.0]
    assert _values(section.blocks[0].rows[2]) == rest
    figure = section.blocks[0].figures[0]
    assert (figure.first, figure.of) == (2, 5)


def test_an_order_of_two_groups_leaves_the_orders_of_the_others_unknown(briefed: Briefed, company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("9,2026-03-31,Ann,Mei Lin,East Team,East,Pump,5\n")
    wanted, plan = _plan(by="customer", top=2)

    section = breakdown(briefed(wanted), plan)

    assert section is not None
    rest = section.blocks[0].rows[2]
    assert _values(rest)[1:] == [Decimal(50), pytest.approx(50 / 265), pytest.approx(-0.8), None, None]
    assert [cell.reason == NOT_ADDED for cell in rest.cells[-2:] if isinstance(cell, Cell)] == [True, True]


def test_one_group_more_than_asked_for_stands_for_itself(briefed: Briefed) -> None:
    wanted, plan = _plan(by="customer", top=4)

    section = breakdown(briefed(wanted), plan)

    assert section is not None
    assert len(section.blocks[0].rows) == 5
    assert not any("other" in str(_values(row)[0]) for row in section.blocks[0].rows)


@pytest.mark.parametrize(("figure", "kind"), [("stacked", FigureKind.STACKED), ("heat_map", FigureKind.HEAT_MAP)])
def test_its_groups_period_by_period_are_a_second_table(briefed: Briefed, figure: str, kind: FigureKind) -> None:
    wanted, plan = _plan(figure=figure, months=2)

    section = breakdown(briefed(wanted), plan)

    assert section is not None
    assert section.blocks[0].figures == ()
    assert section.blocks[1].figures[0].kind is kind


def test_a_dimension_that_the_files_do_not_tell_gives_no_section(briefed: Briefed) -> None:
    wanted, plan = _plan(by="channel")

    assert breakdown(briefed(wanted), plan) is None
