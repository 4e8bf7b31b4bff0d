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
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.engine import Frame, coded, collect
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
    unit: Unit
    meaning: Text


ATOMS: Registry[Atom] = Registry(
    "atom",
    (
        Atom("net", How.SUM, "net", Unit.MONEY, Text("net amount of all lines", "全部明细的净额")),
        Atom("gross", How.SUM, "gross", Unit.MONEY, Text("amount of sold lines", "已售明细的金额")),
        Atom("returned", How.SUM, "returned", Unit.MONEY, Text("amount of returns, positive", "退货金额（正数）")),
        Atom(
            "quantity",
            How.SUM,
            "units",
            Unit.QUANTITY,
            Text("quantity sold less quantity returned", "已售数量减退货数量"),
        ),
        Atom(
            "priced_net",
            How.SUM,
            "priced_net",
            Unit.MONEY,
            Text("net of lines whose quantity is known", "有数量的明细的净额"),
        ),
        Atom(
            "cost",
            How.SUM,
            "cost_of_net",
            Unit.MONEY,
            Text("cost of what was sold less cost of what came back", "已售成本减退货成本"),
        ),
        Atom(
            "costed_net",
            How.SUM,
            "costed_net",
            Unit.MONEY,
            Text("net of lines whose cost is known", "有成本的明细的净额"),
        ),
        Atom(
            "list_value",
            How.SUM,
            "list_value",
            Unit.MONEY,
            Text("list value of sold lines, where known", "已售明细的标价金额（已知部分）"),
        ),
        Atom(
            "listed_gross",
            How.SUM,
            "listed_gross",
            Unit.MONEY,
            Text("gross of sold lines whose list value is known", "已知标价的已售明细的总额"),
        ),
        Atom(
            "orders",
            How.DISTINCT,
            "qualified_order",
            Unit.COUNT,
            Text("orders with a sold line above zero and a net above zero", "有已售明细且净额大于零的订单"),
        ),
        Atom("reps", How.DISTINCT, "selling_rep", Unit.COUNT, Text("reps with a sold line", "有已售明细的销售员")),
        Atom(
            "customers",
            How.DISTINCT,
            "buying_customer",
            Unit.COUNT,
            Text("customers with a sold line above zero", "有金额大于零的已售明细的客户"),
        ),
        Atom(
            "customer_net",
            How.SUM,
            "customer_net",
            Unit.MONEY,
            Text("net of lines with a customer", "有客户的明细的净额"),
        ),
        Atom(
            "opening",
            How.CUSTOMERS,
            "customer",
            Unit.COUNT,
            Text("customers active in the period before", "上期活跃客户"),
        ),
        Atom(
            "new",
            How.CUSTOMERS,
            "customer",
            Unit.COUNT,
            Text("customers whose first sold line ever lies in the period", "首次购买在期间内的客户"),
        ),
        Atom(
            "retained",
            How.CUSTOMERS,
            "customer",
            Unit.COUNT,
            Text("customers active in this period and the one before", "本期与上期均活跃的客户"),
        ),
        Atom(
            "reactivated",
            How.CUSTOMERS,
            "customer",
            Unit.COUNT,
            Text("customers active now and once, but not in the period before", "本期活跃、上期未活跃的老客户"),
        ),
        Atom(
            "lost",
            How.CUSTOMERS,
            "customer",
            Unit.COUNT,
            Text("customers active in the period before and not in this one", "上期活跃而本期未活跃的客户"),
        ),
        Atom(
            "repeat",
            How.CUSTOMERS,
            "customer",
            Unit.COUNT,
            Text("customers with two orders or more in the period", "期间内订单不少于两个的客户"),
        ),
        Atom(
            "new_net",
            How.CUSTOMERS,
            "customer",
            Unit.MONEY,
            Text("net of customers that are new in the period", "期间内新客户的净额"),
        ),
        Atom(
            "top10_net",
            How.CUSTOMERS,
            "customer",
            Unit.MONEY,
            Text("net of the ten customers with the largest net", "净额最大的十个客户的净额"),
        ),
    ),
)
_BEHIND = {"selling_rep": "rep", "buying_customer": "customer", "customer_net": "customer"}


def column_needed(atom: str) -> str:
    """The column of the sales lines without which an atom cannot be had."""
    column = ATOMS[atom].column
    return _BEHIND.get(column, column)


def aggregated(lines: Frame, *, keys: Sequence[str], atoms: Iterable[str], last_period: int) -> pl.DataFrame:
    """One row a combination of keys with the atoms asked for; `period` is always among the keys.

    A sum is null where rows exist but none has a value, and zero where no rows exist at all. Periods are numbered
    from 0 to `last_period` without gaps, so that "the period before" is the number before.
    """
    wanted = [ATOMS[key] for key in dict.fromkeys(atoms)]
    frame = _of_lines(lines, keys, [atom for atom in wanted if atom.how is not How.CUSTOMERS], last_period=last_period)
    of_customers = [atom.key for atom in wanted if atom.how is How.CUSTOMERS]
    if of_customers:
        frames = customer_periods(lines, keys=keys, atoms=of_customers, last_period=last_period)
        for part in frames:
            frame = frame.join(collect(part), on=list(keys), how="full", coalesce=True, nulls_equal=True)
    return _zeros(frame, wanted)


def _of_lines(lines: Frame, keys: Sequence[str], atoms: Sequence[Atom], *, last_period: int) -> pl.DataFrame:
    base = lines
    if any(atom.column == "customer_net" for atom in atoms):
        base = lines.with_columns(customer_net=nw.when(~nw.col("customer").is_null()).then(nw.col("net")))
    measures = [nw.len().alias("rows")]
    for atom in atoms:
        column = nw.col(atom.column)
        if atom.how is How.SUM:
            measures += [column.sum().alias(atom.key), column.count().alias(f"{atom.key}:known")]
        else:
            measures += [column.n_unique().alias(atom.key), column.count().alias(f"{atom.key}:known")]
    if list(keys) == ["period"] and last_period == 0:
        # One group of all rows: no key has to be hashed.
        alone = collect(base.select(*measures)).with_columns(period=pl.lit(0, dtype=pl.Int32))
        found = alone.filter(pl.col("rows") > 0)
    else:
        only_sums = all(atom.how is How.SUM for atom in atoms)
        grouped = (base if only_sums else coded(base, keys)).group_by(*keys).agg(*measures)
        found = collect(grouped, in_batches=only_sums).with_columns(pl.col(pl.Categorical).cast(pl.String))
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
