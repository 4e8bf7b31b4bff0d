"""Customers over time as a report: movements, cohorts, gaps, who is overdue; a record a customer."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

import polars as pl
from msgspec import Struct

from salesperf.analyses.lifecycle import phrases
from salesperf.analyses.lifecycle.blocks import (
    cohort_blocks,
    gaps_block,
    moves_block,
    overdue_block,
    states_block,
)
from salesperf.analyses.lifecycle.cohorts import Cohort, cohorts_of
from salesperf.analyses.lifecycle.habits import FEWEST_GAPS, Habits, habits_of
from salesperf.analyses.lifecycle.moves import Move, moves_of
from salesperf.analyses.lifecycle.purchases import Purchases
from salesperf.core.period import Grain, Span
from salesperf.core.text import Count, Lang, Text
from salesperf.core.unit import Unit
from salesperf.metrics.condition_words import condition_words
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope
from salesperf.report.model import Column, Meta, Note, Records, Report, TableBlock
from salesperf.report.rows import FrameRows

SCHEMA = "salesperf.lifecycle/1"
FEW_AGES = 12
_COLUMNS = (
    Column("customer", phrases.CUSTOMER),
    Column("name", phrases.NAME),
    Column("state", phrases.STATE),
    Column("first", phrases.FIRST),
    Column("last", phrases.LAST),
    Column("days", phrases.BOUGHT_ON, Unit.COUNT),
    Column("usual", phrases.USUAL, Unit.DAYS),
    Column("most", phrases.MOST, Unit.DAYS),
    Column("silent", phrases.SILENT, Unit.COUNT),
    Column("limit", phrases.LIMIT, Unit.COUNT),
    Column("amount", phrases.AMOUNT, Unit.MONEY, adds_up=True),
    Column("yearly", phrases.YEARLY, Unit.MONEY, adds_up=True),
)


class Lived(Struct, frozen=True):
    """Everything `lifecycle` found."""

    moves: tuple[Move, ...]
    metrics: tuple[Metric, ...]
    cohorts: tuple[Cohort, ...]
    habits: Habits
    purchases: Purchases
    churn_days: int | None


def lived(scope: Scope, purchases: Purchases, *, grain: Grain, churn_days: int | None) -> Lived:
    """The movements of a scope, and cohorts and habits of purchases, whose periods begin with the data."""
    periods = scope.measure.calendar.periods(grain, Span(purchases.first, purchases.day))
    open_last = scope.measure.is_partial(periods[-1])
    return Lived(
        moves=moves_of(scope),
        metrics=scope.metrics,
        cohorts=cohorts_of(purchases, periods, open_last=open_last),
        habits=habits_of(purchases, churn_days=churn_days),
        purchases=purchases,
        churn_days=churn_days,
    )


def lifecycle_report(found: Lived, request: Request, *, lang: Lang, lists: bool = False) -> Report:
    """The report; with `lists` cohorts are shown to their last age, as pages and workbooks have room for."""
    most = 1_000 if lists else FEW_AGES
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=phrases.ON_DAY.fill(day=found.purchases.day),
        lang=lang,
        blocks=tuple(_blocks(found, most, lang)),
        records=Records(_COLUMNS, FrameRows(lambda: _frame(found))),
        notes=tuple(_notes(found, most)),
        meta=Meta(
            as_of=found.purchases.day,
            span=(found.purchases.first, found.purchases.day),
            currency=found.purchases.currency,
            only=condition_words(request.where),
        ),
    )


def _blocks(found: Lived, most: int, lang: Lang) -> Iterator[TableBlock]:
    yield moves_block(found.moves, found.metrics)
    if found.habits.frame.is_empty():
        return
    yield states_block(found.habits, lang=lang)
    yield from cohort_blocks(found.cohorts, most=most)
    if len(found.habits.gaps):
        yield gaps_block(found.habits, lang=lang)
    yield overdue_block(found.habits, found.purchases.names, lang=lang)


def _frame(found: Lived) -> pl.DataFrame:
    names = found.purchases.names
    frame = found.habits.frame.sort("amount", "customer", descending=[True, False])
    named = pl.Series("name", [names.get(key) for key in frame["customer"].to_list()], dtype=pl.String())
    return frame.with_columns(named).select(column.key for column in _COLUMNS)


def _notes(found: Lived, most: int) -> Iterator[Note]:
    if found.moves:
        yield Note("identities", phrases.IDENTITIES)
    else:
        yield Note("empty", phrases.NO_SALES, warning=True)
    yield from _of_moves(found.moves)
    habits = found.habits
    if found.churn_days is not None:
        yield Note("limit", phrases.SET_LIMIT.fill(days=f"{found.churn_days:,}"))
    elif habits.all_most is None:
        yield Note("limit", phrases.NO_LIMIT, warning=True)
    else:
        yield Note("limit", phrases.OWN_LIMIT.fill(gaps=FEWEST_GAPS, days=f"{habits.all_most:,}"))
    if len(habits.gaps):
        median = statistics.median(habits.gaps.to_list())
        told = phrases.MEDIAN.fill(gaps=Count(len(habits.gaps)), median=f"{median:g}", most=habits.all_most)
        yield Note("gaps", told)
    every = habits.frame.height
    if every:
        again = int((habits.frame["days"] > 1).sum())
        yield Note("repeat", phrases.REPEAT.fill(again=f"{again:,}", all=f"{every:,}", share=f"{again / every:.1%}"))
    if found.purchases.unnamed:
        amount = f"{found.purchases.unnamed_amount:,.2f}"
        told = phrases.UNNAMED.fill(lines=Count(found.purchases.unnamed), amount=amount)
        yield Note("without_customer", told, warning=True)
    if any(len(one.active) - 1 > most for one in found.cohorts):
        yield Note("cohorts_cut", phrases.CUT.fill(age=most))


def _of_moves(moves: Sequence[Move]) -> Iterator[Note]:
    for move in moves:
        period = Text(move.period.key, move.period.key)
        if move.is_first:
            yield Note("first_period", phrases.FIRST_PERIOD.fill(period=period))
        if move.is_partial:
            yield Note("partial", phrases.PARTIAL.fill(period=period), warning=True)
