"""Who is paid and stands in no list of people: a slip in an id, or somebody who is not of the company."""

from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.commission.compute import Payroll
from salesperf.core.money import EXACT
from salesperf.core.period import Span

_COLUMNS = ("rep_id", "rep_name")


def paid_unlisted(found: Payroll, asked: Span) -> dict[str, Decimal]:
    """What everybody is paid on the days asked about who is not in the table of people, by id; nothing without it."""
    people = found.desk.ground.bundle.get("people")
    columns = [] if people is None else [name for name in _COLUMNS if name in people.frame.columns]
    if people is None or not columns:
        return {}
    listed = {value for name in columns for value in people.frame[name].drop_nulls().to_list()}
    paid: dict[str, Decimal] = {}
    for line in found.lines:
        if line.participant not in listed and asked.start <= line.period.start and line.period.end <= asked.end:
            paid[line.participant] = EXACT.add(paid.get(line.participant, Decimal(0)), line.pay)
    return {who: amount for who, amount in sorted(paid.items()) if amount}


def called(found: Payroll, who: str) -> str:
    """The name of a person with the id, where these are two."""
    name = found.name(who)
    return who if name == who else f"{name} ({who})"
