"""`override`: a manager's rate of what the people below are credited with, or earn.

Worked example: two reps below are credited with 60,000 and 40,000, of which 1 % are 1,000 for their manager; they earn
3,000 and 2,000 by components of the plan, of which 10 % are 500. A sale that both share is 100 % together, and counts
once: a published error doubled the roll-up where each of two sellers was given the whole.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.written.component import Component
from salesperf.core.text import Text

_EACH_PERIOD = Text(
    'an override of what others earn follows their true-ups itself: true_up is for of = "credited"',
    "按下属提成计提的管理提成已随其累计补差变动：true_up 仅用于 of = credited",
)
_OF_NO_ORDER = Text(
    'what others earn is of no order: released and back_when_overdue are for of = "credited"',
    "下属提成不对应订单：released 与 back_when_overdue 仅用于 of = credited",
)


class OverrideRule(Component):
    """A rate up the hierarchy: of the measure credited to those below, or of what they earn in the period."""

    rule: Literal["override"]
    of: Literal["credited", "earned"] = Field(
        description="what the rate is of: the measure credited to those below, or what components pay them"
    )
    rate: Decimal = Field(description="what is paid, as a fraction: 0.01 is 1 %")
    levels: Annotated[int, Field(ge=1)] | Literal["all"] = Field(
        description="how many steps below count: 1 for direct reports, or all"
    )
    components: tuple[str, ...] = Field(
        default=(), description="of what is earned: the components that count; all that are no overrides when not set"
    )

    @model_validator(mode="after")
    def _of_periods(self) -> Self:
        if self.true_up and self.of == "earned":
            raise PydanticCustomError("true_up", "cannot be trued up", {"hint": _EACH_PERIOD})
        if self.waits and self.of == "earned":
            raise PydanticCustomError("waits", "cannot wait for cash", {"hint": _OF_NO_ORDER})
        return self


def earned(rule: OverrideRule, case: Case) -> Earned:
    """Each period on its own: what those below are credited with or earned, at the rate; pay is exact.

    >>> rule = OverrideRule(name="lead", rule="override", of="credited", rate=Decimal("0.01"), levels=1)
    >>> earned(rule, Case(credited=Decimal(100_000))).exact
    Decimal('1000.00')
    """
    return Earned((Part((Slice(Decimal(0), case.credited, rule.rate),)),))
