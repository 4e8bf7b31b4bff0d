from __future__ import annotations

from datetime import date

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.linting.report import findings_of, is_note, lint_report
from salesperf.core.text import Lang
from salesperf.metrics.catalog import CATALOG
from salesperf.report.model import Cell

TIERS = "tiers = [{ to = 100, rate = 0.01 }, { to = 1000, rate = 0.02 }, { rate = 0.03 }]"
WHOLE = f'[[component]]\nname = "x"\nrule = "tiered"\nmode = "whole"\ntie = "lower"\n{TIERS}\n'
ORDERS = "order_id,order_date,rep_id,amount\n1,2026-01-05,Ann,50\n2,2026-01-20,Ben,150\n"


def test_the_largest_jump_stands_first_and_notes_last() -> None:
    by = plan(WHOLE)
    found = worked_out(ground(orders=ORDERS), by, date(2026, 1, 31))

    told = findings_of(by, found, CATALOG)

    # 1,000 x 1 % = 10 and 100 x 1 % = 1; nobody is above 1,000.
    assert [(one.found.value, str(one.at), str(one.jump)) for one in told] == [
        ("cliff", "1000", "10.00"),
        ("cliff", "100", "1.00"),
        ("dead_tier", "1000", "None"),
    ]
    assert [is_note(one) for one in told] == [False, False, True]


def test_the_report_has_a_row_for_each_and_says_when_no_sales_were_given() -> None:
    by = plan(WHOLE)

    report = lint_report(by, findings_of(by, None, CATALOG), None, lang=Lang.ZH)

    assert [row[:4] for row in report.records.rows] == [("test", "cliff", "warning", "x")] * 2
    first = report.blocks[0].rows[0].cells[0]
    assert isinstance(first, Cell)
    assert first.value == "! 警告"
    assert [note.key for note in report.notes] == ["no_sales"]
    assert lint_report(by, (), worked_out(ground(orders=ORDERS), by, date(2026, 1, 31)), lang=Lang.EN).notes == ()
