"""Payments beside what was to be paid in the same rows (计划回款日期, 计划回款金额): the plan is what is due.

Such a list has a row an instalment, with what came in beside it. It names contracts and no invoices, so that each
instalment is an invoice of its contract, owed alone and no sale.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.known import Anew, Known, with_found
from salesperf.sources.loaded import OWED
from salesperf.sources.profile import without_unit
from salesperf.sources.recognition.candidate import WHOLE
from salesperf.sources.rows.raw import Held

_PLANNED = (
    r"(?i)^(?:(?:计划|应|预计|约定)(?:回款|收款|付款|到账)|(?:planned|expected|scheduled|due) ?(?:payment|receipt)?) ?"
)
_DAY = late(rf"{_PLANNED}(?:日期|时间|日|date)$")
_AMOUNT = late(rf"{_PLANNED}(?:金额|额|款|amount)$")
_KEPT = frozenset({"customer_id", "customer_name", "rep_id", "rep_name", "team", "currency", "order_id"})
_OWN = ("invoice_id", "invoice_date", "amount")
_PLAN = Text("a header of the plan", "计划列")
_TOLD = Text(
    "{file}: what is due is read of the plan ({day!r}, {amount!r}), what was received of the columns beside it; "
    "no sales are counted of it",
    "{file}：应收取自计划（「{day}」、「{amount}」），实收取自同行的实际回款；均不计为销售",
)


def plans_of(tables: Sequence[Known], *, anew: Anew) -> list[Known]:
    """The invoices that plans of payments also are, to stand behind all tables."""
    return [plan for place, one in enumerate(tables) if (plan := _plan(place, one, anew)) is not None]


def _plan(place: int, one: Known, anew: Anew) -> Known | None:
    if one.table != "payments" or one.recognition.role != WHOLE or one.told is not None:
        return None
    number = one.found.get("invoice_id") or one.found.get("order_id")
    day, amount = (_only(one, pattern) for pattern in (_DAY, _AMOUNT))
    if number is None or day is None or amount is None:
        return None
    known = anew(place, "invoices", {"invoice_id": number.header, "invoice_date": day, "amount": amount})
    if known is None:
        return None
    kept = {column: each for column, each in known.found.items() if column in _KEPT}
    own = {column: replace(known.found[column], how="alias", evidence=_PLAN) for column in _OWN}
    known = with_found(known, {**kept, **own, "due_date": replace(own["invoice_date"], column="due_date")})
    held = Held(0, _TOLD.fill(file=one.raw.file.name, day=day, amount=amount))
    # Rows of no data and their findings are told of the payments.
    raw = replace(known.raw, held=held, layout=replace(known.raw.layout, dropped={}), issues=())
    return replace(known, raw=raw, recognition=replace(known.recognition, counts_as=OWED))


def _only(one: Known, pattern: re.Pattern[str]) -> str | None:
    """The only header of payments that nothing was read of and that says so."""
    found = [header for header in one.recognition.unmapped if pattern.search(without_unit(header))]
    return found[0] if len(found) == 1 else None
