"""The metrics of one rep against the period before, last year and the median of the others.

Nobody else is named, and of fewer than three others there is no median: it would tell what one of them did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from statistics import median

import narwhals as nw
from msgspec import Struct

from salesperf.core.money import exact, settle
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.core.unit import DECIMAL_UNITS, Unit
from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.facts.events import Events
from salesperf.facts.whose import EVERYBODY, events_of
from salesperf.metrics.model import Better, Metric
from salesperf.metrics.ratio import growth
from salesperf.tables.bundle import Bundle

FEWEST_OTHERS = 3
"""Others below whom a median would give one of them away."""
FEWEST_IN_TEAM = 4
"""Others in the team below whom all reps are the peers."""
_MONEY = frozenset({Unit.MONEY, Unit.PRICE})
_FRACTIONS = frozenset({Unit.RATIO, Unit.GROWTH, Unit.POINTS, Unit.SCORE})
_TOO_FEW = Text(
    "fewer than {fewest} others have this value: a median would tell it of one of them",
    "有此数值的其他人少于{fewest}名：给出中位数会暴露个人数据",
)
_NOT_KNOWN = Text("not known for this rep in the period", "该销售员在本期没有此数值")
_NO_BASE = Text("nothing to compare with", "没有可比的数值")
_NOT_ABOVE_ZERO = Text("what it is compared with is not above zero", "对比数值不大于零")

Number = Decimal | int | float


class Standing(StrEnum):
    """How a value stands beside another, by what is good."""

    BETTER = "better"
    WORSE = "worse"
    EQUAL = "equal"


class Own(Struct, frozen=True):
    """What one rep did: the metrics now and in each base, or why a base is missing."""

    rep: str
    now: Mapping[str, object]
    before: Mapping[str, object] | Text
    year_ago: Mapping[str, object] | Text


class Change(Struct, frozen=True):
    """A value beside another: the difference of fractions in points, of all else as growth; else why there is none."""

    value: float | None
    unit: Unit
    reason: Text | None = None
    standing: Standing | None = None


class Comparison(Struct, frozen=True):
    """One metric of the rep."""

    metric: Metric
    now: Number | None
    before: Change
    year_ago: Change
    median: Number | None
    against: Change


class Peers(Struct, frozen=True):
    """The comparisons; `others` is how many other reps sold in the period, `is_team` whether they are of one team."""

    comparisons: tuple[Comparison, ...]
    others: int
    is_team: bool


def peers_of(rep: str, reps: Sequence[Own], metrics: Sequence[Metric], teams: Mapping[str, str]) -> Peers | None:
    """How one rep stands; None where nothing is known of the rep. `teams` are the teams of reps."""
    own = next((one for one in reps if one.rep == rep), None)
    if own is None:
        return None
    selling = [one for one in reps if one.rep != rep and _number(one.now.get(metrics[0].key))]
    team = [one for one in selling if rep in teams and teams.get(one.rep) == teams[rep]]
    is_team = len(team) >= FEWEST_IN_TEAM
    others = team if is_team else selling
    return Peers(tuple(_comparison(own, others, metric) for metric in metrics), len(others), is_team)


def teams_in(sales: Events, bundle: Bundle, days: Span) -> Mapping[str, str]:
    """The team of each rep by the last sale on these days; nothing where the files tell no teams."""
    found = events_of(sales, bundle, EVERYBODY, by=("rep", "team"))
    rep, team = column_of("rep"), column_of("team")
    if found is None or not {rep, team} <= set(found.lines.collect_schema().names()):
        return {}
    known = ~nw.col(rep).is_null() & ~nw.col(team).is_null()
    lines = found.lines.filter(known, nw.col("date") >= nw.lit(days.start), nw.col("date") <= nw.lit(days.end))
    rows = collect(lines.group_by(rep, team).agg(nw.col("date").max())).sort("date", team, rep)
    return {one: of for one, of, _ in rows.iter_rows()}


def _comparison(own: Own, others: Sequence[Own], metric: Metric) -> Comparison:
    now = _number(own.now.get(metric.key))
    known = sorted(_numbers(others, metric))
    middle = _median(known, metric) if len(known) >= FEWEST_OTHERS else None
    against = (
        _change(now, middle, metric) if middle is not None else _missing(metric, _TOO_FEW.fill(fewest=FEWEST_OTHERS))
    )
    return Comparison(
        metric=metric,
        now=now,
        before=_on(own.before, now, metric),
        year_ago=_on(own.year_ago, now, metric),
        median=middle,
        against=against,
    )


def _numbers(others: Sequence[Own], metric: Metric) -> Iterator[Decimal]:
    for other in others:
        value = _number(other.now.get(metric.key))
        if value is not None:
            yield exact(value)


def _median(known: Sequence[Decimal], metric: Metric) -> Number:
    """The middle value: of money to the cent, of other amounts an exact decimal, of all else a float."""
    middle = median(known)
    if metric.unit in _MONEY:
        return settle(middle, places=2)
    return middle if metric.unit in DECIMAL_UNITS else float(middle)


def _on(base: Mapping[str, object] | Text, now: Number | None, metric: Metric) -> Change:
    if isinstance(base, Text):
        return _missing(metric, base)
    return _change(now, _number(base.get(metric.key)), metric)


def _change(now: Number | None, base: Number | None, metric: Metric) -> Change:
    if now is None or base is None:
        return _missing(metric, _NOT_KNOWN if now is None else _NO_BASE)
    top, bottom = exact(now), exact(base)
    standing = _standing(top, bottom, metric.better)
    if metric.unit in _FRACTIONS:
        return Change(float(top - bottom), Unit.POINTS, None, standing)
    change = growth(top, bottom)
    return Change(change, Unit.GROWTH, _NOT_ABOVE_ZERO if change is None else None, standing)


def _missing(metric: Metric, reason: Text) -> Change:
    return Change(None, Unit.POINTS if metric.unit in _FRACTIONS else Unit.GROWTH, reason)


def _standing(now: Decimal, base: Decimal, better: Better) -> Standing | None:
    if better is Better.NEITHER:
        return None
    if now == base:
        return Standing.EQUAL
    return Standing.BETTER if (now > base) is (better is Better.UP) else Standing.WORSE


def _number(value: object) -> Number | None:
    return value if isinstance(value, Decimal | int | float) else None
