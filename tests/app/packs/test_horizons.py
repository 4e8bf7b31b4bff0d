"""The spans in which a pack tells where everybody stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.horizons import TO_DATE, horizon_name, horizon_words, horizons, is_to_date
from salesperf.core.period import Period
from salesperf.core.text import Text, same

Briefed = Callable[..., Briefing]


def test_a_month_is_told_beside_the_year_to_date(briefed: Briefed) -> None:
    briefing = briefed({"kind": "reds"})

    spans = [lines[0].period for lines in horizons(briefing, "net_revenue")]

    assert [horizon_words(briefing, span) for span in spans] == [Text("March 2026", "2026年3月"), TO_DATE]
    assert [is_to_date(briefing, span) for span in spans] == [False, True]


def test_cells_of_tables_name_a_span_by_its_key(briefed: Briefed) -> None:
    briefing = briefed({"kind": "reds"})

    spans = [lines[0].period for lines in horizons(briefing, "net_revenue")]

    assert [horizon_name(briefing, span) for span in spans] == [same("2026-03"), TO_DATE]


def test_a_quarter_to_date_is_called_by_the_quarter(briefed: Briefed) -> None:
    begun = Period(date(2026, 1, 1), date(2026, 2, 10), "2026-01-01..2026-02-10")

    briefing = briefed({"kind": "reds"})

    assert horizon_words(briefing, begun) == Text("Q1 2026 to date", "2026年第一季度累计")
    assert horizon_name(briefing, begun) == Text("2026-Q1 to date", "2026-Q1累计")


def test_a_whole_year_is_told_once(briefed: Briefed) -> None:
    briefing = briefed({"kind": "reds"}, period="2026")

    spans = [lines[0].period for lines in horizons(briefing, "net_revenue")]

    assert [horizon_words(briefing, span) for span in spans] == [Text("2026", "2026年")]


def test_of_a_metric_without_targets_there_is_none(briefed: Briefed) -> None:
    assert horizons(briefed({"kind": "reds"}), "orders") == ()
