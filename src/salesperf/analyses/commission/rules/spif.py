"""`spif`: an amount for each unit sold in a few weeks, for the first of them only, or once when enough are sold.

Worked example: 50 for each pump sold from 10 to 31 March, for the first 10 only: 12 pumps pay 10 x 50 = 500. Or 200
once in the period in which 5 are sold: 4 pay nothing, 5 pay 200, 9 pay 200.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.ladder import Ladder
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.windowed import by_slices
from salesperf.analyses.commission.written.component import Component
from salesperf.core.money import EXACT
from salesperf.core.text import Text

ZERO = Decimal(0)
_ONE_OF = Text(
    "say either `each`, an amount for each unit, or `once`, an amount for reaching `at_least`",
    "请写 each（每件金额）或 once（达到 at_least 时的一次性金额），二者选一",
)
_OF_OTHER = Text("{key} goes with {other}", "{key} 只能与 {other} 一起使用")
_NEVER = Text("`to` is a day before `from`", "to 早于 from")
_BEYOND = Text("the first {first} are paid for; {beyond} more are not", "仅前{first}件计奖，超出的{beyond}件不计")
_NOT_YET = Text("{missing} more are needed for the bonus of {once}", "再有{missing}件即可得奖金{once}")


class SpifRule(Component):
    """A short incentive: by unit or once, within its own days."""

    rule: Literal["spif"]
    measure: str = Field(default="units", description="what is counted, such as units, orders or new_customers")
    per: Literal["period", "quarter", "year", "dates"] = Field(
        default="period",
        description="over what units are counted: the period, the quarter or year to date, or all of its days",
    )
    each: Decimal | None = Field(default=None, description="what is paid for each unit")
    first: Decimal | None = Field(default=None, gt=0, description="how many units are paid for; all when not set")
    once: Decimal | None = Field(default=None, description="what is paid once when `at_least` units are sold")
    at_least: Decimal | None = Field(default=None, gt=0, description="how many units `once` is paid for")
    start: date | None = Field(default=None, alias="from", description="first day that counts; that of the plan")
    to: date | None = Field(default=None, description="last day that counts; that of the plan when not set")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        for told in self._faults():
            raise PydanticCustomError("no_spif", "cannot be a spif", {"hint": told})
        return self

    def _faults(self) -> Iterator[Text]:
        if (self.each is None) == (self.once is None) or (self.once is not None and self.at_least is None):
            yield _ONE_OF
        elif self.at_least is not None and self.each is not None:
            yield _OF_OTHER.fill(key="at_least", other="once")
        elif self.first is not None and self.once is not None:
            yield _OF_OTHER.fill(key="first", other="each")
        if self.start is not None and self.to is not None and self.to < self.start:
            yield _NEVER

    @property
    def needs(self) -> Needs:
        """Its own days."""
        return Needs(start=self.start, end=self.to)


def earned(rule: SpifRule, case: Case) -> Earned:
    """One participant's units of the period: each at its amount, or the amount once; exact, in plan currency.

    Over a window to date what was paid for before is not paid for again, and what comes back is taken back.

    >>> rule = SpifRule(name="pumps", rule="spif", each=Decimal(50), first=Decimal(10))
    >>> str(earned(rule, Case(Decimal(4), before=Decimal(8))).exact)
    '100'
    """
    if rule.each is not None:
        return _each(rule, rule.each, case)
    bound, once = rule.at_least or ZERO, rule.once or ZERO
    now, before = (once if units >= bound else ZERO for units in (case.to_date, case.before))
    missing = EXACT.subtract(bound, case.to_date)
    told = _NOT_YET.fill(missing=figure(missing), once=figure(once))
    return Earned(fixed=EXACT.subtract(now, before), reasons=(told,) if case.credited and missing > ZERO else ())


def _each(rule: SpifRule, each: Decimal, case: Case) -> Earned:
    if rule.first is None:
        return by_slices(Ladder((), (each,)), case)
    found = by_slices(Ladder((rule.first,), (each, ZERO)), case)
    beyond = EXACT.subtract(case.to_date, max(rule.first, case.before))
    told = _BEYOND.fill(first=figure(rule.first), beyond=figure(beyond))
    paid = tuple(Part(tuple(one for one in part.slices if one.rate), part.name) for part in found.parts)
    return Earned(paid, reasons=(told,) if beyond > ZERO else ())
