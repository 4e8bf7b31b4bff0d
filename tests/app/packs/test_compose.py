"""A pack and a briefing become a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.compose import composed, without_lone_bars
from salesperf.app.packs.library import BUILT_IN, Pack
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import Text, same
from salesperf.metrics.request import Request
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, TableBlock, sections_of

Briefed = Callable[..., Briefing]


def test_sections_stand_in_order_under_keys_of_their_own(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "trend"}, {"kind": "targets"}, {"kind": "trend", "metric": "orders"}))

    assert [section.key for section in report.sections] == ["trend", "targets", "trend-2"]
    assert (report.schema, report.title.en) == ("salesperf.report/1", "Test")
    assert report.subtitle == Text("March 2026; data through Mar 31, 2026", "2026年3月；数据截至2026年3月31日")
    assert (report.meta.span, report.meta.through) == ((date(2026, 3, 1), date(2026, 3, 31)), date(2026, 3, 31))
    assert [one.key for one in report.definitions] == ["net_revenue", "orders"]


def test_the_conditions_of_the_question_stand_in_the_head(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "trend"}, where=("region=East",)))

    assert report.subtitle == Text(
        "Only region = East; March 2026; data through Mar 31, 2026", "仅 区域=East；2026年3月；数据截至2026年3月31日"
    )
    assert report.meta.only == Text("region = East", "区域=East")


def test_a_section_without_data_is_left_out_and_one_note_says_what_would_bring_it(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "trend"}, {"kind": "targets"}, {"kind": "collections"}, targets=False))

    assert [section.key for section in report.sections] == ["trend"]
    notes = [note.text.en for note in report.notes if note.key == "left_out"]
    targets, cash = (
        "Against target (needs a sheet of targets)",
        "Cash and receivables (needs tables of invoices and payments)",
    )
    assert notes == [f"left out: {targets}; {cash}"]


def test_of_several_breakdowns_the_one_left_out_is_named_by_its_dimension(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "breakdown", "by": "rep"}, {"kind": "breakdown", "by": "channel"}))

    notes = [note.text for note in report.notes if note.key == "left_out"]
    assert [note.en for note in notes] == [
        "left out: Breakdown by channel (needs a column or list that tells the dimension)"
    ]
    assert [note.zh for note in notes] == ["未列出：构成（按渠道）（需要含该维度的列或对照表）"]


def test_a_period_without_data_gives_a_report_that_says_so(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "trend"}, period="2030-01"))

    assert [section.key for section in report.sections] == ["empty"]
    empty = report.sections[0].empty
    assert empty is not None
    assert empty.en.startswith("no data for January 2030")


def test_files_that_name_no_currency_are_said_to(briefed: Briefed) -> None:
    amounts, counts = (composed(briefed({"kind": "trend", "metric": metric})) for metric in ("net_revenue", "orders"))

    (said,) = (note.text for note in amounts.notes if note.key == "no_currency")
    assert said.en == "no currency is named in these files: amounts are plain numbers (--currency USD names one)"
    assert "no_currency" not in {note.key for note in counts.notes}


def test_links_lead_to_sections_that_are_there(briefed: Briefed) -> None:
    report = composed(briefed({"kind": "targets"}, {"kind": "drill", "reps": 0}))

    keys = {section.key for section in sections_of(report)}
    links = {row.section for section in sections_of(report) for block in section.blocks for row in block.rows}
    assert links - {None} == {"team-East_Team", "team-West_Team"}
    assert links - {None} <= keys


def test_the_report_of_a_rep_names_nobody_else(briefed: Briefed) -> None:
    sections = ({"kind": "headline"}, {"kind": "targets"}, {"kind": "reds"}, {"kind": "bridge"}, {"kind": "drill"})

    report = composed(briefed(*sections).of(Whom("rep", "Mei Lin", "Mei Lin")))

    assert report.title.en == "Test: Mei Lin"
    assert "Ivo Kranz" not in repr(report)
    assert "Cas" not in repr(report.records)


@pytest.mark.parametrize(
    ("origin", "dimension", "title"),
    [
        (BUILT_IN, "team", Text("Team report: Mei", "团队报告：Mei")),
        (BUILT_IN, "rep", Text("Report: Mei", "报告：Mei")),
        (same("packs/team.toml"), "rep", Text("Team report: Mei", "团队报告：Mei")),
    ],
)
def test_a_pack_of_teams_that_is_asked_for_a_rep_is_no_team_report(
    briefed: Briefed, origin: Text, dimension: str, title: Text
) -> None:
    plan = PackPlan.model_validate(
        {"title": "Team report", "title_zh": "团队报告", "of": "team", "sections": [{"kind": "reds"}]}
    )
    asked = replace(briefed({"kind": "reds"}), pack=Pack("team", plan, origin))

    assert composed(asked.of(Whom(dimension, "Mei Lin", "Mei"))).title == title


def test_one_row_alone_is_not_drawn() -> None:
    figure = Figure(FigureKind.BAR, "f", same("f"), "who", ("sold",))
    columns = (Column("who", same("who")), Column("sold", same("sold")))

    def section(rows: int, *inner: Section) -> Section:
        block = TableBlock("t", same("t"), columns, (Row((Cell("a"), Cell(1))),) * rows, figures=(figure,))
        return Section("s", same("s"), blocks=(block,), sections=inner)

    (found,) = without_lone_bars((section(2, section(1)),))

    assert found.blocks[0].figures == (figure,)
    assert found.sections[0].blocks[0].figures == ()
    assert len(found.sections[0].blocks[0].rows) == 1


def test_of_a_running_period_a_report_of_targets_alone_says_what_changes_are_measured_against(briefed: Briefed) -> None:
    running, over = (composed(briefed({"kind": "targets"}, as_of=day)) for day in (date(2026, 3, 20), None))

    assert [note.text.en for note in running.notes if note.key == "partial"] == [
        "2026-03 is not complete: the data reach 2026-03-20; it is compared with the same elapsed part of its base"
    ]
    assert not [note for note in over.notes if note.key == "partial"]


def test_what_is_wrong_with_a_split_is_a_warning_of_the_page(company: Path) -> None:
    (company / "products.csv").write_text("Product ID,Category\nPump,Pumps\nHose,Hoses\n", encoding="utf-8")
    paths = tuple(str(company / name) for name in ("orders.csv", "products.csv"))
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "breakdown", "by": "category"}]})
    opened = read(workspace(Ask(paths, Surroundings(company, {}))))

    report = composed(briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03")))

    told = [note.text.en for note in report.notes if note.warning]
    assert len(told) == 1
    assert told[0].startswith("1 key is not in the products table: 'Valve' (4 rows")
