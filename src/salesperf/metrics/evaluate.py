"""Evaluation: metrics become expressions over atoms; a total is evaluated again at the coarser grain, never added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
import polars as pl

from salesperf.core.period import Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import DECIMAL_UNITS
from salesperf.engine import Frame, looked_up, small
from salesperf.metrics.aggregate import aggregated
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.expression import compiled, divided
from salesperf.metrics.model import Derived, Distinct, Metric, Ratio, Simple, Snapshot
from salesperf.metrics.parts import (
    EVERY_SALE,
    Conditions,
    Lens,
    atom_column,
    atoms_under,
    both,
    is_atom,
    parts_of,
    rows_column,
)
from salesperf.metrics.to_date import Days, aggregated_to_date

_PRECISE = pl.Decimal(38, 6)


def in_periods(lines: Frame, periods: Sequence[Period], *, span: Span) -> Frame:
    """The lines with the number of their period in `period`; periods must not overlap.

    `span` holds the days of all the lines. Several periods must cover it without gaps; one alone leaves out what
    lies beyond it.
    """
    if len(periods) == 1:
        first, last = periods[0].start, periods[0].end
        if span.start < first or last < span.end:
            lines = lines.filter(nw.col("date") >= nw.lit(first), nw.col("date") <= nw.lit(last))
        return lines.with_columns(nw.lit(0).cast(nw.Int32).alias("period"))
    days: list[date] = []
    numbers: list[int] = []
    for number, period in enumerate(periods):
        days += [period.start + timedelta(days=offset) for offset in range(period.days)]
        numbers += [number] * period.days
    calendar = small({"date": days, "period": numbers}, {"date": pl.Date(), "period": pl.Int32()})
    return looked_up(lines, calendar, on="date")


def evaluated(
    lines: Mapping[Lens, Frame],
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    periods: Sequence[Period],
    by: Sequence[str] = (),
    span: Span,
    until: date | None = None,
) -> pl.DataFrame:
    """One row a period and group with a column for each metric (and the atoms under `atom:`), sorted.

    `lines` holds the lines of every lens that metrics or their parts are measured over, and all sales, where there
    are any; `by` are columns of the lines, `span` holds the days of all of them. Without groups every period has a
    row, also one in which nothing happened; with groups only combinations that occur. Lines after `until` are left
    out: the same elapsed part of each period.
    """
    keys = ["period", *by]
    parts = []
    for lens, atoms in _looked_at(lines, metrics, catalog).items():
        kept = lines[lens] if until is None else lines[lens].filter(nw.col("date") <= nw.lit(until))
        numbered = in_periods(kept, periods, span=span)
        # Lines of days that lie in none of the periods have no number.
        counted = aggregated(numbered, keys=keys, atoms=atoms, last_period=len(periods) - 1).drop_nulls("period")
        parts.append(_named(counted, atoms, lens))
    if not by:
        parts.insert(0, pl.DataFrame({"period": range(len(periods))}, schema={"period": pl.Int32()}))
    return _with_metrics(parts, metrics, catalog=catalog, keys=keys)


def evaluated_to_date(
    lines: Mapping[Lens, Frame],
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    years: Sequence[Period],
    by: Sequence[str] = (),
    span: Span,
    days: Days,
) -> pl.DataFrame:
    """One row a day asked for (`until`), the year it lies in (`period`, a number) and group: the year up to the day.

    What `evaluated` gives for the year with that `until`, for all days at once.
    """
    keys = ["until", "period", *by]
    starts = [year.start for year in years]
    parts = []
    for lens, atoms in _looked_at(lines, metrics, catalog).items():
        numbered = in_periods(lines[lens], years, span=span).filter(~nw.col("period").is_null())
        counted = aggregated_to_date(numbered, by=by, atoms=atoms, days=days, starts=starts)
        parts.append(_named(counted, atoms, lens))
    if not by:
        asked = [(day, year) for year, listed in days.items() for day in listed]
        grid = pl.DataFrame(asked, schema={"until": pl.Date(), "period": pl.Int32()}, orient="row")
        parts.insert(0, grid)
    return _with_metrics(parts, metrics, catalog=catalog, keys=keys)


def _with_metrics(
    parts: Sequence[pl.DataFrame], metrics: Sequence[Metric], *, catalog: Registry[Metric], keys: Sequence[str]
) -> pl.DataFrame:
    """The metrics beside the atoms they are made of."""
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in metrics]
    return _side_by_side(parts, keys=keys).with_columns(columns).sort(keys, nulls_last=True)


def _looked_at(
    lines: Mapping[Lens, Frame], metrics: Sequence[Metric], catalog: Registry[Metric]
) -> Mapping[Lens, tuple[str, ...]]:
    """The atoms of each lens, all sales first where there are any.

    So every group of the question has its row, also one in which no metric finds a line of its own conditions.
    """
    wanted = atoms_under(metrics, catalog)
    return {EVERY_SALE: (), **wanted} if EVERY_SALE in lines else wanted


def _named(counted: pl.DataFrame, atoms: Sequence[str], lens: Lens) -> pl.DataFrame:
    """The atoms under the names of the conditions they were counted under."""
    names = {atom: atom_column(atom, lens.conditions) for atom in atoms} | {"rows": rows_column(lens)}
    return counted.rename(names).with_columns(pl.col("period").cast(pl.Int32))


def _side_by_side(parts: Sequence[pl.DataFrame], *, keys: Sequence[str]) -> pl.DataFrame:
    """The atoms of all sets of conditions; in a period or group of which a set has no lines, it counted nothing."""
    found = parts[0]
    for part in parts[1:]:
        found = found.join(part, on=keys, how="full", coalesce=True, nulls_equal=True)
    filled = []
    for part in parts:
        own = [name for name in part.columns if name not in keys]
        nothing = [pl.col(name).is_null() for name in own if name.startswith("rows")]
        filled += [
            pl.when(*nothing).then(pl.lit(0).cast(part.schema[name])).otherwise(pl.col(name)).alias(name)
            for name in own
        ]
    return found.with_columns(filled)


def of_nothing(metrics: Sequence[Metric], *, catalog: Registry[Metric]) -> Mapping[str, object]:
    """What the metrics (and their atoms, under `atom:`) are where nothing happened: flows are 0, ratios null."""
    dtypes = {
        atom_column(atom, lens.conditions): _PRECISE if ATOMS[atom].unit in DECIMAL_UNITS else pl.Int64()
        for lens, atoms in atoms_under(metrics, catalog).items()
        for atom in atoms
    }
    zeros = pl.DataFrame({"rows": [0]}).with_columns(pl.lit(0).cast(kind).alias(name) for name, kind in dtypes.items())
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in metrics]
    return zeros.with_columns(columns).row(0, named=True)


def expression_of(metric: Metric, catalog: Registry[Metric], *, outer: Conditions = ()) -> pl.Expr:
    """The metric over the columns of its atoms, in the dtype of its unit; `outer` are conditions it is a part under."""
    conditions = both(outer, metric.where)

    def value(name: str) -> pl.Expr:
        if is_atom(name, metric, catalog):
            return pl.col(atom_column(name, conditions))
        return expression_of(catalog[name], catalog, outer=conditions)

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
        is_negative = isinstance(value, int | float | Decimal) and value < 0
        template = NEGATIVE_DENOMINATOR if is_negative else NO_DENOMINATOR
        return Text(template.en.format(name=label.en), template.zh.format(name=label.zh))
    return Text(UNKNOWN_VALUE.en.format(name=metric.label.en), UNKNOWN_VALUE.zh.format(name=metric.label.zh))


def _part_value(metric: Metric, name: str, catalog: Registry[Metric], row: Mapping[str, object]) -> object:
    """The value of a part, where the row holds it: of an atom, of a metric of one atom, of a metric measured beside."""
    if is_atom(name, metric, catalog):
        return row.get(atom_column(name, metric.where))
    part = catalog[name]
    if isinstance(part.formula, Simple | Distinct | Snapshot):
        return row.get(atom_column(parts_of(part)[0], both(metric.where, part.where)))
    return None if metric.where else row.get(name)
