"""Lines of split events: who gets how much, to the cent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import narwhals as nw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.errors import DataError
from salesperf.engine import collect
from salesperf.facts.credits import Credits, credited_sales
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.facts.shares import shared_out
from salesperf.tables.literal import bundle_of

ORDERS = "order_id,order_date,rep_id,rep_name,amount\nA,2026-03-01,R1,Wang,100\nB,2026-03-02,R2,Li,0.05\n"


def credited(splits: str, orders: str = ORDERS, **others: str) -> Credits:
    bundle = bundle_of([("orders", orders), ("splits", splits), *others.items()])
    return credited_sales(sales(bundle, section=SalesSection()), bundle)


def of_reps(sold: Sales | None, column: str = "net") -> dict[tuple[str, str | None], str]:
    """The amount by order and rep."""
    assert sold is not None
    rows = collect(sold.lines.select("order", "rep", column)).sort("order", "rep").rows()
    return {(order, rep): f"{amount.normalize():f}" for order, rep, amount in rows}


def test_each_participant_has_the_share_and_others_keep_their_lines() -> None:
    found = credited("event_id,rep_id,share\nA,R1,1/3\nA,R2,1/3\nA,R3,1/3\n")

    # 100 / 3 = 33.333333 and a millionth over, which goes to the first in the order of keys.
    assert of_reps(found.sales) == {
        ("A", "R1"): "33.333334",
        ("A", "R2"): "33.333333",
        ("A", "R3"): "33.333333",
        ("B", "R2"): "0.05",
    }
    assert found.with_overlays is None


def test_shares_of_many_orders_are_those_of_their_sum() -> None:
    # In cents, thirds of 100.00 are 33.34, 33.33 and 33.33, and of a hundred orders 3,334.00 for 3,333.33; halves of a
    # cent would be a cent for one and nothing for the other.
    orders = "".join(f"{at},2026-03-01,R1,{amount}\n" for at, amount in enumerate([100] * 100 + [0.01] * 100))
    splits = "".join(f"{at},R{who},1/3\n" for at in range(100) for who in (1, 2, 3))
    splits += "".join(f"{at},R{who},1/2\n" for at in range(100, 200) for who in (4, 5))

    found = credited(f"event_id,rep_id,share\n{splits}", f"order_id,order_date,rep_id,amount\n{orders}").sales

    sums = collect(found.lines.group_by("rep").agg(nw.col("net").sum())).sort("rep").rows()
    assert [(rep, round(amount, 2)) for rep, amount in sums] == [
        *((rep, Decimal("3333.33")) for rep in ("R1", "R2", "R3")),
        ("R4", Decimal("0.50")),
        ("R5", Decimal("0.50")),
    ]


def test_an_owner_without_a_share_is_credited_with_nothing() -> None:
    found = credited("event_id,rep_id,share\nA,R2,60%\nA,R3,40%\n")

    assert of_reps(found.sales) == {("A", "R2"): "60", ("A", "R3"): "40", ("B", "R2"): "0.05"}


def test_per_cent_that_floats_do_not_add_up_are_a_whole() -> None:
    # A published error: 72.68 + 10.93 + 2.73 + 13.66 was refused because its sum of floats is not 100.
    found = credited("event_id,rep_id,share\nA,R1,72.68\nA,R2,10.93\nA,R3,2.73\nA,R4,13.66\n")

    assert list(of_reps(found.sales).values())[:4] == ["72.68", "10.93", "2.73", "13.66"]


def test_reps_may_be_named() -> None:
    found = credited("event_id,rep_id,share\nA,Wang,0.5\nA,Li,0.5\n")

    assert of_reps(found.sales) == {("A", "R1"): "50", ("A", "R2"): "50", ("B", "R2"): "0.05"}


def test_what_comes_back_is_shared_as_the_order_it_is_of() -> None:
    orders = "order_id,order_date,rep_id,amount,return_of\nA,2026-03-01,R1,100,\nZ,2026-03-09,R1,-10.01,A\n"

    found = credited("event_id,rep_id,share\nA,R1,1/2\nA,R2,1/2\n", orders)

    assert of_reps(found.sales) == {("A", "R1"): "50", ("A", "R2"): "50", ("Z", "R1"): "-5.005", ("Z", "R2"): "-5.005"}


def test_quantities_and_costs_are_shared_and_what_the_row_says_is_not() -> None:
    orders = "order_id,order_date,rep_id,quantity,unit_price,amount,cost\nA,2026-03-01,R1,3,10,30,20.01\n"

    found = credited("event_id,rep_id,share\nA,R1,1/2\nA,R2,1/2\n", orders).sales

    assert of_reps(found, "units") == {("A", "R1"): "1.5", ("A", "R2"): "1.5"}
    assert of_reps(found, "cost_of_net") == {("A", "R1"): "10.005", ("A", "R2"): "10.005"}
    assert of_reps(found, "amount") == {("A", "R1"): "30", ("A", "R2"): "30"}


def test_an_overlay_is_credited_beside_the_whole_and_apart_from_it() -> None:
    found = credited("event_id,rep_id,share,kind\nA,R1,1/2,\nA,R2,1/2,split\nA,R9,100%,overlay\nB,R9,50,叠加\n")

    assert ("A", "R9") not in of_reps(found.sales)
    # 50 % of 0.05.
    assert of_reps(found.with_overlays) == {
        ("A", "R1"): "50",
        ("A", "R2"): "50",
        ("A", "R9"): "100",
        ("B", "R2"): "0.05",
        ("B", "R9"): "0.025",
    }


def test_the_name_and_team_of_the_owner_are_not_those_of_others() -> None:
    orders = "order_id,order_date,rep_id,rep_name,team,amount\nA,2026-03-01,R1,Wang,North,100\n"

    found = credited("event_id,rep_id,share\nA,R1,1/2\nA,R2,1/2\n", orders).sales

    rows = collect(found.lines.select("rep_id", "rep_name", "team", "credit")).sort("rep_id").rows()
    assert rows == [("R1", "Wang", "North", "split"), ("R2", None, None, "split")]


def test_sales_without_a_rep_get_those_of_the_splits() -> None:
    found = credited("event_id,rep_id,share\nA,R1,1\n", "order_id,order_date,amount\nA,2026-03-01,7\nB,2026-03-01,8\n")

    assert of_reps(found.sales) == {("A", "R1"): "7", ("B", None): "8"}


def test_without_splits_the_sales_stay_what_they_are() -> None:
    bundle = bundle_of([("orders", ORDERS)])
    sold = sales(bundle, section=SalesSection())

    assert credited_sales(sold, bundle).sales is sold


def test_splits_of_sales_without_order_ids_are_of_nothing() -> None:
    with pytest.raises(DataError) as fault:
        credited("event_id,rep_id,share\nA,R1,1\n", "order_date,rep_id,amount\n2026-03-01,R1,7\n")

    assert [found.code for found in fault.value.issues] == ["F604"]


def test_shares_with_as_many_digits_as_a_spreadsheet_shows_are_exact() -> None:
    found = credited("event_id,rep_id,share\nA,R1,0.3333333333333333\nA,R2,0.6666666666666667\n")

    assert of_reps(found.sales) == {("A", "R1"): "33.333333", ("A", "R2"): "66.666667", ("B", "R2"): "0.05"}


AMOUNTS = st.integers(-(10**12), 10**12).map(lambda cents: Decimal(cents).scaleb(-2))
SHARED = st.lists(st.integers(0, 97), min_size=1, max_size=5).filter(any)


@given(st.lists(st.tuples(AMOUNTS, SHARED), min_size=1, max_size=4))
def test_lines_of_a_row_add_up_to_it_and_are_those_of_exact_fractions(events: list[tuple[Decimal, list[int]]]) -> None:
    orders = "".join(f"E{at},2026-03-01,R0,{amount}\n" for at, (amount, _) in enumerate(events))
    splits = "".join(
        f"E{at},R{who},{weight}/{sum(weights)}\n"
        for at, (_, weights) in enumerate(events)
        for who, weight in reversed(list(enumerate(weights)))
    )

    found = credited(f"event_id,rep_id,share\n{splits}", f"order_id,order_date,rep_id,amount\n{orders}")

    rows = collect(found.sales.lines.select("order", "rep", "net")).sort("order", "rep").rows()
    expected = [
        (f"E{at}", f"R{who}", part)
        for at, (amount, weights) in enumerate(events)
        for who, part in enumerate(shared_out(amount, [Fraction(one, sum(weights)) for one in weights], places=6))
    ]
    assert rows == expected
