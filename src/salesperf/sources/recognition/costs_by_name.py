"""What a name says was spent, under headers that sales have too, is read as costs where it says what for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from salesperf.core.text import Text
from salesperf.sources.known import Known, with_found
from salesperf.sources.recognition.role_notes import cure_of, noted, told_of
from salesperf.tables.cost_words import cost_kind
from salesperf.tables.row_words import RowRole

_TOLD = Text(
    "{rows:row|rows} read as costs{money}, and no sales: {says}", "{rows} 行按费用计入{money}，不计为销售：{says}"
)


def costs_by_name(one: Known, role: RowRole, *, is_sure: bool, anew: Callable[..., Known | None]) -> Known | None:
    """The table as one of costs, with a day, a kind and an amount; None where it lacks one, or words for the kinds."""
    amount = one.found.get("amount") or one.found.get("total_amount")
    if role is not RowRole.COSTS or not is_sure or one.table is None or amount is None:
        return None
    known = anew("costs", {"amount": amount.header})
    kind = known.found.get("kind") if known is not None else None
    if known is None or kind is None or not _are_kinds(one, kind.header):
        return None
    return with_found(known, {**known.found, "amount": known.found["amount"].found_as(amount)})


def _are_kinds(one: Known, header: str) -> bool:
    words: Sequence[object] = one.raw.sample[header].drop_nulls().unique().to_list()
    return any(cost_kind(str(word)) is not None for word in words)


def told_as_costs(spent: Known, *, says: Text) -> Text:
    """What a report says of it."""
    told = told_of(spent, _TOLD, says=says)
    return noted(spent.raw, told, says=says, cure=cure_of(spent.raw, "orders"))
