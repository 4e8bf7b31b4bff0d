"""Standings as a report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Lang
from salesperf.report.chart import chart_of
from salesperf.report.figure import FigureKind


def test_thresholds_of_a_metric_stand_before_those_of_all(report: Any, bundle: Any, line: Any) -> None:
    section = TargetsSection.model_validate({"metrics": {"net_revenue": {"green": 0.5, "yellow": 0.3}}})

    found = report(bundle(), section=section)

    assert line(found, "East")["status"] == "green", "a pace of 90 / 90"
    assert line(found, "Bob")["pace"] == pytest.approx(1.0)
    assert line(report(bundle(), section=section, as_of=date(2026, 3, 12)), "Bob")["status"] == "red", "nothing yet"


def test_titles_say_the_period_as_people_write_it(report: Any, bundle: Any) -> None:
    found = report(bundle(), as_of=date(2026, 3, 12))

    titles = [block.title.en for block in found.blocks]
    assert found.subtitle.en == "March 2026; data through Mar 12, 2026"
    assert titles == ["net revenue: March 2026", "net revenue: Year to date, January – March 2026"]
    assert {row[2] for row in found.records.rows} == {"2026-03", "2026-01-01..2026-03-31"}, "records keep the keys"


def test_a_board_is_a_bullet_for_everybody_against_their_targets(report: Any, bundle: Any) -> None:
    block = report(bundle()).blocks[0]

    (figure,) = block.figures
    assert (figure.kind, figure.label, figure.values, figure.target) == (
        FigureKind.BULLET,
        "who",
        ("actual",),
        "target",
    )
    chart = chart_of(figure, block, lang=Lang.EN, currency=None)
    assert chart is not None
    assert [name == name.strip() for name in chart.categories] == [True] * len(block.rows)
