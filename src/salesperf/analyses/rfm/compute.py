"""Scored customers in their segments."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import polars as pl
from msgspec import Struct

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.customers import Customers
from salesperf.analyses.rfm.cutoffs import Cutoffs, cutoffs_of, passes_of
from salesperf.analyses.rfm.edges import Edges
from salesperf.analyses.rfm.presets import Method, Preset
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.scores import CODE, score_all, scored
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.core.text import Text, same
from salesperf.facts.events import LISTS
from salesperf.tables.bundle import Bundle

SEGMENT = "segment"


class Scored(Struct, frozen=True):
    """Customers with `r`, `f`, `m`, `code` and `segment`; the cut-offs, where all have the same ones.

    `segments` are those there can be, in order, with their titles; without a map those that occur.
    """

    question: Question
    customers: Customers
    frame: pl.DataFrame
    cutoffs: Cutoffs | None
    segments: Mapping[str, Text]
    never_bought: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody is scored."""
        return self.frame.is_empty()


def scored_customers(found: Customers, bundle: Bundle, question: Question) -> Scored:
    """Everybody who bought, with scores and segments."""
    frame, cutoffs = scores_of(found.values, question)
    frame = in_segments(frame, question.map)
    segments = _segments(frame, question.map)
    return Scored(question, found, frame, cutoffs, segments, _never_bought(found, bundle, question.map))


def scores_of(values: pl.DataFrame, question: Question) -> tuple[pl.DataFrame, Cutoffs | None]:
    """The customers with their scores: by the cut-offs given, else by those that the preset finds."""
    cutoffs = question.cutoffs or _given(values, question.preset, question.edges)
    if cutoffs is None:
        return score_all(values, question.preset, bins=question.bins)
    return scored(values, cutoffs), cutoffs


def _given(values: pl.DataFrame, preset: Preset, edges: Mapping[Axis, tuple[Fraction, ...]]) -> Cutoffs | None:
    """Cut-offs with edges that somebody wrote; of two bins an axis the mean stands for what nobody wrote."""
    if preset.method is Method.MEAN:
        own = cutoffs_of(values, preset, bins={}).edges
        taken = {axis: Edges(edges[axis], own[axis].passes) if axis in edges else own[axis] for axis in Axis}
        return Cutoffs(taken, preset.best_is_high)
    if preset.method is not Method.GIVEN:
        return None
    taken = {axis: Edges(edges[axis], passes_of(axis, preset.passes)) for axis in Axis}
    return Cutoffs(taken, preset.best_is_high)


def in_segments(frame: pl.DataFrame, found: SegmentMap | None) -> pl.DataFrame:
    """The customers with the segment of their code; without a map the code itself."""
    if found is None:
        return frame.with_columns(pl.col(CODE).alias(SEGMENT))
    keys = found.keys_of_codes()
    return frame.with_columns(
        pl.col(CODE).replace_strict(list(keys), list(keys.values()), return_dtype=pl.String()).alias(SEGMENT)
    )


def _segments(frame: pl.DataFrame, found: SegmentMap | None) -> Mapping[str, Text]:
    if found is not None:
        return {key: one.label for key, one in found.segments.items()}
    return {code: same(code) for code in frame[SEGMENT].unique().sort().to_list()}


def _never_bought(found: Customers, bundle: Bundle, map_: SegmentMap | None) -> tuple[str, ...]:
    """The listed customers who are in no line that was looked at, where the map has a segment for them."""
    table = bundle.get(LISTS["customer"])
    if map_ is None or map_.never_bought is None or table is None or found.is_cut:
        return ()
    key = "customer_id" if "customer_id" in table.frame.columns else "customer_name"
    listed = table.frame[key].drop_nulls().unique()
    return tuple(sorted(set(listed.to_list()) - set(found.values["customer"].to_list())))
