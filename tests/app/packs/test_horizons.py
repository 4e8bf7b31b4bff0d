"""The spans in which a pack tells where everybody stands."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.horizons import TO_DATE, horizons, span_words
from salesperf.core.text import same

Briefed = Callable[..., Briefing]


def test_a_month_is_told_beside_the_year_to_date(briefed: Briefed) -> None:
    briefing = briefed({"kind": "reds"})

    spans = [lines[0].period for lines in horizons(briefing, "net_revenue")]

    assert [span_words(briefing, span) for span in spans] == [same("2026-03"), TO_DATE]


def test_a_whole_year_is_told_once(briefed: Briefed) -> None:
    briefing = briefed({"kind": "reds"}, period="2026")

    spans = [lines[0].period for lines in horizons(briefing, "net_revenue")]

    assert [span_words(briefing, span) for span in spans] == [same("2026")]


def test_of_a_metric_without_targets_there_is_none(briefed: Briefed) -> None:
    assert horizons(briefed({"kind": "reds"}), "orders") == ()
