"""What every check looks at: the targets of one metric, owner by owner, and what the files know of the owners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.board import Board, Hands, actuals_of, board_of
from salesperf.analyses.targets.matching import ByScope, known_metrics, matched
from salesperf.analyses.targets.owners import REGION, REP, People, leaders, people_on
from salesperf.analyses.targets.sales_teams import of_sales, with_sales_teams
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart.section import CheckSection
from salesperf.analyses.targets.status import GIVE, NO_TARGETS, workdays_of
from salesperf.analyses.targets.stays import ALWAYS, Stay, stays_of
from salesperf.analyses.targets.team_names import with_team_names
from salesperf.core.errors import DataError, Issue
from salesperf.core.period import Span
from salesperf.core.text import Lang, Text, folded, listing
from salesperf.facts.calendar import Calendar
from salesperf.facts.goals import Goal, goals_of
from salesperf.facts.period_words import parse_period
from salesperf.facts.subject import Subject
from salesperf.facts.workdays import Workdays
from salesperf.metrics.adding import adds_up
from salesperf.metrics.model import Metric

_NEVER = date(2000, 1, 1)
"""The day of a question without any data: it stands in no answer."""
_NONE_ASKED = Text(
    "no target is of {asked}: those of the files are of {metrics} and reach from {first} to {last}",
    "没有{asked}的目标：文件中的目标为 {metrics}，自 {first} 至 {last}",
)
_ASK_OTHER = Text("name another --period or --metrics", "请用 --period 或 --metrics 指定其他期间或指标")
_MONTH = timedelta(days=31)


class Holder(Struct, frozen=True):
    """Whose targets: a group of a scope by its key, empty for the company, and its goals, one a period."""

    scope: str
    key: str
    name: str
    goals: tuple[Goal, ...]
    leads: bool = False


class Data(Struct, frozen=True):
    """The days of the data: the first, and the one to which they are whole."""

    first: date
    through: date


class Case(Struct, frozen=True, eq=False):
    """The targets of one metric; without `board` nothing of it can be measured, without `data` nothing at all."""

    question: Question
    metric: Metric
    holders: tuple[Holder, ...]
    people: People
    stays: Mapping[str, Stay]
    workdays: Workdays
    calendar: Calendar
    data: Data | None
    board: Board | None
    firsts: Mapping[str, date]
    """The day of the first line of each rep."""
    regions: Mapping[str, str | None] = {}
    """The region in which each rep sells, None for who sells in several; where regions have targets beside reps."""
    rules: CheckSection = CheckSection()
    """From where on something is a finding; see `Cases.under`."""
    _on: dict[date, People] = field(default_factory=dict)
    """The people as they were on the days asked for so far."""

    @property
    def adds(self) -> bool:
        """Whether the targets of parts add up."""
        return adds_up(self.metric, self.question.catalog)

    def of(self, scope: str) -> tuple[Holder, ...]:
        """The owners of a scope who lead nobody."""
        return tuple(holder for holder in self.holders if holder.scope == scope and not holder.leads)

    def actuals(self, scope: str) -> Actuals | None:
        """What was reached by the groups of a scope, where the files tell it."""
        return None if self.board is None else self.board.desk.actuals.get(scope)

    def joined(self, holder: Holder) -> date | None:
        """The day a rep came: of the people table, else of the first sale unless that is one of the first of all."""
        hired = self.stay(holder).hired
        first = self.firsts.get(holder.key) if holder.scope == REP else None
        if hired is not None or first is None or self.data is None:
            return hired
        return first if first > self.data.first + _MONTH else None

    def people_on(self, day: date) -> People:
        """The people as they were on a day."""
        if day not in self._on:
            self._on[day] = people_on(self.question.bundle.get("people"), day)
        return self._on[day]

    def identity(self, holder: Holder) -> str:
        """The id under which the people table knows a rep."""
        return self.people.ids.get(folded(holder.key), holder.key)

    def team_of(self, holder: Holder, day: date) -> str | None:
        """The team of a rep on a day, as far as the people table tells it, else the sales."""
        teams = self.people_on(day).team or self.people.team
        return teams.get(self.identity(holder))

    def stay(self, holder: Holder) -> Stay:
        """When a rep came and left, as far as the people table tells it."""
        return self.stays.get(self.identity(holder), ALWAYS) if holder.scope == REP else ALWAYS


class Cases(Struct, frozen=True):
    """One case a metric, what matching targets found, and the days of the data; `period` where one was asked for."""

    found: tuple[Case, ...]
    findings: tuple[Issue, ...]
    targets: int
    data: Data | None
    period: Span | None
    workdays: Workdays

    def under(self, rules: CheckSection) -> Cases:
        """The same cases, to be checked by these rules."""
        return replace(self, found=tuple(replace(case, rules=rules) for case in self.found))


def cases_of(question: Question, section: TargetsSection, *, lang: Lang) -> Cases:
    """The targets of the files, metric by metric; raises `DataError` where there are none."""
    table = question.bundle.get("targets")
    if table is None or table.frame.is_empty():
        raise DataError(NO_TARGETS, GIVE)
    calendar, data, as_of = _days(question)
    every = goals_of(table, calendar=calendar, as_of=as_of)
    asked = question.request.period
    period = None if asked is None else parse_period(asked, calendar=calendar, as_of=as_of)
    goals = [goal for goal in every if _is_asked(goal, question, period)]
    if not goals:
        raise _none_asked(every, question)
    known, findings = known_metrics(goals, question)
    workdays = workdays_of(question, lang)
    day = max(goal.period.end for goal in goals) if data is None else data.through
    table = question.bundle.get("people")
    people = people_on(table, day)
    if known:
        named = with_team_names(known, actuals_of(question, known), people, question)
        goals = [*(goal for _, goal in named.known), *_unmeasured(goals, known)]
        people = with_sales_teams(people, question, named.known)
        findings += named.findings
    hands = Hands(question, section, people, workdays, named.actuals if known else {})
    stays = stays_of(table)
    cases = []
    for key in dict.fromkeys(goal.metric for goal in goals if goal.metric in question.catalog):
        metric, own = question.catalog[key], [goal for goal in goals if goal.metric == key]
        board, told = board_of(hands, metric, own, ()) if any(one is metric for one, _ in known) else (None, ())
        holders, also = _holders(own, hands, board)
        findings += told if board is not None else also
        first, regions = _firsts(board), _regions(holders, question, metric)
        of_case = (holders, hands.people, stays, workdays, calendar, data, board, first, regions)
        cases.append(Case(question, metric, *of_case))
    return Cases(tuple(cases), tuple(findings), len(goals), data, period, workdays)


def _unmeasured(goals: Sequence[Goal], known: Sequence[tuple[Metric, Goal]]) -> Iterator[Goal]:
    """The goals of metrics that cannot be measured."""
    keys = {metric.key for metric, _ in known}
    return (goal for goal in goals if goal.metric not in keys)


def _days(question: Question) -> tuple[Calendar, Data | None, date]:
    """The calendar, the days of the data, and the day to look from."""
    if not question.facts:
        return Calendar(question.calendar), None, question.request.as_of or _NEVER
    base = question.scope(("net_revenue",) if Subject.SALES in question.facts else (), ())
    measure = base.measure
    return measure.calendar, Data(measure.span.start, measure.through), base.as_of


def _is_asked(goal: Goal, question: Question, period: Span | None) -> bool:
    is_within = period is None or (goal.period.start <= period.end and period.start <= goal.period.end)
    return is_within and (not question.request.metrics or goal.metric in question.request.metrics)


def _none_asked(every: Sequence[Goal], question: Question) -> DataError:
    """That there are targets, and none is of what was asked for."""
    request = question.request
    told = _NONE_ASKED.fill(
        asked=listing((*request.metrics, *([] if request.period is None else [request.period]))),
        metrics=listing(sorted({goal.metric for goal in every})),
        first=min(goal.period.start for goal in every),
        last=max(goal.period.end for goal in every),
    )
    return DataError(told, _ASK_OTHER)


def _firsts(board: Board | None) -> Mapping[str, date]:
    by_rep = None if board is None else board.desk.actuals.get(REP)
    return {} if by_rep is None else by_rep.first_days()


def _regions(holders: Sequence[Holder], question: Question, metric: Metric) -> Mapping[str, str | None]:
    scopes = {holder.scope for holder in holders}
    return of_sales(REGION, question, metric.key) if {REP, REGION} <= scopes else {}


def _holders(goals: Sequence[Goal], hands: Hands, board: Board | None) -> tuple[tuple[Holder, ...], tuple[Issue, ...]]:
    """The owners of the goals, under the keys of the data where they tell them; what is wrong with the goals alone."""
    actuals = {} if board is None else board.desk.actuals
    people = hands.people
    by_scope, findings = matched(goals, actuals, people, hands.question)
    holders = tuple(_holders_of(by_scope, actuals, hands, board))
    return holders, tuple(one for one in findings if one.code in {"F572", "F580"})


def _holders_of(
    by_scope: ByScope, actuals: Mapping[str, Actuals], hands: Hands, board: Board | None
) -> Iterator[Holder]:
    people = hands.people
    reps = by_scope.get(REP, {})
    led = set(leaders(reps, people, hands.section)) if board is None else set(board.leading.leaders)
    for scope, by_key in by_scope.items():
        for key, own in by_key.items():
            there = actuals.get(scope)
            name = (there.labels.get(key) if there is not None else None) or people.names.get(key, key)
            yield Holder(scope, key, name, tuple(own), scope == REP and key in led)
