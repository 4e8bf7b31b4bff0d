"""Teams that a sheet of targets calls by another name than the sales."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.team_names import region_named, team_named

HEAD = "scope,scope_id,metric,period,amount\n"
ORDERS = """\
order_id,order_date,rep_name,team,amount
1,2026-03-02,Ann,North,30.00
2,2026-03-13,Bob,North,60.00
3,2026-03-12,Cid,South,9.00
"""
REPS = "rep,Ann,net_revenue,2026-03,40\nrep,Bob,net_revenue,2026-03,50\nrep,Cid,net_revenue,2026-03,20\n"


@pytest.mark.parametrize(
    ("written", "team"),
    [
        ("销售二部", "二部"), ("营销2部", "二部"), ("二部", "二部"), ("销售部二组", "二组"), ("大客户部", "大客户"),
        ("华东销售团队", "华东"), ("二队", None), ("销售部", None), ("三部", None), ("华东大区", None),
        ("Team North", "North"), ("NORTH TEAM", "North"), ("North Sales Dept.", "North"), ("Northern", None),
    ],
)  # fmt: skip
def test_words_for_teams_alone_may_differ(written: str, team: str | None) -> None:
    assert team_named(written, ["一部", "二部", "二组", "大客户", "华东", "North", "South"]) == team


@pytest.mark.parametrize(
    ("written", "region"),
    [("华东大区", "华东"), ("华东区域", "华东"), ("East region", "East"), ("北区", None), ("Far East", None)],
)
def test_words_for_regions_alone_may_differ(written: str, region: str | None) -> None:
    assert region_named(written, ["华东", "华南", "East"]) == region


def test_a_region_among_people_is_measured_as_the_region(report: Any, bundle: Any, line: Any) -> None:
    orders = ORDERS.replace("team", "region")
    targets = HEAD + "rep,North Region,net_revenue,2026-03,90\n" + REPS

    found = report(bundle(orders=orders, people=None, targets=targets))

    assert line(found, "company")["target"] == Decimal(110)
    assert (line(found, "North")["scope"], line(found, "North")["actual"]) == ("region", Decimal(90))


def test_an_initial_is_nobodys_team() -> None:
    assert team_named("A", ["A组", "B组"], is_person=True) is None
    assert team_named("A组", ["A组", "B组"], is_person=True) == "A组"
    assert team_named("North", ["North team"], is_person=True) == "North team"


@pytest.mark.parametrize("scope", ["rep", "team"])
def test_a_team_under_another_name_is_measured_as_the_team_and_added_to_nobodys(
    report: Any, bundle: Any, line: Any, notes: Any, scope: str
) -> None:
    teams = f"{scope},Team North,net_revenue,2026-03,90\n{scope},South team,net_revenue,2026-03,20\n"

    found = report(bundle(orders=ORDERS, people=None, targets=HEAD + teams + REPS))

    assert line(found, "company")["target"] == Decimal(110)
    assert (line(found, "North")["actual"], line(found, "North")["target"]) == (Decimal(90), Decimal(90))
    assert "'Team North' is taken as the team 'North'" in notes(found)["F573"]
    assert "F571" not in notes(found)


def test_a_person_of_the_name_of_a_team_stays_a_person(report: Any, bundle: Any, line: Any, notes: Any) -> None:
    people = "rep_id,rep_name,team\nR9,North,South\n"
    known = report(bundle(orders=ORDERS, people=people, targets=HEAD + "rep,North,net_revenue,2026-03,90\n" + REPS))

    assert line(known, "North")["scope"] == "rep"
    assert "F573" not in notes(known)
