"""Payout lines: what one component pays one participant for one period, and why."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.analyses.commission.case import Earned
from salesperf.core.period import Period
from salesperf.core.text import Text

ZERO = Decimal(0)


class Kind(StrEnum):
    """What a payout line is."""

    EARNING = "earning"
    LIMIT = "limit"
    POOL = "pool"
    OVERRIDE = "override"
    HONOUR = "honour"
    GUARANTEE = "guarantee"
    DRAW_ADVANCE = "draw_advance"
    DRAW_RECOVERY = "draw_recovery"
    DRAW_FORGIVEN = "draw_forgiven"
    RESERVE = "reserve"
    RESERVE_RELEASE = "reserve_release"
    CLAWBACK = "clawback"
    CARRIED = "carried"
    FORGIVEN = "forgiven"
    ADJUSTMENT = "adjustment"
    OPENING = "opening"
    TRUE_UP = "true_up"
    UNCOLLECTED = "uncollected"
    COLLECTED = "collected"


class Line(Struct, frozen=True):
    """One payout line: a participant, a period, a component (or what else pays or takes), and the amount.

    `pay` is settled once, as the plan rounds; `earned` is what it comes from, exact. `credited` is the measure of the
    period in its own unit, `to_date` that of the window which `target` is of; null where nothing is measured.
    `reasons` say why less, or nothing, is paid.
    """

    participant: str
    plan: str
    period: Period
    kind: Kind
    component: str
    label: Text
    pay: Decimal
    credited: Decimal | None = None
    target: Decimal | None = None
    to_date: Decimal | None = None
    earned: Earned | None = None
    reasons: tuple[Text, ...] = ()
    moved: Decimal | None = None
    """What becomes cost though nothing is paid: a draw that is forgiven; below zero, what is taken back of commission
    that is still held back."""
    undone: tuple[tuple[str, str, int], ...] = ()
    """The rows of returns that a line takes back for: file, sheet and row of each."""


def trued_up_of(component: str) -> str:
    """What the line is called that pays what a component has earned to date and not paid."""
    return f"true-up of {component}"


def waits_of(component: str) -> str:
    """What the line is called that holds what a component pays until cash is there."""
    return f"waiting for cash of {component}"


def released_of(component: str) -> str:
    """What the line is called that releases what was held of earlier periods, or holds it again."""
    return f"released on cash of {component}"


def taken_from(component: str) -> str:
    """What lines are called that take back what a component paid."""
    return f"clawback of {component}"
