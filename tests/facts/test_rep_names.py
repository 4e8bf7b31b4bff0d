"""Reps by id or by name."""

from __future__ import annotations

from salesperf.facts.rep_names import RepKeys, rep_keys
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of


def keys(orders: str, people: str) -> RepKeys:
    bundle = bundle_of([("orders", orders), ("people", people)])
    return rep_keys(sales(bundle, section=SalesSection()), bundle)


PEOPLE = "rep_id,rep_name\nR1,Wang\nR2,Li\nR3,Li\n"


def test_names_stand_for_the_ids_that_sales_have() -> None:
    found = keys("order_id,order_date,rep_id,amount\nA,2026-03-01,R9,1\n", PEOPLE)

    assert found.of(["R1", "R9", "Wang", "Li", "Zhao"]) == {"R1": "R1", "R9": "R9", "Wang": "R1", "Zhao": "Zhao"}
    assert found.several == {"Li": ("R2", "R3")}


def test_names_that_no_table_gives_an_id_are_keys_themselves() -> None:
    found = keys("order_id,order_date,rep_name,amount\nA,2026-03-01,Zhao,1\n", "rep_id,team\nR1,North\n")

    assert found.of(["Zhao", "R1", "Wang"]) == {"Zhao": "Zhao", "R1": "R1", "Wang": "Wang"}


def test_sales_that_name_reps_of_the_list_have_their_ids() -> None:
    found = keys("order_id,order_date,rep_name,amount\nA,2026-03-01,Zhao,1\n", "rep_id,rep_name\nR1,Wang\nR4,Zhao\n")

    assert found.of(["R1", "Zhao", "Wang"]) == {"R1": "R1", "Zhao": "R4", "Wang": "R1"}


def test_reps_without_ids_are_known_by_their_names() -> None:
    found = keys("order_id,order_date,rep_name,amount\nA,2026-03-01,Zhao,1\n", "rep_id,team\nR1,North\n")

    assert dict(found.keys) == {"Zhao": "Zhao"}
