"""Targets that look wrong, and their lights."""

from __future__ import annotations

from typing import Any

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle

RATES = "scope,scope_id,metric,period,amount\ncompany,,return_rate,2026-03,{}\n"


def status(of: Bundle, *metrics: str) -> Any:
    doubts = [issue("F575", "far below", Where(), value=metric) for metric in metrics]
    question = Question(of, facts_of(of, section=SalesSection()), SalesSection(), CalendarSection(), CATALOG, Request())
    return status_report(question, TargetsSection(), doubts=doubts, lang=Lang.EN)


def test_a_rate_that_no_target_can_be_has_no_light(bundle: Any, line: Any) -> None:
    wrong = line(status(bundle(targets=RATES.format("50"))), "company")
    right = line(status(bundle(targets=RATES.format("0.5"))), "company")

    assert (wrong["status"], right["status"]) == ("unknown", "green")
    assert wrong["remark"].startswith("no light: no such rate can be reached (F584)")


def test_targets_whose_owner_is_in_doubt_have_no_light(bundle: Any, line: Any) -> None:
    of = bundle()
    doubts = [issue(code, "said", Where(), value="net_revenue") for code in ("R617", "R614")]
    question = Question(of, facts_of(of, section=SalesSection()), SalesSection(), CalendarSection(), CATALOG, Request())

    found = line(status_report(question, TargetsSection(), doubts=doubts, lang=Lang.EN), "Ann")

    assert found["status"] == "unknown"
    assert found["remark"].startswith("no light: targets of one cell left out (R617)")
    told = line(status_report(question, TargetsSection(), doubts=doubts[1:], lang=Lang.EN), "Ann")
    assert told["status"] != "unknown"


def test_targets_whose_unit_looks_wrong_have_no_light(bundle: Any, line: Any) -> None:
    found = status(bundle(), "net_revenue")

    for who in ("company", "East", "Ann", "Bob"):
        assert line(found, who)["status"] == "unknown"
    assert line(found, "Ann")["remark"] == "no light: the unit looks wrong (F575)"
    assert line(found, "Ann")["attainment"] is not None


def test_other_metrics_and_sheets_keep_their_lights(bundle: Any, line: Any) -> None:
    assert line(status(bundle(), "gross_revenue"), "Ann")["status"] != "unknown"
