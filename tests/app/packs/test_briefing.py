"""What every section of a pack is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of, measured_together
from salesperf.app.packs.library import Pack
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.period import Grain
from salesperf.core.text import same
from salesperf.metrics.request import Request

Briefed = Callable[..., Briefing]


def test_sections_that_split_alike_are_measured_together() -> None:
    sections = [
        {"kind": "trend", "metric": "orders"},
        {"kind": "bridge", "by": "team"},
        {"kind": "breakdown", "by": "team", "metrics": ["orders"]},
    ]
    pack = Pack("test", PackPlan.model_validate({"title": "Test", "sections": sections}), same("test"))

    assert measured_together(pack) == {(): ("orders", "net_revenue"), ("team",): ("net_revenue", "orders")}


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


def test_the_months_behind_a_trend_end_with_the_period_and_begin_with_the_data(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"})

    assert str(briefing.months(2)) == "2026-02-01..2026-03-31"
    assert str(briefing.months(99)) == "2025-03-01..2026-03-31"


def test_data_of_a_few_weeks_are_drawn_by_week(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(
        "Order ID,Order Date,Amount\n1,2026-03-02,5\n2,2026-03-31,7\n", encoding="utf-8"
    )
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "trend"}]})
    opened = read(workspace(Ask((str(tmp_path),), Surroundings(tmp_path, {}))))

    assert briefing_of(opened, Pack("test", plan, same("test")), Request()).grain is Grain.WEEK


def test_a_target_of_any_period_and_the_line_of_whom_it_is(briefed: Briefed) -> None:
    company = briefed({"kind": "targets"})
    rep = company.of(Whom("rep", "Ivo Kranz", "Ivo Kranz"))
    february = company.calendar.period(Grain.MONTH, date(2026, 2, 1))

    assert (company.target("net_revenue", february), rep.target("net_revenue", february)) == (Decimal(150), Decimal(50))
    line = rep.line("net_revenue")
    assert line is not None
    assert (line.actual, line.target) == (Decimal(50), Decimal(100))
    assert company.target("orders", february) is None


def test_groups_are_those_with_lines_or_targets(briefed: Briefed) -> None:
    assert briefed({"kind": "drill"}).groups("rep") == {"Ivo Kranz": "Ivo Kranz", "Mei Lin": "Mei Lin"}


def test_who_did_nothing_in_the_period_and_its_bases_is_idle(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"}, period="2025-06", targets=False)

    assert briefing.of(Whom("rep", "Mei Lin", "Mei Lin")).is_idle
    assert not briefed({"kind": "trend"}, targets=False).of(Whom("rep", "Mei Lin", "Mei Lin")).is_idle
