from __future__ import annotations

from decimal import Decimal

from salesperf.facts.keys import issues_of, stray_keys
from salesperf.facts.nearest import Nearest
from salesperf.tables.literal import bundle_of

PRODUCTS = "product_id,product_name,category\nP1,GTX Pro,GTX\nP2,MG Special,MG\n"
DEALS = (
    "deal_id,product_name,customer_name,stage,amount\n1,GTXPro,Acme,Won,100\n2,GTXPro,Acme,Lost,\n"
    "3,MG Special,Beta,Won,7\n4,Zeta,Acme,Won,500.50\n5,,Acme,Won,3\n"
)


def test_every_row_that_names_a_stray_key_counts_with_its_money() -> None:
    (stray,) = stray_keys(bundle_of([("deals", DEALS), ("products", PRODUCTS)]))

    assert (stray.table, stray.column, stray.listed_in) == ("deals", "product_name", "products")
    assert [(one.key, one.rows, one.money, one.nearest) for one in stray.keys] == [
        ("Zeta", 1, Decimal("500.50"), Nearest(())),
        ("GTXPro", 2, Decimal(100), Nearest(("GTX Pro",), is_sure=True)),
    ]


def test_one_finding_tells_one_key() -> None:
    (stray,) = stray_keys(bundle_of([("deals", DEALS), ("products", PRODUCTS)]))
    zeta, gtx = issues_of(stray)

    assert (zeta.value, zeta.message) == ("Zeta", "'Zeta' is not in the products table: 1 row, 500.5 of deals")
    assert (gtx.code, gtx.count, gtx.where.column) == ("F506", 2, "product_name")
    assert gtx.hint == "nearest: 'GTX Pro'; salesperf init --fix-keys drafts the mapping"


def test_without_a_list_there_is_nothing_to_miss() -> None:
    assert stray_keys(bundle_of([("deals", DEALS)])) == ()


def test_ids_are_compared_with_ids() -> None:
    orders = "order_id,order_date,product_id,product_name,amount\nA,2026-01-01,P1,Old name,5\nB,2026-01-01,P9,x,6\n"
    (stray,) = stray_keys(bundle_of([("orders", orders), ("products", PRODUCTS)]))

    assert (stray.column, [one.key for one in stray.keys]) == ("product_id", ["P9"])


def test_where_no_id_is_in_common_the_names_are_compared() -> None:
    orders = (
        "order_id,order_date,product_id,product_name,amount\nA,2026-01-01,77,GTX Pro,5\nB,2026-01-01,78,MGSpecial,6\n"
    )
    (stray,) = stray_keys(bundle_of([("orders", orders), ("products", PRODUCTS)]))

    assert (stray.column, [one.key for one in stray.keys]) == ("product_name", ["MGSpecial"])


def test_keys_of_tables_without_amounts_have_no_money() -> None:
    leads = "lead_id,created_at,customer_id\n1,2026-01-01,C9\n"
    (stray,) = stray_keys(bundle_of([("leads", leads), ("customers", "customer_id,customer_name\nC1,Acme\n")]))

    assert [(one.key, one.rows, one.money) for one in stray.keys] == [("C9", 1, None)]


def test_a_table_that_names_reps_by_id_or_name_misses_neither() -> None:
    splits = "event_id,rep_id,share\nA,R1,1/3\nA,Li,1/3\nA,Lee,1/3\n"
    (stray,) = stray_keys(bundle_of([("splits", splits), ("people", "rep_id,rep_name\nR1,Wang\nR2,Li\n")]))

    assert [one.key for one in stray.keys] == ["Lee"]
