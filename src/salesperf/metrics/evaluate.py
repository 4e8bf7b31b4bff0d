"""Evaluation: metrics become expressions over atoms; a total is evaluated again at the coarser grain, never added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
import polars as pl

from salesperf.core.errors import UsageError
from salesperf.core.period import Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.engine import Frame, small
from salesperf.metrics.atoms import ATOMS, aggregated
from salesperf.metrics.expression import compiled, divided, names_in
from salesperf.metrics.model import Derived, Distinct, Metric, Ratio, Simple, Snapshot

DECIMAL_UNITS = frozenset({Unit.MONEY, Unit.PRICE, Unit.QUANTITY})
"""Units kept as exact decimals; all others are floats or counts."""
_PRECISE = pl.Decimal(38, 6)


def parts_of(metric: Metric) -> tuple[str, ...]:
    """The metrics or atoms a metric is made of."""
    match metric.formula:
        case Simple(atom) | Distinct(atom) | Snapshot(atom):
            return (atom,)
        case Ratio(numerator, denominator):
            return (numerator, denominator)
        case Derived(expression):
            return names_in(expression)


def atoms_of(metric: Metric, catalog: Registry[Metric]) -> tuple[str, ...]:
    """The atoms a metric needs, followed through the metrics it is made of."""
    return tuple(dict.fromkeys(_followed(metric, catalog, ())))


def _followed(metric: Metric, catalog: Registry[Metric], path: tuple[str, ...]) -> Iterable[str]:
    if metric.key in path:
        raise UsageError(f"metric {metric.key!r} is made of itself: {' -> '.join([*path, metric.key])}")
    is_plain = isinstance(metric.formula, Simple | Distinct | Snapshot)
    for name in parts_of(metric):
        if name in ATOMS and (is_plain or name not in catalog):
            yield name
        else:
            yield from _followed(catalog.find(name), catalog, (*path, metric.key))


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
    # A left join keeps the lines where they are; an inner one would copy them all, at four times the cost.
    return lines.join(calendar, on="date", how="left")


def evaluated(
    lines: Frame,
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    periods: Sequence[Period],
    by: Sequence[str] = (),
    span: Span,
    until: date | None = None,
) -> pl.DataFrame:
    """One row a period and group with a column for each metric (and the atoms under `atom:`), sorted.

    `by` are columns of the lines, `span` holds the days of all of them. Without groups every period has a row, also
    one in which nothing happened; with groups only combinations that occur. Lines after `until` are left out: the
    same elapsed part of each period.
    """
    atoms = tuple(dict.fromkeys(atom for metric in metrics for atom in atoms_of(metric, catalog)))
    kept = lines if until is None else lines.filter(nw.col("date") <= nw.lit(until))
    numbered = in_periods(kept, periods, span=span)
    keys = ["period", *by]
    counted = aggregated(numbered, keys=keys, atoms=atoms, last_period=len(periods) - 1)
    if not by:
        counted = _every_period(counted, len(periods))
    found = counted.rename({atom: f"atom:{atom}" for atom in atoms}).with_columns(pl.col("period").cast(pl.Int32))
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in metrics]
    return found.with_columns(columns).sort(keys, nulls_last=True)


def _every_period(counted: pl.DataFrame, count: int) -> pl.DataFrame:
    grid = pl.DataFrame({"period": range(count)}, schema={"period": pl.Int32()})
    joined = grid.join(counted.with_columns(pl.col("period").cast(pl.Int32)), on="period", how="left")
    nothing = pl.col("rows").is_null()
    filled = [
        pl.when(nothing).then(pl.lit(0).cast(dtype)).otherwise(pl.col(name)).alias(name)
        for name, dtype in joined.schema.items()
        if name != "period"
    ]
    return joined.with_columns(filled)


def of_nothing(metrics: Sequence[Metric], *, catalog: Registry[Metric]) -> Mapping[str, object]:
    """What the metrics (and their atoms, under `atom:`) are where nothing happened: flows are 0, ratios null."""
    atoms = dict.fromkeys(atom for metric in metrics for atom in atoms_of(metric, catalog))
    dtypes = {f"atom:{atom}": _PRECISE if ATOMS[atom].unit in DECIMAL_UNITS else pl.Int64() for atom in atoms}
    zeros = pl.DataFrame({"rows": [0]}).with_columns(pl.lit(0).cast(kind).alias(name) for name, kind in dtypes.items())
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in metrics]
    return zeros.with_columns(columns).row(0, named=True)


def expression_of(metric: Metric, catalog: Registry[Metric]) -> pl.Expr:
    """The metric over columns `atom:<name>`, in the dtype of its unit."""

    def value(name: str) -> pl.Expr:
        is_plain = isinstance(metric.formula, Simple | Distinct | Snapshot)
        if name in ATOMS and (is_plain or name not in catalog):
            return pl.col(f"atom:{name}")
        return expression_of(catalog[name], catalog)

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
        value = _value(name, catalog, row)
        label = catalog[name].label if name in catalog else ATOMS[name].meaning
        is_negative = isinstance(value, int | float | Decimal) and value < 0
        template = NEGATIVE_DENOMINATOR if is_negative else NO_DENOMINATOR
        return Text(template.en.format(name=label.en), template.zh.format(name=label.zh))
    return Text(UNKNOWN_VALUE.en.format(name=metric.label.en), UNKNOWN_VALUE.zh.format(name=metric.label.zh))


def _value(name: str, catalog: Registry[Metric], row: Mapping[str, object]) -> object:
    if name in row:
        return row[name]
    if name in catalog and isinstance(catalog[name].formula, Simple | Distinct | Snapshot):
        return row.get(f"atom:{parts_of(catalog[name])[0]}")
    return row.get(f"atom:{name}")
