"""Plans that are worked out together: nobody is paid by two of them for one day, and whom none of them pays is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec.structs import replace

from salesperf.analyses.commission.assigned import within_cover
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import Ground
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue
from salesperf.core.period import Span
from salesperf.core.text import Text, in_quotes

_TWICE = Text("two plans hold for one person on one day", "同一人同一日适用两个方案")
_NO_PLAN = Text("somebody sold on days on which no plan holds for them", "有销售员在无适用方案的日期有销售")
_SEE_BELOW = Text("correct what is listed", "请修正所列各项")
_PART_THEM = Text(
    "end one plan before the other begins, say under [plan] whom each is for (who), or give assignments with days",
    "请让一个方案在另一个开始前结束，在 [plan] 中写明各自适用的人（who），或提供带日期的方案分配表",
)
_BOTH = Text(
    "the plans {first} and {second} both hold for {people} from {start} to {end}",
    "方案 {first} 与 {second} 自{start}至{end}同时适用于{people}",
)
_BOTH_OPEN = Text(
    "the plans {first} and {second} both hold for {people} from {start} on",
    "方案 {first} 与 {second} 自{start}起同时适用于{people}",
)
_NAMED = 5
_MORE = Text("{names} and {more} more", "{names}等{total}人")


def refuse_two_plans_a_day(found: Sequence[Payroll]) -> None:
    """Raise `DataError` where two plans hold for somebody on one day: for each two of them who, and from when on."""
    told = [one for first, second in combinations(found, 2) for one in _in_both(first, second)]
    if told:
        raise DataError(_TWICE, _SEE_BELOW, tuple(told))


def _in_both(first: Payroll, second: Payroll) -> Iterator[Issue]:
    names = {who: one.name(who) for one in (first, second) for who in one.desk.people()}
    shared: dict[Span, list[str]] = {}
    for who in sorted(names, key=lambda who: names[who]):
        for span in _shared(_cover(first).spans_of(who), _cover(second).spans_of(who)):
            shared.setdefault(span, []).append(names[who])
    for span, people in sorted(shared.items()):
        words = _BOTH_OPEN if span.end == date.max else _BOTH
        told = words.fill(
            first=_called(first), second=_called(second), people=_people(people), start=span.start, end=span.end
        )
        yield issue("F620", told, hint=_PART_THEM)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> Iterator[Span]:
    for mine in one:
        for theirs in other:
            start, end = max(mine.start, theirs.start), min(mine.end, theirs.end)
            if start <= end:
                yield Span(start, end)


def _people(names: Sequence[str]) -> Text:
    listed = in_quotes(names[:_NAMED])
    more = len(names) - _NAMED
    return _MORE.fill(names=listed, more=more, total=len(names)) if more > 0 else listed


def _called(found: Payroll) -> str:
    terms = found.plan.plan
    return f"{terms.id} v{terms.version}"


def _cover(found: Payroll) -> Cover:
    return found.desk.cover or Cover(found.plan)


def covers_beside(found: Payroll, all_of: Sequence[Payroll]) -> tuple[Cover, ...]:
    """Whom the other plans hold for."""
    return tuple(_cover(one) for one in all_of if one is not found)


def refuse_unassigned(found: Sequence[Payroll]) -> None:
    """Raise `DataError` where assignments leave somebody without a plan who sold and is not to go unpaid."""
    assigns = any(one.desk.cover is not None and one.desk.cover.elsewhere is not None for one in found)
    unpaid = any(one.plan.plan.unassigned == "unpaid" for one in found)
    told = [text for one in found for text in one.uncovered] if assigns and not unpaid else []
    if told:
        raise DataError(_NO_PLAN, _SEE_BELOW, tuple(issue("F633", text) for text in told))


def uncovered_by_all(ground: Ground, found: Sequence[Payroll], asked: Span) -> tuple[Text, ...]:
    """The sales of reps on the days asked about on which none of the plans holds for them.

    Of plans that name their people themselves these alone are asked about, as of a single one.
    """
    covers = [_cover(one) for one in found]
    named = {who for cover in covers for who in cover.spans or {}}
    reps = ground.reps
    everybody = {*reps.ids, *reps.keys.values()}
    known = sorted(named | everybody if any(cover.spans is None for cover in covers) else named)
    spans = {who: tuple(span for cover in covers for span in cover.spans_of(who)) for who in known}
    tables = [cover.elsewhere for cover in covers if cover.elsewhere is not None]
    elsewhere = {who: tuple(span for one in tables for span in one.get(who, ())) for one in tables for who in one}
    terms = found[0].plan.plan
    update = {
        "id": ", ".join(dict.fromkeys(one.plan.plan.id for one in found)),
        "start": min(one.plan.plan.start for one in found),
        "to": None,
    }
    whole = found[0].plan.model_copy(update={"plan": terms.model_copy(update=update)})
    beside = replace(covers[0], plan=whole, spans=spans, elsewhere=elsewhere if tables else None)
    _, told = within_cover(ground, beside, told=asked)
    return told
