"""Payout lines as records: what machines read of a run and of statements."""

from __future__ import annotations

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.lines import Line
from salesperf.core.money import EXACT
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.model import Column, Value

_SEMICOLON = Text("; ", "；")
RECORDS = (
    Column("plan", phrases.PLAN),
    Column("period", phrases.PERIOD),
    Column("rep", phrases.WHO),
    Column("rep_id", phrases.WHO_ID),
    Column("component", phrases.COMPONENT),
    Column("kind", phrases.KIND),
    Column("credited", phrases.CREDITED, Unit.QUANTITY),
    Column("target", phrases.TARGET, Unit.QUANTITY),
    Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    Column("currency", phrases.CURRENCY),
    Column("why", phrases.WHY),
)


def attainment(line: Line) -> float | None:
    """How far the target of a line is reached, to date; None where there is none."""
    return float(EXACT.divide(line.to_date, line.target)) if line.to_date is not None and line.target else None


def record_of(found: Payroll, line: Line, lang: Lang) -> tuple[Value, ...]:
    """The record of one line."""
    why = listing(line.reasons, _SEMICOLON).say(lang) if line.reasons else None
    return (
        line.plan,
        line.period.key,
        found.name(line.participant),
        line.participant,
        line.component,
        line.kind.value,
        line.credited,
        line.target,
        attainment(line),
        line.pay,
        found.plan.plan.currency,
        why,
    )
