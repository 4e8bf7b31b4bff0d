"""What is said of a section that is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.compose import composed
from salesperf.app.packs.library import Pack
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import Text, same
from salesperf.metrics.request import Request
from salesperf.report.model import Report

Briefed = Callable[..., Briefing]
ORDERS = """Order ID,Order Date,Customer,Sales Rep,Team,Product,Category,Amount
1,2026-03-02,Ann,Mei Lin,East Team,Pump A,Pumps,150
2,2026-03-09,Bob,Ivo Kranz,West Team,Valve B,Valves,60
"""
INVOICES = """Invoice ID,Invoice Date,Due Date,Customer,Sales Rep,Amount
I1,2026-03-02,2026-04-01,Ann,Mei Lin,150
"""
PAYMENTS = """Payment ID,Payment Date,Invoice ID,Customer,Sales Rep,Amount
P1,2026-03-31,I1,Ann,Mei Lin,50
"""
DEALS = """Deal ID,Created,Stage,Status,Customer,Sales Rep,Amount
D1,2026-03-02,Proposal,open,Ann,Mei Lin,500
"""
FILES = {"orders": ORDERS, "invoices": INVOICES, "payments": PAYMENTS, "deals": DEALS}
SECTIONS = ("headline", "collections", "receivables", "pipeline")


def _briefing(folder: Path, *, where: tuple[str, ...] = (), of: Iterable[str] = tuple(FILES)) -> Briefing:
    for name in of:
        (folder / f"{name}.csv").write_text(FILES[name], encoding="utf-8")
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": kind} for kind in SECTIONS]})
    opened = read(workspace(Ask((str(folder),), Surroundings(folder, {}))))
    return briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03", where=where))


def _left_out(report: Report) -> Text | None:
    return next((note.text for note in report.notes if note.key == "left_out"), None)


def test_everything_that_the_files_tell_is_there_without_conditions(tmp_path: Path) -> None:
    assert _left_out(composed(_briefing(tmp_path))) is None


def test_a_section_that_the_conditions_do_not_reach_says_so(tmp_path: Path) -> None:
    found = _left_out(composed(_briefing(tmp_path, where=("category=Pumps",))))

    assert found is not None
    assert found.en == (
        "left out: Cash and receivables (cannot be told of category = Pumps alone); Receivables (cannot be told of "
        "category = Pumps alone); Pipeline (cannot be told of category = Pumps alone)"
    )
    assert found.zh.startswith("未列出：回款与应收（无法仅就产品类别=Pumps得出）；")


def test_a_table_that_is_not_there_is_needed_whatever_the_conditions(tmp_path: Path) -> None:
    found = _left_out(composed(_briefing(tmp_path, where=("category=Pumps",), of=["orders"])))

    assert found is not None
    assert "Pipeline (needs a table of deals)" in found.en
    assert "alone" not in found.en


def test_what_names_reps_and_no_team_is_cured_by_a_list_of_people(tmp_path: Path) -> None:
    found = _left_out(composed(_briefing(tmp_path).of(Whom("team", "East Team", "East Team"))))

    cure = "(cannot be told of East Team alone: a list of people with their teams would tell it)"
    assert found is not None
    assert found.en == f"left out: Cash and receivables {cure}; Receivables {cure}; Pipeline {cure}"


def test_targets_that_are_of_others_are_no_missing_sheet(briefed: Briefed) -> None:
    found = _left_out(composed(briefed({"kind": "trend"}, {"kind": "targets"}, where=("product=Pump",))))

    assert found is not None
    assert found.en == "left out: Against target (no target is of product = Pump in this period)"
