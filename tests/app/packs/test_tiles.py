"""Tiles: one metric large, with its target, its changes and the periods behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.tiles import tiles_of
from salesperf.core.status import Status

Briefed = Callable[..., Briefing]


def test_a_tile_holds_value_light_target_changes_and_trend(briefed: Briefed) -> None:
    tile = tiles_of(briefed({"kind": "headline"}), ("net_revenue",), months=2)[0]

    assert (tile.key, tile.cell.value, tile.cell.status) == ("net_revenue", Decimal(260), Status.RED)
    beside = {one.label.en: one.cell.value for one in tile.beside}
    assert beside["target"] == Decimal(300)
    assert beside["of target"] == pytest.approx(260 / 300)
    assert beside["on last period"] == pytest.approx(260 / 120 - 1)
    assert beside["on last year"] == pytest.approx(260 / 350 - 1)
    assert tile.trend == (120.0, 260.0)
    assert tile.trend_label.en == "last 2 months"


def test_the_line_of_a_tile_ends_with_the_last_period_that_is_over(briefed: Briefed) -> None:
    # To 20 March 2026: 240 in the month that runs, behind 13 months of which the first had 350 and the last 120.
    tile = tiles_of(briefed({"kind": "headline"}, as_of=date(2026, 3, 20)), ("net_revenue",), months=13)[0]

    assert (tile.cell.value, tile.cell.partial) == (Decimal(240), True)
    assert tile.trend == (350.0, *(0.0,) * 10, 120.0)
    assert tile.trend_label.en == "last 12 months"


def test_the_tile_of_a_rep_is_of_that_rep_alone(briefed: Briefed) -> None:
    briefing = briefed({"kind": "headline"}).of(Whom("rep", "Ivo Kranz", "Ivo Kranz"))

    tile = tiles_of(briefing, ("net_revenue", "orders"), months=2)[0]

    assert (tile.cell.value, tile.cell.status) == (Decimal(50), Status.RED)
    assert {one.label.en: one.cell.value for one in tile.beside}["target"] == Decimal(100)
    assert tile.trend == (40.0, 50.0)


def test_of_a_year_the_period_before_is_the_year_before_and_told_once(briefed: Briefed) -> None:
    tile = tiles_of(briefed({"kind": "headline"}, period="2026"), ("net_revenue",), months=2)[0]

    assert [one.label.en for one in tile.beside if "on " in one.label.en] == ["on last year"]


def test_metrics_that_the_files_do_not_tell_have_no_tile(briefed: Briefed) -> None:
    tiles = tiles_of(briefed({"kind": "headline"}), ("gross_margin", "orders"), months=2)

    assert [(tile.key, tile.cell.value) for tile in tiles] == [("orders", 4)]


def test_of_a_figure_of_more_days_than_the_targets_are_of_it_is_said_what_counts(
    briefed: Briefed, company: Path
) -> None:
    # 10 sold in January, of which no target is: 390 in all, and 380 against 450 for February and March.
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-01-05,Ann,Mei Lin,East Team,East,Pump,10\n")

    tile = tiles_of(briefed({"kind": "headline"}, period="2026-Q1"), ("net_revenue",), months=2)[0]

    assert (tile.cell.value, tile.cell.status) == (Decimal(390), None)
    beside = {one.key: one.cell for one in tile.beside}
    assert beside["target"].value == 450
    assert beside["of_target"].value == pytest.approx(380 / 450)
    assert beside["of_target"].aside == phrases.COUNTED
