"""Scores of customers: one a customer and axis, and the three of them as a code."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import polars as pl

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.cutoffs import Cutoffs, cutoffs_of
from salesperf.analyses.rfm.presets import Method, Preset

CODE = "code"
"""The scores side by side: `545` is recency 5, frequency 4, monetary 5."""


def scored(values: pl.DataFrame, cutoffs: Cutoffs) -> pl.DataFrame:
    """The customers with their scores `r`, `f`, `m` and `code`, by cut-offs; in the same order."""
    return _coded(values.with_columns(cutoffs.expression(axis) for axis in Axis))


def scored_in_sizes(values: pl.DataFrame, *, bins: Mapping[Axis, int], best_is_high: bool) -> pl.DataFrame:
    """The customers with scores in bins of equal size, the first ones with one more; ties in the order of `customer`.

    The worst come first, so that of unequal bins the lowest scores are the larger ones, as NTILE numbers them.
    """
    scores = []
    for axis in Axis:
        first = values.select("customer", axis).with_row_index("at")
        ordered = first.sort(axis, "customer", descending=[axis.less_is_better, False])
        numbers = pl.Series(axis.letter, _numbers(values.height, bins[axis]), dtype=pl.Int8)
        by_place = ordered.select("at").with_columns(numbers).sort("at")[axis.letter]
        scores.append(by_place if best_is_high else bins[axis] + 1 - by_place)
    return _coded(values.with_columns(scores))


def _numbers(count: int, bins: int) -> list[int]:
    """The number of the bin of each place."""
    size, more = divmod(count, bins)
    starts = [number * size + min(number, more) for number in range(bins + 1)]
    return [number for number, (start, end) in enumerate(pairwise(starts), start=1) for _ in range(end - start)]


def scored_nested(values: pl.DataFrame, preset: Preset, *, bins: Mapping[Axis, int]) -> pl.DataFrame:
    """The customers with scores of which each axis is cut within the scores of those before it; in the same order."""
    found, groups = values.with_row_index("at"), [*Axis]
    for depth, axis in enumerate(groups):
        within = [one.letter for one in groups[:depth]]
        parts = found.partition_by(within, maintain_order=True) if within else [found]
        found = (
            pl.concat(
                part.with_columns(cutoffs_of(part, preset, bins=bins).expression(axis)) for part in parts if part.height
            )
            if found.height
            else found.with_columns(pl.lit(None, dtype=pl.Int8).alias(axis.letter))
        )
    return _coded(found.sort("at").drop("at"))


def _coded(scores: pl.DataFrame) -> pl.DataFrame:
    return scores.with_columns(pl.concat_str(axis.letter for axis in Axis).alias(CODE))


def score_all(values: pl.DataFrame, preset: Preset, *, bins: Mapping[Axis, int]) -> tuple[pl.DataFrame, Cutoffs | None]:
    """The customers with the scores of a preset, and its cut-offs, where it has the same for all."""
    if preset.method is Method.SIZES:
        return scored_in_sizes(values, bins=bins, best_is_high=preset.best_is_high), None
    if preset.method is Method.NESTED:
        return scored_nested(values, preset, bins=bins), None
    found = cutoffs_of(values, preset, bins=bins)
    return scored(values, found), found
