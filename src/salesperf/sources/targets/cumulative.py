"""Targets told together with those before them (1月, 1-2月, ... 1-6月; Jan-Jun YTD), as those of each period alone.

Where the single months stand beside them they are only sums, which `sums` leaves out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.period import Span
from salesperf.core.text import folded
from salesperf.sources.targets.period_words import COMMON, MONTH
from salesperf.sources.targets.spans import whole_months
from salesperf.sources.targets.sums import is_covered, owner_of
from salesperf.sources.targets.unpivot import Target
from salesperf.tables.metric_words import ADDING

_ONE_DAY = timedelta(days=1)
_SAYS_SO = late(r"累计|(?<![a-z])(?:cumulative|ytd|year[- ]to[- ]date)(?![a-z])")
_TWO = 2
_FEW = 3
"""Months from which a title can say that they are cumulative."""


class Cumulative(Struct, frozen=True):
    """All targets of a sheet, each of its own period; `count` and `sum` are those of the differences, by `columns`."""

    targets: tuple[Target, ...]
    columns: tuple[str, ...] = ()
    count: int = 0
    sum: Decimal = Decimal(0)


def is_cumulative(title: str) -> bool:
    """Whether a title or name says that months are told together with those before them."""
    return _SAYS_SO.search(folded(title).lower()) is not None


def single_months(targets: Sequence[Target], *, says_so: bool) -> Cumulative:
    """Each target less the one before it, where those of one owner and metric all begin on one day.

    So they do where one of them is of an odd number of months (1-4月), and where a title `says_so` of months in order
    that pile up.
    """
    by_owner: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    spans: dict[str, set[Span]] = defaultdict(set)
    for target in targets:
        if target.metric in ADDING:
            by_owner[owner_of(target)].append(target)
            spans[target.metric].add(target.span)
    chained = [chain for group in by_owner.values() for chain in _chains(group, spans[group[0].metric])]
    if not chained and says_so:
        chained = _of_months(list(by_owner.values()))
    apart = {id(later): _less(later, earlier) for chain in chained for earlier, later in pairwise(chain)}
    if not apart:
        return Cumulative(tuple(targets))
    columns = tuple(dict.fromkeys(target.column for target in targets if id(target) in apart))
    return Cumulative(
        tuple(apart.get(id(target), target) for target in targets),
        columns,
        len(apart),
        sum((target.amount for target in apart.values()), Decimal(0)),
    )


def _chains(group: Sequence[Target], spans: set[Span]) -> Iterator[list[Target]]:
    """Targets that begin on one day, each longer than the one before, of which the sheet has no single periods."""
    by_start: dict[object, dict[object, Target]] = defaultdict(dict)
    for target in group:
        if not is_covered(target.span, spans) and whole_months(target.span):
            by_start[target.span.start].setdefault(target.span.end, target)
    for of in by_start.values():
        chain = sorted(of.values(), key=lambda target: target.span.end)
        is_odd = any(whole_months(target.span) not in COMMON for target in chain)
        if is_odd and len(chain) > 1 and not _stand_between(chain, group):
            yield chain


def _of_months(groups: Sequence[Sequence[Target]]) -> list[list[Target]]:
    """The months of everybody, where all stand in order without a gap and pile up."""
    found = []
    for group in groups:
        months = sorted(
            (target for target in group if whole_months(target.span) == MONTH), key=lambda target: target.span
        )
        follows = all(one.span.end + _ONE_DAY == two.span.start for one, two in pairwise(months))
        if len(months) < _FEW or not follows or not _grows(months) or not _piles_up(months):
            return []
        found.append(months)
    return found


def _piles_up(months: Sequence[Target]) -> bool:
    """Whether the last month is many times the first, as no growth from month to month explains."""
    return _TWO * months[-1].amount >= len(months) * months[0].amount


def _grows(chain: Sequence[Target]) -> bool:
    return all(earlier.amount <= later.amount for earlier, later in pairwise(chain))


def _stand_between(chain: Sequence[Target], group: Sequence[Target]) -> bool:
    """Whether a target of its own lies in the days that two of a chain have not in common."""
    between = [Span(earlier.span.end + _ONE_DAY, later.span.end) for earlier, later in pairwise(chain)]
    return any(one.start <= other.span.start and other.span.end <= one.end for one in between for other in group)


def _less(later: Target, earlier: Target) -> Target:
    span = Span(earlier.span.end + _ONE_DAY, later.span.end)
    return replace(later, span=span, amount=later.amount - earlier.amount)
