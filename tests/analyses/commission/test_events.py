from __future__ import annotations

from datetime import date

from commission_ground import ground
from salesperf.analyses.commission.credited import credited
from salesperf.analyses.commission.events import all_events, events_behind
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.core.period import Grain, Span

ORDERS = (
    "order_id,order_date,customer_id,rep_name,region,status,amount\n"
    "3,2026-01-20,C1,Ann,East,,30\n1,2026-01-05,C1,Ann,West,,10\n2,2026-01-06,C2,Ben,West,,20\n"
    "4,2026-01-21,C1,Ann,East,cancelled,40\n5,2026-02-01,C1,Ann,East,,50\n"
)
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))
OF = ground(orders=ORDERS)
MONTHS = OF.days.periods(Grain.MONTH, JANUARY)


def test_the_rows_of_a_person_are_told_by_day_with_their_amounts() -> None:
    found = events_behind(credited(OF, "net_revenue", MONTHS), "Ann", JANUARY)

    assert [(one.order, str(one.date), one.amount, one.customer) for one in found] == [
        ("1", "2026-01-05", 10, "C1"),
        ("3", "2026-01-20", 30, "C1"),
    ]


def test_rows_say_what_the_rule_tells_apart() -> None:
    parts = ("region", "order")
    measured = credited(OF, "net_revenue", MONTHS, needs=Needs(parts=parts))

    found = events_behind(measured, "Ann", JANUARY, parts=columns_of_parts(parts))

    assert [one.parts for one in found] == [("West", "1"), ("East", "3")]


def test_conditions_of_the_component_hold_for_its_rows() -> None:
    found = events_behind(credited(OF, "net_revenue", MONTHS, where=("region=East",)), "Ann", JANUARY)

    assert [one.order for one in found] == ["3"]


def test_what_is_counted_has_no_amount_of_its_own() -> None:
    found = events_behind(credited(OF, "orders", MONTHS), "Ann", JANUARY)

    assert [(one.order, one.amount) for one in found] == [("1", None), ("3", None)]


def test_rows_behind_new_customers_are_those_of_customers_who_are_new_to_the_person() -> None:
    # C1 bought from Ann in January already; from Ben for the first time in February, as C3 did from Ann.
    sold = (
        "order_id,order_date,customer_id,rep_name,amount\n1,2026-01-05,C1,Ann,10\n2,2026-02-03,C1,Ann,20\n"
        "3,2026-02-04,C3,Ann,30\n4,2026-02-05,C3,Ann,40\n5,2026-02-06,C1,Ben,50\n"
    )
    of = ground(orders=sold)
    months = of.days.periods(Grain.MONTH, Span(date(2026, 1, 1), date(2026, 2, 28)))

    measured = credited(of, "new_customers", months)

    assert measured.of("Ann", months[1]) == 1
    assert [one.order for one in events_behind(measured, "Ann", months[1])] == ["3", "4"]
    assert [one.order for one in events_behind(measured, "Ben", months[1])] == ["5"]


def test_all_rows_of_a_person_are_there_paid_or_not() -> None:
    measured = credited(OF, "net_revenue", MONTHS)

    found = all_events(measured.scope, measured.metric, "Ann", JANUARY)

    assert [(one.order, one.amount, one.status) for one in found] == [
        ("1", 10, None),
        ("3", 30, None),
        ("4", 0, "cancelled"),
    ]
