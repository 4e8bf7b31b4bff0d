from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from salesperf.core.errors import DataError, UsageError
from salesperf.engine import collect
from salesperf.facts.sales import Basis, LineCounts, Sales, basis_of, sales, tells_sales
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = ("orders", "order_id,order_date,amount\nA,2026-01-01,10\n")
INVOICES = ("invoices", "invoice_id,customer_id,invoice_date,amount\nI,C,2026-01-01,20\n")
DEALS = ("deals", "deal_id,stage,amount,closed_date\nD,Won,40,2026-01-01\n")


def facts(text: str, section: SalesSection | None = None) -> Sales:
    return sales(bundle_of([("orders", text)]), section=section or SalesSection())


def net(of: Sales) -> object:
    return collect(of.lines)["net"].sum()


def orders(of: Sales) -> set[str]:
    return set(collect(of.lines)["qualified_order"].drop_nulls().to_list())


def test_sales_come_from_orders_else_invoices_else_won_deals() -> None:
    tables = [DEALS, INVOICES, ORDERS]

    assert basis_of(bundle_of(tables), SalesSection()) is Basis.ORDERS
    assert basis_of(bundle_of(tables[:2]), SalesSection()) is Basis.INVOICES
    assert basis_of(bundle_of(tables[:1]), SalesSection()) is Basis.WON_DEALS
    assert basis_of(bundle_of(tables), SalesSection(basis="won deals")) is Basis.WON_DEALS
    assert net(sales(bundle_of(tables), section=SalesSection())) == 10
    assert net(sales(bundle_of(tables), section=SalesSection(basis="invoices"))) == 20


def test_what_is_owed_alone_is_sold_only_where_the_basis_says_so() -> None:
    bundle = bundle_of([INVOICES, DEALS])
    ledger = replace(bundle.tables["invoices"], owed_alone=True)
    bundle = replace(bundle, tables={**bundle.tables, "invoices": ledger})

    assert basis_of(bundle, SalesSection()) is Basis.WON_DEALS
    assert basis_of(bundle, SalesSection(basis="invoices")) is Basis.INVOICES
    assert not tells_sales(replace(bundle, tables={"invoices": ledger}), SalesSection())


def test_invoices_count_by_whether_they_stand_not_by_whether_they_are_paid() -> None:
    rows = (
        "I1,C,2026-01-01,100,Overdue\nI2,C,2026-01-01,40,Void\nI3,C,2026-01-01,20,Draft\n"
        "I4,C,2026-01-01,10,Credit Memo\nI5,C,2026-01-01,5,unpaid\n"
    )
    bundle = bundle_of([("invoices", f"invoice_id,customer_id,invoice_date,amount,status\n{rows}")])

    found = sales(bundle, section=SalesSection())

    assert net(found) == 95
    assert ("not_standing", "2 invoices (60.00) of status 'Draft', 'Void' not counted: neither sold nor owed") in [
        (key, text.en) for key, text in found.notes
    ]


def test_a_basis_that_no_file_holds_is_an_error() -> None:
    with pytest.raises(UsageError, match="no file holds invoices"):
        sales(bundle_of([ORDERS]), section=SalesSection(basis="invoices"))
    with pytest.raises(DataError, match="no table of orders, invoices or deals was recognised"):
        sales(Bundle({}), section=SalesSection())


def test_an_order_returned_in_full_under_its_id_is_no_order_and_in_part_is_one() -> None:
    found = facts(
        "order_id,order_date,amount\n"
        "full,2026-01-01,100\nfull,2026-02-01,-60\nfull,2026-02-02,-40\n"
        "part,2026-01-01,100\npart,2026-02-01,-99.99\n"
        "return-only,2026-01-01,-5\n"
        "free,2026-01-01,0\n"
        "whole,2026-01-01,1\n"
    )

    assert orders(found) == {"part", "whole"}


def test_cancelled_and_open_lines_neither_make_nor_unmake_an_order() -> None:
    found = facts(
        "order_id,order_date,amount,status\n"
        "A,2026-01-01,100,paid\nA,2026-01-01,300,cancelled\n"
        "B,2026-01-01,100,cancelled\nC,2026-01-01,100,pending\nD,2026-01-01,-100,cancelled\n"
    )

    assert orders(found) == {"A"}
    assert found.counts == LineCounts(5, 1, 1, 2, 1, None, None, date(2026, 1, 1), date(2026, 1, 1))


def test_an_order_refunded_in_full_is_no_order() -> None:
    found = facts("order_id,order_date,amount,refund\nA,2026-01-01,100,100\nB,2026-01-01,100,99\n")

    assert orders(found) == {"B"}


def test_lines_without_an_order_id_are_revenue_but_no_order() -> None:
    found = facts("order_id,order_date,amount\n,2026-01-01,100\n,2026-01-01,-5\nA,2026-01-01,1\n")

    assert orders(found) == {"A"}
    assert net(found) == 96


def test_customer_and_rep_are_ids_else_names() -> None:
    by_id = facts("order_id,order_date,amount,customer_id,customer_name,rep_name\nA,2026-01-01,1,C1,Acme,Ann\n")
    by_name = facts("order_id,order_date,amount,customer_name\nA,2026-01-01,1,Acme\n")

    assert collect(by_id.lines).select("customer", "rep").row(0) == ("C1", "Ann")
    assert collect(by_name.lines)["customer"].to_list() == ["Acme"]
    assert not by_name.has("rep")
    assert (by_name.counts.without_customer, by_name.counts.without_rep) == (0, None)


def test_lines_without_a_customer_or_rep_are_counted() -> None:
    found = facts("order_id,order_date,amount,customer_id,rep_id\nA,2026-01-01,1,,\nB,2026-01-01,1,C,\n")

    assert (found.counts.without_customer, found.counts.without_rep) == (1, 2)


def test_won_deals_are_booked_at_their_close_date_and_others_are_not() -> None:
    text = (
        "deal_id,stage,amount,closed_date\n"
        "1,Closed Won,100,2026-01-05\n2,Closed Lost,900,2026-01-06\n3,Negotiation,900,2026-01-07\n"
        "4,赢单,10,2026-02-01\n"
    )

    found = sales(bundle_of([("deals", text)]), section=SalesSection())

    assert net(found) == 110
    assert collect(found.lines)["date"].to_list() == [date(2026, 1, 5), date(2026, 2, 1)]
    assert dict(found.notes)["basis"].en == "basis: won deals"


def test_the_status_of_a_deal_decides_where_it_says_who_won() -> None:
    text = "deal_id,stage,status,amount,closed_date\n1,Contract,赢单,100,2026-01-05\n2,Contract,输单,900,2026-01-06\n"

    found = sales(bundle_of([("deals", text)]), section=SalesSection())

    assert net(found) == 100


def test_the_words_of_won_deals_are_no_unknown_status_of_lines() -> None:
    text = "deal_id,stage,status,amount,closed_date\n1,x,赢单,100,2026-01-05\n2,x,Closed Won,10,2026-01-06\n"

    found = sales(bundle_of([("deals", text)]), section=SalesSection())

    assert net(found) == 110
    assert found.findings == ()


def test_a_deal_status_that_is_open_to_lines_does_not_undo_a_won_stage() -> None:
    # The stage says won; the status column holds "open"/"new" of some other meaning and no outcome.
    text = "deal_id,stage,status,amount,closed_date\n1,Won,New,100,2026-01-05\n2,Lost,New,10,2026-01-06\n"

    found = sales(bundle_of([("deals", text)]), section=SalesSection())

    assert net(found) == 100


def test_the_refund_rule_is_found_before_amounts_are_exchanged() -> None:
    # At a third, 0.4 and 0.1 become 0.133333 and 0.033333, but their sum 0.5 becomes 0.166667.
    header = "order_id,order_date,total_amount,amount,refund,currency\n"
    text = header + "A,2026-01-02,0.5,0.4,0.1,USD\nB,2026-01-02,1,1,0,EUR\n"
    rates = "currency,rate_date,rate\nUSD,2026-01-01,0.333333333333\n"

    found = sales(bundle_of([("orders", text), ("fx_rates", rates)], currency="EUR"), section=SalesSection())

    assert dict(found.notes)["refund"].en.startswith("the amount is after refunds")
