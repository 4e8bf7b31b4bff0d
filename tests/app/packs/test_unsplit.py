"""What is said of the metrics that a breakdown was asked for and does not show."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.compose import composed
from salesperf.app.packs.unsplit import unsplit

Briefed = Callable[..., Briefing]


def test_a_metric_that_cannot_be_split_is_told_with_what_is_lacking(briefed: Briefed) -> None:
    wanted = {"kind": "breakdown", "by": "region", "metrics": ["net_revenue", "gross_margin", "win_rate"]}

    notes = [note.text for note in composed(briefed(wanted)).notes if note.key == "unsplit"]

    assert len(notes) == 1
    assert notes[0].en.startswith("left out of the tables by region: gross margin (needs ")
    assert "; win rate (needs " in notes[0].en
    assert notes[0].zh.startswith("按区域的表格未列出：毛利率（需要")


def test_a_breakdown_of_all_its_metrics_is_told_nothing_of(briefed: Briefed) -> None:
    wanted = {"kind": "breakdown", "by": "region", "metrics": ["net_revenue", "orders"]}

    assert list(unsplit(briefed(wanted))) == []


def test_a_breakdown_that_is_not_there_at_all_is_told_elsewhere(briefed: Briefed) -> None:
    assert list(unsplit(briefed({"kind": "breakdown", "by": "channel", "metrics": ["net_revenue"]}))) == []
