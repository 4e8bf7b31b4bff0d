"""Aggregation: atoms by group and period. Written in Narwhals lazy frames; the results are small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

import narwhals as nw
import polars as pl

from salesperf.core.unit import DECIMAL_UNITS
from salesperf.engine import Frame, coded, collect
from salesperf.facts.customers import customer_periods
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.model import Atom, How
from salesperf.tables.schema import MONEY

_SUMMED = frozenset({How.SUM, How.COUNT, How.BALANCE})
"""What can be added up batch by batch."""


def aggregated(lines: Frame, *, keys: Sequence[str], atoms: Iterable[str], last_period: int) -> pl.DataFrame:
    """One row a combination of keys with the atoms asked for; `period` is always among the keys.

    A sum is null where rows exist but none has a value, and zero where no rows exist at all; a median is null where
    nothing has a value. Periods are numbered from 0 to `last_period` without gaps, so that "the period before" is the
    number before; a balance holds all lines up to the end of its period, which `lines` must have.
    """
    wanted = [ATOMS[key] for key in dict.fromkeys(atoms)]
    frame = _of_lines(lines, keys, [atom for atom in wanted if atom.how is not How.CUSTOMERS], last_period=last_period)
    if any(atom.how is How.BALANCE for atom in wanted):
        frame = _carried(frame, keys, [atom for atom in wanted if atom.how is How.BALANCE], last_period=last_period)
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
        measures += [_measure(atom).alias(atom.key), column.count().alias(f"{atom.key}:known")]
    if list(keys) == ["period"] and last_period == 0:
        # One group of all rows: no key has to be hashed.
        alone = collect(base.select(*measures)).with_columns(period=pl.lit(0, dtype=pl.Int32))
        found = alone.filter(pl.col("rows") > 0)
    else:
        only_sums = all(atom.how in _SUMMED for atom in atoms)
        grouped = (base if only_sums else coded(base, keys)).group_by(*keys).agg(*measures)
        found = collect(grouped, in_batches=only_sums).with_columns(pl.col(pl.Categorical).cast(pl.String))
    return found.with_columns(map(_settled, atoms)).drop([f"{atom.key}:known" for atom in atoms])


def _measure(atom: Atom) -> nw.Expr:
    """What the engine works out of the atom's column, by group."""
    column = nw.col(atom.column)
    match atom.how:
        case How.SUM | How.BALANCE:
            return column.sum()
        case How.COUNT:
            return column.count()
        case How.DISTINCT:
            return column.n_unique()
        case How.MEDIAN:
            return column.cast(nw.Float64).median()
        case How.CUSTOMERS:
            raise ValueError(f"{atom.key} is worked out by customer")
        case How.WORKED:
            raise ValueError(f"{atom.key} is worked out by a function of {atom.subject}")
        case How.COVERED:
            raise ValueError(f"{atom.key} is of lines that are told for periods")
        case How.DAYS | How.MONTHS:
            raise ValueError(f"{atom.key} is of the period, not of lines")
        case _:
            assert_never(atom.how)


def _settled(atom: Atom) -> pl.Expr:
    """The atom where lines have a value; null is one more thing to `n_unique`."""
    known = pl.col(f"{atom.key}:known")
    if atom.how is How.DISTINCT:
        has_null = (known < pl.col("rows")).cast(pl.Int64)
        return (pl.col(atom.key).cast(pl.Int64) - has_null).alias(atom.key)
    if atom.how is How.COUNT:
        return pl.col(atom.key).cast(pl.Int64)
    return pl.when(known > 0).then(pl.col(atom.key)).alias(atom.key)


def _carried(flows: pl.DataFrame, keys: Sequence[str], atoms: Sequence[Atom], *, last_period: int) -> pl.DataFrame:
    """What came and went by period, added up from period to period in each group, from the first it has lines in."""
    groups = [key for key in keys if key != "period"]
    periods = pl.DataFrame({"period": range(last_period + 1)}, schema={"period": flows.schema["period"]})
    begun = (
        flows.drop_nulls("period")
        .group_by(groups or [pl.lit(0).alias("_")])
        .agg(pl.col("period").min().alias("begins"))
    )
    every = begun.join(periods, how="cross").filter(pl.col("period") >= pl.col("begins")).select(*groups, "period")
    laid = every.join(flows, on=list(keys), how="left", nulls_equal=True).sort("period")
    moved = [pl.col(atom.key).fill_null(0).cum_sum() for atom in atoms]
    return laid.with_columns(expr.over(groups) if groups else expr for expr in moved)


def _zeros(frame: pl.DataFrame, atoms: Sequence[Atom]) -> pl.DataFrame:
    """Nothing happened is zero; something happened but its value is unknown stays null, as the median of nothing is."""
    nothing = pl.col("rows").is_null()
    filled = []
    for atom in atoms:
        if atom.how is How.SUM:
            zero = pl.lit(0).cast(MONEY if atom.unit in DECIMAL_UNITS else pl.Int64)
            filled.append(pl.when(nothing).then(zero).otherwise(pl.col(atom.key)).alias(atom.key))
        elif atom.how is not How.MEDIAN:
            filled.append(pl.col(atom.key).fill_null(0))
    return frame.with_columns(filled).with_columns(pl.col("rows").fill_null(0).cast(pl.Int64))
