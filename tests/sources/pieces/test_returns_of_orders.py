"""Returns in a file of their own, which names the orders and little else."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl

from salesperf.sources.conform.row_places import PART
from salesperf.sources.loaded import Loaded
from salesperf.sources.pieces.returns_of_orders import with_what_orders_say

Write = Callable[..., Path]
Load = Callable[..., Loaded]

ORDERS = (
    "Order ID,Order Date,Customer,Sales Rep,Region,Product,Qty,Amount\n"
    "O1,2026-01-05,X,Ann,East,Tea,2,40\nO1,2026-01-05,X,Ann,East,Cup,1,10\nO2,2026-01-09,Y,Bob,West,Tea,1,20\n"
)
RETURNS = (
    "Return ID,Order ID,Return Date,Product,Qty,Refund Amount\nR1,O1,2026-02-03,Cup,1,10\nR2,O9,2026-02-04,Tea,1,5\n"
)


def test_a_return_is_of_the_customer_and_rep_of_the_order_it_names(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(ORDERS, name="orders.csv"), write_text(RETURNS, name="returns.csv"))

    rows = loaded.bundle.tables["orders"].frame.filter(pl.col("amount") < 0).sort("amount")
    assert rows.select("amount", "customer_name", "rep_name", "region").rows() == [
        (Decimal(-10), "X", "Ann", "East"),
        (Decimal(-5), None, None, None),
    ]
    (note,) = [note.en for note in loaded.bundle.notes if "of the orders they name" in note.en]
    assert note.startswith("1 returned line takes customer, rep, region of")


def test_what_the_returns_say_themselves_stays(write_text: Write, load_files: Load) -> None:
    own = "Order ID,Return Date,Sales Rep,Product,Qty,Amount\nO1,2026-02-03,Cid,Cup,1,10\nO2,2026-02-04,,Tea,1,5\n"
    loaded = load_files(write_text(ORDERS, name="orders.csv"), write_text(own, name="returns.csv"))

    rows = loaded.bundle.tables["orders"].frame.filter(pl.col("amount") < 0).sort("amount")
    assert rows.select("rep_name", "region").rows() == [("Cid", "East"), (None, "West")]


def test_an_order_of_several_customers_gives_nothing() -> None:
    frame = pl.DataFrame(
        {
            "order_id": ["O1", "O1", "O1", None],
            "customer_name": ["X", "Y", None, None],
            "region": ["East", "East", None, None],
            PART: [0, 0, 1, 1],
        },
        schema_overrides={PART: pl.UInt32},
    )

    found = with_what_orders_say("orders", frame, returns={1})

    assert found.frame.select("customer_name", "region").rows() == [
        ("X", "East"),
        ("Y", "East"),
        (None, "East"),
        (None, None),
    ]
    assert [note.en for note in found.notes] == [
        "1 returned line takes region of the orders they name: their own file does not say"
    ]


def test_without_files_of_returns_or_without_numbers_nothing_is_done() -> None:
    frame = pl.DataFrame({"order_id": ["O1"], "customer_name": ["X"], PART: [0]}, schema_overrides={PART: pl.UInt32})

    assert with_what_orders_say("orders", frame, returns=()).frame is frame
    assert with_what_orders_say("orders", frame.drop("order_id"), returns={0}).notes == ()
    assert with_what_orders_say("payments", frame, returns={0}).notes == ()
