"""`reds`: every red and yellow light with its value, target, gap and how long it has been so."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.analyses.targets import phrases as words
from salesperf.analyses.targets.amounts import gap_of
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Line, paces_before
from salesperf.analyses.targets.owners import scope_words
from salesperf.app.pack_plans.company import RedsPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import named, number
from salesperf.app.packs.counting import shown, who_counts
from salesperf.app.packs.horizons import horizon_name, horizon_words, horizons, is_to_date
from salesperf.app.packs.levels import section_of
from salesperf.app.packs.targets_board import boards_of, goes_on, who, who_cell
from salesperf.core.period import GRAIN_WORDS, Period
from salesperf.core.period_words import span_words
from salesperf.core.status import Status
from salesperf.core.text import Text, keeping
from salesperf.core.unit import Unit
from salesperf.report.capitals import capital, said
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Red and yellow", "预警清单")
_NONE = Text(
    "Nothing is red or yellow: all that were measured ({count}) are green.",
    "没有红灯或黄灯：已判断的{count}项均为绿灯。",
)
_UNLIT = Text(
    "Nothing has a light: no target of {period} could be measured.", "没有状态可判断：{period}没有可对照的目标。"
)
_LEVELS = {
    "company": Text("company", "公司"),
    "team": Text("team", "团队"),
    "rep": Text("rep", "销售员"),
}
_LEVEL = Text("level", "层级")
_SINCE, _SPANS = Text("{grain}s below in a row", "连续未达标{grain}数"), Text("period", "期")
_WHOLE_ONLY = Text("counted of months, quarters and years, not of a part of one", "仅按完整的月、季、年计数")
_WORST = Text(
    "{span}: {red} red and {yellow} yellow; the largest gap among reps is that of {name}: {gap} short of {target}.",
    "{span}：红灯{red}个、黄灯{yellow}个；销售员中缺口最大的是{name}：距目标{target}差{gap}。",
)
_COUNTED = Text("{span}: {red} red and {yellow} yellow: {names}.", "{span}：红灯{red}个、黄灯{yellow}个：{names}。")
_MORE = Text("{names} and {count} more", "{names}等，另有{count}个")
_MOST_NAMES = 5
_ORDER = (Status.RED, Status.YELLOW)


def reds(briefing: Briefing, plan: RedsPlan) -> Section | None:
    """A table of warnings, those of the period and then of the year to date, the worst first; None without targets."""
    boards = boards_of(briefing, ())
    if not boards:
        return None
    found = [
        [(board, line) for line in shown(briefing, lines)]
        for board in boards
        for lines in horizons(briefing, board.desk.metric.key)
    ]
    every = [pair for lines in found for pair in lines]
    measured = [line for _, line in every if line.status is not Status.UNKNOWN]
    if not measured:
        return Section("reds", plan.heading(TITLE), empty=_UNLIT.fill(period=span_words(briefing.period)))
    lit = [(board, line) for board, line in every if line.status in _ORDER]
    if not lit:
        return Section("reds", plan.heading(TITLE), empty=_NONE.fill(count=len(measured)))
    spans = _spans(briefing, lit)
    lit.sort(key=lambda pair: (spans.index(pair[1].period), *_worst(boards, *pair)))
    said = tuple(_said(briefing, span, [line for _, line in lit if line.period == span]) for span in spans)
    return Section("reds", plan.heading(TITLE), sentences=said, blocks=(_block(briefing, plan, lit),))


def _spans(briefing: Briefing, lit: Sequence[tuple[Board, Line]]) -> list[Period]:
    """The spans there are lights of, the year to date last."""
    spans = dict.fromkeys(line.period for _, line in lit)
    return sorted(spans, key=lambda span: is_to_date(briefing, span))


def _worst(boards: Sequence[Board], board: Board, line: Line) -> tuple[int, int, float]:
    return _ORDER.index(line.status), boards.index(board), difference_of(line)


def _block(briefing: Briefing, plan: RedsPlan, lit: Sequence[tuple[Board, Line]]) -> TableBlock:
    """The warnings; one metric is not named in each row, and one unit stands in the headers."""
    has_metrics = len({line.metric.key for _, line in lit}) > 1
    has_spans = any(line.period != briefing.period for _, line in lit)
    has_pace = goes_on([line for _, line in lit])
    units = {line.metric.unit for _, line in lit}
    unit = units.pop() if len(units) == 1 else None
    columns = (
        Column("who", phrases.WHO),
        Column("level", _LEVEL),
        *((Column("span", phrases.PERIOD),) if has_spans else ()),
        *((Column("metric", phrases.METRIC),) if has_metrics else ()),
        Column("actual", phrases.ACTUAL, unit),
        Column("target", phrases.TARGET, unit),
        Column("gap", phrases.GAP, unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        *((Column("pace", words.PACE, Unit.RATIO),) if has_pace else ()),
        Column("since", _since_words(briefing.period), Unit.COUNT),
        Column("status", phrases.STATUS),
    )
    rows = tuple(
        _row(
            briefing,
            board,
            line,
            named=(
                *((horizon_name(briefing, line.period),) if has_spans else ()),
                *((line.metric.label,) if has_metrics else ()),
            ),
            unit=line.metric.unit if unit is None else None,
            has_pace=has_pace,
        )
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


def _row(
    briefing: Briefing, board: Board, line: Line, *, named: Sequence[Text], unit: Unit | None, has_pace: bool
) -> Row:
    """One warning; `named` are its span and metric, where the table has several, `unit` that of several."""
    stands, runs = line.standing, is_to_date(briefing, line.period)
    return Row(
        (
            who_cell(briefing, line),
            said(_level(line.owner.scope), briefing.lang),
            *(said(words, briefing.lang) for words in named),
            Cell(line.actual, unit=unit, partial=line.partial),
            Cell(line.target, unit=unit),
            Cell(gap_of(line), unit=unit, partial=line.partial),
            Cell(stands.attainment if stands is not None else None, partial=line.partial),
            *((Cell(stands.pace if stands is not None else None),) if has_pace else ()),
            _since(board, line, is_to_date=runs),
            Cell("", status=line.status),
        ),
        section=section_of(briefing, line.owner.scope, line.owner.key),
    )


def _since_words(period: Period) -> Text:
    """What is counted: the months of a month; decisions count weeks."""
    return _SINCE.fill(grain=_SPANS if period.grain is None else GRAIN_WORDS[period.grain])


def _since(board: Board, line: Line, *, is_to_date: bool) -> Cell:
    if line.period.grain is None or is_to_date:
        return Cell(None, reason=_WHOLE_ONLY)
    return Cell(periods_below(board, line))


def _level(scope: str) -> Text:
    return _LEVELS.get(scope) or scope_words(scope)


def _said(briefing: Briefing, span: Period, lines: Sequence[Line]) -> Sentence:
    """How many warnings a span has, and the largest gap of a rep, or whose they are."""
    counts = {status.value: Cell(sum(line.status is status for line in lines), unit=Unit.COUNT) for status in _ORDER}
    words = capital(horizon_words(briefing, span))
    short = [line for line in lines if line.owner.scope == "rep" and difference_of(line) < 0]
    if not short:
        return _counted(briefing, lines, words, counts)
    first = short[0].metric
    worst = min((line for line in short if line.metric is first), key=difference_of)
    gap = number(gap_of(worst))
    return Sentence(
        keeping(_WORST, span=words),
        {
            **counts,
            "name": Cell(who(briefing, worst)),
            "gap": Cell(abs(gap) if gap is not None else None, unit=first.unit),
            "target": Cell(worst.target, unit=first.unit),
        },
    )


def _counted(briefing: Briefing, lines: Sequence[Line], span: Text, counts: dict[str, Cell]) -> Sentence:
    """How many there are, and whose they are."""
    owners = list(dict.fromkeys(who_counts(briefing, line) for line in lines))
    names, cells = named(owners[:_MOST_NAMES], "name")
    values, more = {**counts, **cells}, len(owners) - _MOST_NAMES
    if more > 0:
        values["count"], names = Cell(more, unit=Unit.COUNT), keeping(_MORE, names=names)
    return Sentence(keeping(_COUNTED, span=span, names=names), values)
