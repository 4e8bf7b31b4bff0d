from __future__ import annotations

import pytest
from msgspec.structs import replace

from salesperf.core.errors import DataError, UsageError
from salesperf.engine import collect
from salesperf.facts.dimensions import DIMENSIONS, Split, available, column_of, split
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,customer_id,customer_name,product_id,rep_id,rep_name,channel,amount\n"
    "A,2026-01-01,C1,Acme,P1,R1,Ann,web,1\nB,2026-01-01,C2,Beta,P2,R2,Bob,,10\nC,2026-01-01,C9,Gone,,R1,Anna,web,100\n"
)
CUSTOMERS = "customer_id,customer_name,industry,region\nC1,Acme Ltd,steel,East\nC2,,food,West\nC3,Idle,food,West\n"
PRODUCTS = "product_id,product_name,category\nP1,Nail,metal\nP1,Nail again,steel\nP2,Plank,wood\n"


def parts(*by: str, orders: str = ORDERS, **tables: str) -> Split:
    bundle = bundle_of([("orders", orders), *tables.items()])
    return split(sales(bundle, section=SalesSection()), bundle, by=by)


def groups(found: Split, key: str) -> list[str | None]:
    return collect(found.lines).sort("order")[column_of(key)].to_list()


def test_a_dimension_comes_from_the_line_itself() -> None:
    found = parts("channel", "rep")

    assert groups(found, "channel") == ["web", None, "web"]
    assert groups(found, "rep") == ["R1", "R2", "R1"]


def test_a_dimension_comes_from_a_lookup_table_and_unmatched_keys_are_listed() -> None:
    found = parts("industry", "region", "category", customers=CUSTOMERS, products=PRODUCTS)

    assert groups(found, "industry") == ["steel", "food", None]
    assert groups(found, "region") == ["East", "West", None]
    assert groups(found, "category") == [None, "wood", None]
    assert [(finding.code, finding.count) for finding in found.findings] == [("F506", 1), ("F507", 1)]
    assert "'C9'" in found.findings[0].message


def test_the_lines_own_region_is_stronger_than_a_lookup() -> None:
    orders = "order_id,order_date,customer_id,region,amount\nA,2026-01-01,C1,South,1\n"

    assert groups(parts("region", orders=orders, customers=CUSTOMERS), "region") == ["South"]


def test_keys_are_named_by_the_lookup_table_first_then_by_the_lines() -> None:
    found = parts("customer", "rep", customers=CUSTOMERS)

    assert found.labels["customer"] == {"C1": "Acme Ltd", "C2": "Beta", "C3": "Idle", "C9": "Gone"}
    assert found.labels["rep"] == {"R1": "Anna", "R2": "Bob"}


TEAMS = (
    "order_id,order_date,rep_id,team,amount\n"
    "A,2026-01-01,R1,North,1\nB,2026-01-01,R2,North,10\nC,2026-01-01,R9,West,100\nD,2026-01-01,R1,,1000\n"
)


def test_a_team_of_the_line_is_used_where_no_people_table_has_one() -> None:
    assert groups(parts("team", orders=TEAMS), "team") == ["North", "North", "West", None]
    without = parts("team", orders=TEAMS, people="rep_id,rep_name\nR1,Ann\n")
    assert groups(without, "team") == ["North", "North", "West", None]
    assert without.findings == ()


def test_the_people_table_is_stronger_than_the_team_of_the_line_and_differences_are_told() -> None:
    found = parts("team", orders=TEAMS, people="rep_id,team\nR1,North\nR2,South\n")

    # R9 is not in the table, so the line tells; order D has no team of its own, so the table does.
    assert groups(found, "team") == ["North", "South", "West", "North"]
    (missing, other) = found.findings
    assert (missing.code, missing.count) == ("F506", 1)
    assert (other.code, other.count) == ("F512", 1)
    assert other.message == (
        "1 line names another team than the people table has on that day, such as 'North' where it has 'South'; "
        "the table holds"
    )


def test_a_manager_is_named_by_the_people_table() -> None:
    people = "rep_id,rep_name,manager_id\nR1,Ann,M1\nR2,Bob,M1\nM1,Mia,\n"

    found = parts("manager", people=people)

    assert groups(found, "manager") == ["M1", "M1", "M1"]
    assert found.labels["manager"]["M1"] == "Mia"


MANAGED = (
    "order_id,order_date,rep_name,manager,amount\n"
    "A,2026-01-01,Ann,Kim,1\nB,2026-01-01,Bob,Lee,10\nC,2026-01-01,Ann,,100\n"
)


def test_a_manager_whom_each_line_names_is_taken_and_that_is_told() -> None:
    found = parts("manager", orders=MANAGED)

    assert groups(found, "manager") == ["Kim", "Lee", None]
    assert [key for key, _ in found.notes] == ["manager_of_line"]


def test_the_manager_of_the_people_table_goes_before_that_of_the_line() -> None:
    people = "rep_name,rep_id,manager_id\nAnn,R1,M1\nBob,R2,M1\n"
    found = parts("manager", orders=MANAGED, people=people)

    assert groups(found, "manager") == ["M1", "M1", "M1"]
    assert (found.notes, found.findings) == ((), ())


def test_a_dimension_the_files_cannot_give_says_what_is_needed_and_possible() -> None:
    with pytest.raises(DataError) as fault:
        parts("team", customers=CUSTOMERS)

    assert fault.value.message == "cannot split by team: no team in the orders or team in a people table"
    assert fault.value.hint == "these files can be split by: rep, region, customer, product, channel, industry"


def test_what_is_possible_includes_columns_that_the_question_did_not_need() -> None:
    bundle = bundle_of([("orders", "order_id,order_date,amount\nA,2026-01-01,1\n")])
    table = replace(bundle.tables["orders"], mapped=frozenset({"order_id", "customer_name", "region", "amount"}))
    bundle = Bundle({"orders": table})

    with pytest.raises(DataError) as fault:
        split(sales(bundle, section=SalesSection()), bundle, by=["team"])

    assert fault.value.hint == "these files can be split by: region, customer"


def test_files_without_any_dimension_say_so() -> None:
    with pytest.raises(DataError) as fault:
        parts("rep", orders="order_id,order_date,amount\nA,2026-01-01,1\n")

    assert fault.value.hint == "no column of these files can be split by"


def test_a_lookup_table_without_a_key_on_the_lines_gives_nothing() -> None:
    with pytest.raises(DataError, match="cannot split by industry"):
        parts("industry", orders="order_id,order_date,amount\nA,2026-01-01,1\n", customers=CUSTOMERS)


def test_an_unknown_dimension_is_a_usage_error_that_suggests() -> None:
    with pytest.raises(UsageError) as fault:
        parts("chanel")

    assert "'channel'" in fault.value.hint


def test_every_dimension_said_to_be_available_is() -> None:
    people = "rep_id,team,manager_id\nR1,north,M1\n"
    bundle = bundle_of([("orders", ORDERS), ("customers", CUSTOMERS), ("products", PRODUCTS), ("people", people)])
    facts = sales(bundle, section=SalesSection())
    possible = available(facts, bundle)

    found = split(facts, bundle, by=possible)

    assert {"team", "manager", "category", "industry"} <= set(possible) < set(DIMENSIONS.keys)
    assert collect(found.lines).height == 3
