"""Why a customer is in its segment: values, cut-offs, how far the next score is, which rule fired, what was bought."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import narwhals as nw
import polars as pl

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.axes import AXIS_WORDS, Axis
from salesperf.analyses.rfm.blocks import reaches, smallest_step, value_of
from salesperf.analyses.rfm.compute import SEGMENT, Scored
from salesperf.analyses.rfm.scores import CODE
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.engine import collect
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.rfm-explain/1"
_TITLE = Text("Why {customer} is in {segment}", "{customer}为何属于{segment}")
_SCORES, _RULES, _LINES = (
    Text("Scores", "得分"),
    Text("Rules, the first that fits wins", "规则（以首条相符者为准）"),
    Text("What was bought", "购买明细"),
)
_VALUE, _BETTER, _WORSE = (
    Text("value", "数值"),
    Text("to a better score", "距更高一档"),
    Text("to a worse score", "距更低一档"),
)
_FITS = Text("fits", "相符")
_YES, _NO = Text("yes", "是"), Text("no", "否")
_EVERYBODY = Text("everybody else", "其余客户")
_ANY = Text("any", "任意")
_NO_EDGES = Text(
    "preset {key} has no cut-offs that hold for everybody: scores are places among the others",
    "预设 {key} 没有对所有人相同的分界：得分是与其他客户比较的名次",
)
_UNITS = {Axis.RECENCY: Unit.COUNT, Axis.FREQUENCY: Unit.COUNT, Axis.MONETARY: Unit.TALLY}
_SCORE_COLUMNS = (
    Column("axis", phrases.AXIS),
    Column("value", _VALUE),
    Column("score", phrases.SCORE, Unit.COUNT),
    Column("from", phrases.FROM),
    Column("to", phrases.TO),
    Column("better", _BETTER),
    Column("worse", _WORSE),
)
_RULE_COLUMNS = (
    Column("rule", Text("rule", "规则"), Unit.COUNT),
    Column("segment", phrases.SEGMENT_IS),
    Column("r", Text("R", "R")),
    Column("f", Text("F", "F")),
    Column("m", Text("M", "M")),
    Column("fits", _FITS),
)
_LINE_COLUMNS = (
    Column("date", Text("date", "日期")),
    Column("order", Text("order", "订单")),
    Column("net", Text("net", "净额"), Unit.TALLY, adds_up=True),
    Column("file", Text("file", "文件")),
    Column("sheet", Text("sheet", "工作表")),
    Column("row", Text("row", "行"), Unit.COUNT),
)


def explain_report(found: Scored, customer: str, notes: tuple[Note, ...], *, lang: Lang) -> Report:
    """One customer of those scored, by its key."""
    [row] = found.frame.filter(pl.col("customer") == customer).iter_rows(named=True)
    segment = found.segments[row[SEGMENT]]
    name = found.customers.names.get(customer, customer)
    scores = tuple(_scores(found, row))
    blocks = [TableBlock("scores", _SCORES, _SCORE_COLUMNS, tuple(_said(one, lang) for one in scores))]
    rules = tuple(_rules(found, row, lang))
    blocks += [TableBlock("rules", _RULES, _RULE_COLUMNS, rules)] if rules else []
    lines = tuple(Row(tuple(map(Cell, one))) for one in _lines(found, customer))
    blocks += [TableBlock("lines", _LINES, _LINE_COLUMNS, lines)] if lines else []
    own = () if found.cutoffs is not None else (Note("no_edges", _NO_EDGES.fill(key=found.question.preset.key)),)
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(customer=name, segment=segment),
        subtitle=Text(f"{row[CODE]}", f"{row[CODE]}"),
        lang=lang,
        blocks=tuple(blocks),
        records=Records(_SCORE_COLUMNS, tuple((axis.value, *rest) for axis, *rest in scores)),
        notes=(*own, *notes),
        meta=Meta(as_of=found.customers.day, currency=found.customers.currency),
    )


_Score = tuple[Axis, Value, Value, Value, Value, Value, Value]


def _scores(found: Scored, row: dict[str, object]) -> Iterator[_Score]:
    for axis in Axis:
        value, score = row[axis], row[axis.letter]
        assert isinstance(value, int | Decimal)  # noqa: S101 -- what the column holds
        assert isinstance(score, int)  # noqa: S101 -- as above
        shown = value.normalize() if isinstance(value, Decimal) else value
        low, high = _reach(found, axis, score)
        up = None if high is None else value_of(axis, high + smallest_step(found, axis) - Fraction(value))
        down = None if low is None else value_of(axis, Fraction(value) - low + smallest_step(found, axis))
        # Of days less is better, of the others more: whichever score is the best one.
        better, worse = (down, up) if axis.less_is_better else (up, down)
        reach = (None if one is None else value_of(axis, one) for one in (low, high))
        yield (axis, shown, score, *reach, better, worse)  # type: ignore[misc]


def _reach(found: Scored, axis: Axis, score: int) -> tuple[Fraction | None, Fraction | None]:
    """The smallest and largest value of a score; neither where edges are not the same for all."""
    if found.cutoffs is None:
        return None, None
    reached = reaches(found.cutoffs, axis, step=smallest_step(found, axis))
    return next(((low, high) for low, high, of in reached if of == score), (None, None))


def _said(score: _Score, lang: Lang) -> Row:
    axis, value, number, *rest = score
    unit = _UNITS[axis]
    cells = (Cell(AXIS_WORDS[axis].say(lang)), Cell(value, unit=unit), Cell(number))
    return Row((*cells, *(Cell(one, unit=unit) for one in rest)))


def _rules(found: Scored, row: dict[str, object], lang: Lang) -> Iterator[Row]:
    """The rules up to the one that fits."""
    map_ = found.question.map
    if map_ is None:
        return
    scores = {axis: int(str(row[axis.letter])) for axis in Axis}
    for number, rule in enumerate(map_.segment, start=1):
        fits = rule.fits(scores)
        ranges = (rule.ranges(axis) or _ANY.say(lang) for axis in Axis)
        said = (_YES if fits else _NO).say(lang)
        yield Row((Cell(number), Cell(rule.label.say(lang)), *map(Cell, ranges), Cell(said)))
        if fits:
            return
    if map_.otherwise is not None:
        cells = (Cell(None), Cell(map_.otherwise.label.say(lang)), Cell(_EVERYBODY.say(lang)), Cell(None), Cell(None))
        yield Row((*cells, Cell(_YES.say(lang))))


def _lines(found: Scored, customer: str) -> Iterator[tuple[Value, ...]]:
    """The lines of a customer up to the analysis date, with where they stand; none of a summary."""
    if found.customers.lines is None:
        return
    lines = found.customers.lines.lines
    own = lines.filter(nw.col("customer") == nw.lit(customer), nw.col("date") <= nw.lit(found.customers.day))
    places = [name for name in ("_file", "_sheet", "_row") if name in own.collect_schema().names()]
    for day, order, net, *where in (
        collect(own.select("date", "order", "net", *places)).sort("date", "order").iter_rows()
    ):
        at = dict(zip(places, where, strict=True))
        yield (day, str(order), net.normalize() + 0, at.get("_file"), at.get("_sheet"), at.get("_row"))
