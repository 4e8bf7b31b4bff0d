"""What a reader of standings must know: findings first, then how lights, paces and leaders were told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import untargeted
from salesperf.analyses.targets.days_notes import of_days
from salesperf.analyses.targets.leading import is_hollow
from salesperf.analyses.targets.over_others import near_sum
from salesperf.analyses.targets.own_notes import own_targets
from salesperf.analyses.targets.owners import COMPANY, REP
from salesperf.analyses.targets.prorated import told
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart.case import Holder
from salesperf.analyses.targets.smart.measurable import out_of_bounds
from salesperf.analyses.targets.status import Standings
from salesperf.core.codes import CODES
from salesperf.core.errors import Issue, Severity
from salesperf.core.period import Period
from salesperf.core.text import Count, Lang, Text, listing, same
from salesperf.core.unit import DECIMAL_UNITS
from salesperf.metrics.attainment import MOST_WEEKS
from salesperf.report.model import Note

_SHOWN = 5


def notes_of(found: Standings, section: TargetsSection, doubts: Sequence[Issue]) -> Iterator[Note]:
    """The notes; `doubts` are findings on units and years, told beside those on amounts that no rate can have."""
    for finding in (*doubts, *_impossible(found)):
        yield Note(finding.code, _placed(finding), warning=CODES[finding.code].severity is not Severity.NOTE)
    yield from _notes(found, section)


def _impossible(found: Standings) -> Iterator[Issue]:
    """Rates that no target can have, which `targets check` tells as well."""
    for board in found.boards:
        for owner in board.tree.owners:
            if not owner.is_sum:
                goals = tuple(goal for holding in owner.holdings for goal in holding.goals)
                yield from out_of_bounds(board.desk.metric, Holder(owner.scope, owner.key or "", owner.name, goals))


def _notes(found: Standings, section: TargetsSection) -> Iterator[Note]:
    for finding in found.findings:
        yield Note(finding.code, _placed(finding), warning=CODES[finding.code].severity is not Severity.NOTE)
    for left in found.narrowed:
        yield Note("narrowed", left, warning=True)
    for board in found.boards:
        yield from _of_board(board, found, section)
    if found.workdays.unpublished:
        years = ", ".join(map(str, sorted(found.workdays.unpublished)))
        yield Note("weekends", phrases.WEEKENDS.fill(years=years), warning=True)
    if found.first_month is not None:
        yield Note("years", phrases.YEARS_OF_TARGETS.fill(month=found.first_month))
    yield Note("workdays", phrases.WORKDAYS[found.workdays.country])
    has_season = any(board.desk.weights.season for board in found.boards)
    season = phrases.SEASON if has_season else phrases.NO_SEASON
    yield Note("pace", phrases.PACE_NOTE.fill(season=season, chance=_chance(found)))
    for board in found.boards:
        rule = section.rule(board.desk.metric.key)
        yield Note(
            "lights", phrases.RULES.fill(green=f"{rule.green:.0%}", yellow=f"{rule.yellow:.0%}", what=phrases.PACE)
        )
        break
    scope = found.boards[0].desk.actuals[COMPANY].scope
    for subject, events in scope.facts.items():
        if any(lens.subject is subject for lens in scope.measure.lines):
            yield from (Note(key, text) for key, text in events.notes)
    splits = dict.fromkeys(
        note for board in found.boards for actuals in board.desk.actuals.values() for note in actuals.scope.framed.notes
    )
    yield from (Note(key, text) for key, text in splits)
    yield from (Note("reading", text) for text in found.boards[0].desk.question.bundle.notes)


def _chance(found: Standings) -> Text:
    """How chances are worked out, where there is one."""
    lines = (line for board in found.boards for lines in board.lines for line in lines)
    has_one = any(line.standing is not None and line.standing.probability is not None for line in lines)
    return phrases.CHANCE_NOTE.fill(weeks=MOST_WEEKS) if has_one else same("")


def _placed(finding: Issue) -> Text:
    """What a finding says, with its place before it."""
    places = Text(finding.where.say(Lang.EN), finding.where.say(Lang.ZH))
    return Text(f"{places.en}: {finding.text.en}", f"{places.zh}：{finding.text.zh}") if places.en else finding.text


def _elsewhen(board: Board, period: Period) -> Iterator[Note]:
    """Where the targets of a metric lie, when none of them touches the period."""
    spans = [goal.period for owner in board.tree.owners for holding in owner.holdings for goal in holding.goals]
    if spans and not any(span.start <= period.end and period.start <= span.end for span in spans):
        where = phrases.ELSEWHEN.fill(
            metric=board.desk.metric.label,
            period=period.key,
            first=min(span.start for span in spans),
            last=max(span.end for span in spans),
        )
        yield Note("elsewhen", where, warning=True)


def _near_sums(board: Board, section: TargetsSection) -> Iterator[Note]:
    """People without sales whose target is about that of all others: perhaps leaders that nothing names."""
    held = [one for one in board.tree.owners if one.scope == REP and not one.leads and one.key is not None]
    reps = {one.key: one.holdings[0].goals for one in held if one.key is not None}
    for owner in held:
        key = owner.key or ""
        near = None if {key, owner.name} & {*section.sellers} else near_sum(key, reps)
        if near is not None and is_hollow(board.desk, key, reps[key]):
            goal, together = near
            said = phrases.NEAR_SUM.fill(
                name=owner.name, period=goal.period.key, amount=goal.amount.normalize(), sum=together.normalize()
            )
            yield Note("near_sum", said, warning=True)


def _of_board(board: Board, found: Standings, section: TargetsSection) -> Iterator[Note]:
    by_how: dict[str, tuple[Text, list[str]]] = {}
    names = {owner.key: owner.name for owner in board.tree.owners}
    for key, how in board.leading.leaders.items():
        by_how.setdefault(how.en, (how, []))[1].append(names.get(key) or key)
    for how, led in by_how.values():
        yield Note("leaders", phrases.LEADER_NOTE.fill(names=listing(led), how=how))
    yield from own_targets(board.leading, names)
    yield from _near_sums(board, section)
    label, is_taken = board.desk.metric.label, section.prorated
    for said in told(board.partly, (found.period, found.to_date), metric=label, is_taken=is_taken):
        yield Note("prorated", said, warning=True)
    told_of = (line.period for line in board.lines[0][:1])
    yield from of_days(board, (found.period, *told_of, found.to_date), found.workdays)
    yield from _elsewhen(board, found.period)
    if board.desk.metric.key == "new_customers":
        first = board.desk.actuals[COMPANY].scope.measure.span.start
        yield Note("first_seen", phrases.NEW_CUSTOMERS.fill(first=first))
    without, amount = untargeted(board.desk, board.tree, found.period)
    if without:
        labels = board.desk.actuals["rep"].labels
        shown = listing([labels.get(key, key) for key in without[:_SHOWN]])
        more = Text(" and more", "等") if len(without) > _SHOWN else same("")
        names_of = Text(f"{shown.en}{more.en}", f"{shown.zh}{more.zh}")
        money = f"{amount:,.2f}" if board.desk.metric.unit in DECIMAL_UNITS else f"{amount:,}"
        yield Note(
            "untargeted",
            phrases.UNTARGETED.fill(
                people=Count(len(without)),
                metric=board.desk.metric.label,
                names=names_of,
                amount=money,
                period=found.period.key,
            ),
            warning=True,
        )
