from __future__ import annotations

from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.facts.whose import EVERYBODY, Whose, events_of
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,customer_id,rep_id,region,amount
A,2026-01-05,C1,R1,East,100
B,2026-01-06,C2,R2,West,50
C,2026-01-07,C1,R2,East,7
"""


def bundle(text: str = ORDERS) -> Bundle:
    return bundle_of([("orders", text)])


def orders_of(whose: Whose, shop: Bundle) -> list[str] | None:
    found = events_of(sales(shop, section=SalesSection()), shop, whose, by=("customer",))
    return None if found is None else sorted(collect(found.lines)["order"].to_list())


def test_everybody_is_everybody_and_a_rep_the_rep() -> None:
    assert orders_of(EVERYBODY, bundle()) == ["A", "B", "C"]
    assert orders_of(Whose("rep", "R2"), bundle()) == ["B", "C"]


def test_conditions_of_the_question_hold_beside_whose_the_events_are() -> None:
    assert orders_of(Whose("rep", "R2", ("region=East",)), bundle()) == ["C"]
    assert orders_of(Whose(where=("amount>=50",)), bundle()) == ["A", "B"]


def test_where_the_files_do_not_tell_whose_events_are_nothing_is_guessed() -> None:
    no_teams, no_regions = Whose("team", "North"), Whose(where=("category=Tools",))

    assert orders_of(no_teams, bundle()) is None
    assert orders_of(no_regions, bundle()) is None


def test_a_dimension_that_only_labels_rows_may_be_absent() -> None:
    alone = bundle("order_id,order_date,amount\nA,2026-01-05,100\n")

    assert orders_of(EVERYBODY, alone) == ["A"]
