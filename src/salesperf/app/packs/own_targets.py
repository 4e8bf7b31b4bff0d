"""`own_targets`: where the one reported on stands against every target."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.targets import phrases as words
from salesperf.analyses.targets.amounts import in_unit
from salesperf.analyses.targets.compute import Line
from salesperf.app.pack_plans.people import OwnTargetsPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.horizons import horizon_name, horizons, is_to_date
from salesperf.app.packs.targets_board import goes_on
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.capitals import capital, said
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Targets and pace", "目标与进度")
_NO_TARGETS = Text("no target is set for the period", "本期没有目标")
_STANDS = Text(
    "{metric}: {actual} of {target}, {attainment}; {expected} was to be reached by now, and at this pace it comes to "
    "{landing}.",
    "{metric}：已完成{actual}，目标{target}，达成{attainment}；至今应完成{expected}，按目前进度预计达{landing}。",
)
_REACHED = Text(
    "{metric}: {actual} of {target}, {attainment}.", "{metric}：已完成{actual}，目标{target}，达成{attainment}。"
)
_BUT = Text("{metric}: {why}.", "{metric}：{why}。")
_DRAWN = Text("{metric} against target", "{metric}与目标")


def own_targets(briefing: Briefing, plan: OwnTargetsPlan) -> Section | None:
    """A table and a bullet a metric; None where the files have no targets at all."""
    standings = briefing.targets.standings
    if standings is None:
        return None
    lines = [tuple(own[0] for own in horizons(briefing, board.desk.metric.key)) for board in standings.boards]
    told = [own for own in lines if any(line.target is not None for line in own)]
    title = plan.heading(TITLE)
    if not told:
        return Section("own_targets", title, empty=_NO_TARGETS)
    blocks = tuple(_block(own, briefing) for own in told)
    sentences = tuple(sentence for own in told for sentence in _sentences(own[0], briefing))
    return Section("own_targets", title, sentences=sentences, blocks=blocks)


def _sentences(line: Line, briefing: Briefing) -> Iterator[Sentence]:
    """How far the period is, where the line is of it and has a standing, and what is not in it."""
    stands, unit = line.standing, line.metric.unit
    if is_to_date(briefing, line.period) or stands is None or stands.attainment is None:
        return
    values = {
        "actual": Cell(line.actual, unit, partial=line.partial),
        "target": Cell(stands.target, unit),
        "attainment": Cell(stands.attainment, Unit.RATIO),
    }
    places = {name: f"{{{name}}}" for name in (*values, "expected", "landing")}
    if stands.required is None or stands.landing is None:
        yield Sentence(_REACHED.fill(metric=capital(line.metric.label), **places), values, line.status)
    else:
        values["expected"] = Cell(in_unit(stands.expected, unit), unit)
        values["landing"] = Cell(in_unit(stands.landing, unit), unit)
        yield Sentence(_STANDS.fill(metric=capital(line.metric.label), **places), values, line.status)
    if line.reason is not None:
        yield Sentence(_BUT.fill(metric=capital(line.metric.label), why=line.reason))


def _block(lines: tuple[Line, ...], briefing: Briefing) -> TableBlock:
    metric, is_running = lines[0].metric, goes_on(lines)
    columns = (
        Column("horizon", phrases.PERIOD),
        Column("actual", phrases.ACTUAL, metric.unit),
        Column("target", phrases.TARGET, metric.unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        *((Column("expected", words.EXPECTED, metric.unit),) if is_running else ()),
        Column("pace", words.PACE, Unit.RATIO),
        Column("required", words.REQUIRED, metric.unit),
        Column("landing", words.LANDING, metric.unit),
        Column("probability", words.CHANCE, Unit.CHANCE),
        Column("status", words.STATUS),
    )
    rows = tuple(
        Row(tuple(_cells(line, said(horizon_name(briefing, line.period), briefing.lang), is_running=is_running)))
        for line in lines
    )
    title = _DRAWN.fill(metric=metric.label)
    figure = Figure(
        FigureKind.BULLET,
        f"own_{metric.key}",
        title,
        label="horizon",
        values=("actual",),
        target="target",
        expected="expected" if is_running else None,
    )
    return TableBlock(f"own_{metric.key}", title, columns, rows, figures=(figure,))


def _cells(line: Line, horizon: Cell, *, is_running: bool) -> Iterator[Cell]:
    yield horizon
    yield Cell(line.actual, partial=line.partial)
    stands, unit = line.standing, line.metric.unit
    if stands is None:
        yield Cell(line.target, reason=line.reason if line.target is None else None)
        yield from (Cell(None, reason=line.reason) for _ in range(6 if is_running else 5))
        yield Cell("", status=line.status)
        return
    yield Cell(stands.target)
    yield Cell(stands.attainment)
    if is_running:
        yield Cell(in_unit(stands.expected, unit))
    yield Cell(stands.pace)
    yield Cell(in_unit(stands.required, unit))
    yield Cell(in_unit(stands.landing, unit))
    yield Cell(stands.probability)
    yield Cell("", status=line.status)
