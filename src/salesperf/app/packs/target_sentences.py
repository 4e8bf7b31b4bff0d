"""Sentences on targets: how far along a period is, where the year stands, what it comes to, and who is red."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from salesperf.analyses.targets.amounts import gap_of, in_unit
from salesperf.analyses.targets.compute import Line
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, scope_words
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import named, number, status_of
from salesperf.app.packs.counting import counted, counts_all
from salesperf.app.packs.elapsed import BY_NOW, expected_by_now
from salesperf.app.packs.full_year import full_year
from salesperf.app.packs.horizons import are_same_days, horizon_words, horizons, is_longer, longer_line, whole_of
from salesperf.app.packs.phrases import SEMICOLON
from salesperf.core.money import exact
from salesperf.core.period_words import span_words
from salesperf.core.status import Status
from salesperf.core.text import Text, keeping, listing, same
from salesperf.core.unit import Unit
from salesperf.metrics.attainment import MOST_WEEKS
from salesperf.report.capitals import capital
from salesperf.report.model import Cell, Sentence

_STANDS = Text(
    "{span} {actual}, {attained} of {the_target} of {target}{by_now}.",
    "{span}{actual}，达成{the_target}{target}的{attained}{by_now}。",
)
_LONGER = Text(
    "No target is of {asked}; of the longer {span}: {actual}, {attained} of {the_target} of {target}{by_now}.",
    "{asked}没有单独的目标；所在的{span}：{actual}，达成{the_target}{target}的{attained}{by_now}。",
)
_TARGET, _WHOLE = Text("the target", "目标"), Text("the full-year target", "全年目标")
_LANDING = Text(
    "At this pace {what} comes to {landing}; going by the last {weeks} weeks, the chance of reaching the target is "
    "{chance}.",
    "{what}按目前进度预计完成{landing}；按最近{weeks}周推算，达标概率{chance}。",
)
_LANDING_ALONE = Text("At this pace {what} comes to {landing}.", "{what}按目前进度预计完成{landing}。")
_PERIOD = Text("the period", "本期")
_WHAT_COUNTS = Text("what counts against the target", "计入目标的部分")
_NOT_OF = Text(
    "No target is of {conditions} alone: no attainment and no lights.",
    "没有仅针对{conditions}的目标：不计算达成率，也不判断状态。",
)
_RED = Text("{red} of {all} {whose} are red: {names}", "{all}{whose}中有{red}{each}为红灯：{names}")
_ONE_RED = Text("{red} of {all} {whose} is red: {names}", "{all}{whose}中有{red}{each}为红灯：{names}")
_NONE_RED = Text("none of the {all} {whose} is red", "{all}{whose}均无红灯")
_NONE_BUT = Text(
    "none of the {all} {whose} is red, but {yellow} yellow", "{all}{whose}均无红灯，但{yellow}{each}为黄灯"
)
_IN = Text("{span}: {said}", "{span}：{said}")
_WHOSE = {TEAM: Text("teams", "个团队"), REP: Text("reps", "名销售员")}
_TARGETS_BY = Text("targets by {dimension}", "个{dimension}目标")
_PEOPLE, _THINGS = Text("", "名"), Text("", "个")
"""What Chinese counts people and things by."""
_WORST_FIRST = (Status.RED, Status.YELLOW, Status.GREEN)
_MOST_NAMES = 5
_AND_MORE = Text("{names} and {count} more", "{names}等，另有{count}{each}")
_NOTHING = Text("", "")


def of_targets(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """What there is to say of the targets of a metric; that none is of what the conditions pick, where that is so."""
    conditions = briefing.request.where
    if conditions and briefing.line(metric) is None and "targets" in briefing.opened.loaded.bundle:
        yield Sentence(_NOT_OF, {"conditions": Cell(" ".join(conditions))})
    yield from _counted(briefing, metric)
    yield from _longer(briefing, metric)
    yield from _to_date(briefing, metric)
    yield from _whole_year(briefing, metric)
    yield from _landing(briefing, metric)
    yield from _reds(briefing, metric)


def _counted(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """Where the one reported on stands in the period, where not all that was reached counts against the target."""
    line = briefing.line(metric)
    if line is not None and not is_longer(briefing, line) and not counts_all(briefing, line):
        yield from _stands(briefing, line, _STANDS)


def _longer(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """Where the shortest longer period with targets stands, where none is of the period."""
    line, to_date = longer_line(briefing, metric), briefing.line(metric, at=1)
    if line is not None and (to_date is None or to_date.period != line.period):
        yield from _stands(briefing, line, keeping(_LONGER, asked=span_words(briefing.period)))


def _to_date(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    line, now = briefing.line(metric, at=1), briefing.line(metric)
    if line is None or (now is not None and are_same_days(now, line) and not _is_longer_to_date(briefing, line, now)):
        return
    yield from _stands(briefing, line, _STANDS)


def _is_longer_to_date(briefing: Briefing, line: Line, now: Line) -> bool:
    """Whether the year to date is what is told in place of a period without targets."""
    return now.period == line.period and longer_line(briefing, line.metric.key) is not None


def _whole_year(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """How much of the target of the whole year is reached, where no other sentence tells it."""
    line, board = briefing.line(metric, at=1), briefing.targets.board(metric)
    if board is not None and (line is None or line.target != briefing.whole_year(metric)):
        yield from full_year(briefing, board.desk.metric)


def _stands(briefing: Briefing, line: Line, words: Text) -> Iterator[Sentence]:
    if line.standing is None or line.standing.attainment is None:
        return
    unit = line.metric.unit
    values = {
        "actual": Cell(line.actual, unit=unit),
        "attained": Cell(line.standing.attainment, unit=Unit.RATIO),
        "target": Cell(line.target, unit=unit),
    }
    expected = expected_by_now(line)
    if expected is not None:
        values["expected"] = expected
    is_whole = line.target == briefing.whole_year(line.metric.key)
    span = counted(briefing, line, horizon_words(briefing, line.period))
    if words is _STANDS:
        span = capital(span)
    told = keeping(
        words,
        span=span,
        the_target=_WHOLE if is_whole else _TARGET,
        by_now=_NOTHING if expected is None else BY_NOW,
    )
    yield Sentence(told, values, status_of(line))


def _landing(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """What a running period comes to at its pace, and the chance of its target where the weeks before tell one."""
    line = briefing.line(metric)
    if line is None or line.standing is None or line.standing.landing is None or line.standing.required is None:
        return
    values = {"landing": Cell(in_unit(line.standing.landing, line.metric.unit), unit=line.metric.unit)}
    words = _LANDING_ALONE
    if line.standing.probability is not None:
        words = _LANDING
        values |= {
            "chance": Cell(line.standing.probability, unit=Unit.CHANCE),
            "weeks": Cell(MOST_WEEKS, unit=Unit.COUNT),
        }
    yield Sentence(keeping(words, what=_landed(briefing, line)), values)


def _landed(briefing: Briefing, line: Line) -> Text:
    """What it is that lands: the period, the quarter or year that stands in its place, or what counts of it."""
    if is_longer(briefing, line):
        return whole_of(briefing, line.period) or span_words(line.period)
    return _PERIOD if counts_all(briefing, line) else _WHAT_COUNTS


def _reds(briefing: Briefing, metric: str) -> Iterator[Sentence]:
    """How many teams are red, and which; then the same of the reps, and of regions and whatever else has targets."""
    spans = horizons(briefing, metric)
    others = (line.owner.scope for lines in spans for line in lines if line.owner.scope not in {COMPANY, *_WHOSE})
    for scope in dict.fromkeys((*_WHOSE, *others)):
        if briefing.whom is not None and briefing.whom.dimension == scope:
            continue
        whose = _WHOSE.get(scope) or _TARGETS_BY.fill(dimension=scope_words(scope))
        said = [
            _red_of(own, whose, briefing, place=place)
            for place, own in enumerate(tuple(_lit(lines, scope)) for lines in spans)
            if len(own) > 1
        ]
        if said:
            yield _together(said)


def _lit(lines: Iterable[Line], scope: str) -> Iterator[Line]:
    """The lines of teams, of reps ... that have a light of their own."""
    for line in lines:
        if line.owner.scope == scope and line.status is not Status.UNKNOWN and not line.owner.leads:
            yield line


def _together(said: Sequence[Sentence]) -> Sentence:
    """What is told of several spans, in one sentence."""
    words = listing((one.words for one in said), SEMICOLON)
    values = {name: cell for one in said for name, cell in one.values.items()}
    return Sentence(
        Text(f"{words.en}.", f"{words.zh}。"),
        values,
        next(light for light in _WORST_FIRST if any(one.status is light for one in said)),
    )


def _red_of(lines: Sequence[Line], whose: Text, briefing: Briefing, *, place: int) -> Sentence:
    """How many of them are red, and which, those who lack most first, in one span."""
    reds = sorted((line for line in lines if line.status is Status.RED), key=_missing)
    red = [same(line.owner.name) for line in reds]
    which = str(place or "")
    values: dict[str, Cell] = {f"all{which}": Cell(len(lines), unit=Unit.COUNT)}
    words, count = _NONE_RED, len(red) - _MOST_NAMES
    yellow = sum(line.status is Status.YELLOW for line in lines)
    if yellow and not red:
        values[f"yellow{which}"], words = Cell(yellow, unit=Unit.COUNT), _NONE_BUT
    if red:
        names, cells = named(red[:_MOST_NAMES], f"name{which}")
        values |= {f"red{which}": Cell(len(red), unit=Unit.COUNT), **cells}
        if count > 0:
            values[f"count{which}"], names = Cell(count, unit=Unit.COUNT), keeping(_AND_MORE, names=names)
        words = keeping(_ONE_RED if len(red) == 1 else _RED, names=names)
    period = lines[0].period
    if period != briefing.period:
        words = keeping(_IN, span=horizon_words(briefing, period), said=words)
    each = _PEOPLE if lines[0].owner.scope == REP else _THINGS
    numbered = {name: same(f"{{{name}{which}}}") for name in ("all", "red", "yellow", "count")}
    status = Status.RED if red else Status.YELLOW if yellow else Status.GREEN
    return Sentence(keeping(words, whose=whose, each=each, **numbered), values, status)


def _missing(line: Line) -> Decimal:
    """The gap to the target, for ordering: the largest below zero comes first."""
    gap = number(gap_of(line))
    return exact(gap) if gap is not None else Decimal(0)
