"""`record_bonus`: a bonus for a period that is better than every one before.

Worked example: 5 % after a record of 2.4M: 2.5M pay 100,000 x 5 % = 5,000 of the excess, 2.5M x 5 % = 125,000 of the
total. 2.4M again are no new record.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.records import Record, RecordNeeds, Stated
from salesperf.analyses.commission.windowed import as_a_whole, by_slices
from salesperf.analyses.commission.written.answers import RecordBase
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.text import Text

ZERO = Decimal(0)
_NO_SOURCE = Text(
    "say what the record is: `since`, the day from which earlier periods count, or `record`, with amounts and days",
    "请写明纪录来源：since（自何日起的各期）或 record（金额和日期）",
)
_NONE = Text("there is no record to break: no earlier period with anything", "没有可打破的纪录：以前各期均无业绩")
_STANDS = Text("the record of {record}, reached by {day}, stands", "{day}前达到的纪录{record}未被打破")
_BROKEN = Text("above the record of {record}, reached by {day}", "超过{day}前达到的纪录{record}")


class StatedRecord(Written):
    """`record = [{ amount = 2_400_000, on = 2025-11-30 }]`: a record from before the files begin."""

    amount: Decimal = Field(gt=0, description="what was reached, in the unit of the measure")
    on: date = Field(description="the day by which it was reached; it counts in periods that begin later")
    rep: str | None = Field(default=None, description="whose record, by id or name; everybody's when not set")


class RecordBonus(Component):
    """A share of a record, of its excess over the one before or of all of it."""

    rule: Literal["record_bonus"]
    per: Literal["period"] = Field(default="period", description="each period is held against those before")
    base: RecordBase = Field(description="excess: what lies above the record before; total: all of it")
    rate: Decimal = Field(gt=0, description="the share that is paid: 0.05 is 5 %")
    since: date | None = Field(
        default=None,
        description="earlier periods that begin on this day or later set records; those after `record` when not set",
    )
    record: tuple[StatedRecord, ...] = Field(default=(), description="records that the plan states")

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if self.since is None and not self.record:
            raise PydanticCustomError("no_record", "has no record", {"hint": _NO_SOURCE})
        return self

    @property
    def needs(self) -> Needs:
        """The record before each period."""
        stated = tuple(Stated(one.amount, one.on, one.rep) for one in self.record)
        return Needs(record=RecordNeeds(self.since, stated))


def earned(rule: RecordBonus, case: Case) -> Earned:
    """One participant's period against the best before it, exact; what equals the record does not break it.

    Without a record, and below it, nothing is paid, and it is said which record stands.

    >>> rule = RecordBonus(name="r", rule="record_bonus", base="excess", rate=Decimal("0.05"), since=date(2025, 1, 1))
    >>> record = Record(Decimal(2_400_000), date(2025, 11, 30))
    >>> str(earned(rule, Case(Decimal(2_500_000), record=record)).exact)
    '5000.00'
    """
    if case.record is None:
        return Earned(reasons=(_NONE,) if case.to_date else ())
    ladder = Ladder((case.record.amount,), (ZERO, rule.rate))
    if case.to_date <= case.record.amount:
        return Earned(reasons=(_told(_STANDS, case.record),))
    match rule.base:
        case RecordBase.EXCESS:
            above = [one for part in by_slices(ladder, case).parts for one in part.slices if one.rate]
            found = Earned((Part(tuple(above)),))
        case RecordBase.TOTAL:
            found = as_a_whole(ladder, case.on_its_own(), tie=Tie.LOWER)
    return Earned(found.parts, found.before, reasons=(_told(_BROKEN, case.record),))


def _told(words: Text, record: Record) -> Text:
    return words.fill(record=figure(record.amount), day=record.on)
