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


def test_without_a_period_all_the_data_are_asked_about() -> None:
    found = scope(Request())

    assert found.is_all
    assert (found.whole.start, found.whole.end) == (date(2026, 1, 5), date(2026, 4, 7))
    assert (found.as_of, found.matching, found.days.later) == (date(2026, 4, 7), 3, 0)


def test_lines_after_the_as_of_date_are_left_out_and_counted() -> None:
    found = scope(Request(as_of=date(2026, 2, 28)))

    assert (found.days.later, found.matching) == (1, 2)
    assert (found.whole.end, found.measure.through) == (date(2026, 2, 28), date(2026, 2, 28))


def test_an_order_returned_after_the_as_of_date_was_an_order_then() -> None:
    orders = "order_id,order_date,amount\nA,2026-01-05,10\nA,2026-02-05,-10\n"
    of = bundle_of([("orders", orders)])

    def counted(as_of: date | None) -> int:
        found = scope(Request(metrics=("orders",), as_of=as_of), of)
        return int(found.measure.all_values((found.whole,), by=())["orders"][0])

    assert counted(date(2026, 1, 31)) == 1
    assert counted(None) == 0


def test_a_group_asked_for_twice_is_one() -> None:
    assert scope(Request(by=("customer", "customer"))).by == ("customer",)


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


def test_a_period_inside_the_data_without_lines_is_measured_and_one_outside_is_not() -> None:
    inside, outside = scope(Request(period="2026-03")), scope(Request(period="2027-03"))

    assert (inside.matching, len(inside.periods)) == (0, 1)
    assert (outside.matching, outside.periods) == (0, ())


def test_a_grain_makes_one_period_a_row_up_to_where_the_data_reach() -> None:
    whole = scope(Request(grain=Grain.MONTH))
    year = scope(Request(grain=Grain.QUARTER, period="2026"))

    assert [period.key for period in whole.periods] == ["2026-01", "2026-02", "2026-03", "2026-04"]
    assert [period.key for period in year.periods] == ["2026-Q1", "2026-Q2"]


def test_a_finding_of_sales_and_of_splitting_is_told_once() -> None:
    orders = "order_id,order_date,product_id,quantity,amount\nA,2026-01-05,P1,1,10\n"
    products = "product_id,category,cost\nP1,x,1\nP1,y,2\n"

    found = scope(Request(by=("category",)), bundle_of([("orders", orders), ("products", products)]))

    assert [finding.code for finding in found.findings] == ["F507"]


def test_groups_are_known_by_their_names() -> None:
    found = scope(Request(by=("customer",)))

    assert [found.label("customer", key) for key in ("C1", "C9", None)] == ["Acme", "C9", ""]


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


@pytest.mark.parametrize(("last", "grain"), [("2026-03-01", Grain.WEEK), ("2026-05-01", Grain.MONTH)])
def test_short_data_are_drawn_by_week_and_long_data_by_month(last: str, grain: Grain) -> None:
    orders = f"order_id,order_date,amount\nA,2026-01-01,1\nB,{last},1\n"

    assert scope(Request(), bundle_of([("orders", orders)])).trend_grain is grain


def test_a_question_about_other_events_covers_their_days() -> None:
    files = bundle(leads="lead_id,created_at,status\nL1,2025-12-01,new\nL2,2026-06-30,new\n")

    alone = scope(Request(metrics=("new_leads",)), files)
    beside = scope(Request(metrics=("new_leads", "net_revenue")), files)

    assert (alone.whole.start, alone.whole.end) == (date(2025, 12, 1), date(2026, 6, 30))
    assert (beside.whole.start, beside.whole.end) == (date(2026, 1, 5), date(2026, 6, 30))
