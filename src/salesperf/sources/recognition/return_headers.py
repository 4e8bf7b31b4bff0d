"""The headers of an export of returns, which its table would not have: the day and the money of a return."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from salesperf.core.late import late
from salesperf.sources.known import Known
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.candidate import HEADER
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.money_unit import ISO
from salesperf.tables.header_words import header_words
from salesperf.tables.line_words import LineKind, kind_of_word, says_sale

_HEADERS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "return no", "return number", "return id", "refund id", "refund no", "refund number", "credit note no",
        "credit note number", "credit note", "credit note id", "credit memo no", "credit memo number", "credit memo",
        "credit no", "credit number", "credit id", "credit ref",
        "rma", "rma no", "rma number", "退货单号", "退回单号", "退货编号", "退款编号", "退款单号", "售后单号",
        "售后编号", "红字发票号码",
    ),
    "date": (
        "return date", "returned on", "returned at", "refund date", "refunded at", "refunded on", "credit note date",
        "credit date", "credit memo date", "退货日期", "退款日期", "退货时间", "退款时间", "退费日期",
        "退费时间", "退款完成时间", "退货完成时间", "冲红日期", "退回日期", "退回时间",
        "退款申请时间", "售后申请时间", "申请时间", "退款申请日期", "申请日期",
    ),
    "amount": (
        "refund amount", "refunded amount", "amount refunded", "return amount", "returned amount", "return value",
        "credit amount", "credit note amount", "credit total", "refund total", "refund", "退款金额", "退货金额",
        "退回金额", "实退金额", "退款总额", "买家退款金额", "冲红金额", "退费金额",
    ),
    "quantity": (
        "return quantity", "returned quantity", "return qty", "returned qty", "qty returned", "quantity returned",
        "refund quantity", "refunded quantity", "退货数量", "退回数量", "退款数量", "退货数",
    ),
}  # fmt: skip
_NUMBER = late(r"\b(?:refund|return|credit (?:note|memo)|rma) (?:id|no|number|key)$")
"""What the last words of a number of returns are: `order_item_refund_id`."""
_FOLDED = {what: tuple(map(fold_header, headers)) for what, headers in _HEADERS.items()}
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "orders": {"date": "order_date", "amount": "amount", "quantity": "quantity"},
    "invoices": {"id": "invoice_id", "date": "invoice_date", "amount": "amount"},
}
_ALIKE = {
    "order_date": "invoice_date", "invoice_date": "order_date", "amount": "amount", "customer_id": "customer_id",
    "customer_name": "customer_name", "rep_id": "rep_id", "rep_name": "rep_name",
}  # fmt: skip
"""Columns of the one table that are those of the other."""
_STATUSES = tuple(
    map(fold_header, ("refund status", "return status", "rma status", "退款状态", "退货状态", "售后状态"))
)
_TYPES = tuple(
    map(
        fold_header,
        ("type", "doc type", "document type", "transaction type", "类型", "单据类型", "业务类型", "交易类型"),
    )
)
_SOLD = re.compile(r"\bsales?\b|\bsold\b|revenue|turnover|销售|营业额|营收|成交|实收|实缴|缴费|收费|学费|保费")
_REFUNDS = frozenset({"refund", "refund_status", "was_returned", "was_cancelled"})
_UNDONE = frozenset({LineKind.RETURNED, LineKind.CANCELLED})
_FROM_SALES = frozenset({"amount", "total_amount", "list_amount", "unit_price"})
"""Money that orders have and returns, by their own headers, have not."""
_IDS = ("invoice_id", "order_id")


def told_headers(one: Known, table: str) -> dict[str, str]:
    """The headers, by column of `table`, under which a table of returns has them: by their words, else as it was read.

    An order number beside the number of the return is that of the sale and so of the order.
    """
    own = {fold_header(header): header for header in reversed(one.raw.header)}
    told = {
        _ALIKE[column]: mapped.header for column, mapped in one.found.items() if one.table != table and column in _ALIKE
    }
    for what, column in _COLUMNS[table].items():
        named = _named(own, what)
        # A refund that was refused has no day of payment, only that of the request.
        whole = [header for header in named if what == "date" and not one.raw.sample[header].null_count()]
        header = next(iter([*whole, *named]), None)
        if header is not None:
            told[column] = header
    if one.table == table:
        told |= {column: mapped.header for column, mapped in one.found.items() if mapped.how == "config"}
    status = next((own[name] for name in _STATUSES if name in own), None)
    if status is not None and "status" not in one.found:
        told["status"] = status
    kind = next((own[name] for name in _TYPES if name in own), None)
    if kind is not None and "status" not in {*one.found, *told} and _tells(one, kind):
        told["status"] = kind
    if table == "invoices" and "invoice_id" not in told:
        taken = next((one.found[column].header for column in _IDS if column in one.found), None)
        told |= {"invoice_id": taken} if taken is not None else {}
    return told


def is_of_other_money(one: Known, told: Mapping[str, str]) -> bool:
    """Whether the amount of a table of returns was read from another column than what came back, which has some."""
    amount, back = one.found.get("amount"), told.get("amount")
    if amount is None or back is None or amount.how == "config" or back == amount.header:
        return False
    cells = money_of(one.raw.frame.select(back).collect().to_series())
    return bool((cells.fill_null(0) != 0).any())


def sold_beside_returned(one: Known) -> bool:
    """Whether the rows hold what was sold and, in a column of its own, what came back; some sold and nothing back.

    Such a table is one of sales by shop or day, whatever its name says, unless its rows have the number of a return.
    """
    amount = one.found.get("amount")
    if amount is None or not _SOLD.search(amount.header.lower()):
        return False
    if any(fold_header(header) in _FOLDED["id"] for header in one.raw.header):
        return False
    returned = [header for header in one.raw.header if fold_header(header) in _FOLDED["amount"]]
    if not returned or amount.header in returned:
        return False
    cells = one.raw.frame.select(amount.header, returned[0]).collect()
    sold, back = (money_of(cells.get_column(header)).fill_null(0) for header in (amount.header, returned[0]))
    return bool(pl.Series((sold > 0) & (back == 0)).any())


def money_back(one: Known) -> str | None:
    """The header of what came back, by its words."""
    own = {fold_header(header): header for header in reversed(one.raw.header)}
    return next(iter(_named(own, "amount")), None)


def quantity_back(one: Known) -> str | None:
    """The header of how many things came back, by its words."""
    own = {fold_header(header): header for header in reversed(one.raw.header)}
    return next(iter(_named(own, "quantity")), None)


def return_number(one: Known) -> str | None:
    """The header of the numbers of returns in a table that has what came back beside them and no money of sales."""
    own = {fold_header(header): header for header in reversed(one.raw.header)}
    number, amount = next(iter(_named(own, "id")), None), money_back(one)
    if number is None or amount is None:
        return None
    return number if one.table is None or _is_of_refunds_alone(one, number, amount) else None


def _is_of_refunds_alone(one: Known, number: str, amount: str) -> bool:
    """Whether what was read as orders without amounts has a number and money of a return in each of its rows.

    Orders that tell their refunds have rows without one.
    """
    if one.recognition.role != HEADER or not _FROM_SALES.isdisjoint(one.found):
        return False
    cells = one.raw.sample.select(number, amount)
    return not cells[number].null_count() and not (money_of(cells[amount]).fill_null(0) == 0).any()


def _named(own: Mapping[str, str], what: str) -> list[str]:
    """The headers, by their folded words, of what a return has: those that are known, then those that end alike."""
    named = [own[name] for name in _FOLDED[what] if name in own]
    if what == "id":
        return named or [header for header in own.values() if _NUMBER.search(header_words(header))]
    # `refund_amount_usd` names its currency, not another amount.
    return named or [header for name, header in own.items() if name[-3:].upper() in ISO and name[:-3] in _FOLDED[what]]


def says_refunds(sales: Known) -> bool:
    """Whether sales say themselves, in a column or in words of their status, what was refunded or closed."""
    if not _REFUNDS.isdisjoint(sales.found):
        return True
    status = sales.found.get("status")
    words = [] if status is None else sales.raw.sample[status.header].drop_nulls().cast(pl.String).unique().to_list()
    return any(kind_of_word(word) in _UNDONE for word in words)


def _tells(one: Known, header: str) -> bool:
    """Whether a type tells returns from sales: all its words are known, and some are of sales."""
    words = [str(word) for word in one.raw.sample[header].drop_nulls().unique().to_list()]
    return any(map(says_sale, words)) and all(kind_of_word(word) is not None for word in words)
