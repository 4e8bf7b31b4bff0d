"""Who belongs to a team, from when to when, in which role and with which score, as the tables say."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import DataError
from salesperf.core.money import EXACT, exact
from salesperf.core.period import Period, Span
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.dated_rows import dated_rows, joined_spans
from salesperf.facts.period_words import parse_period
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.bundle import Bundle, Table

_VALID = ("valid_from", "valid_to")
_UNUSABLE = Text("it cannot be told who is in which team", "无法确定团队成员")
_SEE = Text("correct what is listed", "请修正所列各项")


class Members(Struct, frozen=True):
    """Spans of days by team and rep, and the roles of reps by their days."""

    spans: Mapping[str, Mapping[str, tuple[Span, ...]]]
    roles: Mapping[str, tuple[tuple[Span, str], ...]]

    def of(self, team: str, window: Span) -> Mapping[str, tuple[Span, ...]]:
        """Who was in a team on some day of a window, with all their days in it."""
        known = self.spans.get(team, {})
        return {
            who: spans
            for who, spans in known.items()
            if any(span.start <= window.end and span.end >= window.start for span in spans)
        }

    def role(self, who: str, window: Span) -> str:
        """The role on the last day of a window on which there was one; empty where none is told."""
        held = [(span, role) for span, role in self.roles.get(who, ()) if span.start <= window.end]
        return max(held, key=lambda one: min(one[0].end, window.end))[1] if held else ""


def members_of(bundle: Bundle, reps: RepKeys) -> Members:
    """Read the people table; nobody where there is none. Raises `DataError` with the rows that cannot be read."""
    people = bundle.get("people")
    if people is None or "rep_id" not in people.frame.columns:
        return Members({}, {})
    spans: dict[str, dict[str, list[Span]]] = {}
    for rep, team, span in _rows(people, "team", reps):
        spans.setdefault(team, {}).setdefault(rep, []).append(span)
    roles: dict[str, list[tuple[Span, str]]] = {}
    for rep, role, span in _rows(people, "role", reps):
        roles.setdefault(rep, []).append((span, role))
    joined = {team: {who: joined_spans(one) for who, one in by_rep.items()} for team, by_rep in spans.items()}
    return Members(joined, {who: tuple(one) for who, one in roles.items()})


def _rows(people: Table, column: str, reps: RepKeys) -> list[tuple[str, str, Span]]:
    if column not in people.frame.columns:
        return []
    frame = people.frame.filter(people.frame[column].is_not_null(), people.frame["rep_id"].is_not_null())
    rows, faults = dated_rows(replace(people, frame=frame), column, reps, days=_VALID)
    if faults:
        raise DataError(_UNUSABLE, _SEE, faults)
    return [(row.rep, row.value, row.span) for row in rows]


def scores_of(
    bundle: Bundle, reps: RepKeys, dimension: str, window: Period, *, calendar: Calendar
) -> Mapping[str, Decimal]:
    """The mean score of each rep in a dimension of the reviews, over the ratings of periods inside a window."""
    table = bundle.get("reviews")
    if table is None:
        return {}
    ratings: dict[str, list[Decimal]] = {}
    for row in table.frame.rows(named=True):
        period = parse_period(row["period"], calendar=calendar, as_of=window.end)
        inside = window.start <= period.start and period.end <= window.end
        if row["dimension"] == dimension and row["score"] is not None and inside:
            who = reps.of([row["rep_id"]]).get(row["rep_id"], row["rep_id"])
            ratings.setdefault(who, []).append(exact(row["score"]))
    return {
        who: EXACT.divide(reduce(EXACT.add, found, Decimal(0)), Decimal(len(found))) for who, found in ratings.items()
    }
