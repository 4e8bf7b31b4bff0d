"""Evaluation: metrics become expressions over atoms; a total is evaluated again at the coarser grain, never added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import narwhals as nw
import polars as pl

from salesperf.core.period import Period, Span
from salesperf.core.registry import Registry
from salesperf.engine import Frame
from salesperf.facts.customers import COHORT
from salesperf.facts.subject import WHOLE_PERIODS, Subject
from salesperf.metrics.aggregate import aggregated
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.covered import covered
from salesperf.metrics.in_periods import (
    carried_into,
    elapsed_days,
    elapsed_months,
    in_periods,
    known_in_periods,
    with_same_part,
)
from salesperf.metrics.model import How, Metric
from salesperf.metrics.parts import EVERY_SALE, Lens, atom_column, atoms_under, period_columns, rows_column
from salesperf.metrics.reach import Reach, passed
from salesperf.metrics.to_date import Days, aggregated_to_date
from salesperf.metrics.value import expression_of
from salesperf.metrics.worked import worked_out


def evaluated(
    lines: Mapping[Lens, Frame],
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    periods: Sequence[Period],
    by: Sequence[str] = (),
    span: Span,
    until: date | None = None,
    reach: Reach | None = None,
) -> pl.DataFrame:
    """One row a period and group with a column for each metric (and the atoms under `atom:`), sorted.

    `lines` holds the lines of every lens that metrics or their parts are measured over, and all sales, where there
    are any; `by` are columns of the lines, `span` holds the days of all the sales. Without groups every period has a
    row, also one in which nothing happened; with groups only combinations that occur. Lines after `until` are left
    out: the same elapsed part of each period. Where a subject's lines do not reach into a period, nothing is known.
    """
    keys = ["period", *by]
    parts = []
    for lens, atoms in _looked_at(lines, metrics, catalog).items():
        kept = lines[lens] if until is None else lines[lens].filter(nw.col("date") <= nw.lit(until))
        through = None if reach is None else reach.through
        found = _of_lens(kept, lens, atoms, periods=periods, keys=keys, span=span, until=until, through=through)
        parts.append(_named(found, atoms, lens))
    if not by:
        parts.insert(0, pl.DataFrame({"period": range(len(periods))}, schema={"period": pl.Int32()}))
    beside = _side_by_side(parts, keys=keys)
    if reach is not None:
        beside = _where_known(beside, metrics, catalog=catalog, periods=periods, until=until, reach=reach)
    return _with_metrics(beside, metrics, catalog=catalog, keys=keys)


def _of_lens(
    lines: Frame,
    lens: Lens,
    atoms: Sequence[str],
    *,
    periods: Sequence[Period],
    keys: Sequence[str],
    span: Span,
    until: date | None,
    through: date | None = None,
) -> pl.DataFrame:
    """The atoms of one lens; what is carried on is added up over all days before, too."""
    if any(ATOMS[atom].how is How.COVERED for atom in atoms):
        return covered(lines, atoms, periods=periods, by=keys[1:], data=span, until=until, through=through)
    stocks = [atom for atom in atoms if ATOMS[atom].how is How.BALANCE]
    worked = [atom for atom in atoms if ATOMS[atom].how is How.WORKED]
    flows = [atom for atom in atoms if atom not in {*stocks, *worked}]
    if lens.subject is Subject.SALES:
        numbered = in_periods(lines, periods, span=span)
        if COHORT.intersection(atoms):
            numbered = with_same_part(numbered, periods, until=until, through=through)
    else:
        numbered = known_in_periods(lines, periods, until=until)
    last = len(periods) - 1
    # Lines of days that lie in none of the periods have no number.
    found = aggregated(numbered, keys=keys, atoms=flows, last_period=last).drop_nulls("period")
    parts = [found]
    if stocks:
        carried = aggregated(carried_into(lines, periods), keys=keys, atoms=stocks, last_period=last)
        parts.append(carried.drop_nulls("period").rename({"rows": "rows carried"}))
    if worked:
        known = [day for day in (until, through) if day is not None]
        ends = [min(period.end, *known) if known else period.end for period in periods]
        own = worked_out(lens.subject, lines, worked, keys=keys, ends=ends)
        parts.append(own.with_columns(pl.lit(1).alias("rows worked")))
    return _side_by_side(parts, keys=keys).drop("rows carried", "rows worked", strict=False)


def _where_known(
    beside: pl.DataFrame,
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    periods: Sequence[Period],
    until: date | None,
    reach: Reach,
) -> pl.DataFrame:
    """The atoms, null in periods that the lines of their subject do not reach; and the days of the periods."""
    through = reach.through if until is None else min(until, reach.through)
    spans = [(period.start, passed(period, until=until, through=reach.through)) for period in periods]
    unknown = []
    for lens, atoms in atoms_under(metrics, catalog).items():
        known = reach.subjects.get(lens.subject)
        if known is None:
            continue
        if lens.subject in WHOLE_PERIODS:
            # Cash may come in after the last sale; what is known of whole periods is held against the sales.
            tells = [known.covers(start, reach.sold_to(start, end)) for start, end in spans]
        else:
            tells = [known.meets(start, end) for start, end in spans]
        dark = [number for number, is_told in enumerate(tells) if not is_told]
        if dark:
            names = [atom_column(atom, lens.conditions) for atom in atoms]
            unknown += [pl.when(~pl.col("period").is_in(dark)).then(pl.col(name)).alias(name) for name in names]
    number = pl.Series(range(len(periods)), dtype=pl.Int32)
    lengths = {
        How.DAYS: pl.Series(elapsed_days(periods, through=through), dtype=pl.Int64),
        How.MONTHS: pl.Series(elapsed_months(periods, through=through), dtype=pl.Float64),
    }
    of_period = [
        pl.col("period").replace_strict(number, lengths[how], return_dtype=lengths[how].dtype).alias(name)
        for name, how in period_columns(metrics, catalog).items()
    ]
    return beside.with_columns(unknown).with_columns(of_period)


def evaluated_to_date(
    lines: Mapping[Lens, Frame],
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    years: Sequence[Period],
    by: Sequence[str] = (),
    span: Span,
    days: Days,
    reach: Reach | None = None,
) -> pl.DataFrame:
    """One row a day asked for (`until`), the year it lies in (`period`, a number) and group: the year up to the day.

    What `evaluated` gives for the year with that `until`, for all days at once.
    """
    keys = ["until", "period", *by]
    of_sales = {lens for lens in lines if lens.subject is Subject.SALES}
    parts = []
    for lens, atoms in _looked_at(lines, metrics, catalog).items():
        if lens.subject is Subject.SALES:
            numbered = in_periods(lines[lens], years, span=span).filter(~nw.col("period").is_null())
            found = aggregated_to_date(numbered, by=by, atoms=atoms, days=days, years=years)
        else:
            found = pl.concat(_day_by_day(lines[lens], lens, atoms, years=years, by=by, span=span, days=days))
        parts.append(_named(found, atoms, lens))
    asked = [(day, year) for year, listed in days.items() for day in listed]
    if not by:
        parts.insert(0, pl.DataFrame(asked, schema={"until": pl.Date(), "period": pl.Int32()}, orient="row"))
    beside = _side_by_side(parts, keys=keys)
    if reach is not None and (set(_looked_at(lines, metrics, catalog)) - of_sales or period_columns(metrics, catalog)):
        beside = pl.concat(
            _where_known(
                beside.filter(pl.col("until") == day), metrics, catalog=catalog, periods=years, until=day, reach=reach
            )
            for day, _ in asked
        )
    return _with_metrics(beside, metrics, catalog=catalog, keys=keys)


def _day_by_day(
    lines: Frame,
    lens: Lens,
    atoms: Sequence[str],
    *,
    years: Sequence[Period],
    by: Sequence[str],
    span: Span,
    days: Days,
) -> Iterator[pl.DataFrame]:
    """Years to date of tables that are small beside the sales."""
    for number, listed in days.items():
        for day in listed:
            kept = lines.filter(nw.col("date") <= nw.lit(day))
            found = _of_lens(kept, lens, atoms, periods=years, keys=["period", *by], span=span, until=day)
            yield found.filter(pl.col("period") == number).select(pl.lit(day).alias("until"), pl.all())


def _with_metrics(
    atoms: pl.DataFrame, metrics: Sequence[Metric], *, catalog: Registry[Metric], keys: Sequence[str]
) -> pl.DataFrame:
    """The metrics beside the atoms they are made of."""
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in metrics]
    return atoms.with_columns(columns).sort(keys, nulls_last=True)


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
    """The atoms of all sets of conditions; in a period or group of which a set has no lines, it counted nothing.

    Medians are the floats among atoms, and of nothing there is none; of what is told for periods nothing is known.
    """
    found = parts[0]
    for part in parts[1:]:
        found = found.join(part, on=keys, how="full", coalesce=True, nulls_equal=True)
    filled = []
    for part in parts:
        own = [name for name in part.columns if name not in keys]
        nothing = [pl.col(name).is_null() for name in own if name.startswith("rows")]
        told = {atom_column(atom.key) for atom in ATOMS if atom.how is How.COVERED}
        filled += [
            pl.when(*nothing).then(pl.lit(0).cast(part.schema[name])).otherwise(pl.col(name)).alias(name)
            for name in own
            if not part.schema[name].is_float() and name.partition(" where ")[0] not in told
        ]
    return found.with_columns(filled)
