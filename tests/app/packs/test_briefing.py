"""What every section of a pack is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from salesperf.analyses.targets.compute import Aimed
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.core.period import Grain

Briefed = Callable[..., Briefing]


def test_the_same_question_is_measured_once(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"})

    assert briefing.result(("net_revenue",)) is briefing.result(("net_revenue",))


def test_the_period_is_that_asked_for_else_that_of_the_pack(briefed: Briefed) -> None:
    assert briefed({"kind": "trend"}).period.key == "2026-03"
    assert briefed({"kind": "trend"}, period=None).period.key == "2026-03"
    assert briefed({"kind": "trend"}, period="2026").period.grain is Grain.YEAR


def test_a_period_outside_the_data_is_empty(briefed: Briefed) -> None:
    assert briefed({"kind": "trend"}, period="2030-01").is_empty
    assert not briefed({"kind": "trend"}, period="2025-06").is_empty


def test_a_target_of_any_period_and_the_line_of_whom_it_is(briefed: Briefed) -> None:
    company = briefed({"kind": "targets"})
    rep = company.of(Whom("rep", "Ivo Kranz", "Ivo Kranz"))
    february = company.calendar.period(Grain.MONTH, date(2026, 2, 1))

    assert company.target("net_revenue", february) == Aimed(Decimal(150), Decimal(120))
    assert rep.target("net_revenue", february) == Aimed(Decimal(50), Decimal(40))
    line = rep.line("net_revenue")
    assert line is not None
    assert (line.actual, line.target) == (Decimal(50), Decimal(100))
    assert company.target("orders", february) is None
