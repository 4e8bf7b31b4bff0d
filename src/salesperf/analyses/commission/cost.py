"""What commission costs: of every team and the company, what is paid against revenue and gross profit.

Revenue and gross profit are those of all sales of the period, whether or not the plan pays for them; a payout is that
of the team in which the rep sold most in the period, else of the team that the list of people names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from typing import Any

import polars as pl
from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.measured import PARTICIPANT
from salesperf.analyses.commission.pools.members import members_of
from salesperf.core.errors import DataError, UsageError
from salesperf.core.money import EXACT, exact
from salesperf.core.period import Period, Span
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import column_of
from salesperf.metrics.parts import atom_column
from salesperf.report.model import Cell, Column, Note, Row, TableBlock

ZERO = Decimal(0)
_TEAM, _REVENUE, _PROFIT, _COSTED = "team", "net_revenue", "gross_profit", "costed_net"
_COLUMNS = (
    Column("team", phrases.TEAM),
    Column("people", phrases.PEOPLE_PAID, Unit.COUNT, adds_up=True),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    Column("revenue", phrases.REVENUE, Unit.MONEY, adds_up=True),
    Column("of_revenue", phrases.OF_REVENUE, Unit.RATIO),
)
_OF_PROFIT = (
    Column("profit", phrases.PROFIT, Unit.MONEY, adds_up=True),
    Column("of_profit", phrases.OF_PROFIT, Unit.RATIO),
)

Amounts = Mapping[str | None, Decimal]
"""A measure by team; what is of no team under None."""


class Cost(Struct, frozen=True):
    """What commission costs, as a table, and how much of the revenue the gross profit is of, where not of all."""

    block: TableBlock | None
    notes: tuple[Note, ...] = ()


class _Profit(Struct, frozen=True):
    """Gross profit by team, and the revenue whose cost is known."""

    of_teams: Amounts
    costed: Decimal


class _Measured(Struct, frozen=True):
    """Measures of a period by team, what people call the teams, and the team of each rep who sold."""

    revenue: Amounts
    profit: _Profit | None
    names: Mapping[str, str]
    teams: Mapping[str, str]

    @property
    def coverage(self) -> Decimal | None:
        """The share of the revenue whose cost is known; None without either."""
        whole = reduce(EXACT.add, self.revenue.values(), ZERO)
        return EXACT.divide(self.profit.costed, whole) if self.profit is not None and whole > 0 else None


def cost_of(found: Payroll, asked: Span, lines: Sequence[Line], lang: Lang) -> Cost:
    """A row a team and the company in all; no table where nothing is paid, or the files tell of no revenue."""
    ground = found.desk.whole or found.desk.ground
    days = Period(asked.start, asked.end)
    measured = _measured(ground, days)
    if not lines or measured is None:
        return Cost(None)
    known = measured.coverage
    told = () if known is None or known == 1 else (Note("cost_coverage", phrases.COSTED.fill(share=f"{known:.1%}")),)
    return Cost(_block(ground, measured, lines, days, lang), told)


def _block(ground: Ground, measured: _Measured, lines: Sequence[Line], days: Period, lang: Lang) -> TableBlock:
    teams = _teams(ground, measured, dict.fromkeys(line.participant for line in lines), days)
    known = sorted({*measured.revenue, *teams.values()}, key=lambda team: (team is None, team or ""))
    total = _row(phrases.TOTAL.say(lang), measured, lines, known, people=len(teams))
    columns = _COLUMNS if measured.profit is None else (*_COLUMNS, *_OF_PROFIT)
    if known == [None]:
        return TableBlock("cost", phrases.COST_BLOCK, columns, (total,))
    rows = tuple(
        _row(
            phrases.NO_TEAM.say(lang) if team is None else measured.names.get(team, team),
            measured,
            [line for line in lines if teams[line.participant] == team],
            [team],
            people=sum(one == team for one in teams.values()),
        )
        for team in known
    )
    return TableBlock("cost", phrases.COST_BLOCK, columns, rows, total=total)


def _row(name: str, measured: _Measured, lines: Sequence[Line], teams: Sequence[str | None], *, people: int) -> Row:
    pay = reduce(EXACT.add, (line.pay for line in lines), ZERO)
    cells = [Cell(name), Cell(people), Cell(pay), *_against(pay, measured.revenue, teams)]
    if measured.profit is not None:
        cells += _against(pay, measured.profit.of_teams, teams)
    return Row(tuple(cells))


def _against(pay: Decimal, amounts: Amounts, teams: Sequence[str | None]) -> Iterator[Cell]:
    """An amount, and what is paid as a share of it; no share of nothing."""
    amount = reduce(EXACT.add, (amounts.get(team, ZERO) for team in teams), ZERO)
    yield Cell(amount)
    yield Cell(float(EXACT.divide(pay, amount)) if amount > 0 else None)


def _teams(ground: Ground, measured: _Measured, people: Iterable[str], days: Period) -> Mapping[str, str | None]:
    """The team of everybody: where they sold most, else that of the list of people, if any."""
    members = members_of(ground.bundle, ground.reps)
    listed = {who: team for team in sorted(members.spans, reverse=True) for who in members.of(team, days)}
    return {who: measured.teams.get(who) or listed.get(who) for who in people}


def _measured(ground: Ground, days: Period) -> _Measured | None:
    """Revenue and, where costs are known, gross profit; by team where the files know of teams."""
    try:
        scope = ground.scope(_REVENUE, by=(_TEAM, PARTICIPANT), where=())
    except (DataError, UsageError):
        return _of_company(ground, days)
    team, who = column_of(_TEAM), column_of(PARTICIPANT)
    sold: dict[str, dict[str | None, Decimal]] = {}
    revenue: dict[str | None, Decimal] = {}
    for name, rep, amount in _values(scope.measure.all_values((days,), by=(team, who)), _REVENUE, (team, who)):
        revenue[name] = EXACT.add(revenue.get(name, ZERO), amount)
        if rep is not None:
            sold.setdefault(rep, {})[name] = amount
    names = {one: scope.label(_TEAM, one) for one in revenue if one is not None}
    most = {rep: max(sorted(of.items(), key=str), key=lambda one: one[1])[0] for rep, of in sold.items()}
    teams = {rep: name for rep, name in most.items() if name is not None}
    return _Measured(revenue, _profit(ground, days, by=(_TEAM,)), names, teams)


def _of_company(ground: Ground, days: Period) -> _Measured | None:
    try:
        scope = ground.scope(_REVENUE, by=(), where=())
    except (DataError, UsageError):
        return None
    found = _values(scope.measure.all_values((days,), by=()), _REVENUE, ())
    whole = reduce(EXACT.add, (amount for (amount,) in found), ZERO)
    return _Measured({None: whole}, _profit(ground, days, by=()), {}, {})


def _profit(ground: Ground, days: Period, *, by: tuple[str, ...]) -> _Profit | None:
    try:
        scope = ground.scope(_PROFIT, by=by, where=())
    except (DataError, UsageError):
        return None
    columns = tuple(map(column_of, by))
    found = scope.measure.all_values((days,), by=columns)
    of_teams = {(row[0] if columns else None): row[-1] for row in _values(found, _PROFIT, columns)}
    costed = (row[-1] for row in _values(found, atom_column(_COSTED), columns))
    return _Profit(of_teams, reduce(EXACT.add, costed, ZERO))


def _values(found: pl.DataFrame, key: str, by: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """The groups and the amount of each row that has one."""
    known = found.filter(pl.col("period") >= 0, pl.col(key).is_not_null()).select(*by, key)
    for row in (known.sort(*by, nulls_last=True) if by else known).iter_rows():
        yield (*row[:-1], exact(row[-1]))
