"""The teams and reps that a report can be of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.people import everybody, must_be_told, whom_named
from salesperf.core.errors import UsageError

Briefed = Callable[..., Briefing]


def test_a_name_is_found_and_a_misspelled_one_is_answered_with_the_nearest(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"})

    assert whom_named(briefing, "rep", " Mei Lin ") == Whom("rep", "Mei Lin", "Mei Lin")
    with pytest.raises(UsageError) as fault:
        whom_named(briefing, "rep", "Mei Linn")
    assert fault.value.hint == "did you mean 'Mei Lin'?"


def test_where_no_name_is_like_it_all_are_told(briefed: Briefed) -> None:
    with pytest.raises(UsageError) as fault:
        whom_named(briefed({"kind": "trend"}), "rep", "不存在")

    assert fault.value.text.zh == "没有名为「不存在」的销售员"
    assert fault.value.hint_text.zh == "可用的有：「Ivo Kranz」、「Mei Lin」"


def test_files_without_teams_say_which_header_brings_them_and_how_to_ask_by_region(
    briefed: Briefed, company: Path
) -> None:
    orders = company / "orders.csv"
    orders.write_text(re.sub(",(Team|East Team|West Team),", ",", orders.read_text("utf-8")), encoding="utf-8")

    with pytest.raises(UsageError) as fault:
        everybody(briefed({"kind": "trend"}), "team")

    assert "a column headed 'Team'" in fault.value.hint
    assert "--where region=East" in fault.value.hint


def test_everybody_is_who_has_something_in_the_period_or_a_target(briefed: Briefed) -> None:
    assert [whom.key for whom in everybody(briefed({"kind": "trend"}), "team")] == ["East Team", "West Team"]
    with pytest.raises(UsageError) as fault:
        everybody(briefed({"kind": "trend"}, period="2025-06", targets=False), "rep")
    assert "no rep has sales or a target in 2025-06" in fault.value.message
    assert "from 2025-03-03 to 2026-03-31" in fault.value.hint


@pytest.mark.parametrize("kind", ["own_targets", "own_kpis", "top_customers", "next_week"])
@pytest.mark.parametrize("targets", [True, False])
def test_sales_count_whatever_the_sections_measure(briefed: Briefed, kind: str, targets: bool) -> None:  # noqa: FBT001
    assert [whom.key for whom in everybody(briefed({"kind": kind}, targets=targets), "rep")] == ["Ivo Kranz", "Mei Lin"]


def test_sales_of_the_year_before_count_where_others_have_targets(briefed: Briefed, company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2025-03-30,Eve,Ian Birch,West Team,West,Pump,10\n")
        orders.write("11,2025-01-30,Eve,Long Gone,West Team,West,Pump,10\n")

    assert [whom.key for whom in everybody(briefed({"kind": "own_kpis"}), "rep")] == [
        "Ian Birch",
        "Ivo Kranz",
        "Mei Lin",
    ]


def test_files_without_teams_say_so_whatever_is_asked_of_a_team(briefed: Briefed, company: Path) -> None:
    header, *lines = (company / "orders.csv").read_text(encoding="utf-8").splitlines()
    cells = [line.split(",") for line in (header, *lines)]
    (company / "orders.csv").write_text("\n".join(",".join((*row[:4], *row[5:])) for row in cells), encoding="utf-8")

    with pytest.raises(UsageError, match="these files tell of no team"):
        must_be_told(briefed({"kind": "trend"}), "team")
    must_be_told(briefed({"kind": "trend"}), "rep")
