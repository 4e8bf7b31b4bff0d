"""From when to when each rep was employed, as the list of people says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from salesperf.core.period import Span
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.bundle import Bundle


def tenures_of(bundle: Bundle, reps: RepKeys) -> Mapping[str, Span]:
    """The first and last day of everybody with a day of hire or of leaving; one that is not told is open.

    Of several rows of a rep the earliest hire counts, and the latest leaving, if each of them has one.
    """
    people = bundle.get("people")
    if people is None or "rep_id" not in people.frame.columns:
        return {}
    found: dict[str, list[tuple[date, date]]] = {}
    for row in people.frame.rows(named=True):
        hired, left = row.get("hire_date"), row.get("leave_date")
        if row["rep_id"] is None or (hired is None and left is None):
            continue
        who = reps.of([row["rep_id"]]).get(row["rep_id"], row["rep_id"])
        found.setdefault(who, []).append((hired or date.min, left or date.max))
    spans = {who: (min(one for one, _ in days), max(one for _, one in days)) for who, days in found.items()}
    return {who: Span(*days) for who, days in sorted(spans.items()) if days[0] <= days[1]}
