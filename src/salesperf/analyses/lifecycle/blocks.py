"""The tables of `lifecycle`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl

from salesperf.analyses.lifecycle import phrases
from salesperf.analyses.lifecycle.cohorts import Cohort
from salesperf.analyses.lifecycle.habits import FEWEST_GAPS, YEAR, Habits, State
from salesperf.analyses.lifecycle.moves import METRICS, Move
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.metrics.model import Metric
from salesperf.metrics.ratio import ratio
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock, Value
from salesperf.report.whole_lists import rows_beyond

_SHOWN = 20
_EDGES = (7, 30, 60, 90, 180, 365)
_STATES = {State.ACTIVE: phrases.ACTIVE, State.LEFT: phrases.LEFT}
_LIST_COLUMNS = (
    Column("customer", phrases.CUSTOMER),
    Column("last", phrases.LAST),
    Column("silent", phrases.SILENT, Unit.COUNT),
    Column("usual", phrases.USUAL, Unit.DAYS),
    Column("most", phrases.MOST, Unit.DAYS),
    Column("days", phrases.BOUGHT_ON, Unit.COUNT),
    Column("yearly", phrases.YEARLY, Unit.MONEY, adds_up=True),
)


def moves_block(moves: Sequence[Move], metrics: Sequence[Metric]) -> TableBlock:
    """A row a period."""
    by_key = {metric.key: metric for metric in metrics}
    shown = [by_key[key] for key in METRICS if key in by_key]
    columns = (Column("period", phrases.PERIOD), *(Column(one.key, one.label, one.unit) for one in shown))
    rows = tuple(
        Row((Cell(move.period.key), *(Cell(_value(move, one.key), partial=move.is_partial) for one in shown)))
        for move in moves
    )
    drawn = ("new_customers", "reactivated_customers", "retained_customers")
    figures = (Figure(FigureKind.STACKED, "moves", phrases.MOVES, "period", drawn),) if len(moves) > 1 else ()
    return TableBlock("moves", phrases.MOVES, columns, rows, figures=figures)


def _value(move: Move, key: str) -> Value:
    return move.values.get(key)  # type: ignore[return-value]


def states_block(habits: Habits, *, lang: Lang) -> TableBlock:
    """How many are active and how many silent for too long, with what they brought in a year."""
    frame = habits.frame
    columns = (
        Column("state", phrases.STATE),
        Column("customers", phrases.CUSTOMERS, Unit.COUNT, adds_up=True),
        Column("share", phrases.SHARE, Unit.RATIO),
        Column("yearly", phrases.YEARLY, Unit.MONEY, adds_up=True),
    )
    parts = [(word, frame.filter(pl.col("state") == state.value)) for state, word in _STATES.items()]
    rows = tuple(_state_row(word.say(lang), own, frame.height) for word, own in parts)
    total = _state_row(phrases.TOTAL.say(lang), frame, frame.height)
    return TableBlock("states", phrases.STATES, columns, rows, total=total)


def _state_row(name: str, own: pl.DataFrame, whole: int) -> Row:
    share = ratio(Decimal(own.height), Decimal(whole))
    return Row((Cell(name), Cell(own.height), Cell(share), Cell(sum(own["yearly"].to_list(), Decimal(0)))))


def cohort_blocks(cohorts: Sequence[Cohort], *, most: int) -> tuple[TableBlock, TableBlock]:
    """By count and by revenue: the first period is what the others are held against; what is not lived is blank."""
    ages = range(1, min(most, max((len(one.active) for one in cohorts), default=1) - 1) + 1)
    later = tuple(Column(f"age_{age}", phrases.AGE.fill(age=age), Unit.RATIO) for age in ages)
    count = (Column("cohort", phrases.COHORT), Column("customers", phrases.CUSTOMERS, Unit.COUNT), *later)
    money = (Column("cohort", phrases.COHORT), Column("revenue", phrases.FIRST_REVENUE, Unit.MONEY), *later)
    counts = tuple(
        Row((Cell(one.period.key), Cell(one.customers), *_lived([Decimal(n) for n in one.active], ages, one.is_open)))
        for one in cohorts
    )
    sums = tuple(
        Row((Cell(one.period.key), Cell(one.revenue[0]), *_lived(one.revenue, ages, one.is_open))) for one in cohorts
    )
    drawn = tuple(column.key for column in later)
    has_figures = len(drawn) > 1
    by_count = (Figure(FigureKind.HEAT_MAP, "cohorts", phrases.BY_COUNT, "cohort", drawn),) if has_figures else ()
    by_money = (Figure(FigureKind.HEAT_MAP, "revenue", phrases.BY_REVENUE, "cohort", drawn),) if has_figures else ()
    return (
        TableBlock("cohorts", phrases.BY_COUNT, count, counts, figures=by_count),
        TableBlock("cohort_revenue", phrases.BY_REVENUE, money, sums, figures=by_money),
    )


def _lived(values: Sequence[Decimal], ages: range, is_open: bool) -> tuple[Cell, ...]:  # noqa: FBT001 -- of one cohort
    """The shares of the periods a cohort has lived; the last one is marked where the data end within it."""
    last = len(values) - 1
    return tuple(
        Cell(ratio(values[age], values[0]) if age <= last else None, partial=is_open and age == last) for age in ages
    )


def gaps_block(habits: Habits, *, lang: Lang) -> TableBlock:
    """How many gaps have how many days."""
    columns = (
        Column("days", phrases.DAYS),
        Column("gaps", phrases.COUNT, Unit.COUNT, adds_up=True),
        Column("share", phrases.OF_GAPS, Unit.RATIO),
    )
    gaps, low, rows = habits.gaps, 1, list[Row]()
    for high in (*_EDGES, None):
        count = int(((gaps >= low) & ((gaps <= high) if high is not None else (gaps >= low))).sum())
        name = f"{low}-{high}" if high is not None else Text(f"{low} and more", f"{low} 及以上").say(lang)
        rows.append(Row((Cell(name), Cell(count), Cell(ratio(Decimal(count), Decimal(len(gaps)))))))
        low = low if high is None else high + 1
    figures = (Figure(FigureKind.BAR, "gaps", phrases.GAPS, "days", ("gaps",)),)
    return TableBlock("gaps", phrases.GAPS, columns, tuple(rows), figures=figures)


def overdue_of(habits: Habits) -> pl.DataFrame:
    """Who has a habit and has broken it, but not for a year: a call may bring them back; by what they brought."""
    own = pl.col("days") > FEWEST_GAPS
    found = habits.frame.filter(own, pl.col("state") == State.LEFT.value, pl.col("silent") <= YEAR)
    return found.sort("yearly", "customer", descending=[True, False])


def overdue_block(habits: Habits, names: Mapping[str, str], *, lang: Lang) -> TableBlock:
    """The first of those overdue to buy; all of them in a workbook."""
    found = overdue_of(habits)
    listed = found.select(column.key for column in _LIST_COLUMNS).rows()

    def row(one: tuple[Value, ...]) -> Row:
        key, *rest = one
        return Row((Cell(names.get(str(key), str(key))), *map(Cell, rest)))

    shown = rows_alone(len(listed), most=_SHOWN)
    rows = [row(one) for one in listed[:shown]]
    rest = listed[shown:]
    if rest:
        others = sum((one[-1] for one in rest), Decimal(0))
        name = Cell(phrases.OTHERS.fill(count=f"{len(rest):,}").say(lang))
        rows.append(Row((name, *(Cell(None) for _ in _LIST_COLUMNS[2:]), Cell(others))))
    empty = phrases.NONE_OVERDUE
    return TableBlock(
        "overdue", phrases.OVERDUE, _LIST_COLUMNS, tuple(rows), empty=empty, beyond=rows_beyond(rest, row)
    )
