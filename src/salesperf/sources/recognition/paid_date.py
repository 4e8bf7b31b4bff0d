"""Sales whose only day is that of their payment: taken for the day of the order, and told."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.text import Text, same
from salesperf.sources.known import Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.candidate import LINES, WHOLE
from salesperf.sources.recognition.delivered_date import SAYS

HOW = "payment"
"""How a column is found that says the day of the payment where that of the order is wanted."""
_NOTE = Text(
    "{file}: the day of an order is that of its payment ({header!r}), the only one there is",
    "{file}：没有下单日期，以「{header}」作为订单日期",
)


def by_payment(tables: Sequence[Known]) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables with the days of payments as days of orders, where no table has orders with days, and what to say."""
    if any(one.table == "orders" and one.recognition.role != LINES for one in tables):
        return list(tables), ()
    settled = [_with_day(one) for one in tables]
    notes = (
        _NOTE.fill(file=same(one.raw.file.name), header=one.found["order_date"].header)
        for one in settled
        if "order_date" in one.found and one.found["order_date"].how == HOW
    )
    return settled, tuple(dict.fromkeys(notes))


def _with_day(one: Known) -> Known:
    paid = one.found.get("paid_date")
    if one.table != "orders" or one.recognition.role != LINES or paid is None or "order_date" in one.found:
        return one
    day = Mapped(paid.header, "order_date", HOW, SAYS.fill(header=paid.header))
    found = {column: mapped for column, mapped in one.found.items() if column != "paid_date"} | {"order_date": day}
    return with_found(one, found, role=WHOLE)
