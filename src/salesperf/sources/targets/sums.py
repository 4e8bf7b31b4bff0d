"""Targets that add up others: the full year beside its months, a manager's row above those of the reps.

The first are checked and left out; the second stay, for they are somebody's target, and are marked as a team's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.period import Span
from salesperf.core.rounded import rounding_of
from salesperf.sources.targets.unpivot import Target
from salesperf.tables.metric_words import SCALED
from salesperf.tables.scope_words import REP, TEAM

_TWO = 2
_SHAPE = 3
"""Periods from which a row that is the sum of others in each, of more than one size, is so by no chance."""
_Key = tuple[str | None, str | None, str]
_Vector = Mapping[Span, Decimal]
_Rows = Mapping[str | None, _Vector]


class Sum(Struct, frozen=True):
    """A target that adds up others of its scope and metric, and what these come to."""

    target: Target
    parts: Decimal

    @property
    def agrees(self) -> bool:
        """Whether the sum is that of its parts, rounding aside."""
        return self.parts == self.target.amount


def without_sums(targets: Sequence[Target], *, scale: int) -> tuple[list[Target], list[Sum]]:
    """The targets that add up no others, and those that do.

    A target adds up others where shorter periods of the sheet cover its own without a gap, or where it comes to what
    lies inside it for everybody; and where some of these are filled for its scope and metric, for else it is the only
    target there is. `scale` is what one of the amounts as written stands for: as written they are rounded.
    """
    by_owner: dict[_Key, list[Target]] = defaultdict(list)
    spans: dict[str, set[Span]] = defaultdict(set)
    for target in targets:
        by_owner[owner_of(target)].append(target)
        spans[target.metric].add(target.span)
    candidates = [
        _sum(target, parts, scale)
        for group in by_owner.values()
        for target in group
        if (parts := _parts(target, group))
    ]
    covered = {metric: {span for span in of if is_covered(span, of)} for metric, of in spans.items()}
    differing = {(one.target.metric, one.target.span) for one in candidates if not one.agrees}
    sums = {
        id(one.target): one
        for one in candidates
        if one.target.span in covered[one.target.metric] or (one.target.metric, one.target.span) not in differing
    }
    return [one for one in targets if id(one) not in sums], list(sums.values())


def _sum(target: Target, parts: Sequence[Target], scale: int) -> Sum:
    total = sum((part.amount for part in parts), Decimal(0))
    scale = scale if target.metric in SCALED else 1
    rounding = rounding_of(target.amount / scale, [part.amount / scale for part in parts]) * scale
    is_near = abs(total - target.amount) <= rounding
    return Sum(target, target.amount if is_near else total)


class Container(Struct, frozen=True):
    """A rep (`name`) whose targets are the sum of those of `parts` others; sure where it cannot be chance."""

    metric: str
    name: str | None
    parts: int
    is_sure: bool


def with_containers(targets: Sequence[Target]) -> tuple[list[Target], tuple[Container, ...]]:
    """The targets with those marked as a team's that add up the targets of reps, and every name that may be such."""
    rows: dict[str, dict[str | None, dict[Span, Decimal]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(Decimal))
    )
    for target in targets:
        if target.whose.scope == REP:
            rows[target.metric][target.whose.scope_id][target.span] += target.amount
    found = tuple(one for metric, of in rows.items() for one in _containers(metric, of))
    teams = {(one.metric, one.name) for one in found if one.is_sure}
    marked = [
        replace(one, whose=replace(one.whose, scope=TEAM))
        if one.whose.scope == REP and (one.metric, one.whose.scope_id) in teams
        else one
        for one in targets
    ]
    return marked, found


def owner_of(target: Target) -> _Key:
    """Whose target it is, and of what."""
    return target.whose.scope, target.whose.scope_id, target.metric


def _parts(target: Target, group: Sequence[Target]) -> list[Target]:
    """The targets inside a span, of the shortest periods only: months, not months and quarters."""
    inside = [one for one in group if one.span != target.span and _is_inside(one.span, target.span)]
    return [
        one for one in inside if not any(_is_inside(other.span, one.span) for other in inside if other.span != one.span)
    ]


def _is_inside(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def is_covered(span: Span, spans: set[Span]) -> bool:
    """Whether shorter periods reach from the first day of a span to its last without a gap."""
    inside = sorted(one for one in spans if one != span and _is_inside(one, span))
    reached = span.start
    for one in inside:
        if one.start <= reached:
            reached = max(reached, one.end + timedelta(days=1))
    return reached > span.end


def _containers(metric: str, rows: _Rows) -> list[Container]:
    """Names whose row is the sum of those right below or above it, or of all others; the innermost first."""
    left = list(rows)
    found: list[Container] = []
    while (next_one := _next_container(left, rows)) is not None:
        name, parts = next_one
        has_shape = _has_shape(rows[name])
        found.append(Container(metric, name, len(parts), has_shape))
        left = [other for other in left if other not in parts and (has_shape or other != name)]
    return found


def _next_container(left: Sequence[str | None], rows: _Rows) -> tuple[str | None, list[str | None]] | None:
    everything = _total(left, rows)
    for place in range(len(left) - 1, -1, -1):
        name = left[place]
        wanted = _filled(rows[name])
        if not wanted:
            continue
        for others in (left[place + 1 :], left[:place][::-1]):
            if parts := _run_that_adds_up(wanted, others, rows):
                return name, parts
        if len(left) > _TWO and everything == {span: _TWO * amount for span, amount in wanted.items()}:
            return name, [other for other in left if other != name]
    return None


def _run_that_adds_up(wanted: _Vector, others: Sequence[str | None], rows: _Rows) -> list[str | None]:
    """The rows next to a row that come to it, at least two; empty where none do."""
    total: dict[Span, Decimal] = defaultdict(Decimal)
    for count, name in enumerate(others, start=1):
        for span, amount in rows[name].items():
            total[span] += amount
        if any(amount > wanted.get(span, Decimal(0)) for span, amount in total.items()):
            break
        if count >= _TWO and _filled(total) == wanted:
            return list(others[:count])
    return []


def _total(names: Sequence[str | None], rows: _Rows) -> dict[Span, Decimal]:
    total: dict[Span, Decimal] = defaultdict(Decimal)
    for name in names:
        for span, amount in rows[name].items():
            total[span] += amount
    return _filled(total)


def _filled(row: _Vector) -> dict[Span, Decimal]:
    return {span: amount for span, amount in row.items() if amount}


def _has_shape(whole: _Vector) -> bool:
    """Whether a row that adds up others goes up and down over three periods: 200 = 100 + 100 each may be chance."""
    filled = _filled(whole)
    return len(filled) >= _SHAPE and len(set(filled.values())) > 1
