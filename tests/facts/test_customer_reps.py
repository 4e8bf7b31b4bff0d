from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest

from salesperf.core.errors import DataError
from salesperf.engine import collect
from salesperf.facts.customer_reps import told_by_customers, with_reps_of_customers
from salesperf.facts.dimensions import available, split
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,customer_id,amount\nA,2026-01-01,C1,30\nB,2026-01-02,C2,10\nC,2026-01-03,C3,5\n"
    "D,2026-01-04,C9,2\nE,2026-01-05,C1,1\n"
)
CUSTOMERS = "customer_id,customer_name,region,rep_id\nC1,Ann,North,E1\nC2,Ben,South,E2\nC3,Cid,South,\n"
PEOPLE = "rep_id,rep_name,team,region\nE1,Wei Zhang,Blue,Paris\nE2,Lea Roy,Red,Rome\n"
OWNERS = "customer_id,rep_id\nC1,Ann\nC2,Ben\nC3,Cid\nC4,Dan\nC5,Eve\nC6,Ann\n"


def by(key: str, *, orders: str = ORDERS, **tables: str) -> dict[str | None, Decimal]:
    """The net by the names of a dimension."""
    bundle = bundle_of([("orders", orders), *tables.items()])
    found = split(sales(bundle, section=SalesSection()), bundle, by=[key])
    sums = collect(found.lines).group_by(f"by_{key}").agg(pl.col("net").sum())
    return {found.labels[key].get(name, name): net for name, net in sums.iter_rows()}


def test_sales_without_a_rep_are_of_the_rep_of_their_customer() -> None:
    # E1: A 30 and E 1; E2: B 10; C3 has no rep (5) and C9 is in no list (2).
    assert by("rep", customers=CUSTOMERS, people=PEOPLE) == {"Wei Zhang": 31, "Lea Roy": 10, None: 7}
    assert by("rep", customers=CUSTOMERS) == {"E1": 31, "E2": 10, None: 7}


def test_lines_and_money_without_a_rep_are_told() -> None:
    bundle = bundle_of([("orders", ORDERS), ("customers", CUSTOMERS)])
    found = with_reps_of_customers(sales(bundle, section=SalesSection()), bundle)

    assert "not as of the sale; 2 lines have none (7)" in dict(found.notes)["rep_of_customer"].en
    assert [(finding.code, finding.count) for finding in found.findings] == [("F506", 1)]


def test_customers_may_name_their_reps_instead_of_giving_ids() -> None:
    customers = CUSTOMERS.replace("E1", "Wei Zhang").replace("E2", "Lea Roy")

    assert by("rep", customers=customers, people=PEOPLE) == {"Wei Zhang": 31, "Lea Roy": 10, None: 7}
    assert by("team", customers=customers, people=PEOPLE) == {"Blue": 31, "Red": 10, None: 7}


def test_sales_that_name_their_customers_find_the_rep_by_the_name() -> None:
    orders = "order_id,order_date,customer_name,amount\nA,2026-01-01,Ann,30\nB,2026-01-02,Ben,10\n"

    assert by("rep", orders=orders, customers=CUSTOMERS) == {"E1": 30, "E2": 10}


def test_the_region_of_a_customer_stays_its_own() -> None:
    assert by("region", customers=CUSTOMERS, people=PEOPLE) == {"North": 31, "South": 15, None: 2}


def test_sales_that_name_their_reps_are_of_those_also_where_a_line_names_none() -> None:
    orders = "order_id,order_date,customer_id,rep_id,amount\nA,2026-01-01,C1,E2,30\nB,2026-01-02,C2,,10\n"
    bundle = bundle_of([("orders", orders), ("customers", CUSTOMERS)])
    own = sales(bundle, section=SalesSection())

    assert by("rep", orders=orders, customers=CUSTOMERS) == {"E2": 30, None: 10}
    assert with_reps_of_customers(own, bundle).events is own


def test_a_team_of_the_sale_is_not_replaced_by_that_of_the_customers_rep() -> None:
    orders = "order_id,order_date,customer_id,team,amount\nA,2026-01-01,C1,Green,30\n"

    assert by("team", orders=orders, customers=CUSTOMERS, people=PEOPLE) == {"Green": 30}


def test_owners_who_have_one_shop_each_are_no_reps() -> None:
    with pytest.raises(DataError, match="cannot split by rep"):
        by("rep", customers=OWNERS)

    # The list of people knows most of them: each has a customer or two.
    people = "rep_id,rep_name\nR1,Ann\nR2,Ben\nR3,Cid\n"
    assert by("rep", customers=OWNERS, people=people)["Ann"] == 31


def test_what_can_be_split_says_what_the_customers_reps_give() -> None:
    bundle = bundle_of([("orders", ORDERS), ("customers", CUSTOMERS), ("people", PEOPLE)])
    own = sales(bundle, section=SalesSection())

    assert {"rep", "team"} <= set(available(own, bundle))
    assert told_by_customers(own, bundle, "rep").has("rep", "rep_id")
    assert told_by_customers(own, bundle, "region") is own
