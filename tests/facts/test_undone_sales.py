"""Returns and the sales they undo."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from commission_ground import ground
from salesperf.core.errors import Where
from salesperf.engine import collect
from salesperf.facts.events import Events
from salesperf.facts.subject import Subject
from salesperf.facts.undone_sales import RETURNED_ON, SOLD_ON, Lost, Sale, dated_by_sale, undone_sales

HEAD = "order_id,order_date,product_name,amount,return_of\n"


def sales(rows: str, head: str = HEAD) -> Events:
    return ground(orders=head + rows).facts[Subject.SALES]


def found(rows: str, head: str = HEAD) -> list[tuple[int | None, Sale | Lost]]:
    return [(one.where.row, one.sale) for one in undone_sales(sales(rows, head)).returns]


def at(row: int, day: date) -> Sale:
    return Sale(Where("orders.csv", None, row), day)


def test_a_return_undoes_the_order_it_names_or_the_one_whose_number_it_bears() -> None:
    rows = "1,2026-01-05,A,100,\n2,2026-01-06,A,100,\n9,2026-02-01,A,-10,1\n2,2026-02-02,A,-10,\n"

    assert found(rows) == [(4, at(2, date(2026, 1, 5))), (5, at(3, date(2026, 1, 6)))]


def test_of_an_order_sold_on_several_days_the_product_tells_which() -> None:
    rows = "1,2026-01-05,A,100,\n1,2026-01-06,B,100,\n9,2026-02-01,B,-10,1\n8,2026-02-01,C,-10,1\n"

    assert found(rows) == [(4, at(3, date(2026, 1, 6))), (5, Lost.SEVERAL_DAYS)]


def test_a_product_that_was_not_sold_is_of_the_order_where_it_has_one_day() -> None:
    assert found("1,2026-01-05,A,100,\n9,2026-02-01,C,-10,1\n") == [(3, at(2, date(2026, 1, 5)))]


def test_what_has_no_sale_is_lost() -> None:
    assert found("1,2026-01-05,A,100,\n9,2026-02-01,A,-10,\n8,2026-02-01,A,-10,7\n") == [
        (3, Lost.NO_SALE),
        (4, Lost.NO_SALE),
    ]


def test_more_than_was_sold_cannot_come_back_and_all_of_it_can() -> None:
    assert found("1,2026-01-05,A,100,\n9,2026-02-01,A,-100,1\n") == [(3, at(2, date(2026, 1, 5)))]
    assert found("1,2026-01-05,A,100,\n9,2026-02-01,A,-60,1\n8,2026-02-02,A,-40.01,1\n") == [
        (3, Lost.MORE_THAN_SOLD),
        (4, Lost.MORE_THAN_SOLD),
    ]


def test_a_refund_beside_its_sale_is_no_return_and_leaves_less_to_come_back() -> None:
    head = "order_id,order_date,amount,refund\n"

    assert found("1,2026-01-05,100,30\n", head) == []
    assert found("1,2026-01-05,100,30\n1,2026-02-05,-70.01,\n", head) == [(3, Lost.MORE_THAN_SOLD)]
    assert found("1,2026-01-05,100,30\n1,2026-02-05,-70,\n", head) == [(3, at(2, date(2026, 1, 5)))]


def test_sales_without_returns_have_none() -> None:
    assert found("1,2026-01-05,A,100,\n") == []


def test_returns_from_a_day_on_stand_on_the_day_of_their_sale() -> None:
    events = sales("1,2026-01-05,A,100,\n9,2026-02-01,A,-10,1\n8,2026-03-01,A,-20,1\n7,2026-03-01,A,-5,6\n")

    dated = dated_by_sale(events, undone_sales(events), since=date(2026, 3, 1))

    told = collect(dated.lines.select("_row", "date", RETURNED_ON, SOLD_ON)).sort("_row").rows()
    sold, back = date(2026, 1, 5), date(2026, 3, 1)
    # What came back before stays where it is, and so does what has no sale.
    assert told == [
        (2, sold, None, None),
        (3, date(2026, 2, 1), None, None),
        (4, sold, back, sold),
        (5, back, None, None),
    ]
    assert dated.columns == events.columns | {RETURNED_ON, SOLD_ON}


def test_events_that_are_no_sales_have_no_returns() -> None:
    assert undone_sales(replace(sales("1,2026-01-05,A,1,\n"), columns=frozenset({"date"}))).returns == ()
