"""The answers to what a plan must decide, as plan files write them."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How tiers are paid."""

    MARGINAL = "marginal"
    WHOLE = "whole"
    INTERPOLATED = "interpolated"


class DayCount(StrEnum):
    """How the part of a period is counted that somebody was there for."""

    ACTUAL = "actual"
    THIRTY = "30"
    WORKDAYS = "workdays"
    WHOLE_MONTHS = "whole_months"


class Clawback(StrEnum):
    """What a return takes back."""

    AS_PAID = "as_paid"
    CURRENT_RATE = "current_rate"
    PRO_RATA = "pro_rata"
    PAID_PART_ONLY = "paid_part_only"


class NegativeBalance(StrEnum):
    """What happens when more is taken back than was earned."""

    CARRY = "carry"
    PAY_BACK = "pay_back"
    ZERO = "zero"


class RecordBase(StrEnum):
    """What the bonus for a record is a share of."""

    EXCESS = "excess"
    TOTAL = "total"


class Overlays(StrEnum):
    """What a credit beside the whole of an event is for."""

    PAY = "pay"
    ATTAINMENT = "attainment"


class CashOf(StrEnum):
    """Which receipts are paid on."""

    RECEIVED = "received"
    BOOKED = "booked"


class RateDay(StrEnum):
    """The rate of which day an amount in another currency takes."""

    EVENT = "event"
    PERIOD_END = "period_end"
    PLAN = "plan"
