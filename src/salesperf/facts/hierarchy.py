"""Who is above whom on which day: the hierarchy table says it, else the manager in the list of people.

Nobody has two managers on one day, and nobody is above themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.facts.dated_rows import Dated, dated_rows, joined_spans, overlaps
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.bundle import Bundle

_VALID = ("valid_from", "valid_to")
_UNUSABLE = Text("it cannot be told who is above whom", "无法确定上下级关系")
_SEE = Text("correct what is listed", "请修正所列各项")
_NONE = Text("no table says who is above whom", "没有说明上下级关系的数据表")
_GIVE = Text(
    "give a table of rep, manager and from, or a list of people with their managers",
    "请提供含销售员、上级、起始日的表，或含上级的人员表",
)
_CIRCLE = Text("on {day} {chain}", "{day}：{chain}")


class Above(Struct, frozen=True):
    """`manager` is `level` steps above `rep` between two days: 1 is the manager, 2 the manager's manager."""

    rep: str
    manager: str
    span: Span
    level: int


def hierarchy_of(bundle: Bundle, reps: RepKeys) -> tuple[Above, ...]:
    """Everybody above everybody, by days; raises `DataError` for rows at fault, two managers on a day, and circles."""
    rows, faults = _rows(bundle, reps)
    merged = tuple(_merged(rows))
    faults = (*faults, *overlaps(merged))
    if not faults:
        faults = tuple(_circles(merged))
    if faults:
        raise DataError(_UNUSABLE, _SEE, tuple(faults))
    return tuple(_levels(merged))


def _rows(bundle: Bundle, reps: RepKeys) -> tuple[tuple[Dated, ...], tuple[Issue, ...]]:
    told = bundle.get("hierarchy")
    if told is not None:
        return dated_rows(told, "manager_id", reps, are_reps=True)
    people = bundle.get("people")
    if people is None or not {"rep_id", "manager_id"} <= set(people.frame.columns):
        raise DataError(_NONE, _GIVE)
    frame = people.frame.filter(people.frame["rep_id"].is_not_null(), people.frame["manager_id"].is_not_null())
    return dated_rows(replace(people, frame=frame), "manager_id", reps, days=_VALID, are_reps=True)


def _merged(rows: Iterable[Dated]) -> Iterator[Dated]:
    """The rows with those of one rep and manager that touch as one."""
    pairs: dict[tuple[str, str], list[Dated]] = {}
    for row in rows:
        pairs.setdefault((row.rep, row.value), []).append(row)
    for (rep, manager), found in sorted(pairs.items()):
        for span in joined_spans([row.span for row in found]):
            first = min((row for row in found if row.span.start in span), key=lambda row: row.span)
            yield Dated(rep, manager, span, first.where)


def _circles(rows: Sequence[Dated]) -> Iterator[Issue]:
    """Each circle once, on its first day, from the first of its people by name."""
    told: set[frozenset[str]] = set()
    for day in sorted({row.span.start for row in rows}):
        above = {row.rep: row.value for row in rows if day in row.span}
        for rep in sorted(above):
            chain = _chain(rep, above)
            if chain[-1] == rep and frozenset(chain) not in told:
                told.add(frozenset(chain))
                where = next(row.where for row in rows if row.rep == rep and day in row.span)
                since = "" if day == date.min else day.isoformat()
                yield issue("F623", _CIRCLE.fill(day=since, chain=" → ".join(chain)), where, value=rep)


def _chain(rep: str, above: Mapping[str, str]) -> list[str]:
    """Those above somebody, up to the top or to the first who comes again."""
    chain = [rep]
    while chain[-1] in above:
        chain.append(above[chain[-1]])
        if chain[-1] in chain[:-1]:
            break
    return chain


def _levels(rows: Sequence[Dated]) -> Iterator[Above]:
    of_rep: dict[str, list[Dated]] = {}
    for row in rows:
        of_rep.setdefault(row.rep, []).append(row)
    now = [Above(row.rep, row.value, row.span, 1) for row in rows]
    while now:
        yield from now
        now = [
            Above(
                one.rep,
                row.value,
                Span(max(one.span.start, row.span.start), min(one.span.end, row.span.end)),
                one.level + 1,
            )
            for one in now
            for row in of_rep.get(one.manager, ())
            if row.span.start <= one.span.end and row.span.end >= one.span.start
        ]
