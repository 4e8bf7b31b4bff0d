"""The periods behind the one reported on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.behind import periods_up_to, trend_grain
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.library import Pack
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.period import Grain
from salesperf.core.text import same
from salesperf.metrics.request import Request

Briefed = Callable[..., Briefing]


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


def test_a_week_is_drawn_by_week_and_anything_longer_by_month(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"})
    week, year = (briefing.calendar.period(grain, briefing.through) for grain in (Grain.WEEK, Grain.YEAR))

    assert (trend_grain(briefing.base, week), trend_grain(briefing.base, year)) == (Grain.WEEK, Grain.MONTH)
    assert str(periods_up_to(briefing.base, week, count=2)) == "2026-03-23..2026-04-05"
