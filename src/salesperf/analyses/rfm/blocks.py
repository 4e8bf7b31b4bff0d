"""The tables of `rfm`: segments, the grid of scores, what a score means, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import polars as pl

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.axes import AXIS_WORDS, Axis, Returns, Worth
from salesperf.analyses.rfm.compute import Scored
from salesperf.analyses.rfm.cutoffs import MONEY_STEP, Cutoffs
from salesperf.analyses.rfm.summary import Line, revenue_of
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock

SEGMENTS, GRID, CUTOFFS, PLAYBOOK = "segments", "grid", "cutoffs", "playbook"
_CENT = Fraction(1, 100)
_SAID = ("owner", "channel", "cadence", "action")
_PLAYBOOK_COLUMNS = (
    Column("segment", phrases.SEGMENT_IS),
    Column("customers", phrases.CUSTOMERS, Unit.COUNT, adds_up=True),
    Column("revenue", phrases.AT_STAKE, Unit.MONEY, adds_up=True),
    Column("owner", phrases.OWNER),
    Column("channel", phrases.CHANNEL),
    Column("cadence", phrases.CADENCE),
    Column("action", phrases.ACTION),
)
_UNITS = {Axis.RECENCY: Unit.COUNT, Axis.FREQUENCY: Unit.COUNT, Axis.MONETARY: Unit.MONEY}
_EXACT_UNITS = {**_UNITS, Axis.MONETARY: Unit.TALLY}


def revenue_label(found: Scored) -> Text:
    """What the amounts are: net, or gross where what came back is ignored."""
    return phrases.REVENUE if found.question.counting.returns is Returns.NETTED else phrases.GROSS


def segments_block(found: Scored, lines: Sequence[Line], *, lang: Lang) -> TableBlock:
    """A row a segment; the total is of all customers scored, its medians of all of them."""
    columns = (
        Column("segment", phrases.SEGMENT_IS),
        Column("customers", phrases.CUSTOMERS, Unit.COUNT, adds_up=True),
        Column("share", phrases.SHARE_OF_CUSTOMERS, Unit.RATIO),
        Column("revenue", revenue_label(found), Unit.MONEY, adds_up=True),
        Column("revenue_share", phrases.SHARE_OF_REVENUE, Unit.RATIO),
        Column("recency", phrases.MEDIAN_DAYS, Unit.NUMBER),
        Column("frequency", phrases.MEDIAN_OFTEN, Unit.NUMBER),
        Column("monetary", phrases.MEDIAN_WORTH, Unit.MONEY),
    )
    rows = tuple(_segment_row(line, line.title.say(lang)) for line in lines)
    total = None if found.is_empty else _segment_row(_whole(found), phrases.TOTAL.say(lang))
    figures = (
        Figure(FigureKind.BAR, "customers", phrases.CUSTOMERS_OF, "segment", ("customers",)),
        Figure(FigureKind.BAR, "revenue", phrases.REVENUE_OF, "segment", ("revenue",)),
    )
    drawn = figures if len(rows) > 1 and found.question.map is not None else ()
    return TableBlock(SEGMENTS, phrases.BY_SCORES, columns, rows, total=total, empty=phrases.NOBODY, figures=drawn)


def _segment_row(line: Line, name: str) -> Row:
    return Row(
        (
            Cell(name),
            Cell(line.customers),
            Cell(line.share),
            Cell(line.revenue),
            Cell(line.revenue_share),
            Cell(line.recency),
            Cell(line.frequency),
            Cell(None if line.monetary is None else Decimal(str(round(line.monetary, 2)))),
        )
    )


def _whole(found: Scored) -> Line:
    frame, revenue = found.frame, revenue_of(found.frame)
    medians = frame.select(pl.col(axis).cast(pl.Float64).median() for axis in Axis).row(0)
    share = 1.0 if revenue > 0 else None
    return Line("total", phrases.TOTAL, frame.height, 1.0, revenue, share, *medians)


def grid_block(found: Scored) -> TableBlock:
    """How many customers have each pair of recency and frequency scores; the best recency stands first."""
    recencies, frequencies = (
        sorted(found.frame[axis.letter].unique().to_list()) for axis in (Axis.RECENCY, Axis.FREQUENCY)
    )
    counted = found.frame.group_by("r", "f").agg(pl.len().alias("customers"))
    known = {(r, f): customers for r, f, customers in counted.iter_rows()}
    columns = (
        Column("recency", AXIS_WORDS[Axis.RECENCY]),
        *(Column(f"f{f}", phrases.FREQUENCY_SCORE.fill(score=f), Unit.COUNT, adds_up=True) for f in frequencies),
    )
    best_first = reversed(recencies) if found.question.preset.best_is_high else recencies
    rows = tuple(Row((Cell(f"R{r}"), *(Cell(known.get((r, f), 0)) for f in frequencies))) for r in best_first)
    drawn = tuple(f"f{f}" for f in frequencies)
    figures = (Figure(FigureKind.HEAT_MAP, "grid", phrases.GRID, "recency", drawn),) if len(drawn) > 1 else ()
    return TableBlock(GRID, phrases.GRID, columns, rows, figures=figures, is_backing=bool(figures))


def cutoffs_block(found: Scored, cutoffs: Cutoffs, *, lang: Lang) -> TableBlock:
    """From which value to which each score reaches, and how many customers have it; exact as scores are given."""
    columns = (
        Column("axis", phrases.AXIS),
        Column("score", phrases.SCORE, Unit.COUNT),
        Column("from", phrases.FROM),
        Column("to", phrases.TO),
        Column("customers", phrases.CUSTOMERS, Unit.COUNT, adds_up=True),
    )
    rows = tuple(row for axis in Axis for row in _scores_of(found, cutoffs, axis, lang=lang))
    return TableBlock(CUTOFFS, phrases.CUTOFFS, columns, rows)


def _scores_of(found: Scored, cutoffs: Cutoffs, axis: Axis, *, lang: Lang) -> Iterator[Row]:
    counted = dict(found.frame.group_by(axis.letter).agg(pl.len()).iter_rows())
    step = smallest_step(found, axis)
    for low, high, score in reaches(cutoffs, axis, step=step):
        cells = [Cell(None if one is None else value_of(axis, one), unit=_EXACT_UNITS[axis]) for one in (low, high)]
        yield Row((Cell(AXIS_WORDS[axis].say(lang)), Cell(score), *cells, Cell(counted.get(score, 0))))


def smallest_step(found: Scored, axis: Axis) -> Fraction:
    """The smallest difference between values: a day, a purchase, a cent where all amounts are whole cents."""
    if axis is not Axis.MONETARY:
        return Fraction(1)
    amounts = found.frame[axis]
    return _CENT if (amounts.round(2) == amounts).all() else MONEY_STEP


def reaches(cutoffs: Cutoffs, axis: Axis, *, step: Fraction) -> Iterator[tuple[Fraction | None, Fraction | None, int]]:
    """The smallest and largest multiple of a step that each score reaches, from the lowest values on."""
    edges = cutoffs.edges[axis]
    starts: list[Fraction | None] = [None, *(edges.least(edge, step=step) for edge in edges.at)]
    for at, low in enumerate(starts):
        high = starts[at + 1] - step if at + 1 < len(starts) and starts[at + 1] is not None else None  # type: ignore[operator]
        if low is not None and high is not None and high < low:
            continue
        sample = low if low is not None else high if high is not None else Fraction(0)
        yield low, high, cutoffs.score(axis, sample)


def value_of(axis: Axis, value: Fraction) -> int | Decimal:
    """A value of an axis as its column holds it."""
    return Decimal(int(value / MONEY_STEP)).scaleb(-6).normalize() if axis is Axis.MONETARY else int(value)


def playbook_block(found: Scored, lines: Sequence[Line], *, lang: Lang) -> TableBlock | None:
    """What the map says of each segment with customers; None where it says nothing."""
    map_ = found.question.map
    books = {} if map_ is None else map_.segments
    rows = []
    for key, customers, revenue in _with_anybody(found, lines):
        told = [books[key].said(what) for what in _SAID]
        if any(told_one.en for told_one in told):
            amounts = (Cell(customers), Cell(revenue))
            rows.append(
                Row((Cell(books[key].label.say(lang)), *amounts, *(Cell(one.say(lang) or None) for one in told)))
            )
    return TableBlock(PLAYBOOK, phrases.PLAYBOOK, _PLAYBOOK_COLUMNS, tuple(rows)) if rows else None


def _with_anybody(found: Scored, lines: Sequence[Line]) -> Iterator[tuple[str, int, Decimal]]:
    map_ = found.question.map
    if map_ is None:
        return
    for line in lines:
        if line.customers:
            yield line.key, line.customers, line.revenue
    if map_.never_bought is not None and found.never_bought:
        yield map_.never_bought.key, len(found.never_bought), Decimal(0)


def unit_of(axis: Axis, worth: Worth) -> Unit:
    """How a value of an axis is shown."""
    return Unit.PRICE if axis is Axis.MONETARY and worth is Worth.MEAN else _UNITS[axis]
