"""Where everybody stands against target, as the sections of a pack are told it."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.packs.briefing import Briefing

Briefed = Callable[..., Briefing]


def test_the_board_of_a_metric_is_there_where_it_has_targets(briefed: Briefed) -> None:
    told = briefed({"kind": "targets"}).targets

    assert told.board("net_revenue") is not None
    assert told.board("orders") is None
    assert told.why is None


def test_without_targets_it_is_said_why_there_are_no_standings(briefed: Briefed) -> None:
    told = briefed({"kind": "targets"}, targets=False).targets

    assert (told.standings, told.why.en if told.why else "") == (None, "no targets to measure against")


def test_targets_that_cannot_be_measured_stop_nothing(briefed: Briefed) -> None:
    told = briefed({"kind": "targets"}, where=("customer=Ann",)).targets

    assert told.standings is not None or told.why is not None
