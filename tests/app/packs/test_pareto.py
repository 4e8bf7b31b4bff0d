"""`pareto`: the largest customers, and what share they bring together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from salesperf.app.pack_plans.company import ParetoPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.pareto import pareto
from salesperf.core.text import Text
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, Row

Briefed = Callable[..., Briefing]


def test_groups_are_ranked_with_their_running_share_and_class(briefed: Briefed) -> None:
    # One month: Ann 150, Dee 60, Cas 30, Eve 20 of 260; a year before Ann had 100, Bob 200, Cas 50.
    section = pareto(briefed({"kind": "pareto"}), _plan(top=2))

    assert section is not None
    assert (section.title.en, section.title.zh) == ("Largest customers", "头部客户")
    assert section.blocks[0].title == Text("net revenue by customer, March 2026", "各客户的销售净额（2026年3月）")
    rows = [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in section.blocks[0].rows]
    assert rows == [
        [1, "Ann", Decimal(150), pytest.approx(150 / 260), pytest.approx(150 / 260), "A", pytest.approx(0.5)],
        [2, "Dee", Decimal(60), pytest.approx(60 / 260), pytest.approx(210 / 260), "A", None],
        # Bob is one of all others a year before: 50 now against 250.
        [None, "2 others", Decimal(50), pytest.approx(50 / 260), 1.0, None, pytest.approx(-0.8)],
    ]
    assert [_first(row) for row in section.blocks[0].beyond] == [[3, "Cas", 30, "B"], [4, "Eve", 20, "B"]], "workbooks"
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"few": 2, "all": 4, "amount": Decimal(260), "first": pytest.approx(150 / 260)}
    figure = section.blocks[0].figures[0]
    assert (figure.kind, figure.first, figure.of) == (FigureKind.PARETO, 2, 4)


def test_one_group_more_than_asked_for_stands_for_itself(briefed: Briefed) -> None:
    section = pareto(briefed({"kind": "pareto"}), _plan(top=3))

    assert section is not None
    assert [_first(row)[1] for row in section.blocks[0].rows] == ["Ann", "Dee", "Cas", "Eve"]
    assert section.blocks[0].figures[0].first == 4


def test_people_are_not_called_large(briefed: Briefed) -> None:
    section = pareto(briefed({"kind": "pareto", "by": "rep"}), ParetoPlan(kind="pareto", by="rep", months=1))

    assert section is not None
    assert section.title == Text("Reps who bring most", "头部销售员")


def test_without_a_year_before_the_others_have_no_growth(briefed: Briefed) -> None:
    section = pareto(briefed({"kind": "pareto"}, period="2025-03"), ParetoPlan(kind="pareto", months=1, top=3))

    assert section is not None
    assert all(row.cells[-1].value is None and row.cells[-1].reason for row in section.blocks[0].rows)  # type: ignore[union-attr]


def _plan(*, top: int) -> ParetoPlan:
    # The plan asks for three rows at least; fewer make the sum short enough to work by hand.
    return ParetoPlan(kind="pareto", months=1).model_copy(update={"top": top})


def _first(row: Row) -> list[object]:
    values = [cell.value for cell in row.cells if isinstance(cell, Cell)]
    return [*values[:3], values[5]]


def test_there_is_none_for_what_does_not_add_up_or_is_not_told(briefed: Briefed) -> None:
    assert pareto(briefed({"kind": "pareto"}), ParetoPlan(kind="pareto", metric="orders")) is None
    assert pareto(briefed({"kind": "pareto"}), ParetoPlan(kind="pareto", by="channel")) is None
