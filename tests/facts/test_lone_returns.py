from __future__ import annotations

from decimal import Decimal

from salesperf.core.errors import Issue
from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEADER = "order_id,order_date,amount,status\n"
SHOP = "S1,2026-01-05,100,completed\nS2,2026-01-06,40,returned\nS3,2026-01-07,70,completed\nS3,2026-01-08,20,returned\n"


def told(rows: str, **settings: object) -> tuple[tuple[Issue, ...], Decimal]:
    section = SalesSection.model_validate(settings)
    found = sales(bundle_of([("orders", HEADER + rows)]), section=section)
    return found.findings, collect(found.lines)["net"].sum()


def test_both_readings_are_told_with_their_net_revenue() -> None:
    (finding,), net = told(SHOP)

    # Credit notes: 100 + 70 - 40 - 20 = 110. Sales that came back: 40 and 20 were sold before, so 110 + 60 = 170.
    assert net == 110
    assert (finding.code, finding.count) == ("F510", 1)
    assert finding.message == (
        "1 returned line with a positive amount and no sale in the order: taken off like credit notes (40.00 in all); "
        "net revenue of all the data is 110.00 so, and would be 170.00 if such lines are the sales that came back"
    )


def test_the_other_sum_is_what_the_setting_gives() -> None:
    findings, net = told(SHOP, returned_status="status_change")

    assert (findings, net) == ((), 170)


def test_negative_rows_and_rows_beside_their_sale_raise_no_question() -> None:
    assert told("S1,2026-01-05,100,completed\nS1,2026-01-06,30,returned\nS2,2026-01-06,-5,returned\n")[0] == ()


def test_saying_what_they_are_settles_the_question() -> None:
    assert told(SHOP, returned_status="credit_note") == ((), 110)
