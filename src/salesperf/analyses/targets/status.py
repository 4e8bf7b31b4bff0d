"""The question of `targets status`: which periods, whose targets, of which metrics, and who stands where."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.board import Board, Hands, actuals_of, board_of
from salesperf.analyses.targets.matching import known_metrics
from salesperf.analyses.targets.narrowing import narrowed
from salesperf.analyses.targets.owners import people_on
from salesperf.analyses.targets.sales_teams import with_sales_teams
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.stays import stays_of
from salesperf.analyses.targets.target_years import calendar_of_targets, renamed
from salesperf.analyses.targets.team_names import with_team_names
from salesperf.core.errors import DataError, Issue
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Lang, Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.goals import Goal, goals_of
from salesperf.facts.period_words import parse_period
from salesperf.facts.subject import Subject
from salesperf.facts.workdays import Workdays
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import Metric

NO_TARGETS = Text("no targets to measure against", "没有可对照的目标")
GIVE = Text(
    "give a sheet of targets beside the sales: whose, of what, which period, how much",
    "请同时提供目标表：对象、指标、期间、目标值",
)


class Standings(Struct, frozen=True):
    """Everything `targets status` found; `to_date` is the year up to the end of the period asked for."""

    boards: tuple[Board, ...]
    period: Period
    to_date: Period
    findings: tuple[Issue, ...]
    workdays: Workdays
    narrowed: tuple[Text, ...]
    """What the conditions leave out of the targets."""
    first_month: int | None = None
    """The month in which years begin, where the targets and not the settings tell it."""


def standings(
    question: Question, section: TargetsSection, *, lang: Lang, spans: Sequence[Period] | None = None
) -> Standings:
    """Measure every target; raises `DataError` where there are none, or none that can be measured.

    Everybody stands in the period asked for and in the year to date, unless other `spans` are named.
    """
    table, staff = question.bundle.get("targets"), question.bundle.get("people")
    if table is None or table.frame.is_empty():
        raise DataError(NO_TARGETS, GIVE)
    base = question.scope(("net_revenue",) if Subject.SALES in question.facts else (), ())
    calendar = base.measure.calendar
    written = goals_of(table, calendar=calendar, as_of=base.as_of)
    fiscal = calendar_of_targets(written, calendar)
    goals, question = _in_years_of(fiscal, written, question) if fiscal is not calendar else (written, question)
    wanted = [goal for goal in goals if not question.request.metrics or goal.metric in question.request.metrics]
    known, strays = known_metrics(wanted, question)
    if not known:
        raise DataError(NO_TARGETS, GIVE, tuple(strays))
    staff_now = people_on(staff, base.measure.through)
    named = with_team_names(known, actuals_of(question, known), staff_now, question)
    left = narrowed(named.known, question, named.actuals, staff_now)
    known = list(left.known)
    if not known:
        raise DataError(phrases.NONE_FIT.fill(conditions=" ".join(question.request.where)), GIVE)
    period = _period(question, known, (calendar, fiscal), base.measure)
    to_date = _year_to(period, fiscal)
    workdays = workdays_of(question, lang)
    people = with_sales_teams(people_on(staff, min(period.end, base.measure.through)), question, known)
    hands = Hands(question, section, people, workdays, named.actuals, stays_of(staff))
    standing_in = (period, to_date) if spans is None else spans
    found = [
        board_of(hands, metric, [goal for of, goal in known if of is metric], standing_in) for metric in _metrics(known)
    ]
    return Standings(
        boards=tuple(board for board, _ in found),
        period=period,
        to_date=to_date,
        findings=tuple(dict.fromkeys((*strays, *named.findings, *(one for _, told in found for one in told)))),
        workdays=workdays,
        narrowed=left.told,
        first_month=fiscal.section.first_month if fiscal is not calendar else None,
    )


def _in_years_of(fiscal: Calendar, written: Sequence[Goal], question: Question) -> tuple[Sequence[Goal], Question]:
    """The goals and the question in the years that the targets tell."""
    goals = tuple(replace(goal, period=renamed(goal.period, fiscal)) for goal in written)
    return goals, replace(question, calendar=fiscal.section)


def workdays_of(question: Question, lang: Lang) -> Workdays:
    """The workdays that the settings name, of Chinese exports and reports those of China where they name none."""
    said = question.calendar.workdays
    is_chinese = said is None and (lang is Lang.ZH or question.bundle.lang is Lang.ZH)
    return Workdays("CN" if said == "CN" or is_chinese else None)


def _metrics(known: Sequence[tuple[Metric, Goal]]) -> tuple[Metric, ...]:
    return tuple(dict.fromkeys(metric for metric, _ in known))


def _year_to(period: Period, calendar: Calendar) -> Period:
    """The year up to the end of a period."""
    year = calendar.period(Grain.YEAR, period.end)
    return Period(year.start, period.end, str(Span(year.start, period.end))) if period.end < year.end else year


def _period(
    question: Question, known: Sequence[tuple[Metric, Goal]], calendars: tuple[Calendar, Calendar], measure: Measure
) -> Period:
    """The period asked for; else the shortest with targets that holds the last day of the data, or ends before it.

    Of the calendars FY2026 is meant by the second, that of the targets.
    """
    through, span = measure.through, measure.span
    if (asked := question.request.period) is not None:
        calendar = calendars[asked.strip().upper().startswith("FY")]
        found = parse_period(asked, calendar=calendar, as_of=through)
        return found if calendars[0] is calendars[1] else renamed(found, calendars[1])
    periods = sorted({goal.period for _, goal in known}, key=lambda one: (one.days, one.start))
    holding = [one for one in periods if one.start <= through <= one.end]
    if holding:
        return holding[0]
    over = [one for one in periods if one.end < through and one.end >= span.start]
    if over:
        return max(over, key=lambda one: (one.end, -one.days))
    return periods[0]
