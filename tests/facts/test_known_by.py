from __future__ import annotations

from salesperf.core.errors import Issue
from salesperf.engine import collect, scan
from salesperf.facts.events import columns_of
from salesperf.facts.known_by import keyed
from salesperf.tables.literal import bundle_of

WITH_ID = "1,2026-01-05,100,C1,Acme,R1,Ann\n"
HEADER = "order_id,order_date,amount,customer_id,customer_name,rep_id,rep_name\n"


def whose(rows: str, *, header: str = HEADER, **lists: str) -> tuple[list[tuple[object, ...]], tuple[Issue, ...]]:
    bundle = bundle_of([("orders", header + rows), *lists.items()])
    orders = bundle.tables["orders"]
    found = keyed(scan(orders), orders, bundle)
    return collect(found.lines.select("order_id", "customer", "rep")).sort("order_id").drop(
        "order_id"
    ).rows(), found.findings


def test_customers_and_reps_are_keyed_by_id_else_by_name() -> None:
    header = "order_id,order_date,amount,customer_id,customer_name,rep_name\n"

    assert whose("1,2026-01-05,100,C1,Acme,Ann\n", header=header) == ([("C1", "Ann")], ())


def test_lines_without_customer_or_rep_get_neither() -> None:
    bundle = bundle_of([("orders", "order_id,order_date,amount\n1,2026-01-05,100\n")])
    orders = bundle.tables["orders"]

    assert not columns_of(keyed(scan(orders), orders, bundle).lines) & {"customer", "rep"}


def test_a_row_without_an_id_is_known_by_its_name() -> None:
    rows, findings = whose(WITH_ID + "2,2026-01-06,50,,Beta,,Bob\n")

    assert rows == [("C1", "R1"), ("Beta", "Bob")]
    assert findings == ()


def test_a_name_without_an_id_has_the_one_id_it_has_elsewhere() -> None:
    rows, _ = whose(WITH_ID + "2,2026-01-06,50,,Acme,,Ann\n3,2026-01-07,50,C9,,,\n")

    assert rows == [("C1", "R1"), ("C1", "R1"), ("C9", None)]


def test_the_lists_of_customers_and_people_know_the_id_too() -> None:
    rows, _ = whose(
        WITH_ID + "2,2026-01-06,50,,Beta,,Bob\n",
        customers="customer_id,customer_name\nC1,Acme\nC2,Beta\n",
        people="rep_id,rep_name\nR1,Ann\nR2,Bob\n",
    )

    assert rows == [("C1", "R1"), ("C2", "R2")]


def test_a_name_with_several_ids_stays_a_name_and_is_told() -> None:
    rows, findings = whose(WITH_ID + "2,2026-01-06,50,C2,Acme,R1,Ann\n3,2026-01-07,50,,Acme,R1,Ann\n")

    assert rows == [("C1", "R1"), ("C2", "R1"), ("Acme", "R1")]
    assert [(one.code, one.count) for one in findings] == [("R309", 1)]
    assert findings[0].message == (
        "1 row of orders without customer_id for 'Acme', a name that has several: counted under the name, as one more"
    )


def test_where_a_table_has_names_only_the_lists_tell_the_ids() -> None:
    header = "order_id,order_date,amount,customer_name,rep_name\n"
    rows, findings = whose(
        "1,2026-01-05,100,Acme,Ann\n2,2026-01-06,50,Beta,Bob\n",
        header=header,
        people="rep_id,rep_name\nR1,Ann\nR2,Bob\nR3,Bob\n",
    )

    assert rows == [("Acme", "R1"), ("Beta", "Bob")]
    assert [(one.code, one.count, one.value) for one in findings] == [("R309", 1, "Bob")]


def test_without_lists_the_other_events_tell_the_ids() -> None:
    bundle = bundle_of(
        [
            ("orders", HEADER + WITH_ID),
            ("activities", "activity_date,rep_name,kind\n2026-01-05,Ann,visit\n2026-01-05,Cy,visit\n"),
        ]
    )
    activities = bundle.tables["activities"]

    lines = collect(keyed(scan(activities), activities, bundle).lines).sort("rep_name")

    assert lines.select("rep", "rep_id").rows() == [("R1", "R1"), ("Cy", None)]


PRODUCTS_HEADER = "order_id,order_date,amount,product_id,product_name\n"


def products(rows: str, *, header: str = PRODUCTS_HEADER, **lists: str) -> tuple[list[object], tuple[Issue, ...]]:
    bundle = bundle_of([("orders", header + rows), *lists.items()])
    orders = bundle.tables["orders"]
    found = keyed(scan(orders), orders, bundle)
    return collect(found.lines.sort("order_id").select("product"))["product"].to_list(), found.findings


def test_a_product_is_known_by_its_id_a_line_without_one_by_its_name() -> None:
    rows = "1,2026-01-05,100,P1,Pen\n2,2026-01-06,50,,Ink\n3,2026-01-07,20,,Pen\n4,2026-01-08,5,,\n"

    assert products(rows) == (["P1", "Ink", "P1", None], ())


def test_products_without_any_id_are_known_by_their_names_whatever_a_list_says() -> None:
    listed = "product_id,product_name\nP1-S,Shirt\nP1-M,Shirt\n"

    assert products("1,2026-01-05,100,,Shirt\n2,2026-01-06,50,,Ink\n", products=listed) == (["Shirt", "Ink"], ())


def test_a_product_name_of_several_ids_is_told_where_other_lines_have_them() -> None:
    rows = "1,2026-01-05,100,P1-S,Shirt\n2,2026-01-06,50,P1-M,Shirt\n3,2026-01-07,20,,Shirt\n"
    found, findings = products(rows)

    assert found == ["P1-S", "P1-M", "Shirt"]
    assert [(one.code, one.count, one.value) for one in findings] == [("R309", 1, "Shirt")]
