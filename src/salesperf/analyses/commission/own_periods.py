"""Attainment in the periods that targets are written for, where these are not periods of the plan.

A history of quotas runs from one quota date to the next, whatever the calendar says. Each of its periods is shown in
the run in which it ends, with what was credited from its first day to its last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.desk import Desk
from salesperf.analyses.commission.measured import PARTICIPANT, WHO
from salesperf.analyses.commission.returns_known import without_returns
from salesperf.core.money import EXACT, exact
from salesperf.core.period import Period
from salesperf.core.period_words import span_words
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Row, TableBlock

ZERO = Decimal(0)
_COLUMNS = (
    Column("rep", phrases.WHO),
    Column("period", phrases.PERIOD),
    Column("measure", phrases.MEASURE),
    Column("credited", phrases.CREDITED, Unit.QUANTITY),
    Column("target", phrases.TARGET, Unit.QUANTITY),
    Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
)


class OwnTarget(Struct, frozen=True):
    """What somebody is to reach of a metric in a period of the targets' own; in the unit of the metric."""

    participant: str
    metric: str
    period: Period
    amount: Decimal


def own_periods_table(desk: Desk, targets: Sequence[OwnTarget], lang: Lang) -> TableBlock | None:
    """A row a person and period, in order of time; None where all targets are of periods of the plan."""
    if not targets:
        return None
    ground = desk.whole or desk.ground
    counted = ground if desk.plan.plan.returns_reduce_attainment else without_returns(ground)
    places = dict.fromkeys((one.metric, one.period) for one in targets)
    reached = {place: _credited(counted, *place) for place in places}
    ordered = sorted(targets, key=lambda one: (one.metric, one.period.start, one.period.end, one.participant))
    rows = tuple(_row(desk, one, reached[one.metric, one.period].get(one.participant, ZERO), lang) for one in ordered)
    return TableBlock("own_periods", phrases.OWN_PERIODS, _COLUMNS, rows)


def _credited(ground: Ground, metric: str, period: Period) -> Mapping[str, Decimal]:
    """What everybody was credited with from the first day of a period to the last."""
    scope = ground.scope(metric, by=(PARTICIPANT,), where=())
    found = scope.measure.all_values((period,), by=(WHO,)).filter(pl.col(WHO).is_not_null(), pl.col("period") == 0)
    return {who: exact(amount) for who, amount in found.select(WHO, metric).drop_nulls().iter_rows()}


def _row(desk: Desk, one: OwnTarget, credited: Decimal, lang: Lang) -> Row:
    measured = desk.credited.values()
    name = next((found.name(one.participant) for found in measured), one.participant)
    label = desk.ground.catalog[one.metric].label.say(lang)
    share = float(EXACT.divide(credited, one.amount)) if one.amount > ZERO else None
    cells = (name, span_words(one.period).say(lang), label, credited, one.amount, share)
    return Row(tuple(map(Cell, cells)))
