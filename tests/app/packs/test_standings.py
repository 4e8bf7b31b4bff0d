"""Where everybody stands against target, as the sections of a pack are told it."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom

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


def test_a_team_is_told_of_its_reps_and_a_rep_of_the_own_line(briefed: Briefed) -> None:
    told = briefed({"kind": "targets"}).targets
    team, rep = Whom("team", "East Team", "East Team"), Whom("rep", "Ivo Kranz", "Ivo Kranz")

    assert [line.owner.name for line in told.lines("net_revenue", team)] == ["East Team", "Mei Lin"]
    assert told.lines("net_revenue", rep) == (told.line("net_revenue", rep),)
    assert told.line("net_revenue", Whom("rep", "nobody", "nobody")) is None
    assert len(told.lines("net_revenue", None)) == 5
