"""Who is honoured in each period, and the payout line of each: the best among those whom the plan is for.

Worked example: Ann and Ben both sell 100, which is the most. An amount of 500.01 pays each 500.01 where all get it,
and 250.01 and 250.00 where they share it: the cent that is left goes to the first in the order of their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

import polars as pl
from msgspec import Struct

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.honours.terms import Honour
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.measured import PARTICIPANT
from salesperf.analyses.commission.pools.members import members_of
from salesperf.analyses.commission.pools.terms import PoolTerms
from salesperf.core.codes import issue
from salesperf.core.errors import DataError
from salesperf.core.money import EXACT, exact, settle, split
from salesperf.core.period import Period
from salesperf.core.text import Count, Text
from salesperf.facts.dimensions import column_of

ZERO = Decimal(0)
TEAM = "team"
_ONE = Decimal(1)
_BEST = {
    "highest": Text("{value} is the highest of {number}", "{value}，{number}名中最高"),
    "lowest": Text("{value} is the lowest of {number}", "{value}，{number}名中最低"),
}
_OF_TEAM = Text("{team}: {best}", "{team}：{best}")
_CANNOT = Text("it cannot be told who is a newcomer", "无法确定谁是新人")
_NO_HIRE_DATES = Text(
    "the honour {name} is for newcomers, and no list of people has the column hire_date",
    "荣誉「{name}」面向新人，但没有含 hire_date 列的人员表",
)
_GIVE = Text("give the list of people with the days on which they were hired", "请提供含入职日期的人员表")
Values = Mapping[str, Decimal]
IsThere = Callable[[str, Period], bool]
"""Whether the plan holds for somebody in a period."""


class _Terms(Struct, frozen=True):
    """What an honour is paid by, and who may have one."""

    of: PoolTerms
    is_there: IsThere


def lines_of_honours(
    ground: Ground, honours: Sequence[Honour], periods: Sequence[Period], terms: PoolTerms, is_there: IsThere
) -> Mapping[tuple[str, Period], tuple[Line, ...]]:
    """A payout line for everybody who is honoured, by participant and period; settled, in plan currency.

    Raises `UsageError` for a measure that is none, `DataError` where nobody's day of hire is known.
    """
    lines: dict[tuple[str, Period], tuple[Line, ...]] = {}
    for honour in honours:
        for line in _of_honour(ground, honour, periods, _Terms(terms, is_there)):
            place = (line.participant, line.period)
            lines[place] = (*lines.get(place, ()), line)
    return lines


def _of_honour(ground: Ground, honour: Honour, periods: Sequence[Period], terms: _Terms) -> Iterator[Line]:
    by_period = _values(ground, honour, periods)
    hired = _hired(ground, honour)
    places = terms.of.places
    amount = settle(honour.amount, places=places, mode=terms.of.mode)
    names = ground.scope(honour.measure, by=(honour.by,), where=honour.where)
    for period in periods:
        values = {key: one for key, one in by_period[period].items() if _competes(honour, key, period, terms, hired)}
        winners = _winners(honour, values)
        for key, prize in _amounts(honour, winners, amount, places=places):
            best = _BEST[honour.best].fill(value=said(values[key]), number=Count(len(values)))
            heads, told = [(key, prize)], best
            if honour.by == "team":
                told = _OF_TEAM.fill(team=names.label(TEAM, key), best=best)
                heads = _heads(ground, honour, (key, period), terms, prize)
            for who, pay in heads:
                yield Line(
                    participant=who,
                    plan=terms.of.plan,
                    period=period,
                    kind=Kind.HONOUR,
                    component=honour.name,
                    label=honour.label,
                    pay=pay,
                    credited=values[key],
                    reasons=(told,),
                )


def _values(ground: Ground, honour: Honour, periods: Sequence[Period]) -> Mapping[Period, Values]:
    """What is compared, by period and competitor; nothing for those of whom it is not known."""
    scope = ground.scope(honour.measure, by=(honour.by,), where=honour.where)
    key, column = scope.metrics[0].key, column_of(honour.by)
    spans = (ground.days.previous(periods[0]), *periods)
    found = scope.measure.all_values(spans, by=(column,))
    known = found.filter(pl.col("period") >= 0, pl.col(key).is_not_null(), pl.col(column).is_not_null())
    values: dict[Period, dict[str, Decimal]] = {span: {} for span in spans}
    for number, who, value in known.sort("period", column).select("period", column, key).iter_rows():
        values[spans[number]][str(who)] = exact(value)
    if honour.of == "value":
        return values
    return {
        period: {
            who: EXACT.subtract(value, values[before][who])
            for who, value in values[period].items()
            if who in values[before]
        }
        for before, period in pairwise(spans)
    }


def _hired(ground: Ground, honour: Honour) -> Mapping[str, date]:
    """The day on which each rep was hired, where the honour asks for it."""
    if honour.newcomer_months is None:
        return {}
    people = ground.bundle.get("people")
    if people is None or not {"rep_id", "hire_date"} <= set(people.frame.columns):
        raise DataError(_CANNOT, _GIVE, (issue("F626", _NO_HIRE_DATES.fill(name=honour.name)),))
    reps = ground.reps
    rows = people.frame.select("rep_id", "hire_date").drop_nulls().sort("hire_date", descending=True).iter_rows()
    return {reps.of([rep])[rep]: day for rep, day in rows}


def _competes(honour: Honour, key: str, period: Period, terms: _Terms, hired: Mapping[str, date]) -> bool:
    if honour.by == "team":
        return True
    if honour.newcomer_months is not None:
        day = hired.get(key)
        if day is None or not _is_within(day, period.end, honour.newcomer_months):
            return False
    return terms.is_there(key, period)


def _is_within(day: date, end: date, months: int) -> bool:
    """Whether a day lies in the last so many months up to another, whose own month is the first of them."""
    back = end.year * 12 + end.month - (day.year * 12 + day.month)
    return day <= end and back < months


def _winners(honour: Honour, values: Values) -> tuple[str, ...]:
    """Those with the best value, in order; nobody where it is not good enough."""
    if not values:
        return ()
    is_high = honour.best == "highest"
    best = max(values.values()) if is_high else min(values.values())
    bar = honour.at_least
    if (is_high and best <= ZERO) or (bar is not None and (best < bar if is_high else best > bar)):
        return ()
    return tuple(sorted(who for who, value in values.items() if value == best))


def _amounts(honour: Honour, winners: Sequence[str], amount: Decimal, *, places: int) -> list[tuple[str, Decimal]]:
    if not winners:
        return []
    if honour.ties == "all":
        return [(who, amount) for who in winners]
    return list(zip(winners, split(amount, [_ONE] * len(winners), places=places), strict=True))


def _heads(
    ground: Ground, honour: Honour, place: tuple[str, Period], terms: _Terms, amount: Decimal
) -> list[tuple[str, Decimal]]:
    """The people of a team on some day of the period whom the plan is for, each with what they get."""
    team, period = place
    people = members_of(ground.bundle, ground.reps).of(team, period)
    scope = ground.scope(honour.measure, by=(TEAM, PARTICIPANT), where=honour.where)
    columns = (column_of(TEAM), column_of(PARTICIPANT))
    found = scope.measure.all_values((period,), by=columns).filter(pl.col("period") >= 0, pl.col(columns[0]) == team)
    measured = found[columns[1]].drop_nulls().cast(pl.String).to_list()
    heads = [who for who in sorted({*people, *measured}) if terms.is_there(who, period)]
    if honour.heads == "each" or not heads:
        return [(who, amount) for who in heads]
    shares = split(amount, [_ONE] * len(heads), places=terms.of.places)
    return list(zip(heads, shares, strict=True))
