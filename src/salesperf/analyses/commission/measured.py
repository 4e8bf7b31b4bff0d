"""What is measured, row by row: a stretch of days, a participant, a part, and the amounts as decimals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import repeat

import polars as pl
from msgspec import Struct

from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.proportions import Measured
from salesperf.analyses.commission.stretches import Stretch
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.core.money import EXACT, exact
from salesperf.facts.dimensions import column_of
from salesperf.metrics.compare import Measure

ZERO = Decimal(0)
_NO_SHARE = Proportion(ZERO, ZERO)
PARTICIPANT = "rep"
WHO = column_of(PARTICIPANT)
"""The column of lines that says who is credited."""


class Columns(Struct, frozen=True):
    """What is read of evaluated frames."""

    amount: str
    reached: str | None
    proportion: Measured | None

    @property
    def names(self) -> tuple[str, ...]:
        """Four columns; what is not asked for is the amount once more."""
        return (self.amount, self.reached or self.amount, *(self.proportion.atoms if self.proportion else ()))


class MeasuredRow(Struct, frozen=True):
    """A stretch of days, a participant and the keys of the parts, with what is measured."""

    stretch: Stretch
    who: str | None
    keys: tuple[str, ...]
    amount: Decimal
    reached: Decimal
    proportion: Proportion


def measured_frame(measure: Measure, days: Sequence[Stretch], asked: Columns, parts: tuple[str, ...]) -> pl.DataFrame:
    """One row a participant, stretch of days (`period` is its number) and part that has an amount."""
    return values_of_parts(measure, days, asked, (WHO, *columns_of_parts(parts)))


def values_of_parts(measure: Measure, days: Sequence[Stretch], asked: Columns, columns: Iterable[str]) -> pl.DataFrame:
    """One row a stretch of days (`period` is its number) and value of some columns of the lines that has an amount."""
    found = measure.all_values(tuple(one.days for one in days), by=tuple(dict.fromkeys(columns)))
    return found.filter(pl.col(asked.amount).is_not_null(), pl.col("period") >= 0)


def rows_in(
    frame: pl.DataFrame, days: Sequence[Stretch], asked: Columns, parts: tuple[str, ...]
) -> Iterator[MeasuredRow]:
    """The rows of a measured frame, with amounts as decimals: by stretch of days, participant and part."""
    columns = columns_of_parts(parts)
    ordered = frame.sort(*dict.fromkeys(("period", WHO, *columns)))
    read = {name: list(map(_exact, ordered[name].to_list())) for name in dict.fromkeys(asked.names)}
    amount, reached, *atoms = (read[name] for name in asked.names)
    shares = repeat(_NO_SHARE) if asked.proportion is None else map(_share, *atoms)
    own = ([key or "" for key in ordered[name].to_list()] for name in columns)
    keys = zip(*own, strict=True) if columns else repeat(())
    stretches = (days[number] for number in ordered["period"].to_list())
    return map(MeasuredRow, stretches, ordered[WHO].to_list(), keys, amount, reached, shares)


def _share(whole: Decimal, less: Decimal) -> Proportion:
    return Proportion(EXACT.subtract(whole, less), whole)


def _exact(value: Decimal | float | None) -> Decimal:
    return ZERO if value is None else exact(value)
