"""The cells that sections share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import change_cell, named, number, status_of, target_cells
from salesperf.core.status import Status
from salesperf.core.text import Text
from salesperf.report.model import Cell

Briefed = Callable[..., Briefing]


def test_without_a_target_the_cells_say_so(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"}, targets=False)
    found = briefing.result(("net_revenue",))

    assert found is not None
    target, reached = target_cells(briefing, found.entries[0], found.scope.metrics[0])
    assert (target.value, reached.value) == (None, None)
    assert target.reason == reached.reason
    assert target.reason is not None


def test_the_light_of_a_line_is_that_of_its_target(briefed: Briefed) -> None:
    line = briefed({"kind": "targets"}).line("net_revenue")

    assert line is not None
    assert (status_of(line), status_of(None)) == (Status.RED, None)


def test_numbers_are_exact_and_words_are_none() -> None:
    assert [number(value) for value in (0.1, 3, Decimal("1.50"))] == [Decimal("0.1"), Decimal(3), Decimal("1.50")]
    assert [number(value) for value in (True, "3", None)] == [None, None, None]


def test_names_stand_apart_as_their_language_does() -> None:
    words, cells = named([Text("company", "公司"), Text("A", "A"), Text("B", "B")], "name")

    assert words == Text("company, {name_2}, {name_3}", "公司、{name_2}、{name_3}")
    assert cells == {"name_2": Cell("A"), "name_3": Cell("B")}


def test_bases_from_which_nothing_grows_share_one_reason_without_their_amounts(briefed: Briefed) -> None:
    metric = briefed({"kind": "headline"}).catalog["net_revenue"]
    cells = [change_cell(Cell(Decimal(5)), Cell(Decimal(base)), metric, partial=False) for base in (0, -3)]

    assert [cell.value for cell in cells] == [None, None]
    assert len({cell.reason for cell in cells}) == 1
    assert change_cell(Cell(Decimal(6)), Cell(Decimal(4)), metric, partial=False).value == 0.5
