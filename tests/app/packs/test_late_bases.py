"""Periods and bases that the data begin within."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.pack_plans.company import BridgePlan, HeadlinePlan
from salesperf.app.packs.bridge import bridge
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headline import headline
from salesperf.app.packs.late_bases import begun_late, its_start_lacks
from salesperf.app.packs.tiles import tiles_of
from salesperf.core.period import Grain
from salesperf.metrics.compare import Against

Briefed = Callable[..., Briefing]
PLAN = HeadlinePlan(kind="headline", metrics=("net_revenue",), movers=("team",), months=2)
WANTED = {"kind": "headline", "metrics": ["net_revenue"], "movers": ["team"]}


def test_a_year_has_no_change_on_one_that_the_data_begin_within(briefed: Briefed) -> None:
    # The data begin on 3 March 2025: 43 of the 261 workdays of 2025 lie before them.
    briefing = briefed(WANTED, period="2026")

    beside = {one.label.en: one.cell for one in tiles_of(briefing, ("net_revenue",), months=2)[0].beside}
    growth = beside["on last year"]
    assert growth.value is None
    assert growth.reason is not None
    assert growth.reason.en == "the data begin on Mar 3, 2025, within 2025"


def test_the_sentences_leave_the_change_out(briefed: Briefed) -> None:
    section = headline(briefed(WANTED, period="2026"), PLAN)

    assert section is not None
    assert not any("last year" in one.words.en for one in section.sentences)


def test_nothing_says_why_it_changed_on_such_a_base(briefed: Briefed) -> None:
    assert bridge(briefed({"kind": "bridge"}, period="2026"), BridgePlan(kind="bridge")) is None


def test_a_month_whose_first_workdays_are_there_is_a_base(briefed: Briefed) -> None:
    # 3 March 2025 was its first workday.
    briefing = briefed(WANTED)
    measure = briefing.base.measure

    assert begun_late(measure, measure.calendar.period(Grain.MONTH, briefing.through), Against.YOY) is None


def test_a_trend_says_of_its_first_period_that_it_is_not_whole(briefed: Briefed) -> None:
    # By years: 43 of the 261 workdays of 2025 lie before the first line, on 3 March.
    measure = briefed(WANTED).base.measure
    first, last = (measure.calendar.period(Grain.YEAR, day) for day in (measure.span.start, measure.span.end))

    said = its_start_lacks(measure, first)

    assert said is not None
    assert said.en == "incomplete: the data begin on Mar 3, 2025"
    assert its_start_lacks(measure, last) is None
    assert its_start_lacks(measure, measure.calendar.period(Grain.MONTH, measure.span.start)) is None
