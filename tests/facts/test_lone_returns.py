from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEADER = "order_id,order_date,amount,status\n"
SHOP = "S1,2026-01-05,100,completed\nS2,2026-01-06,40,returned\nS3,2026-01-07,70,completed\nS3,2026-01-08,20,returned\n"


PRODUCTS = "order_id,order_date,product_id,amount,status\n"
BESIDE_ANOTHER = "S1,2026-01-05,P1,100,completed\nS1,2026-01-05,P2,80,returned\nS2,2026-01-06,P1,160,completed\n"


def told(rows: str, *, header: str = HEADER, **settings: object) -> tuple[tuple[Issue, ...], Decimal]:
    section = SalesSection.model_validate(settings)
    found = sales(bundle_of([("orders", header + rows)]), section=section)
    return found.findings, collect(found.lines)["net"].sum()


def test_both_readings_are_told_with_their_net_revenue() -> None:
    (finding,), net = told(SHOP)

    # Credit notes: 100 + 70 - 40 - 20 = 110. Sales that came back: 40 and 20 were sold before, so 110 + 60 = 170.
    assert net == 110
    assert (finding.code, finding.count) == ("F510", 1)
    assert finding.message == (
        "1 returned line with a positive amount and no sale in the order to undo: taken off like credit notes (40.00 "
        "in all); net revenue of all the data is 110.00 so, and would be 170.00 if such lines are the sales "
        'that came back, with [kpi] returned_status = "status_change"'
    )


def test_the_other_sum_is_what_the_setting_gives() -> None:
    findings, net = told(SHOP, returned_status="status_change")

    assert (findings, net) == ((), 170)


def test_negative_rows_and_rows_beside_their_sale_raise_no_question() -> None:
    assert told("S1,2026-01-05,100,completed\nS1,2026-01-06,30,returned\nS2,2026-01-06,-5,returned\n")[0] == ()


def test_saying_what_they_are_settles_the_question() -> None:
    assert told(SHOP, returned_status="credit_note") == ((), 110)


def test_a_sale_of_another_product_in_the_order_does_not_settle_the_question() -> None:
    (finding,), net = told(BESIDE_ANOTHER, header=PRODUCTS)

    # Credit note: 100 + 160 - 80 = 180. A sale that came back: the 80 was sold before, so 260.
    assert (net, finding.count) == (180, 1)
    assert "is 180.00 so, and would be 260.00" in finding.message


def test_chinese_exports_are_told_the_same() -> None:
    rows = BESIDE_ANOTHER.replace("returned", "已退款").replace("completed", "交易成功")

    assert [one.code for one in told(rows, header=PRODUCTS)[0]] == ["F510"]


def test_a_sale_of_the_same_product_in_the_order_settles_it() -> None:
    rows = "S1,2026-01-05,P1,100,completed\nS1,2026-01-05,P2,80,completed\nS1,2026-01-06,P2,80,returned\n"

    assert told(rows, header=PRODUCTS) == ((), 100)


def test_more_cannot_come_back_of_a_product_than_was_sold() -> None:
    rows = "S1,2026-01-05,P1,100,completed\nS1,2026-01-06,P1,60,returned\nS1,2026-01-06,P1,60,returned\n"

    (finding,), _ = told(rows, header=PRODUCTS)

    assert finding.count == 2


def test_without_products_a_sale_of_a_smaller_amount_does_not_settle_it() -> None:
    assert [one.count for one in told("S1,2026-01-05,50,completed\nS1,2026-01-06,80,returned\n")[0]] == [1]
    assert told("S1,2026-01-05,80,completed\nS1,2026-01-06,80,returned\n") == ((), 0)


def test_products_that_were_not_read_do_not_silence_the_question() -> None:
    bundle = bundle_of([("orders", PRODUCTS + BESIDE_ANOTHER)])
    orders = bundle.tables["orders"]
    read = replace(orders, frame=orders.frame.drop("product_id"))

    found = sales(replace(bundle, tables={"orders": read}), section=SalesSection())

    assert [one.code for one in found.findings] == ["F510"]
