from __future__ import annotations

from salesperf.analyses.commission.checking.check import Checked, Named
from salesperf.analyses.commission.checking.report import SHOWN, check_report
from salesperf.core.text import Lang, same


def test_every_check_has_a_verdict_also_one_that_was_not_made() -> None:
    found = [Checked(Named.PLANS_USABLE, 2), Checked(Named.WORKED_OUT, 1, (same("no rate"),))]

    report = check_report(found, lang=Lang.EN)

    rows = report.records.rows
    assert rows[0] == ("plans_usable", "holds", 2, None)
    assert ("worked_out", "fails", 1, "no rate") in rows
    assert ("lines_sum_to_payouts", "not_looked_at", None, None) in rows
    assert {row[0] for row in rows} == {one.value for one in Named}
    assert [block.key for block in report.blocks] == ["checks", "faults"]


def test_of_many_faults_a_page_shows_the_first_and_the_records_all() -> None:
    faults = tuple(same(f"fault {number}") for number in range(SHOWN + 2))

    report = check_report([Checked(Named.WORKED_OUT, 1, faults)], lang=Lang.EN)

    assert len(report.blocks[1].rows) == SHOWN + 1
    assert sum(row[1] == "fails" for row in report.records.rows) == SHOWN + 2
    assert check_report([], lang=Lang.ZH).blocks[0].rows[0].cells != ()
