"""What is told for whole periods: the sum of rows that cover a period without gap or overlap, else nothing.

A quarter's row says nothing of its months; three months' rows say what the quarter is.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import narwhals as nw
import polars as pl

from salesperf.core.period import Period, Span
from salesperf.engine import Frame, collect
from salesperf.facts.calendar import is_complete
from salesperf.facts.events import columns_of
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.reach import passed
from salesperf.tables.schema import MONEY

_FEW_WORKDAYS, _SATURDAY = 2, 5
_ONE_DAY = timedelta(days=1)
Row = Mapping[str, object]


def covered(
    lines: Frame,
    atoms: Sequence[str],
    *,
    periods: Sequence[Period],
    by: Sequence[str],
    data: Span,
    until: date | None,
    through: date | None,
) -> pl.DataFrame:
    """One row a period and group with the atoms, as far as the period has passed.

    All the data, which begin with a sale and end with one, stand for the months they lie in, where no more than a few
    workdays are lacking: a tenth of a month.

    Lines run from `date` to `known_on`. Those `told_for` the dimension of the groups count, without groups those of
    the whole; each `told_key` must cover the period. Of two ways to cover it the one with longer rows counts.
    """
    wanted = [name.removeprefix("by_") for name in by]
    rows = list(collect(lines).iter_rows(named=True))
    rows = [row for row in rows if row["told_for"] == "".join(wanted)] if len(wanted) <= 1 else []
    found = [
        {"period": number, **dict(zip(by, group, strict=True)), "rows": len(own)} | _sums(own, atoms, start, end)
        for number, period in enumerate(periods)
        for start, end in [_days(period, data, until=until, through=through or period.end)]
        for group, own in _groups(rows, by).items()
        if any(_day(row["date"]) <= end and _day(row["known_on"]) >= start for row in own)
    ]
    groups = dict.fromkeys(by, pl.String())
    schema = {"period": pl.Int32(), **groups, "rows": pl.Int64(), **dict.fromkeys(atoms, MONEY)}
    return pl.DataFrame(found, schema=schema)


def asked_of(lines: Frame, dimensions: Sequence[str]) -> Frame:
    """The lines of a question about one value of a dimension: what is told for it is the whole of the question."""
    if not dimensions or "told_for" not in columns_of(lines):
        return lines
    own = lines.filter(nw.col("told_for") == (dimensions[0] if len(set(dimensions)) == 1 else None))
    return nw.concat([own, own.with_columns(told_for=nw.lit(""))])


def _groups(rows: Sequence[Row], by: Sequence[str]) -> dict[tuple[object, ...], list[Row]]:
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in by), []).append(row)
    return found


def _sums(rows: Sequence[Row], atoms: Sequence[str], start: date, end: date) -> dict[str, Decimal | None]:
    """The atoms over the rows that cover the days, of every key; null where one is not covered or not known."""
    parts = [_cover(own, start, end) for own in _groups(rows, ["told_key"]).values()]
    found: dict[str, Decimal | None] = dict.fromkeys(atoms)
    if any(part is None for part in parts):
        return found
    taken = [row for part in parts if part for row in part]
    for atom in atoms:
        values = [value for row in taken if isinstance(value := row[ATOMS[atom].column], Decimal)]
        if len(values) == len(taken):
            found[atom] = sum(values, Decimal(0))
    return found


def _cover(rows: Sequence[Row], start: date, end: date) -> list[Row] | None:
    """Rows one after the other from the first day to the last, as few as will do; None where there are none such."""
    ways: dict[date, list[Row]] = {start: []}
    for row in sorted(rows, key=lambda row: (_day(row["date"]), _day(row["known_on"]))):
        way, following = ways.get(_day(row["date"])), _day(row["known_on"]) + _ONE_DAY
        if way is None or following > end + _ONE_DAY:
            continue
        if following not in ways or len(way) + 1 < len(ways[following]):
            ways[following] = [*way, row]
    return ways.get(end + _ONE_DAY)


def _days(period: Period, data: Span, *, until: date | None, through: date) -> tuple[date, date]:
    """The days to be covered."""
    end = passed(period, until=until, through=through)
    if until is not None or (period.start, period.end) != (data.start, data.end):
        return period.start, end
    first, last = data.start.replace(day=1), data.end.replace(day=monthrange(data.end.year, data.end.month)[1])
    begins_whole = _workdays(first, data.start) <= _FEW_WORKDAYS
    return first if begins_whole else data.start, last if is_complete(Span(data.end, last), through) else end


def _workdays(first: date, until: date) -> int:
    """Workdays from one day on, the last not counted."""
    return sum((first + timedelta(days=offset)).weekday() < _SATURDAY for offset in range((until - first).days))


def _day(value: object) -> date:
    assert isinstance(value, date)  # noqa: S101 -- lines told for periods have both days
    return value
