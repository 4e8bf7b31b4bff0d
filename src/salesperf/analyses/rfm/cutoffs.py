"""Cut-offs: the edges of all three axes, worked out from customers or kept from an earlier run."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import polars as pl
from msgspec import Struct

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.edges import Edges, Passes, places_of
from salesperf.analyses.rfm.presets import Method, Preset
from salesperf.tables.schema import MONEY

MONEY_STEP = Fraction(1, 10**6)
"""The smallest difference of amounts: that of the money of every table."""


class Cutoffs(Struct, frozen=True):
    """The edges by axis, of values as they are: days, counts, amounts; and whether the best score is the highest."""

    edges: Mapping[Axis, Edges]
    best_is_high: bool = True

    def bins(self, axis: Axis) -> int:
        """How many scores an axis has."""
        return len(self.edges[axis].at) + 1

    def score(self, axis: Axis, value: Fraction) -> int:
        """The score of one value, 1 to the number of bins."""
        return self._score(axis, self.edges[axis].bin_of(value))

    def expression(self, axis: Axis, *, value: pl.Expr | None = None) -> pl.Expr:
        """The score of a value, else of the column that has the name of the axis; exact at any edge."""
        held = pl.col(axis) if value is None else value
        edges, step = self.edges[axis], MONEY_STEP if axis is Axis.MONETARY else Fraction(1)
        beyond = pl.lit(0, dtype=pl.Int8)
        for edge in edges.at:
            beyond += (held >= literal(edges.least(edge, step=step), axis)).cast(pl.Int8)
        last = len(edges.at)
        return (beyond + 1 if self._rises(axis) else last + 1 - beyond).cast(pl.Int8).alias(axis.letter)

    def _score(self, axis: Axis, beyond: int) -> int:
        return beyond + 1 if self._rises(axis) else len(self.edges[axis].at) + 1 - beyond

    def _rises(self, axis: Axis) -> bool:
        """Whether a larger value has a higher score."""
        return axis.less_is_better != self.best_is_high


def literal(value: Fraction, axis: Axis) -> pl.Expr:
    """A multiple of the axis's step as what its column holds."""
    if axis is not Axis.MONETARY:
        return pl.lit(int(value), dtype=pl.Int64)
    return pl.lit(Decimal(int(value / MONEY_STEP)).scaleb(-6), dtype=MONEY)


def cutoffs_of(values: pl.DataFrame, preset: Preset, *, bins: Mapping[Axis, int]) -> Cutoffs:
    """The edges that a preset finds in the values of customers, a row each; of nobody there are none.

    `values` has the columns `recency`, `frequency` (whole numbers) and `monetary` (`Decimal(38, 6)`).
    """
    if preset.method is Method.MEAN:
        found = {axis: (mean_of(values[axis]),) if values.height else () for axis in Axis}
        return Cutoffs(
            {axis: Edges(at, passes_of(axis, preset.passes)) for axis, at in found.items()}, preset.best_is_high
        )
    edges = {axis: Edges(_quantiles(values[axis], bins[axis]), preset.passes) for axis in Axis}
    return Cutoffs(edges, preset.best_is_high)


def passes_of(axis: Axis, passes: Passes) -> Passes:
    """When a value is beyond an edge that is met from the edge on: of days only what is more is beyond it."""
    return Passes.ABOVE if axis.less_is_better else passes


def mean_of(values: pl.Series) -> Fraction:
    """The mean of whole numbers or amounts, without rounding."""
    return Fraction(values.sum()) / len(values)


def _quantiles(values: pl.Series, bins: int) -> tuple[Fraction, ...]:
    if not len(values):
        return ()
    ordered, last = values.sort(), len(values) - 1
    found = []
    for place, share in places_of(len(values), bins):
        low, high = (Fraction(ordered[at]) for at in (place, min(place + 1, last)))
        found.append(low + (high - low) * share)
    return tuple(found)
