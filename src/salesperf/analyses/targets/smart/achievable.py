"""Achievable: targets beside last year's actual, the first months of other newcomers, the season, and peers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets.owners import COMPANY, REP, TEAM
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import change, figure, named, scope_word, some
from salesperf.analyses.targets.smart.history import Asked, asked_of
from salesperf.analyses.targets.smart.newcomers import starts
from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Grain, Period
from salesperf.core.text import Count, Text, listing, same
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Better, Family

_PEERS = 3
"""Owners among whom equal targets say something."""
_YEAR_OF_MONTHS = 12
_FESTIVAL = (1, 2)
_AND = Text(" and ", "、")
_HIGH = Text(
    "{owner}: {metric} {target} for {days} is {change} on the same days of the year before ({before}){more}",
    "{owner}：{days} 的{metric}目标 {target}，比上年同期（{before}）高 {change}{more}",
)
_HARD = Text(
    "{owner}: {metric} {target} for {days} where {before} was reached on the same days of the year before{more}",
    "{owner}：{days} 的{metric}目标 {target}，上年同期为 {before}{more}",
)
_LOW = Text(
    "{owner}: {metric} {target} for {days} is less than what was reached on the same days of the year before "
    "({before}){more}",
    "{owner}：{days} 的{metric}目标 {target}，低于上年同期实际（{before}）{more}",
)
_NEW = Text(
    "{owner} came on {day}: {metric} {target} for {days} is {change} on what {others} others reached on the same days "
    "after they came ({usual} in the middle)",
    "{owner} 于 {day} 入职：{days} 的{metric}目标 {target}，比其他 {others} 位新人入职后同期实际"
    "（中位数 {usual}）高 {change}",
)
_EQUAL = Text(
    "{metric} {target} for everybody in {year} ({names}), while the year before had {least} to {most}",
    "{year} 年所有人（{names}）的{metric}目标均为 {target}，而上年同期实际为 {least} 至 {most}",
)
_SEASON = Text(
    "{metric} for {period} is {share} of the year's, by season it would be {usual}{more}",
    "{period} 的{metric}目标占全年 {share}，按季节应为 {usual}{more}",
)
_MORE = Text("; likewise {others:other|others}", "；另有 {others} 处类似")


def achievable(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings against history, newcomers, peers and season."""
    for case in cases:
        asked = [one for holder in case.holders for one in asked_of(case, holder)]
        yield from _too_high(case, asked)
        yield from _too_low(case, asked)
        yield from _newcomers(case)
        yield from _same_for_all(case, asked)
        yield from _against_the_season(case)


def _too_high(case: Case, asked: Sequence[Asked]) -> Iterator[Issue]:
    most = float(1 + case.rules.growth)
    for high in _by_owner([one for one in asked if one.times(case.metric.better) >= most]):
        times = float(high[0].target / high[0].before)
        yield _beside_last_year("F585", _HIGH if times > 1 and case.adds else _HARD, case, high, times)


def _too_low(case: Case, asked: Sequence[Asked]) -> Iterator[Issue]:
    least = float(case.rules.least)
    for low in _by_owner([one for one in asked if one.times(case.metric.better) < least]):
        yield _beside_last_year("F587", _LOW if case.metric.better is not Better.DOWN else _HARD, case, low, 1.0)


def _by_owner(asked: Sequence[Asked]) -> Iterator[list[Asked]]:
    owners = dict.fromkeys((one.holder.scope, one.holder.key) for one in asked)
    for owner in owners:
        yield [one for one in asked if (one.holder.scope, one.holder.key) == owner]


def _beside_last_year(code: str, phrase: Text, case: Case, found: Sequence[Asked], times: float) -> Issue:
    first, unit = found[0], case.metric.unit
    message = phrase.fill(
        owner=named(first.holder),
        metric=case.metric.label,
        target=figure(first.target, unit),
        days=first.days.key,
        before=figure(first.before, unit),
        change=Text(change(times), change(times).lstrip("+")),
        more=_likewise(len(found)),
    )
    return issue(code, message, first.goal.where, value=figure(first.target, unit), count=len(found))


def _newcomers(case: Case) -> Iterator[Issue]:
    unit = case.metric.unit
    for one in starts(case):
        if one.usual > 0 and one.target >= (1 + case.rules.newcomer) * one.usual:
            times = change(float(one.target / one.usual))
            message = _NEW.fill(
                owner=named(one.holder),
                day=case.joined(one.holder),
                metric=case.metric.label,
                target=figure(one.target, unit),
                days=one.days,
                change=Text(times, times.lstrip("+")),
                others=len(one.others),
                usual=figure(one.usual, unit),
            )
            yield issue("F586", message, one.goal.where, value=figure(one.target, unit))


def _same_for_all(case: Case, asked: Sequence[Asked]) -> Iterator[Issue]:
    """Results that all people or all teams are to reach alike, whatever each had reached."""
    if not case.adds or case.metric.family is not Family.RESULT:
        return
    for scope in (TEAM, REP):
        for year in sorted({one.year for one in asked}):
            peers = [one for one in asked if one.year == year and one.holder.scope == scope]
            reached = sorted(one.before for one in peers)
            is_equal = len({(one.target, one.days) for one in peers}) == 1
            if len(peers) >= _PEERS and is_equal and reached[-1] >= case.rules.equal * reached[0]:
                first, unit = peers[0], case.metric.unit
                message = _EQUAL.fill(
                    metric=case.metric.label,
                    target=figure(first.target, unit),
                    year=year,
                    names=some([one.holder.name for one in peers]),
                    least=figure(reached[0], unit),
                    most=figure(reached[-1], unit),
                )
                where = Where(first.goal.where.file, first.goal.where.sheet)
                yield issue("F588", message, where, value=scope_word(scope).en, count=len(peers))


def _against_the_season(case: Case) -> Iterator[Issue]:
    """Months whose share of the year lies far from what the season brings: of the company, else of all below it."""
    weights = None if case.board is None else case.board.desk.weights
    if weights is None or not weights.season or not case.adds:
        return
    scope = next((one for one in (COMPANY, TEAM, REP) if case.of(one)), None)
    far = 1 + float(case.rules.season)
    for year, months in _years(case, case.of(scope) if scope else ()):
        whole = sum(month.amount for month in months)
        shares = [
            replace(
                month, share=float(month.amount / whole), usual=sum(map(weights.of, month.periods)) / weights.of(year)
            )
            for month in months
        ]
        off = [month for month in shares if month.share > far * month.usual or month.share * far < month.usual]
        if off:
            yield _off_season(case, off)


class _Month(Struct, frozen=True):
    """What all are to reach in a month (or several taken together), its share of the year, and that of its season."""

    goal: Goal
    periods: tuple[Period, ...]
    amount: Decimal
    share: float = 0.0
    usual: float = 0.0

    @property
    def off(self) -> float:
        """How many times the share is larger or smaller than usual."""
        return max(self.share / self.usual, self.usual / self.share) if self.share > 0 else float("inf")


def _off_season(case: Case, off: Sequence[_Month]) -> Issue:
    first = max(off, key=lambda month: month.off)
    message = _SEASON.fill(
        metric=case.metric.label,
        period=listing([period.key for period in first.periods], _AND),
        share=f"{first.share:.1%}",
        usual=f"{first.usual:.1%}",
        more=_likewise(len(off)),
    )
    return issue("F589", message, first.goal.where, value=figure(first.amount, case.metric.unit), count=len(off))


def _years(case: Case, holders: Sequence[Holder]) -> Iterator[tuple[Period, list[_Month]]]:
    """The fiscal years all of whose months have a target, those of several owners added up."""
    months: dict[Period, _Month] = {}
    for goal in (goal for holder in holders for goal in holder.goals if goal.period.grain is Grain.MONTH):
        known = months.get(goal.period)
        months[goal.period] = (
            _Month(goal, (goal.period,), goal.amount)
            if known is None
            else replace(known, amount=known.amount + goal.amount)
        )
    years = {period: case.calendar.period(Grain.YEAR, period.start) for period in months}
    for year in sorted(dict.fromkeys(years.values())):
        own = [months[period] for period in sorted(months) if years[period] == year]
        if len(own) == _YEAR_OF_MONTHS and sum(month.amount for month in own) > 0:
            yield year, _with_spring_festival(own) if case.workdays.country == "CN" else own


def _with_spring_festival(months: Sequence[_Month]) -> list[_Month]:
    """January and February taken together: the festival lies in one of them this year and in the other the next."""
    first = [month for month in months if month.goal.period.start.month in _FESTIVAL]
    together = _Month(
        first[0].goal, tuple(one.goal.period for one in first), sum((m.amount for m in first), Decimal(0))
    )
    return [together, *(month for month in months if month not in first)]


def _likewise(count: int) -> Text:
    return _MORE.fill(others=Count(count - 1)) if count > 1 else same("")
