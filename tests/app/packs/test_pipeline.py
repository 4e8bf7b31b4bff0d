"""`pipeline`: the open deals in short, by stage."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.company import PipelinePlan
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.library import Pack
from salesperf.app.packs.pipeline import pipeline
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request
from salesperf.report.model import Cell, Section
from section_words import rows, said, total

Briefed = Callable[..., Briefing]
DEALS = """Deal ID,Deal Name,Created Date,Customer,Sales Rep,Stage,Amount,Closed Date
D1,One,2026-03-02,Ann,Mei Lin,Proposal,100,
D2,Two,2026-03-03,Bob,Mei Lin,Negotiation,300,
D3,Three,2026-03-04,Cas,Ivo Kranz,Proposal,50,
D4,Four,2026-03-05,Dee,Ivo Kranz,Won,70,2026-03-31
"""


WEIGHED = """Deal ID,Created Date,Sales Rep,Stage,Amount,Probability,Expected Close Date,Closed Date
D1,2026-03-02,Mei Lin,Offer,1000,50%,2026-03-20,
D2,2026-03-03,Mei Lin,Talk,400,25%,2026-04-20,
D3,2026-03-04,Ivo Kranz,Talk,200,,2026-03-30,
D4,2026-03-05,Ivo Kranz,Won,70,100%,2026-04-01,2026-03-31
D5,2026-03-06,Ivo Kranz,Won,80,100%,2026-04-09,2026-04-08
"""


def told(folder: Path, deals: str, *, top: int = 12, stages: str = "") -> Section:
    if stages:
        (folder / "stage_history.csv").write_text(stages, encoding="utf-8")
    (folder / "deals.csv").write_text(deals, encoding="utf-8")
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "pipeline"}]})
    opened = read(workspace(Ask((str(folder),), Surroundings(folder, {}))))
    briefing = briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03"))
    section = pipeline(briefing, PipelinePlan(kind="pipeline", top=top))
    assert section is not None
    return section


def test_stages_follow_the_probability_of_their_deals_which_weighs_the_amounts(tmp_path: Path) -> None:
    section = told(tmp_path, WEIGHED)

    # Talk: 25 % of 400, and 200 that have no probability; Offer: half of 1000. D5 was open in March, in no known stage.
    assert rows(section, "pipeline", "deals", "amount", "weighted") == [
        (2, 600, Decimal(100)),
        (1, 1000, Decimal(500)),
        (1, 80, None),
    ]
    assert rows(section, "pipeline", "stage")[:2] == [("Talk",), ("Offer",)]
    assert total(section, "pipeline")["weighted"] == Decimal(600)
    assert said(section)[1:] == [
        "Past their expected close date: 2 of 4 open deals, 1,200 in all.",
        (
            "The files tell nothing of what happened to deals (no activities, no stage changes): a deal stands still "
            "here when its expected close is over."
        ),
        "Weighted by the probability that the file gives each deal: 600.",
        "Without an amount or a probability, and so not in the weighted sum: 2 of the deals.",
        "The stages are in the order of the median probability of their deals.",
    ]


def test_stages_beyond_those_shown_are_the_small_ones_and_the_others_keep_their_order(tmp_path: Path) -> None:
    more = "D5,Five,2026-03-05,Eve,Mei Lin,Prospecting,90,\nD6,Six,2026-03-05,Eve,Mei Lin,Qualified,70,\n"

    section = told(tmp_path, DEALS + more, top=2)

    assert rows(section, "pipeline", "deals", "amount") == [(2, 150), (1, 300), (2, 160)]


def test_one_stage_more_than_asked_for_stands_for_itself(tmp_path: Path) -> None:
    section = told(tmp_path, DEALS + "D5,Five,2026-03-05,Eve,Mei Lin,Prospecting,90,\n", top=2)

    stages = [("Prospecting",), ("Proposal",), ("Negotiation",)]
    assert rows(section, "pipeline", "stage") == stages


def test_a_guessed_order_and_stages_that_it_does_not_know_are_told(tmp_path: Path) -> None:
    section = told(tmp_path, DEALS + "D5,Five,2026-03-05,Eve,Mei Lin,Limbo,900,\n")

    assert rows(section, "pipeline", "stage") == [("Proposal",), ("Negotiation",), ("Limbo",)]
    assert said(section)[-2:] == [
        "The stages are in the order that stages of these names usually have: the files do not tell it.",
        "No usual place is known of Limbo: last.",
    ]


def test_without_any_order_the_largest_stage_comes_first_and_that_is_told(tmp_path: Path) -> None:
    section = told(tmp_path, DEALS.replace("Proposal", "Alpha").replace("Negotiation", "Zeta"))

    assert rows(section, "pipeline", "stage") == [("Zeta",), ("Alpha",)]
    assert said(section)[-1] == "Nothing tells the order of the stages: the one with the largest amount comes first."


def test_where_nothing_tells_what_stands_still_nothing_is_said_to(tmp_path: Path) -> None:
    section = told(tmp_path, DEALS)

    assert said(section)[:2] == [
        "3 deals over 450 are open.",
        (
            "Nobody knows whether open deals stand still: the files tell nothing of what happened to them (no "
            "activities, no stage changes), nor when they should close."
        ),
    ]
    assert [column.key for column in section.blocks[0].columns] == ["stage", "deals", "amount"]


def test_how_many_stand_still_is_said_with_what_standing_still_means(tmp_path: Path) -> None:
    # Of 31 March: Two moved 28 days ago and Three 27; One last moved on 20 January.
    old = DEALS.replace("D1,One,2026-03-02", "D1,One,2026-01-02")

    section = told(tmp_path, old, stages="Deal ID,Stage,Entered At\nD1,Proposal,2026-01-20\n")

    assert said(section)[:2] == [
        "3 deals over 450 are open; 1 of them stand still, over 100.",
        "A deal stands still when nothing happened to it for more than 30 days, or its expected close is over.",
    ]


def test_open_deals_are_counted_and_added_up_by_stage(tmp_path: Path) -> None:
    section = told(tmp_path, DEALS)

    block = section.blocks[0]
    rows = [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in block.rows]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("Proposal", 2, Decimal(150)),
        ("Negotiation", 1, Decimal(300)),
    ]
    assert block.total is not None
    assert [cell.value for cell in block.total.cells if isinstance(cell, Cell)][1:] == [3, Decimal(450)]


def test_without_deals_there_is_no_section(briefed: Briefed) -> None:
    assert pipeline(briefed({"kind": "pipeline"}), PipelinePlan(kind="pipeline")) is None
