from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.exporting.payroll_rows import payroll_report
from salesperf.analyses.commission.together import Asked
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.report.model import Report

PLAN = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n[holdback]\nshare = 0.2\nrelease_after = 1\n'
ORDERS = "order_id,order_date,rep_id,amount\n1,2026-01-03,Ann,1000\n2,2026-02-03,Ann,500\n3,2026-02-04,Ben,-70\n"
FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))


def report(span: Span = FEBRUARY) -> Report:
    return payroll_report([Asked(worked_out(ground(orders=ORDERS), plan(PLAN), span.end), span)], lang=Lang.EN)


def test_a_row_a_person_says_what_the_payout_is_made_of() -> None:
    # By hand: Ann 50, of which 10 are held back and 20 of January released; Ben pays 7 back.
    found = report()

    keys = [column.key for column in found.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in found.records.rows]
    assert [(row["rep_id"], row["commission"], row["holdback"], row["payout"]) for row in rows] == [
        ("Ann", Decimal("50.00"), Decimal("10.00"), Decimal("60.00")),
        ("Ben", Decimal("-7.00"), 0, Decimal("-7.00")),
    ]
    parts = keys[keys.index("commission") : keys.index("payout")]
    assert all(sum(row[key] for key in parts) == row["payout"] for row in rows)
    assert [note.text.en for note in found.notes] == ["Ben: -7.00 is to be paid back"]


def test_the_page_leaves_out_what_nobody_has_and_adds_up() -> None:
    [table] = report().blocks

    assert [column.key for column in table.columns if column.adds_up] == ["commission", "holdback", "payout"]
    assert table.total is not None
    assert [cell.value for cell in table.total.cells if isinstance(cell.value, Decimal)] == [
        Decimal("43.00"),
        Decimal("10.00"),
        Decimal("53.00"),
    ]


def test_several_periods_are_added_up() -> None:
    found = report(Span(date(2026, 1, 1), FEBRUARY.end))

    assert [row[-2] for row in found.records.rows] == [Decimal("140.00"), Decimal("-7.00")]
