"""The check of targets as a report."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Where
from salesperf.core.text import Lang, same
from salesperf.metrics.request import Request

HEAD = "scope,scope_id,metric,period,amount\n"


def test_a_sensible_sheet_gives_no_finding_at_all(checked: Any, sheet: str) -> None:
    assert checked(sheet).findings == ()


def test_every_letter_has_a_line_and_its_findings_stand_below_it(checked: Any, sheet: str) -> None:
    found = checked(sheet + "rep,Ane,net_revenue,2026-03,10\n").report

    summary, findings = found.blocks
    assert [row.cells[0].value for row in summary.rows] == [
        "Specific",
        "Measurable",
        "Achievable",
        "Relevant",
        "Time-bound",
    ]
    assert summary.rows[0].cells[2].value == "! 1 finding"
    assert summary.rows[1].cells[2].value == "✓ nothing found"
    assert [row.heading.en for row in findings.rows if row.heading] == ["Specific"]
    assert "'Ane'" in findings.rows[0].cells[2].value
    assert "did you mean 'Ann'?" in findings.rows[0].cells[3].value


def test_records_have_all_findings_where_people_see_ten(checked: Any, sheet: str) -> None:
    strangers = "".join(f"rep,Nobody {number},net_revenue,2026-03,1\n" for number in range(13))

    found = checked(sheet + strangers).report

    assert len([row for row in found.records.rows if row[1] == "F571"]) == 13
    shown = [row.cells[2].value for row in found.blocks[1].rows]
    assert len(shown) == 11
    assert shown[-1] == "and 3 more of the kind"


def test_what_reading_found_in_the_sheets_stands_under_its_letter(checked: Any, sheet: str) -> None:
    told = (
        issue("R601", "no year", Where("t.csv", row=3)),
        issue("R301", "no number", Where("t.csv", row=4)),
        issue("R110", "rows that are no data", Where("t.csv")),
        issue("R606", "twice", Where("t.csv", row=5)),
    )

    found = checked(sheet, told=told)

    assert [(row[0], row[1]) for row in found.report.records.rows] == [("measurable", "R301"), ("time_bound", "R601")]


def test_targets_alone_are_checked_as_far_as_they_tell(checked: Any, sheet: str) -> None:
    found = checked(sheet, orders="")

    assert [one.code for one in found.findings] == ["F570"]
    assert found.report.blocks[0].rows[2].cells[2].value == "– not checked: no data beside the targets"
    assert found.report.subtitle.en == "72 targets; no data beside them"


def test_a_period_leaves_the_targets_of_others_out(checked: Any, sheet: str) -> None:
    wrong = sheet + "rep,Ane,net_revenue,2026-05,10\n"

    assert checked(wrong, asked=Request(period="2026-Q1")).findings == ()
    assert [one.code for one in checked(wrong, asked=Request(period="2026-Q2")).findings] == ["F571"]


def test_no_targets_are_no_check(checked: Any) -> None:
    with pytest.raises(DataError, match="no targets"):
        checked("")
    with pytest.raises(DataError, match="no target is of orders: those of the files are of net_revenue"):
        checked(HEAD + "rep,Ann,net_revenue,2026-05,10\n", asked=Request(metrics=("orders",)))


def test_it_speaks_chinese(checked: Any, sheet: str) -> None:
    found = checked(sheet + "rep,Ane,net_revenue,2026-03,10\n", lang=Lang.ZH).report

    assert found.blocks[0].rows[0].cells[0].value == "具体"
    assert "「Ane」" in found.blocks[1].rows[0].cells[2].value


def test_whoever_leads_by_what_status_goes_by_is_not_told_to_be_counted_twice(checked: Any) -> None:
    sheet = "scope,scope_id,metric,period,amount\nrep,Mia,net_revenue,2026,160\nrep,Ann,net_revenue,2026,110\n"
    perhaps = issue("R607", same("perhaps"), Where("targets.csv"), value="Mia")
    of_another = issue("R607", same("perhaps"), Where("targets.csv"), value="Ann")

    found = checked(sheet + "rep,Bob,net_revenue,2026,50\n", told=(perhaps, of_another))

    assert perhaps not in found.findings
    assert of_another in found.findings
