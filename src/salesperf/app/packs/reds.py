"""`reds`: every red and yellow light with its value, target, gap and how long it has been so."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.analyses.targets.amounts import gap_of
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Line, paces_before
from salesperf.app.pack_plans.company import RedsPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import named, number
from salesperf.app.packs.people import section_of
from salesperf.app.packs.targets_board import boards_of, who, who_cell
from salesperf.core.status import Status
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.capitals import said
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Red and yellow", "预警清单")
_NONE = Text("Nothing is red or yellow.", "没有红灯或黄灯。")
_UNLIT = Text(
    "Nothing has a light: no target of {period} could be measured.", "没有状态可判断：{period}没有可对照的目标。"
)
_LEVELS = {
    "company": Text("company", "公司"),
    "team": Text("team", "团队"),
    "rep": Text("rep", "销售员"),
}
_LEVEL, _SINCE = Text("level", "层级"), Text("periods below in a row", "连续未达标期数")
_WORST = Text(
    "{red} red and {yellow} yellow; the largest gap among reps is that of {name}: {gap} short of {target}.",
    "红灯{red}个、黄灯{yellow}个；销售员中缺口最大的是{name}：距目标{target}差{gap}。",
)
_COUNTED = Text("{red} red and {yellow} yellow: {names}.", "红灯{red}个、黄灯{yellow}个：{names}。")
_MORE = Text("{names} and {count} more", "{names}等，另有{count}个")
_MOST_NAMES = 5
_ORDER = (Status.RED, Status.YELLOW)


def reds(briefing: Briefing, plan: RedsPlan) -> Section | None:
    """A table of warnings, the worst first; None where there are no targets."""
    boards = boards_of(briefing, ())
    if not boards:
        return None
    lines = [line for board in boards for line in briefing.lines(board.desk.metric.key)]
    if all(line.status is Status.UNKNOWN for line in lines):
        return Section("reds", plan.heading(TITLE), empty=_UNLIT.fill(period=briefing.period.key))
    lit = [(board, line) for board in boards for line in briefing.lines(board.desk.metric.key) if line.status in _ORDER]
    if not lit:
        return Section("reds", plan.heading(TITLE), empty=_NONE)
    lit.sort(key=lambda pair: (_ORDER.index(pair[1].status), boards.index(pair[0]), difference_of(pair[1])))
    said = _said(briefing, [line for _, line in lit])
    return Section("reds", plan.heading(TITLE), sentences=(said,), blocks=(_block(briefing, plan, lit),))


def _block(briefing: Briefing, plan: RedsPlan, lit: Sequence[tuple[Board, Line]]) -> TableBlock:
    """The warnings; one metric is not named in each row, and one unit stands in the headers."""
    has_metrics = len({line.metric.key for _, line in lit}) > 1
    units = {line.metric.unit for _, line in lit}
    unit = units.pop() if len(units) == 1 else None
    columns = (
        Column("who", phrases.WHO),
        Column("level", _LEVEL),
        *((Column("metric", phrases.METRIC),) if has_metrics else ()),
        Column("actual", phrases.ACTUAL, unit),
        Column("target", phrases.TARGET, unit),
        Column("gap", phrases.GAP, unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        Column("since", _SINCE, Unit.COUNT),
        Column("status", phrases.STATUS),
    )
    rows = tuple(
        _row(briefing, board, line, has_metrics=has_metrics, unit=line.metric.unit if unit is None else None)
        for board, line in lit
    )
    return TableBlock("reds", plan.heading(TITLE), columns, rows)


def difference_of(line: Line) -> float:
    """The gap of a line for ordering; of what is unknown none."""
    gap = number(gap_of(line))
    return float(gap) if gap is not None else 0.0


def periods_below(board: Board, line: Line) -> int:
    """How many periods in a row, up to this one, fell short of a green light."""
    rule = board.desk.section.rule(line.metric.key)
    count = 1
    for pace in reversed(list(paces_before(board.desk, line.owner, line.period))):
        if pace is None or pace >= rule.green:
            break
        count += 1
    return count


def _row(briefing: Briefing, board: Board, line: Line, *, has_metrics: bool, unit: Unit | None) -> Row:
    """One warning; `unit` is set where its column holds several."""
    stands = line.standing
    return Row(
        (
            who_cell(briefing, line),
            said(_LEVELS.get(line.owner.scope, Text(line.owner.scope, line.owner.scope)), briefing.lang),
            *((said(line.metric.label, briefing.lang),) if has_metrics else ()),
            Cell(line.actual, unit=unit, partial=line.partial),
            Cell(line.target, unit=unit),
            Cell(gap_of(line), unit=unit, partial=line.partial),
            Cell(stands.attainment if stands is not None else None, partial=line.partial),
            Cell(periods_below(board, line) if line.period.grain is not None else None),
            Cell("", status=line.status),
        ),
        section=section_of(briefing, line.owner.scope, line.owner.key),
    )


def _said(briefing: Briefing, lines: list[Line]) -> Sentence:
    counts = {status.value: Cell(sum(line.status is status for line in lines), unit=Unit.COUNT) for status in _ORDER}
    short = [line for line in lines if line.owner.scope == "rep" and difference_of(line) < 0]
    if not short:
        return _counted(briefing, lines, counts)
    first = short[0].metric
    worst = min((line for line in short if line.metric is first), key=difference_of)
    gap = number(gap_of(worst))
    return Sentence(
        _WORST,
        {
            **counts,
            "name": Cell(who(briefing, worst)),
            "gap": Cell(abs(gap) if gap is not None else None, unit=first.unit),
            "target": Cell(worst.target, unit=first.unit),
        },
    )


def _counted(briefing: Briefing, lines: list[Line], counts: dict[str, Cell]) -> Sentence:
    """How many there are, and whose they are."""
    names = list(dict.fromkeys(who(briefing, line) for line in lines))
    values = {**counts, "names": Cell(named(names[:_MOST_NAMES], briefing.lang))}
    if len(names) <= _MOST_NAMES:
        return Sentence(_COUNTED, values)
    values["count"] = Cell(len(names) - _MOST_NAMES, unit=Unit.COUNT)
    words = Text(_COUNTED.en.replace("{names}", _MORE.en), _COUNTED.zh.replace("{names}", _MORE.zh))
    return Sentence(words, values)
