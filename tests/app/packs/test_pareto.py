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
from salesperf.report.model import Cell

Briefed = Callable[..., Briefing]


def test_groups_are_ranked_with_their_running_share_and_class(briefed: Briefed) -> None:
    # One month: Ann 150, Dee 60, Cas 30, Eve 20 of 260.
    section = pareto(briefed({"kind": "pareto"}), ParetoPlan(kind="pareto", months=1, top=3))

    assert section is not None
    assert (section.title.en, section.title.zh) == ("Largest customers", "头部客户")
    assert section.blocks[0].title == Text("net revenue by customer, March 2026", "各客户的销售净额（2026年3月）")
    rows = [[cell.value for cell in row.cells[:6] if isinstance(cell, Cell)] for row in section.blocks[0].rows]
    assert rows == [
        [1, "Ann", Decimal(150), pytest.approx(150 / 260), pytest.approx(150 / 260), "A"],
        [2, "Dee", Decimal(60), pytest.approx(60 / 260), pytest.approx(210 / 260), "A"],
        [3, "Cas", Decimal(30), pytest.approx(30 / 260), pytest.approx(240 / 260), "B"],
        [None, "1 other", Decimal(20), pytest.approx(20 / 260), 1.0, None],
    ]
    (eve,) = section.blocks[0].beyond
    assert [cell.value for cell in eve.cells[:3] if isinstance(cell, Cell)] == [4, "Eve", Decimal(20)], "in workbooks"
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"few": 2, "all": 4, "amount": Decimal(260), "first": pytest.approx(150 / 260)}
    figure = section.blocks[0].figures[0]
    assert (figure.kind, figure.first, figure.of) == (FigureKind.PARETO, 3, 4)


def test_there_is_none_for_what_does_not_add_up_or_is_not_told(briefed: Briefed) -> None:
    assert pareto(briefed({"kind": "pareto"}), ParetoPlan(kind="pareto", metric="orders")) is None
    assert pareto(briefed({"kind": "pareto"}), ParetoPlan(kind="pareto", by="channel")) is None
