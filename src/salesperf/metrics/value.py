"""The value of a metric: an expression over the columns of its atoms, what it is of nothing, and why it is null."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl

from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import DECIMAL_UNITS
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.expression import compiled, divided
from salesperf.metrics.model import Derived, Distinct, How, Metric, Ratio, Simple, Snapshot
from salesperf.metrics.parts import (
    Conditions,
    atom_column,
    atoms_under,
    both,
    is_atom,
    keeps_its_own,
    parts_of,
    period_columns,
    pooled_column,
)

_PRECISE = pl.Decimal(38, 6)


def of_nothing(metrics: Sequence[Metric], *, catalog: Registry[Metric]) -> Mapping[str, object]:
    """The metrics (and their atoms, under `atom:`) where nothing happened: flows are 0, ratios and medians null."""
    dtypes = dtypes_of(metrics, catalog=catalog)
    medians = {
        atom_column(atom, lens.conditions)
        for lens, atoms in atoms_under(metrics, catalog).items()
        for atom in atoms
        if ATOMS[atom].how in {How.MEDIAN, How.WORKED, How.COVERED}
    }
    zeros = pl.DataFrame({"rows": [0]}).with_columns(
        pl.lit(None if name in medians else 0).cast(kind).alias(name) for name, kind in dtypes.items()
    )
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in metrics]
    return zeros.with_columns(columns).row(0, named=True)


def dtypes_of(metrics: Sequence[Metric], *, catalog: Registry[Metric]) -> Mapping[str, pl.DataType]:
    """What the columns hold that metrics are worked out of: amounts, counts, the length of the period."""
    dtypes: dict[str, pl.DataType] = {
        atom_column(atom, lens.conditions): _PRECISE if ATOMS[atom].unit in DECIMAL_UNITS else pl.Int64()
        for lens, atoms in atoms_under(metrics, catalog).items()
        for atom in atoms
    }
    return dtypes | dict.fromkeys(period_columns(metrics, catalog), pl.Float64())


def expression_of(
    metric: Metric, catalog: Registry[Metric], *, outer: Conditions = (), is_pooled: bool = False
) -> pl.Expr:
    """The metric over the columns of its atoms, in the dtype of its unit; `outer` are conditions it is a part under.

    A pooled metric looks at what its atoms are over the months of the data, but for parts that are ratios of their own.
    """
    conditions = both(outer, metric.where)

    def value(name: str) -> pl.Expr:
        if is_atom(name, metric, catalog):
            column = atom_column(name, conditions)
            return pl.col(pooled_column(column) if is_pooled else column)
        part = catalog[name]
        return expression_of(part, catalog, outer=conditions, is_pooled=is_pooled and not keeps_its_own(part))

    match metric.formula:
        case Simple(atom) | Distinct(atom) | Snapshot(atom):
            return value(atom)
        case Ratio(numerator, denominator, positive):
            if metric.unit in DECIMAL_UNITS:
                return _price(value(numerator), value(denominator), positive=positive)
            return divided(value(numerator), value(denominator), positive=positive)
        case Derived(expression):
            found = compiled(expression, value)
            # A product or quotient is a float; an amount is rounded to its six places, as a price is.
            return found.cast(_PRECISE) if metric.unit in DECIMAL_UNITS else found


def _price(numerator: pl.Expr, denominator: pl.Expr, *, positive: bool) -> pl.Expr:
    """Money per thing as an exact decimal of six places; a whole-number division keeps its scale."""
    bottom = denominator.cast(_PRECISE)
    usable = bottom > 0 if positive else bottom != 0
    # Guarded before dividing: a decimal division by zero stops the engine.
    safe = pl.when(usable).then(bottom).otherwise(pl.lit(1).cast(_PRECISE))
    return pl.when(usable).then(numerator.cast(_PRECISE) / safe)


NO_DENOMINATOR = Text("no {name} to divide by", "分母（{name}）为零或缺失")
NEGATIVE_DENOMINATOR = Text("{name} is not above zero", "{name}不大于零")
UNKNOWN_VALUE = Text("no {name} is known here", "此处没有已知的{name}")


def reason_for_null(metric: Metric, catalog: Registry[Metric], row: Mapping[str, object]) -> Text:
    """Why a metric of this row is null: which part is zero, negative or unknown."""
    if isinstance(metric.formula, Ratio):
        name = metric.formula.denominator
        value = _part_value(metric, name, catalog, row)
        label = ATOMS[name].meaning if is_atom(name, metric, catalog) else catalog[name].label
        if isinstance(value, int | float | Decimal) and value > 0:
            return _unknown(metric.formula.numerator, metric, catalog)
        is_negative = isinstance(value, int | float | Decimal) and value < 0
        template = NEGATIVE_DENOMINATOR if is_negative else NO_DENOMINATOR
        return Text(template.en.format(name=label.en), template.zh.format(name=label.zh))
    if isinstance(metric.formula, Derived):
        for part in parts_of(metric):
            if _is_unknown(part, metric, catalog, row):
                return _unknown(part, metric, catalog)
    return UNKNOWN_VALUE.fill(name=metric.label)


def _is_unknown(name: str, metric: Metric, catalog: Registry[Metric], row: Mapping[str, object]) -> bool:
    """Whether the row holds a part and it is null."""
    column = atom_column(name, metric.where) if is_atom(name, metric, catalog) else name
    return column in row and row[column] is None


def _unknown(name: str, metric: Metric, catalog: Registry[Metric]) -> Text:
    """There is something to divide by, and nothing known to be divided."""
    return UNKNOWN_VALUE.fill(name=ATOMS[name].meaning if is_atom(name, metric, catalog) else catalog[name].label)


def _part_value(metric: Metric, name: str, catalog: Registry[Metric], row: Mapping[str, object]) -> object:
    """The value of a part, where the row holds it: of an atom, of a metric of one atom, of a metric measured beside."""
    if is_atom(name, metric, catalog):
        return row.get(atom_column(name, metric.where))
    part = catalog[name]
    if isinstance(part.formula, Simple | Distinct | Snapshot):
        return row.get(atom_column(parts_of(part)[0], both(metric.where, part.where)))
    return None if metric.where else row.get(name)
