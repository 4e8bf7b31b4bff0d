"""How far scores can be relied on: too few customers or days, values that many share, customers next to an edge."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.axes import AXIS_WORDS, Axis
from salesperf.analyses.rfm.compute import Scored
from salesperf.analyses.rfm.presets import Method
from salesperf.core.text import Count, Text, listing, same
from salesperf.report.model import Note

FEWEST_A_SCORE = 10
"""Customers a score below which one of them more or less moves the edges."""
FEWEST_DAYS = 90
MANY_ALIKE = 0.4
"""A share of customers with one and the same value that no two scores can part."""
MANY_NEAR = 0.25
_COUNTED = (Axis.RECENCY, Axis.FREQUENCY)
"""Axes that have a next value: one day, one purchase."""


def flags(found: Scored) -> Iterator[Note]:
    """Warnings, the gravest first; none where scores stand firm."""
    frame = found.frame
    if frame.height == 1:
        yield Note("one_customer", phrases.ONE_CUSTOMER, warning=True)
        return
    if frame.is_empty():
        return
    bins = max(found.question.bins.values())
    if frame.height < FEWEST_A_SCORE * bins:
        yield Note("few_customers", phrases.FEW.fill(customers=frame.height, bins=bins), warning=True)
    first = found.customers.first
    days = FEWEST_DAYS if first is None else (found.customers.day - first).days + 1
    if days < FEWEST_DAYS:
        yield Note("short_data", phrases.SHORT.fill(days=Count(days)), warning=True)
    for axis in Axis:
        yield from _of_axis(found, axis)
    near = _near(found)
    if near is not None and near >= MANY_NEAR * frame.height:
        told = phrases.NEAR.fill(customers=Count(near), share=f"{near / frame.height:.1%}")
        yield Note("near_an_edge", told)


def _of_axis(found: Scored, axis: Axis) -> Iterator[Note]:
    frame, label = found.frame, AXIS_WORDS[axis]
    counts = frame[axis].value_counts(name="alike")
    value, most = counts.filter(pl.col("alike") == pl.col("alike").max()).select(pl.col(axis, "alike").min()).row(0)
    # Fewer customers than scores leave scores empty whatever they do, and there is a word for that already.
    is_shared = most > 1 and frame.height >= found.question.bins[axis]
    if found.cutoffs is not None and found.question.preset.method is Method.QUANTILES and is_shared:
        given = set(frame[axis.letter].unique().to_list())
        empty = [str(score) for score in range(1, found.cutoffs.bins(axis) + 1) if score not in given]
        if empty:
            yield Note("merged_scores", phrases.MERGED.fill(axis=label, scores=listing(empty)), warning=True)
    if found.question.preset.method is Method.SIZES:
        # Of all who share a value those beyond the score that most of them have are parted from equals.
        by_score = frame.group_by(axis, axis.letter).agg(pl.len().alias("alike"))
        parted = frame.height - int(by_score.group_by(axis).agg(pl.col("alike").max())["alike"].sum())
        if parted:
            told = phrases.PARTED.fill(axis=label, customers=Count(parted))
            yield Note("ties_parted", told, warning=True)
    elif most >= MANY_ALIKE * frame.height and most > 1:
        told = phrases.TIES.fill(axis=label, share=f"{most / frame.height:.1%}", value=_said(value))
        yield Note("ties", told)


def _said(value: object) -> Text:
    told = f"{value.normalize():,f}" if isinstance(value, Decimal) else f"{value:,}"
    return same(told)


def _near(found: Scored) -> int | None:
    """How many customers have another score with one day or purchase more or less; None where edges differ."""
    cutoffs = found.cutoffs
    if cutoffs is None:
        return None
    moved = [
        cutoffs.expression(axis).ne(_moved(found, axis, by)).alias(f"{axis}{by}") for axis in _COUNTED for by in (-1, 1)
    ]
    return int(found.frame.select(pl.any_horizontal(*moved).sum()).item())


def _moved(found: Scored, axis: Axis, by: int) -> pl.Expr:
    """The score of an axis with its value so much more."""
    assert found.cutoffs is not None  # noqa: S101 -- asked by the caller
    return found.cutoffs.expression(axis, value=pl.col(axis) + by)
