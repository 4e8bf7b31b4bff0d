"""What stands above reps: teams, or regions in their place; and who belongs where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.drill import drill
from salesperf.app.packs.levels import level_above_reps, reps_by, section_of

Briefed = Callable[..., Briefing]

PLAN = DrillPlan(kind="drill", metrics=("net_revenue",), months=2)
DRILL = {"kind": "drill", "metrics": ["net_revenue"]}


def without_teams(company: Path, *more: str) -> None:
    """The orders without their column of teams, with further lines."""
    lines = (company / "orders.csv").read_text(encoding="utf-8").splitlines()
    cells = [line.split(",") for line in (*lines, *more)]
    (company / "orders.csv").write_text("\n".join(",".join((*row[:4], *row[5:])) for row in cells), encoding="utf-8")


def test_only_a_pack_with_a_drill_down_has_sections_to_link_to(briefed: Briefed) -> None:
    assert section_of(briefed(DRILL), "rep", "Mei Lin") == "rep-Mei_Lin"
    assert section_of(briefed({"kind": "trend"}), "rep", "Mei Lin") is None
    assert section_of(briefed(DRILL), "customer", "Ann") is None
    assert section_of(briefed(DRILL), "region", "East") is None


def test_teams_stand_above_reps_where_there_are_teams(briefed: Briefed) -> None:
    assert level_above_reps(briefed(DRILL)) == "team"
    assert reps_by(briefed(DRILL), "team") == {"East Team": ("Mei Lin",), "West Team": ("Ivo Kranz",)}


def test_regions_stand_in_the_place_of_teams_where_each_rep_sells_in_one(briefed: Briefed, company: Path) -> None:
    without_teams(company)

    section = drill(briefed(DRILL), PLAN)

    assert section is not None
    assert section.title.en == "Regions and reps"
    assert [(one.key, [rep.key for rep in one.sections]) for one in section.sections] == [
        ("region-East", ["rep-Mei_Lin"]),
        ("region-West", ["rep-Ivo_Kranz"]),
    ]
    assert [row.section for row in section.blocks[0].rows] == ["region-East", "region-West"]


def test_regions_across_which_reps_sell_are_nobodys_team(briefed: Briefed, company: Path) -> None:
    without_teams(company, "10,2026-03-30,Eve,Mei Lin,,West,Pump,1")

    section = drill(briefed(DRILL), PLAN)

    assert level_above_reps(briefed(DRILL)) is None
    assert section is not None
    assert [one.key for one in section.sections] == ["rep-Mei_Lin", "rep-Ivo_Kranz"]


def test_managers_stand_in_the_place_of_teams_where_regions_do_not(briefed: Briefed, company: Path) -> None:
    # East is that of Mei Lin's sales but one, so that regions are nobody's team; the reps have a manager each.
    without_teams(company, "10,2026-03-30,Eve,Mei Lin,,West,Pump,1")
    header, *lines = (company / "orders.csv").read_text(encoding="utf-8").splitlines()
    managed = [f"{line},{'Ada Boss' if 'Mei Lin' in line else 'Bo Chief'}" for line in lines]
    (company / "orders.csv").write_text("\n".join((f"{header},Manager", *managed)), encoding="utf-8")

    section = drill(briefed(DRILL), PLAN)

    assert level_above_reps(briefed(DRILL)) == "manager"
    assert section is not None
    assert section.title.en == "Managers and reps"
    assert [(one.key, [rep.key for rep in one.sections]) for one in section.sections] == [
        ("manager-Ada_Boss", ["rep-Mei_Lin"]),
        ("manager-Bo_Chief", ["rep-Ivo_Kranz"]),
    ]


def test_regions_with_targets_are_above_reps_wherever_these_sell(briefed: Briefed, company: Path) -> None:
    without_teams(company, "10,2026-03-30,Eve,Mei Lin,,West,Pump,1")
    with (company / "targets.csv").open("a", encoding="utf-8") as targets:
        targets.write("region,East,net_revenue,2026-03,180\nregion,West,net_revenue,2026-03,90\n")

    section = drill(briefed(DRILL), PLAN)

    assert section is not None
    # Mei Lin sold 210 in the east and 1 in the west: she stands where she sold most, with all she sold.
    east, west = section.sections
    assert [[tile.cell.value for tile in one.tiles] for one in (east, west)] == [[210], [51]]
    assert [rep.tiles[0].cell.value for rep in east.sections] == [211]
    assert [rep.key for rep in west.sections] == ["rep-Ivo_Kranz"]


def test_reps_without_a_team_have_a_section_after_the_teams(briefed: Briefed, company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-03-30,Eve,Nia Roe,,,Pump,7\n")

    section = drill(briefed(DRILL), PLAN)

    assert section is not None
    assert [one.title.en for one in section.sections] == ["East Team", "West Team", "Reps without a team"]
    assert [(one.key, one.tiles[0].cell.value) for one in section.sections[-1].sections] == [("rep-Nia_Roe", 7)]


def test_teams_and_reps_stand_by_what_they_sold(briefed: Briefed, company: Path) -> None:
    with (company / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("10,2026-03-30,Eve,Zoe Abt,West Team,West,Pump,170\n")

    section = drill(briefed(DRILL), PLAN)

    assert section is not None
    # West: 50 + 170 = 220, East: 210; Zoe Abt 170, Ivo Kranz 50.
    assert [one.key for one in section.sections] == ["team-West_Team", "team-East_Team"]
    assert [one.key for one in section.sections[0].sections] == ["rep-Zoe_Abt", "rep-Ivo_Kranz"]
