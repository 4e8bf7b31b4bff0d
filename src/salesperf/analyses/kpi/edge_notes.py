"""Notes on periods that the data do not tell whole: begun within, not over, or cut by the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Result
from salesperf.core.text import Text
from salesperf.facts.period_words import unfinished
from salesperf.metrics.compare import Against
from salesperf.metrics.late_base import begins_late, lacks_its_start
from salesperf.metrics.request import Request
from salesperf.report.model import Note


def edge_notes(result: Result, request: Request) -> Iterator[Note]:
    """What is said of the last period, of the first, of bases, and of rows that reach beyond the period asked for."""
    scope = result.scope
    partial = [entry.period for entry in result.entries if entry.partial]
    if partial and result.compare:
        yield _filled("partial", phrases.PARTIAL, period=max(partial).key, through=scope.measure.through)
    yield from _unfinished(result, request)
    first = scope.measure.sold_from
    if late := _late_bases(result):
        yield _filled("base_edge", phrases.BASE_EDGE, first=first, bases=", ".join(late))
    elif request.grain is not None and scope.periods and lacks_its_start(scope.measure, scope.periods[0]):
        yield _filled("first_edge", phrases.FIRST_EDGE, first=first, period=scope.periods[0].key)
    if request.period is not None and request.grain is not None and scope.periods:
        reaches = scope.periods[0].start < scope.whole.start or scope.periods[-1].end > scope.whole.end
        if reaches:
            yield _filled("edge", phrases.EDGE, period=scope.whole.key)


def _unfinished(result: Result, request: Request) -> Iterator[Note]:
    """The period that the data do not complete and that is therefore not shown, and how to ask for it."""
    scope, through = result.scope, result.scope.measure.through
    calendar = scope.measure.calendar
    passed = request.period and unfinished(request.period, calendar=calendar, as_of=scope.as_of)
    if passed:
        values = {"word": request.period, "period": scope.whole.key, "unfinished": passed.key}
        yield _filled("unfinished", phrases.UNFINISHED, through=through, **values)
    last = scope.trend[-1] if result.months else None
    if last is not None and scope.measure.is_partial(last) and last.key not in {scope.whole.key, passed and passed.key}:
        yield _filled("trend_ends", phrases.TREND_ENDS, through=through, unfinished=last.key)


def _late_bases(result: Result) -> Iterable[str]:
    """The bases that a growth is measured on though the data begin within them."""
    found = [
        begins_late(result.scope.measure, entry.period, against)
        for entry in result.entries
        for against, base in entry.bases.items()
        if against is not Against.YTD and not isinstance(base, Text)
    ]
    return dict.fromkeys(base.key for base in found if base is not None)


def _filled(key: str, phrase: Text, **values: object) -> Note:
    return Note(key, phrase.fill(**values))
