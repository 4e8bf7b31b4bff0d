from __future__ import annotations

from datetime import date

from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
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


def test_what_sales_and_splitting_cannot_know_of_a_product_is_told_once_each() -> None:
    orders = "order_id,order_date,product_id,quantity,amount\nA,2026-01-05,P1,1,10\n"
    products = "product_id,category,cost\nP1,x,1\nP1,y,2\n"

    found = scope(Request(by=("category",)), bundle_of([("orders", orders), ("products", products)]))

    assert [(one.code, one.where.column) for one in found.findings] == [("F507", "cost"), ("F507", "category")]


def test_groups_are_known_by_their_names() -> None:
    found = scope(Request(by=("customer",)))

    assert [found.label("customer", key) for key in ("C1", "C9", None)] == ["Acme", "C9", ""]
