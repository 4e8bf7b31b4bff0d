from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.core.errors import UsageError
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.report.model import Report

ORDERS = (
    "order_id,order_date,rep_id,rep_name,region,amount\n"
    "1,2026-01-05,R1,Ann,East,600\n2,2026-01-20,R1,Ann,East,600\n3,2026-01-21,R1,Ann,West,50\n4,2026-01-22,R2,Ben,East,9\n"
)
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))
PLAN = """
[[component]]
name = "base"
where = ["region=East"]
rule = "tiered"
mode = "marginal"
tiers = [{ to = 1000, rate = 0.01 }, { rate = 0.02 }]
"""


def report(who: str, lang: Lang = Lang.EN) -> Report:
    return explain_report(worked_out(ground(orders=ORDERS), plan(PLAN), JANUARY.end), who, JANUARY, lang=lang)


def cells(found: Report, key: str) -> list[list[str]]:
    [block] = [one for one in found.blocks if one.key == key]
    return [[str(cell.value) for cell in row.cells] for row in block.rows]


@pytest.mark.parametrize("who", ["Ann", "R1"])
def test_a_payout_is_taken_apart_into_slices_and_rows(who: str) -> None:
    found = report(who)

    # Worked by hand: 1,000 x 1 % + 200 x 2 % = 14; the second order lies on both slices: 400 x 1 % + 200 x 2 % = 8.
    slices = [[row[1], row[2], row[4], row[5]] for row in cells(found, "slices_base")]
    assert [[str(float(one)) for one in row] for row in slices] == [
        ["0.0", "1000.0", "0.01", "10.0"],
        ["1000.0", "1200.0", "0.02", "4.0"],
    ]
    assert [(row[4], row[-2], float(row[-1])) for row in cells(found, "rows_base")] == [
        ("1", "1%", 6.0),
        ("2", "1% + 2%", 8.0),
    ]


def test_rows_that_nothing_is_paid_for_say_why() -> None:
    [[*_, why]] = cells(report("Ann"), "unpaid")

    assert "region=East" in why
    assert cells(report("Ann", Lang.ZH), "unpaid")[0][-1] == "没有组成部分计入：region=East"


def test_somebody_who_is_not_credited_is_not_known() -> None:
    with pytest.raises(UsageError):
        report("Anne")


def test_a_return_that_is_taken_back_for_is_no_row_that_nothing_is_paid_for() -> None:
    rows = "order_id,order_date,rep_id,region,amount\n1,2026-01-05,R1,East,600\n1,2026-02-03,R1,East,-100\n"
    february = Span(date(2026, 2, 1), date(2026, 2, 28))
    by = plan(PLAN, clawback="as_paid")

    found = explain_report(worked_out(ground(orders=rows), by, february.end), "R1", february, lang=Lang.EN)

    assert [row[:1] + row[2:] for row in cells(found, "payout")] == [
        ["base", "0.00", "nothing was credited in the period"],
        [
            "taken back: base",
            "-1.00",
            "100 came back (orders.csv, row 3) of the sale of 2026-01-05 (orders.csv, row 2)",
        ],
    ]
    assert "unpaid" not in {one.key for one in found.blocks}
