from __future__ import annotations

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.onboarding.report import onboarding_report
from salesperf.analyses.targets.onboarding.section import OnboardingSection
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.errors import DataError
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.examples import NEWCOMER
from salesperf.metrics.request import Request
from salesperf.report.model import Cell, Report
from salesperf.tables.literal import bundle_of


def reported(*tables: tuple[str, str], period: str | None = None, lang: Lang = Lang.EN) -> Report:
    bundle = bundle_of(tables)
    facts = facts_of(bundle, section=SalesSection())
    question = Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, Request(period=period))
    return onboarding_report(question, TargetsSection(), OnboardingSection(), lang=lang)


def told(report: Report, key: str) -> str:
    return next(note.text.say(report.lang) for note in report.notes if note.key == key)


def test_each_newcomer_has_a_row_and_the_notes_say_how_long_it_takes() -> None:
    report = reported(*NEWCOMER)

    (block,) = report.blocks
    cells = [cell.value for cell in block.rows[0].cells if isinstance(cell, Cell)]
    assert cells[0] == "R2"
    assert cells[2:5] == ["on board", 4, "2026-02..2026-04"]
    assert told(report, "onboarding_months").startswith(
        "net revenue: of 1 newcomer 1 came on board, the median after 4 months; 0 since an unknown month"
    )
    assert told(report, "onboarding").startswith("on board is who reaches 80% of the attainment of peers")
    assert report.records.rows[0][4] == "on_board"


def test_a_period_asks_for_those_hired_in_it() -> None:
    report = reported(*NEWCOMER, period="2026-03")

    assert report.subtitle is not None
    assert report.subtitle.en.startswith("hired March 2026; data through ")
    assert report.blocks[0].rows == ()
    assert report.records.rows == ()
    assert all(note.key != "onboarding_months" for note in report.notes)


def test_chinese_reports_speak_chinese() -> None:
    report = reported(*NEWCOMER, lang=Lang.ZH)

    assert "已达标" in [cell.value for cell in report.blocks[0].rows[0].cells if isinstance(cell, Cell)]
    assert told(report, "onboarding_months").startswith("销售净额：共 1 名新人，1 人已达标（中位数 4 个月）")


def test_targets_of_rates_tell_no_onboarding() -> None:
    orders, people, _ = NEWCOMER
    targets = ("targets", "scope,scope_id,metric,period,amount\nrep,R2,return_rate,2026-03,0.1\n")

    report = reported(orders, people, targets)

    assert report.blocks == ()
    assert told(report, "not_adding") == "return rate does not add up over months: no onboarding by it"


def test_without_targets_there_is_nothing_to_hold_newcomers_against() -> None:
    with pytest.raises(DataError, match="no targets to measure against"):
        reported(*NEWCOMER[:2])
