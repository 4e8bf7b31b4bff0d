"""One named check: what it looked at, and everything that speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Text


class Named(StrEnum):
    """Every check, in the order in which one rests on the other."""

    PLANS_USABLE = "plans_usable"
    TABLES_CONTIGUOUS = "tables_contiguous"
    ONE_PLAN_A_DAY = "one_plan_a_day"
    PLAN_FOR_WHO_SOLD = "plan_for_who_sold"
    WORKED_OUT = "worked_out"
    SPLITS_SUM_TO_ONE = "splits_sum_to_one"
    NO_ORPHAN_CREDIT = "no_orphan_credit"
    CASH_SETTLES = "cash_settles"
    PAID_ARE_LISTED = "paid_are_listed"
    NO_EARNING_WITHOUT_RULE = "no_earning_without_rule"
    NO_EVENT_WITHOUT_REASON = "no_event_without_reason"
    LINES_SUM_TO_PAYOUTS = "lines_sum_to_payouts"
    EARNED_IS_SUM_OF_SLICES = "earned_is_sum_of_slices"
    NOTHING_OWED_BELOW_ZERO = "nothing_owed_below_zero"


class Checked(Struct, frozen=True):
    """A check that was made: `looked_at` counts rows, lines or people; without faults it holds."""

    name: Named
    looked_at: int
    faults: tuple[Text, ...] = ()


def checked(name: Named, looked_at: int, faults: Iterable[Text]) -> Checked:
    """A check with its faults, each once."""
    return Checked(name, looked_at, tuple(dict.fromkeys(faults)))
