"""What is measured, row by row: a stretch of days, a participant, a part, and the amounts as decimals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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


def measured_rows(
    measure: Measure, days: tuple[Stretch, ...], asked: Columns, parts: tuple[str, ...]
) -> Iterator[MeasuredRow]:
    """One a participant, stretch of days and part that has an amount."""
    columns = columns_of_parts(parts)
    found = measure.all_values(tuple(one.days for one in days), by=tuple(dict.fromkeys((WHO, *columns))))
    kept = found.filter(pl.col(asked.amount).is_not_null(), pl.col("period") >= 0)
    ordered = kept.sort(*dict.fromkeys(("period", WHO, *columns)))
    keyed = (pl.col(name).alias(f"part {at}") for at, name in enumerate(columns))
    values = ordered.select(pl.col(name).alias(f"{at}") for at, name in enumerate(asked.names))
    for place, read in zip(ordered.select("period", WHO, *keyed).iter_rows(), values.iter_rows(), strict=True):
        number, who, *keys = place
        amount = _exact(read[0])
        reached = amount if asked.reached is None else _exact(read[1])
        share = _NO_SHARE
        if asked.proportion is not None:
            whole, less = _exact(read[2]), _exact(read[3])
            share = Proportion(EXACT.subtract(whole, less), whole)
        yield MeasuredRow(days[number], who, tuple([key or "" for key in keys]), amount, reached, share)


def _exact(value: Decimal | float | None) -> Decimal:
    return ZERO if value is None else exact(value)
