"""The standings as a report: a block a metric and horizon for people, one flat record a line for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.amounts import gap_of, in_unit
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Line
from salesperf.analyses.targets.doubtful import without_lights
from salesperf.analyses.targets.notes import notes_of
from salesperf.analyses.targets.owners import COMPANY
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.status import Standings, standings
from salesperf.core.errors import Issue
from salesperf.core.period_words import day_words, span_words
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.metrics.model import Better, Metric
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.targets/1"
_MOST_BARS = 30


def status_report(question: Question, section: TargetsSection, *, doubts: Sequence[Issue] = (), lang: Lang) -> Report:
    """Where everybody stands; raises `UsageError` and `DataError`.

    `doubts` are findings on units, told beside those on amounts that no rate can have; neither has a light.
    """
    found = standings(question, section, lang=lang)
    found = replace(found, boards=without_lights(found.boards, doubts))
    scope = found.boards[0].desk.actuals[COMPANY].scope
    blocks = tuple(_block(board, at, found, lang) for board in found.boards for at in range(len(board.lines)))
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=phrases.SUBTITLE.fill(span=span_words(found.period), through=day_words(scope.measure.through)),
        lang=lang,
        blocks=blocks,
        records=_records(found, lang),
        notes=tuple(notes_of(found, section, doubts)),
        meta=Meta(as_of=scope.as_of, span=(found.period.start, found.period.end), currency=scope.currency),
    )


def _block(board: Board, at: int, found: Standings, lang: Lang) -> TableBlock:
    metric, lines = board.desk.metric, board.lines[at]
    unit = metric.unit
    columns = (
        Column("who", phrases.OWNER),
        Column("actual", phrases.ACTUAL, unit),
        Column("target", phrases.TARGET, unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        Column("gap", phrases.GAP, unit),
        Column("pace", phrases.PACE, Unit.RATIO),
        Column("required", phrases.REQUIRED, unit),
        Column("landing", phrases.LANDING, unit),
        Column("probability", phrases.CHANCE, Unit.CHANCE),
        Column("status", phrases.STATUS),
        Column("remark", phrases.REMARK),
    )
    rows = tuple(Row(tuple(_cells(line, lang))) for line in lines)
    horizon = (phrases.PERIOD_BLOCK if at == 0 else phrases.YTD_BLOCK).fill(
        period=span_words((found.period, found.to_date)[at])
    )
    title = Text(f"{metric.label.en}: {horizon.en}", f"{metric.label.zh}：{horizon.zh}")
    key = f"{metric.key}_{'period' if at == 0 else 'ytd'}"
    return TableBlock(key, title, columns, rows, figures=_figures(metric, key, title))


def _figures(metric: Metric, key: str, title: Text) -> tuple[Figure, ...]:
    """How much of its target everybody reached; where less is better, a longer bar would tell the contrary."""
    if metric.better is not Better.UP:
        return ()
    return (Figure(FigureKind.BULLET, key, title, "who", ("actual",), "target", first=_MOST_BARS),)


def _cells(line: Line, lang: Lang) -> Iterator[Cell]:
    yield Cell("  " * line.owner.depth + _name(line, lang))
    yield Cell(line.actual, partial=line.partial)
    for value in _numbers(line):
        yield Cell(value)
    yield Cell("", status=line.status)
    yield Cell(_remark(line).say(lang) or None)


def _numbers(line: Line) -> tuple[Value, ...]:
    """Target, attainment, gap, pace, required run rate, landing and probability."""
    stands, unit = line.standing, line.metric.unit
    if stands is None:
        return (line.target, *(None,) * 6)
    return (
        stands.target,
        stands.attainment,
        gap_of(line),
        stands.pace,
        in_unit(stands.required, unit),
        in_unit(stands.landing, unit),
        stands.probability,
    )


def _exact(value: Value) -> Value:
    """A number as an exact decimal of six places."""
    return round(Decimal(value), 6) if isinstance(value, int | float) else value


def _name(line: Line, lang: Lang) -> str:
    return phrases.COMPANY.say(lang) if line.owner.scope == COMPANY else line.owner.name


def _remark(line: Line) -> Text:
    said = []
    if line.reason is not None:
        said.append(line.reason)
    if line.status is Status.GREEN and line.standing is not None and line.standing.attainment is None:
        said.append(phrases.NONE_OF_IT)
    if line.owner.leads and line.standing is not None:
        said.append(phrases.LEADS)
    if line.owner.is_sum and line.standing is not None:
        said.append(phrases.SUM_OF)
    if line.better_from is not None:
        said.append(phrases.HELD.fill(pace=f"{line.better_from:.0%}"))
    if line.weeks_below:
        said.append(phrases.WEEKS_BELOW.fill(weeks=line.weeks_below))
    return listing(said, Text("; ", "；"))


def _records(found: Standings, lang: Lang) -> Records:
    """One record a line; amounts, counts and rates of all metrics stand in the same columns, as exact decimals."""
    units = {board.desk.metric.unit for board in found.boards}
    unit = units.pop() if units == {Unit.MONEY} else Unit.QUANTITY
    columns = (
        Column("metric", phrases.METRIC),
        Column("horizon", phrases.HORIZON),
        Column("period", phrases.HORIZON),
        Column("scope", phrases.SCOPE),
        Column("who", phrases.OWNER),
        Column("id", phrases.ID),
        Column("actual", phrases.ACTUAL, unit),
        Column("target", phrases.TARGET, unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        Column("gap", phrases.GAP, unit),
        Column("expected", phrases.EXPECTED, unit),
        Column("pace", phrases.PACE, Unit.RATIO),
        Column("required", phrases.REQUIRED, unit),
        Column("landing", phrases.LANDING, unit),
        Column("probability", phrases.CHANCE, Unit.RATIO),
        Column("status", phrases.STATUS),
        Column("remark", phrases.REMARK),
    )
    rows = tuple(
        _record(line, horizon, lang)
        for board in found.boards
        for horizon, lines in zip(("period", "ytd"), board.lines, strict=True)
        for line in lines
    )
    return Records(columns, rows)


def _record(line: Line, horizon: str, lang: Lang) -> tuple[Value, ...]:
    target, attainment, gap, pace, required, landing, probability = _numbers(line)
    return (
        line.metric.key,
        horizon,
        line.period.key,
        "leader" if line.owner.leads else line.owner.scope,
        _name(line, lang),
        line.owner.key,
        _exact(line.actual),
        _exact(target),
        attainment,
        _exact(gap),
        None if line.standing is None else _exact(in_unit(line.standing.expected, line.metric.unit)),
        pace,
        _exact(required),
        _exact(landing),
        probability,
        line.status.value,
        _remark(line).say(lang) or None,
    )
