"""Refunds in a table of their own beside sales: taken off, or told where the sales say themselves what went back."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.text import Count, Text
from salesperf.sources.known import SALES, Known
from salesperf.sources.recognition.candidate import HEADER, LINES, WHOLE
from salesperf.sources.recognition.return_headers import money_back, return_number, says_refunds
from salesperf.sources.recognition.role_notes import cure_of, money_told, noted
from salesperf.sources.values.money_cells import money_of

_TOLD_THERE = Text(
    "{rows:row|rows} of refunds not taken off{money}: {file} says itself what was refunded or cancelled",
    "{rows} 行退款未扣减{money}：{file} 中已有退款或取消信息",
)


def refund_number(one: Known, tables: Sequence[Known]) -> str | None:
    """The header of the numbers of refunds in a table beside whole sales; None where they are to stay."""
    number = return_number(one) if one.told is None else None
    if number is None:
        return None
    sales = _sales_beside(one, tables)
    return number if _are_whole(sales) and not any(map(says_refunds, sales)) else None


def told_by_sales(one: Known, tables: Sequence[Known]) -> Text | None:
    """What a report says of refunds that stay, as the sales beside them tell refunds or cancellations themselves."""
    if one.told is not None or return_number(one) is None:
        return None
    sales = _sales_beside(one, tables)
    telling = next((other for other in sales if says_refunds(other)), None)
    header = money_back(one)
    if telling is None or header is None or not _are_whole(sales):
        return None
    cells = money_of(one.raw.frame.select(header).collect().to_series())
    file = telling.raw.file.name
    said = _TOLD_THERE.fill(rows=Count(cells.len()), money=money_told(cells.sum()), file=file)
    cure = cure_of(one.raw, telling.table, counts_as="returns")
    return noted(one.raw, said, says=said, cure=cure)


def _sales_beside(one: Known, tables: Sequence[Known]) -> list[Known]:
    return [other for other in tables if other.table in SALES and other is not one]


def _are_whole(sales: Sequence[Known]) -> bool:
    """Whether some of the sales are whole: days and amounts in one table, or in two halves."""
    roles = {one.recognition.role for one in sales}
    return WHOLE in roles or {HEADER, LINES} <= roles
