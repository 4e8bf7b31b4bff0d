"""The pools of a plan worked out: every team's pool in every window that ends within the plan's periods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.measured import PARTICIPANT, WHO
from salesperf.analyses.commission.people.proration import part_of
from salesperf.analyses.commission.pools.members import Members, members_of, scores_of
from salesperf.analyses.commission.pools.sharing import Head, Shared, shared_pool
from salesperf.analyses.commission.pools.terms import Pool, PoolTerms, ScoredPool
from salesperf.core.codes import issue
from salesperf.core.errors import DataError
from salesperf.core.money import exact
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Text, in_quotes
from salesperf.facts.dated_rows import spans_within
from salesperf.facts.dimensions import column_of
from salesperf.facts.rep_names import RepKeys

ZERO = Decimal(0)
TEAM = "team"
_WINDOWS = {"quarter": Grain.QUARTER, "year": Grain.YEAR}
_SHARE = Text(
    "{share} of the pool of {team}, {pot}: {rate} of {credited}", "{team}奖池{pot}（{credited}×{rate}）中的{share}"
)
_NO_SCORE = Text(
    "no {dimension} score of {reps} in {window}: the pool {pool} is shared by it",
    "{window}没有{reps}的「{dimension}」评分，而奖池 {pool} 按其分配",
)
_UNUSABLE = Text("a pool cannot be shared", "奖池无法分配")
_GIVE = Text("give the reviews, or share the pool by contribution", "请提供评分表，或改为按贡献分配")
Quotas = Mapping[tuple[str, str, str, Period], Decimal]
DaysThere = Callable[[str], tuple[Span, ...]]


class Filled(Struct, frozen=True):
    """One team's pool of one window: who shares it, and how."""

    pool: Pool
    team: str
    label: str
    window: Period
    paid_in: Period
    credited: Decimal
    target: Decimal | None
    heads: tuple[Head, ...]
    shared: Shared


def filled_pools(
    ground: Ground,
    pools: Sequence[Pool],
    periods: Sequence[Period],
    quotas: Quotas,
    terms: PoolTerms,
    *,
    days_there: DaysThere | None = None,
) -> tuple[Filled, ...]:
    """Work out all pools; raises `DataError` where a score is missing that one is shared by.

    They are shared by those for whom the plan holds, by the days on which they were employed in the team:
    `days_there` says which these are, every day where it is None.
    """
    if not pools:
        return ()
    reps = ground.reps
    members = members_of(ground.bundle, reps)
    return tuple(
        found
        for pool in pools
        for found in _of_pool(
            ground, pool, _windows(ground, pool, periods), quotas, terms=terms, people=(reps, members, days_there)
        )
    )


def lines_of_pools(found: Sequence[Filled], terms: PoolTerms) -> Mapping[tuple[str, Period], tuple[Line, ...]]:
    """A payout line for each head of each pool, by participant and the period in which it is paid.

    None for those who neither contributed nor get anything.
    """
    lines: dict[tuple[str, Period], tuple[Line, ...]] = {}
    for one in found:
        for head, share in zip(one.heads, one.shared.shares, strict=True):
            if not share and not head.contribution:
                continue
            line = Line(
                participant=head.participant,
                plan=terms.plan,
                period=one.paid_in,
                kind=Kind.POOL,
                component=one.pool.name,
                label=one.pool.label,
                pay=share,
                credited=head.contribution,
                reasons=(_told(one, share),),
            )
            place = (head.participant, one.paid_in)
            lines[place] = (*lines.get(place, ()), line)
    return lines


def _told(one: Filled, share: Decimal) -> Text:
    if one.shared.reason is not None:
        return one.shared.reason
    return _SHARE.fill(
        share=said(share),
        team=one.label,
        pot=said(one.shared.pot),
        rate=said(one.pool.rate),
        credited=said(one.credited),
    )


class _Round(Struct, frozen=True):
    """One pool about to be worked out, with what was measured for it by window and team, and by rep."""

    ground: Ground
    pool: Pool
    terms: PoolTerms
    reps: RepKeys
    members: Members
    days_there: DaysThere | None
    totals: Mapping[tuple[Period, str], Decimal]
    single: Mapping[tuple[Period, str], Mapping[str, Decimal]]

    def teams(self, window: Period) -> tuple[str, ...]:
        """Every team that sold or had somebody in a window."""
        sold = {team for one, team in self.totals if one == window}
        return tuple(sorted(sold | {team for team in self.members.spans if self.members.of(team, window)}))

    def heads(self, team: str, window: Period) -> tuple[Head, ...]:
        """The members of a team, and who sold for it though no list names them: they were there all the time."""
        sold, spans = self.single.get((window, team), {}), self.members.of(team, window)
        there = {who: self._there(who, window, spans.get(who)) for who in sorted({*sold, *spans})}
        heads = tuple(
            Head(who, sold.get(who, ZERO), self.members.role(who, window), there=part)
            for who, part in there.items()
            if part or who in sold
        )
        return self._scored(heads, window) if isinstance(self.pool, ScoredPool) else heads

    def _there(self, who: str, window: Period, of_team: tuple[Span, ...] | None) -> Fraction:
        """How much of a window somebody was in the team, employed and under the plan."""
        spans = (window,) if of_team is None else of_team
        if self.days_there is not None:
            spans = spans_within(spans, self.days_there(who))
        return part_of(window, spans, count=self.terms.day_count)

    def _scored(self, heads: tuple[Head, ...], window: Period) -> tuple[Head, ...]:
        pool = self.pool
        if not isinstance(pool, ScoredPool):
            return heads
        scores = scores_of(self.ground.bundle, self.reps, pool.dimension, window, calendar=self.ground.days)
        missing = [head.participant for head in heads if head.participant not in scores]
        if missing:
            words = {"dimension": pool.dimension, "reps": in_quotes(missing), "window": window.key, "pool": pool.name}
            raise DataError(_UNUSABLE, _GIVE, (issue("F629", _NO_SCORE.fill(**words)),))
        return tuple(replace(head, score=scores[head.participant]) for head in heads)


def _of_pool(
    ground: Ground,
    pool: Pool,
    windows: Mapping[Period, Period],
    quotas: Quotas,
    *,
    terms: PoolTerms,
    people: tuple[RepKeys, Members, DaysThere | None],
) -> Iterator[Filled]:
    scope = ground.scope(pool.measure, by=(TEAM, PARTICIPANT), where=pool.where)
    key, spans, by = scope.metrics[0].key, tuple(windows), column_of(TEAM)
    totals = {
        (spans[number], team): amount
        for number, team, amount in _amounts(scope.measure.all_values(spans, by=(by,)), key, (by,))
    }
    single: dict[tuple[Period, str], dict[str, Decimal]] = {}
    for number, team, who, amount in _amounts(scope.measure.all_values(spans, by=(by, WHO)), key, (by, WHO)):
        single.setdefault((spans[number], team), {})[who] = amount
    work = _Round(ground, pool, terms, *people, totals, single)
    for window in spans:
        for team in work.teams(window):
            heads, credited = work.heads(team, window), totals.get((window, team), ZERO)
            target = quotas.get((TEAM, team, key, window))
            shared = shared_pool(pool, credited, target, heads, places=terms.places, mode=terms.mode)
            label = scope.label(TEAM, team)
            yield Filled(pool, team, label, window, windows[window], credited, target, heads, shared)


def _amounts(found: pl.DataFrame, key: str, by: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Rows of a period's number, the groups and the amount; what has no group is nobody's."""
    known = found.filter(pl.col("period") >= 0, *(pl.col(name).is_not_null() for name in (key, *by)))
    rows = known.sort("period", *by).select("period", *by, key).iter_rows()
    return [(*row[:-1], exact(row[-1])) for row in rows]


def _windows(ground: Ground, pool: Pool, periods: Sequence[Period]) -> Mapping[Period, Period]:
    """The windows that end within the periods, each with the period in which it is paid: the one it ends in."""
    grain = _WINDOWS.get(pool.per)
    if grain is None:
        return {period: period for period in periods}
    found = {ground.days.period(grain, period.end): period for period in periods}
    return {window: period for window, period in found.items() if window.end == period.end}
