"""Who a company consists of."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.groups import groups_of
from salesperf.app.packs.standings import Told

Briefed = Callable[..., Briefing]


def test_groups_are_those_with_lines_or_targets(briefed: Briefed) -> None:
    assert briefed({"kind": "drill"}).groups("rep") == {"Ivo Kranz": "Ivo Kranz", "Mei Lin": "Mei Lin"}


def test_without_targets_groups_are_those_with_lines(briefed: Briefed) -> None:
    measuring = briefed({"kind": "drill"}, targets=False).measuring

    assert groups_of(measuring, Told(), "team") == {"East Team": "East Team", "West Team": "West Team"}
    assert groups_of(measuring, Told(), "channel") == {}
