from __future__ import annotations

from datetime import date

from salesperf.engine import collect
from salesperf.facts.owed import Owed, invoices, orders
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()


def owed_of(text: str, *, names: str = "invoice_id", as_of: date | None = None) -> Owed:
    bundle = bundle_of([("invoices", text)])
    return invoices(bundle, bundle.tables["invoices"], SECTION, names=names, as_of=as_of)


def test_what_is_owed_is_the_total_with_tax_where_the_row_has_it() -> None:
    found = owed_of(
        "invoice_id,customer_id,invoice_date,amount,total_amount\nA,C,2026-01-01,100,113\nB,C,2026-01-02,50,\n"
    )

    assert collect(found.lines).select("account", "date", "owed").rows() == [
        ("A", date(2026, 1, 1), 113),
        ("B", date(2026, 1, 2), 50),
    ]


def test_rows_without_day_amount_or_due_day_are_findings_with_their_sum() -> None:
    found = owed_of(
        "invoice_id,customer_id,invoice_date,due_date,amount\n"
        "A,C,,2026-02-01,100\nB,C,2026-01-02,2026-02-01,\nC,C,2026-01-03,,30\nD,C,2026-01-04,2026-01-01,40\n"
    )

    assert [(one.code, one.count, one.message) for one in found.findings] == [
        ("F532", 1, "1 invoice row (100.00) without invoice_date: owed on no day"),
        ("F532", 1, "1 invoice row (0.00) without amount: owed on no day"),
        ("F533", 1, "1 invoice row (30.00) without due_date: owed, but due on no day and of no age"),
    ]
    assert collect(found.lines)["account"].to_list() == ["C", "D"]
    assert sorted(collect(found.known)["account"].to_list()) == ["A", "B", "C", "D"]


def test_cancelled_invoices_are_not_owed_and_reversed_ones_take_back() -> None:
    found = owed_of(
        "invoice_id,customer_id,invoice_date,amount,status\n"
        "A,C,2026-01-01,100,正常\nB,C,2026-01-02,50,作废\nC,C,2026-01-03,30,红冲\nD,C,2026-01-04,20,unpaid\n"
    )

    assert collect(found.lines).select("account", "owed").rows() == [("A", 100), ("C", -30), ("D", 20)]


def test_invoices_after_the_as_of_day_are_not_owed() -> None:
    text = "invoice_id,customer_id,invoice_date,amount\nA,C,2026-01-01,100\nB,C,2026-02-01,50\n"

    found = owed_of(text, as_of=date(2026, 1, 31))

    assert collect(found.lines)["account"].to_list() == ["A"]
    assert found.days is not None
    assert found.days.through == date(2026, 1, 31)


def test_payments_may_name_the_order_of_several_invoices() -> None:
    text = (
        "invoice_id,order_id,customer_id,invoice_date,amount\n"
        "A,O,C,2026-01-01,100\nB,O,C,2026-02-01,50\nD,,C,2026-02-02,1\n"
    )

    assert collect(owed_of(text, names="order_id").lines)["account"].to_list() == ["D", "O", "O"]


def test_orders_are_owed_by_day_less_what_came_back() -> None:
    text = (
        "order_id,order_date,customer_id,rep_id,amount,status\n"
        "A,2026-01-01,C,R,100,done\nA,2026-01-01,C,R,50,done\nA,2026-01-09,C,R,-30,returned\nB,2026-01-02,C,R,70,cancelled\n"
    )
    bundle = bundle_of([("orders", text)])

    found = orders(sales(bundle, section=SECTION), bundle, names="order_id", as_of=None)

    assert collect(found.lines).sort("date").select("account", "date", "rep", "owed").rows() == [
        ("A", date(2026, 1, 1), "R", 150),
        ("A", date(2026, 1, 9), "R", -30),
    ]
    assert sorted(collect(found.known)["account"].to_list()) == ["A", "B"]
    assert found.notes[0][1].en.endswith("issued on the day of the order and without a due date")


def test_the_tax_of_orders_is_owed_where_their_totals_hold_it() -> None:
    text = (
        "order_id,order_date,customer_id,amount,tax,total_amount\n"
        "A,2026-01-01,C,100,13,113\nB,2026-01-02,C,200,26,226\nB,2026-01-03,C,-100,13,-87\n"
    )
    agreeing = text.rpartition("B,2026-01-03")[0]
    found = {}
    for key, one in {"agreeing": agreeing, "not": text.replace("226", "200").replace("113", "100")}.items():
        bundle = bundle_of([("orders", one)])
        found[key] = collect(orders(sales(bundle, section=SECTION), bundle, names="order_id", as_of=None).lines)[
            "owed"
        ].to_list()

    assert found == {"agreeing": [113, 226], "not": [100, 200, -100]}
