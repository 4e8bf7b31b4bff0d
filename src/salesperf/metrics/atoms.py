"""Atoms: what the engine adds up or counts, by group and period; metrics are made of nothing else.

All of this is written in Narwhals lazy frames; the results are small.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import narwhals as nw
import polars as pl

from salesperf.core.registry import Registry
from salesperf.engine import Frame, collect
from salesperf.facts.customers import customer_periods
from salesperf.tables.schema import MONEY


class How(StrEnum):
    """How an atom is aggregated."""

    SUM = "sum"
    DISTINCT = "distinct"
    CUSTOMERS = "customers"


@dataclass(frozen=True, slots=True)
class Atom:
    """One aggregate: `column` of the sales lines it reads, `meaning` in words."""

    key: str
    how: How
    column: str
    meaning: str


ATOMS: Registry[Atom] = Registry(
    "atom",
    (
        Atom("net", How.SUM, "net", "net amount of all lines"),
        Atom("gross", How.SUM, "gross", "amount of sold lines"),
        Atom("returned", How.SUM, "returned", "amount of returns, positive"),
        Atom("quantity", How.SUM, "units", "quantity sold less quantity returned"),
        Atom("priced_net", How.SUM, "priced_net", "net of lines whose quantity is known"),
        Atom("cost", How.SUM, "cost_of_net", "cost of what was sold less cost of what came back"),
        Atom("costed_net", How.SUM, "costed_net", "net of lines whose cost is known"),
        Atom("list_value", How.SUM, "list_value", "list value of sold lines, where known"),
        Atom("listed_gross", How.SUM, "listed_gross", "gross of sold lines whose list value is known"),
        Atom("orders", How.DISTINCT, "qualified_order", "orders with a sold line above zero and a net above zero"),
        Atom("reps", How.DISTINCT, "selling_rep", "reps with a sold line"),
        Atom("customers", How.DISTINCT, "buying_customer", "customers with a sold line above zero"),
        Atom("customer_net", How.SUM, "customer_net", "net of lines with a customer"),
        Atom("opening", How.CUSTOMERS, "customer", "customers active in the period before"),
        Atom("new", How.CUSTOMERS, "customer", "customers whose first sold line ever lies in the period"),
        Atom("retained", How.CUSTOMERS, "customer", "customers active in this period and the one before"),
        Atom("reactivated", How.CUSTOMERS, "customer", "customers active now and once, but not in the period before"),
        Atom("lost", How.CUSTOMERS, "customer", "customers active in the period before and not in this one"),
        Atom("repeat", How.CUSTOMERS, "customer", "customers with two orders or more in the period"),
        Atom("new_net", How.CUSTOMERS, "customer", "net of customers that are new in the period"),
        Atom("top10_net", How.CUSTOMERS, "customer", "net of the ten customers with the largest net"),
    ),
)
_MADE_HERE = {"selling_rep": "rep", "buying_customer": "customer", "customer_net": "customer"}


def column_needed(atom: str) -> str:
    """The column of the sales lines without which an atom cannot be had."""
    column = ATOMS[atom].column
    return _MADE_HERE.get(column, column)


def aggregated(lines: Frame, *, keys: Sequence[str], atoms: Iterable[str], last_period: int) -> pl.DataFrame:
    """One row a combination of keys with the atoms asked for; `period` is always among the keys.

    A sum is null where rows exist but none has a value, and zero where no rows exist at all. Periods are numbered
    from 0 to `last_period` without gaps, so that "the period before" is the number before.
    """
    wanted = [ATOMS[key] for key in dict.fromkeys(atoms)]
    frame = _of_lines(lines, keys, [atom for atom in wanted if atom.how is not How.CUSTOMERS])
    of_customers = [atom.key for atom in wanted if atom.how is How.CUSTOMERS]
    if of_customers:
        frames = customer_periods(lines, keys=keys, atoms=of_customers, last_period=last_period)
        for part in frames:
            frame = frame.join(collect(part), on=list(keys), how="full", coalesce=True, nulls_equal=True)
    return _zeros(frame, wanted)


def _of_lines(lines: Frame, keys: Sequence[str], atoms: Sequence[Atom]) -> pl.DataFrame:
    made = {column: expr for column, expr in _made().items() if any(atom.column == column for atom in atoms)}
    base = lines.with_columns(**made) if made else lines
    measures = [nw.len().alias("rows")]
    for atom in atoms:
        column = nw.col(atom.column)
        if atom.how is How.SUM:
            measures += [column.sum().alias(atom.key), column.count().alias(f"{atom.key}:known")]
        else:
            measures += [column.n_unique().alias(atom.key), column.count().alias(f"{atom.key}:known")]
    found = collect(base.group_by(*keys).agg(*measures))
    settled = []
    for atom in atoms:
        known = pl.col(f"{atom.key}:known")
        if atom.how is How.SUM:
            settled.append(pl.when(known > 0).then(pl.col(atom.key)).alias(atom.key))
        else:
            # n_unique counts null as one more thing.
            has_null = (known < pl.col("rows")).cast(pl.Int64)
            settled.append((pl.col(atom.key).cast(pl.Int64) - has_null).alias(atom.key))
    return found.with_columns(settled).drop([f"{atom.key}:known" for atom in atoms])


def _made() -> dict[str, nw.Expr]:
    sold = nw.col("is_sold") & (nw.col("gross") > 0)
    return {
        "selling_rep": nw.when(sold).then(nw.col("rep")),
        "buying_customer": nw.when(sold).then(nw.col("customer")),
        "customer_net": nw.when(~nw.col("customer").is_null()).then(nw.col("net")),
    }


def _zeros(frame: pl.DataFrame, atoms: Sequence[Atom]) -> pl.DataFrame:
    """Nothing happened is zero; something happened but its value is unknown stays null."""
    nothing = pl.col("rows").is_null()
    filled = [
        pl.when(nothing).then(pl.lit(0).cast(MONEY)).otherwise(pl.col(atom.key)).alias(atom.key)
        if atom.how is How.SUM
        else pl.col(atom.key).fill_null(0)
        for atom in atoms
    ]
    return frame.with_columns(filled).with_columns(pl.col("rows").fill_null(0).cast(pl.Int64))
