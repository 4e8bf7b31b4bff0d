from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from salesperf.core.errors import DataError, UsageError
from salesperf.core.period import Grain
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import Against, View
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,customer_id,customer_name,amount\n"
    "A,2026-01-05,C1,Acme,10\nB,2026-02-06,C2,Beta,20\nC,2026-04-07,C1,Acme,40\n"
)


def bundle(**tables: str) -> Bundle:
    return bundle_of({"orders": ORDERS, **tables}.items())


def scope(request: Request, of: Bundle | None = None) -> Scope:
    return scope_of(of or bundle(), request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)


def test_lines_after_the_as_of_date_are_left_out_and_counted() -> None:
    found = scope(Request(as_of=date(2026, 2, 28)))

    assert (found.days.later, found.matching) == (1, 2)
    assert (found.whole.end, found.measure.through) == (date(2026, 2, 28), date(2026, 2, 28))


def test_an_as_of_date_before_the_data_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="begin on 2026-01-05"):
        scope(Request(as_of=date(2026, 1, 4)))


def test_the_data_reach_as_far_as_any_table_does() -> None:
    found = scope(Request(), bundle(payments="payment_id,payment_date,amount\nP,2026-04-30,10\n"))

    assert (found.as_of, found.whole.end) == (date(2026, 4, 30), date(2026, 4, 30))
    assert not found.measure.is_partial(found.measure.calendar.period(Grain.MONTH, date(2026, 4, 1)))


def test_a_date_far_beyond_what_the_reader_believes_does_not_count() -> None:
    orders = ORDERS + "Z,2062-01-01,C1,Acme,80\n"
    of = bundle_of([("orders", orders)])
    table = replace(of.tables["orders"], data_through=date(2026, 4, 7))

    found = scope(Request(), replace(of, tables={"orders": table}))

    assert (found.as_of, found.days.later, found.whole.end) == (date(2026, 4, 7), 1, date(2026, 4, 7))


def test_a_date_that_the_reader_does_not_believe_stretches_nothing_though_payments_reach_near_it() -> None:
    # The reader declares 2027-06-01 out: the other orders end on 2026-04-07. Payments go on to the end of 2026.
    of = bundle(payments="payment_id,payment_date,amount\nP,2026-12-31,10\n")
    late = bundle_of([("orders", ORDERS + "Z,2027-06-01,C1,Acme,80\n")]).tables["orders"]
    of = replace(of, tables={**of.tables, "orders": replace(late, data_through=date(2026, 4, 7))})

    found = scope(Request(metrics=("net_revenue",)), of)

    assert (found.as_of, found.days.later, found.matching) == (date(2026, 12, 31), 1, 3)
    assert (found.whole.end, found.trend[-1].key) == (date(2026, 4, 7), "2026-04")
    assert not found.measure.is_partial(found.measure.calendar.period(Grain.MONTH, date(2026, 4, 1)))


def test_a_won_deal_a_little_beyond_the_stages_that_are_known_is_believed() -> None:
    deals = "deal_id,stage,amount,closed_date\n1,Won,5,2026-01-01\n2,Signed,7,2026-03-01\n"
    of = bundle_of([("deals", deals)])
    table = replace(of.tables["deals"], data_through=date(2026, 1, 1))

    found = scope(Request(metrics=("net_revenue",)), replace(of, tables={"deals": table}))

    assert (found.as_of, found.days.later) == (date(2026, 3, 1), 0)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_date_of_no_calendar_is_a_data_error_and_no_crash(day: str) -> None:
    of = bundle_of([("orders", ORDERS + f"Z,{day},C1,Acme,80\n")])

    with pytest.raises(DataError, match=day):
        scope(Request(grain=Grain.MONTH), of)


def test_a_placeholder_after_the_as_of_date_is_left_out() -> None:
    of = bundle_of([("orders", ORDERS + "Z,9999-12-31,C1,Acme,80\n")])

    assert scope(Request(grain=Grain.MONTH, as_of=date(2026, 4, 7)), of).days.later == 1


def test_files_without_dated_lines_measure_nothing() -> None:
    with pytest.raises(DataError, match="the orders have no rows, only a header"):
        scope(Request(), bundle_of([("orders", "order_id,order_date,amount\n")]))


def test_deals_of_which_none_can_be_booked_say_what_a_won_deal_needs() -> None:
    of = bundle_of([("deals", "deal_id,stage,amount,closed_date\n1,Lost,5,2026-01-01\n2,Won,7,\n")])

    with pytest.raises(DataError, match="no deal is won with a close date and an amount"):
        scope(Request(metrics=("net_revenue",)), of)

    found = scope(Request(), of)
    assert found.sales is not None
    assert "none_won" in dict(found.sales.notes), "the deals lost can be counted all the same"
    assert "lost_deals" in {metric.key for metric in found.metrics}


def test_deals_won_are_measured_over_the_days_of_all_deals() -> None:
    deals = "deal_id,created_date,stage,amount,closed_date\n1,2026-01-02,won,5,2026-03-01\n2,2026-03-09,open,5,\n"
    of = bundle_of([("deals", deals)])

    found = scope(Request(), of)

    assert (found.whole.start, found.whole.end) == (date(2026, 1, 2), date(2026, 3, 9))


def test_of_months_before_the_first_deal_was_closed_the_sales_say_nothing() -> None:
    deals = (
        "deal_id,created_date,stage,amount,closed_date\n1,2025-11-02,won,5,2026-03-01\n"
        "2,2025-12-09,lost,5,2026-02-03\n3,2026-04-01,won,7,2026-04-09\n"
    )
    of = bundle_of([("deals", deals)])

    found = scope(Request(metrics=("net_revenue", "new_deals", "lost_deals"), grain=Grain.MONTH), of)
    values = found.measure.all_values(found.periods, by=())

    # A deal lost in February could have been won then: that none was is known, and zero.
    assert values["net_revenue"].to_list() == [None, None, None, 0, 5, 7]
    assert values["lost_deals"].to_list() == [None, None, None, 1, 0, 0]
    assert values["new_deals"].to_list() == [1, 1, 0, 0, 0, 1]
    assert found.measure.sold_from == date(2026, 2, 3)
    assert scope(Request(metrics=("net_revenue", "new_deals")), of).trend[0].key == "2026-W06"


def test_a_subject_that_ends_before_the_sales_is_unknown_after_and_not_zero() -> None:
    of = bundle_of(
        [
            ("orders", "order_id,order_date,amount\nA,2026-01-05,1\nB,2026-03-31,1\n"),
            ("deals", "deal_id,created_date,stage\n1,2026-01-10,open\n2,2026-02-20,open\n"),
        ]
    )

    def new_deals(period: str) -> object:
        found = scope(Request(metrics=("new_deals",), period=period), of)
        view = found.measure.view(found.whole, Against.NOW)
        assert isinstance(view, View)
        return found.measure.values(view, by=())["new_deals"][0]

    assert [new_deals("2026-01"), new_deals("2026-02"), new_deals("2026-03")] == [1, 1, None]


def test_a_question_about_other_events_covers_their_days() -> None:
    files = bundle(leads="lead_id,created_at,status\nL1,2025-12-01,new\nL2,2026-06-30,new\n")

    alone = scope(Request(metrics=("new_leads",)), files)
    beside = scope(Request(metrics=("new_leads", "net_revenue")), files)

    assert (alone.whole.start, alone.whole.end) == (date(2025, 12, 1), date(2026, 6, 30))
    assert (beside.whole.start, beside.whole.end) == (date(2026, 1, 5), date(2026, 6, 30))


def test_days_without_a_closed_deal_are_known_from_the_first_that_was_created() -> None:
    deals = (
        "deal_id,stage,amount,created_date,closed_date\n"
        "1,Won,5,2026-01-04,2026-04-05\n2,Lost,7,2026-02-01,2026-05-02\n3,Won,9,2026-03-01,2026-06-30\n"
    )
    found = scope(Request(metrics=("won_deals", "win_rate"), period="2026-Q2"), bundle_of([("deals", deals)]))

    assert found.measure.span.start == date(2026, 1, 4)
    assert isinstance(found.measure.view(found.periods[0], Against.PREV), View)


def test_balances_of_days_before_what_was_paid_on_no_day_are_not_known() -> None:
    rows = (
        "invoice_id,customer_id,invoice_date,due_date,amount,paid_amount\n"
        "A,C,2026-01-05,2026-01-20,100,100\nB,C,2026-02-10,2026-02-20,50,20\nD,C,2026-03-31,2026-04-30,80,\n"
    )
    metrics = ("invoiced", "receivable", "overdue", "collection_rate", "dso")
    found = scope(Request(metrics=metrics, grain=Grain.MONTH), bundle_of([("invoices", rows)]))

    values = found.measure.all_values(found.periods, by=()).select(metrics).rows()

    assert values[:2] == [(100, None, None, None, None), (50, None, None, None, None)]
    # On 31 March 30 of B and D's 80 are owed, B's overdue; nothing fell due in March.
    assert values[2] == (80, 110, 30, None, pytest.approx(110 / 80 * 31))


def test_a_subject_that_begins_after_the_as_of_day_is_unknown_and_stops_nothing() -> None:
    paid = "payment_id,order_id,payment_date,amount\nP,C,2026-04-08,40\n"

    found = scope(Request(metrics=("net_revenue", "received"), as_of=date(2026, 2, 28)), bundle(payments=paid))

    view = found.measure.view(found.whole, Against.NOW)
    assert isinstance(view, View)
    assert found.measure.values(view, by=()).select("net_revenue", "received").row(0) == (30, None)
