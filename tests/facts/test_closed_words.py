"""What becomes of orders whose status says closed, and what is told of them."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.errors import Issue
from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of


def told(*statuses: str, amounts: str = "10,20,40,80,160,320", **settings: object) -> tuple[tuple[Issue, ...], Decimal]:
    """The findings and net revenue of orders of one day each, of 10, 20, 40, ... in this order."""
    rows = zip(statuses, amounts.split(","), strict=False)
    lines = [f"S{at},2026-01-{at:02},{amount},{status}" for at, (status, amount) in enumerate(rows, 1)]
    text = "order_id,order_date,amount,status\n" + "\n".join(lines) + "\n"
    found = sales(bundle_of([("orders", text)]), section=SalesSection.model_validate(settings))
    return found.findings, collect(found.lines)["net"].sum()


def test_closed_beside_approved_is_done_and_told_with_its_sum() -> None:
    (finding,), net = told("已关闭", "已审核", "已关闭", "已审核")

    assert net == 150
    assert (finding.code, finding.count, finding.value) == ("F514", 2, "已关闭")
    assert finding.message == (
        "status '已关闭' may mean done or called off: 2 lines of it (50.00 in all) count as sold, as no other status "
        'says that an order is done, unless [kpi] cancelled = ["已关闭"] says so'
    )


def test_closed_beside_completed_is_called_off_and_told_with_its_sum() -> None:
    (finding,), net = told("已关闭", "已审核", "已完成", "已审核")

    assert net == 140
    assert finding.message == (
        "status '已关闭' may mean called off or done: 1 line of it (10.00 in all) count as cancelled, unless [kpi] "
        'sold = ["已关闭"] says so'
    )


def test_what_nobody_paid_is_closed_in_a_shop() -> None:
    (finding,), net = told("已关闭", "已发货", "已发货", "待付款")

    assert (net, finding.count) == (60, 1)


def test_most_of_the_older_orders_are_not_called_off_while_the_open_ones_are_new() -> None:
    (finding,), net = told("已关闭", "已关闭", "已关闭", "已关闭", "待确认", "待确认")

    assert net == 150
    assert "most of the older orders have it" in finding.message


def test_closed_among_open_orders_of_all_days_stays_called_off() -> None:
    assert told("待确认", "已关闭", "待确认", "已关闭", "待确认", "已关闭")[1] == 0


def test_closed_beside_billed_is_told_and_closed_beside_open_is_plain() -> None:
    (finding,), net = told("Billed", "Closed", "Billed", "Cancelled")

    assert (net, finding.count, "(20.00 in all) count as sold" in finding.message) == (70, 1, True)
    assert told("Closed", "Open", "Closed") == ((), 50)


def test_the_user_decides() -> None:
    assert told("已关闭", "已审核", cancelled=["已关闭"]) == ((), 20)
    assert told("已关闭", "已完成", sold=["已关闭"]) == ((), 30)
    assert told("Billed", "Closed", sold=["Closed"]) == ((), 30)


def test_an_order_without_an_amount_is_called_off() -> None:
    assert told("已关闭", "已审核", amounts=",20")[1] == 20
