"""`targets`: where everybody stands against target, from the company down to the rep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.targets import phrases as words
from salesperf.analyses.targets.amounts import gap_of, in_unit
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Line
from salesperf.analyses.targets.owners import COMPANY, REP
from salesperf.app.pack_plans.company import HeadlinePlan, TargetsPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.counting import shown, who_counts
from salesperf.app.packs.full_year import full_year
from salesperf.app.packs.horizons import horizon_words, horizons, is_to_date
from salesperf.app.packs.levels import section_of
from salesperf.core.period_words import span_words
from salesperf.core.status import Status
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.attainment import Standing
from salesperf.metrics.model import Metric
from salesperf.report.capitals import said
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Against target", "目标达成")
_PERIOD = Text("{metric}: {period}", "{metric}：{period}")
_TO_DATE = Text("{metric}: year to date, {period}", "{metric}：本年累计（{period}）")
_DRAWN = Text("{metric} against target, {period}", "{metric}与目标（{period}）")
_LIGHTS = Text(
    "{metric}: {green} green, {yellow} yellow and {red} red among {all} reps with a target.",
    "{metric}：{all}名有目标的销售员中，绿灯{green}名、黄灯{yellow}名、红灯{red}名。",
)
_NO_CHANCE = Text(
    "no chance is told: the weeks before are too few, or say the contrary of the pace",
    "未给出概率：此前的周数不足，或与按进度的推算相反",
)
_DRAWN_ROWS = 30
"""Rows that a figure draws below that of the company."""


def targets(briefing: Briefing, plan: TargetsPlan) -> Section | None:
    """A table with its figure for each metric; None where the files hold no targets that can be measured."""
    boards = boards_of(briefing, plan.metrics)
    blocks = [block for board in boards for block in _blocks(briefing, board, plan)]
    if not blocks:
        return None
    sentences = tuple(
        sentence
        for board in boards
        for sentence in (*_lights(briefing, board), *_full_year(briefing, board.desk.metric))
    )
    return Section("targets", plan.heading(TITLE), sentences=sentences, blocks=tuple(blocks))


def _full_year(briefing: Briefing, metric: Metric) -> Iterator[Sentence]:
    """The target of the whole year, where the sentences at the top of the pack do not tell it."""
    told = (plan for plan in briefing.pack.plan.sections if isinstance(plan, HeadlinePlan))
    if all(plan.metrics[0] != metric.key for plan in told):
        yield from full_year(briefing, metric)


def boards_of(briefing: Briefing, metrics: Sequence[str]) -> tuple[Board, ...]:
    """The boards of these metrics, or of all."""
    found = briefing.targets.standings
    boards = found.boards if found is not None else ()
    return tuple(board for board in boards if not metrics or board.desk.metric.key in metrics)


def _blocks(briefing: Briefing, board: Board, plan: TargetsPlan) -> Iterator[TableBlock]:
    metric = board.desk.metric
    for lines in horizons(briefing, metric.key):
        period = lines[0].period
        runs = is_to_date(briefing, period)
        if plan.to_date or not runs:
            key = f"{metric.key}_{'to_date' if runs else 'period'}"
            words = span_words(period) if runs else horizon_words(briefing, period)
            named = {"metric": metric.label, "period": words}
            title = _TO_DATE if runs else _PERIOD
            figure = Figure(
                FigureKind.BULLET,
                key,
                _DRAWN.fill(**named),
                label="who",
                values=("actual",),
                target="target",
                expected="expected" if goes_on(lines) else None,
                first=min(len(lines), _DRAWN_ROWS + sum(line.owner.scope == COMPANY for line in lines)),
            )
            has_targets = any(line.target is not None for line in lines)
            yield _block(briefing, shown(briefing, lines), key, title.fill(**named), (figure,) if has_targets else ())


def goes_on(lines: Sequence[Line]) -> bool:
    """Whether any of the lines has days left to reach its target."""
    return any(line.standing is not None and line.standing.required is not None for line in lines)


def _block(briefing: Briefing, lines: Sequence[Line], key: str, title: Text, figures: tuple[Figure, ...]) -> TableBlock:
    unit = lines[0].metric.unit
    is_running = goes_on(lines)
    columns = (
        Column("who", phrases.WHO),
        Column("actual", phrases.ACTUAL, unit),
        Column("target", phrases.TARGET, unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        Column("gap", phrases.GAP, unit),
        *(_ahead(unit) if is_running else ()),
        Column("status", phrases.STATUS),
    )
    top = min(line.owner.depth for line in lines)
    rows = tuple(_row(briefing, line, is_running=is_running, level=line.owner.depth - top) for line in lines)
    return TableBlock(key, title, columns, rows, figures=figures)


def _ahead(unit: Unit) -> tuple[Column, ...]:
    return (
        Column("expected", words.EXPECTED, unit),
        Column("pace", words.PACE, Unit.RATIO),
        Column("landing", words.LANDING, unit),
        Column("chance", words.CHANCE, Unit.CHANCE),
    )


def _row(briefing: Briefing, line: Line, *, is_running: bool, level: int) -> Row:
    stands = line.standing
    attainment = stands.attainment if stands is not None else None
    ahead: tuple[Cell, ...] = ()
    if is_running:
        ahead = (
            Cell(in_unit(stands.expected, line.metric.unit) if stands is not None else None),
            Cell(stands.pace if stands is not None else None),
            Cell(in_unit(stands.landing, line.metric.unit) if stands is not None else None),
            _chance(stands),
        )
    return Row(
        (
            who_cell(briefing, line),
            Cell(line.actual, partial=line.partial),
            Cell(line.target, reason=None if line.target is not None else line.reason),
            Cell(attainment, reason=line.reason if stands is None else None, partial=line.partial),
            Cell(gap_of(line), partial=line.partial),
            *ahead,
            Cell("", status=line.status),
        ),
        level=level,
        section=section_of(briefing, line.owner.scope, line.owner.key),
    )


def _chance(stands: Standing | None) -> Cell:
    """The chance of reaching the target, or why none is told of a period that has a landing."""
    if stands is None:
        return Cell(None)
    is_withheld = stands.probability is None and stands.landing is not None and stands.required is not None
    return Cell(stands.probability, reason=_NO_CHANCE if is_withheld else None)


def who(briefing: Briefing, line: Line) -> str:
    """The owner of a line as people know them."""
    return who_counts(briefing, line).say(briefing.lang)


def who_cell(briefing: Briefing, line: Line) -> Cell:
    """The owner of a line as a cell: the company by our word for it."""
    return said(who_counts(briefing, line), briefing.lang) if line.owner.scope == COMPANY else Cell(who(briefing, line))


def _lights(briefing: Briefing, board: Board) -> Iterator[Sentence]:
    found = [line for line in briefing.lines(board.desk.metric.key) if line.standing is not None]
    lines = [line for line in found if line.owner.scope == REP and not line.owner.leads]
    if len(lines) <= 1:
        return
    counts = {status: sum(line.status is status for line in lines) for status in Status}
    values = {status.value: Cell(counts[status], unit=Unit.COUNT) for status in Status if status is not Status.UNKNOWN}
    values["all"] = Cell(len(lines), unit=Unit.COUNT)
    label = board.desk.metric.label
    told = Text(
        _LIGHTS.en.replace("{metric}", label.en[:1].upper() + label.en[1:]), _LIGHTS.zh.replace("{metric}", label.zh)
    )
    yield Sentence(told, values)
