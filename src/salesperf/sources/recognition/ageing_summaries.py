"""Summaries of what customers owe by its age: no sales, and no invoices to work with; what they say is told.

A summary holds one day and no invoice, so that nothing can be followed from it; the list of open invoices can.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Text, folded, in_quotes
from salesperf.sources.known import SALES, Known, none_of_ours
from salesperf.sources.options import without_range
from salesperf.sources.titles.about import names_of
from salesperf.sources.values.cells import scale_of
from salesperf.sources.values.money_cells import money_of, money_sum
from salesperf.tables.schema import Kind

_NOT_DUE = late(r"(?i)^(?:current|not (?:yet )?due|未到期|未逾期|账期内|信用期内)(?:金额|应收|款| ?amount)?$")
_LATE = late(
    r"(?i)^(?:逾期|overdue|past due)? ?"
    r"(?:\d{1,3} ?(?:days?|天|日)? ?(?:-|–|—|~|～|to|至|到) ?\d{1,3} ?(?:days?|天|日)?(?:past due|overdue)?"
    r"|(?:>|>=|≥|over|more than|older than|超过|大于) ?\d{2,3} ?(?:days?|天|日)?(?:以上)?"
    r"|\d{2,3} ?(?:\+|(?:days?|天|日)? ?(?:以上|and over|and above|plus)) ?(?:days?|天|日)?)$"
)
_DAYS = late(r"(?i)天|日|days?|overdue|past due|逾期")
_OWED = late(r"(?i)账龄|帐龄|应收|逾期|欠款|(?<![a-z])age?ing(?![a-z])|receivable|overdue|past due")
_FEW = 3
"""Headers of ages from which a table is one of them."""
_OF_INVOICES = frozenset({"invoice_id", "order_id", "due_date"})
_LIST = Text(
    "give the list of open invoices: a row an invoice with customer, invoice number, invoice date, due date, amount "
    "and balance; receivable, overdue and its ages are worked out of it",
    "请提供应收明细：每张发票一行，含客户、发票号、开票日期、到期日期、金额和未收余额；据此可计算应收、逾期与账龄",
)
_IS_SUMMARY = Text(
    "a summary of what customers owe by age ({headers}), and no sales{sums}; it names no invoice, so that nothing is "
    "worked out of it",
    "这是应收账龄汇总（{headers}），不是销售数据{sums}；其中没有逐张发票，因此不参与计算",
)
_SUMS = Text(": {owed} owed, of it {overdue} overdue ({rate})", "：应收合计 {owed}，其中逾期 {overdue}（{rate}）")


class Summaries(Struct, frozen=True):
    """The tables without summaries among them, and what is said of each of these by its place."""

    tables: list[Known]
    findings: dict[int, Issue]


def without_summaries(tables: Sequence[Known]) -> Summaries:
    """Leave out what has ages across and says no invoice, whatever else it was taken for."""
    found, findings = list(tables), dict[int, Issue]()
    # Beside sales a list of customers tells whose they are, with ages or without.
    lists = {"customers"} if all(one.table not in SALES for one in tables) else set()
    open_tables = {None, "orders", "invoices", *lists}
    for place, one in enumerate(tables):
        ages = ages_of(one.raw.header)
        is_open = one.table in open_tables and one.told is None and one.targets is None
        if len(ages) < _FEW or not is_open or not _OF_INVOICES.isdisjoint(one.found) or not _are_of_debt(one, ages):
            continue
        code = "R119" if without_range(one.raw.sheet) != one.raw.sheet else "R202"
        told = _IS_SUMMARY.fill(headers=in_quotes(ages), sums=_sums(one, ages))
        findings[place] = issue(code, told, Where(one.raw.file.name, one.raw.sheet), hint=_LIST)
        found[place] = none_of_ours(one)
    return Summaries(found, findings)


def ages_of(headers: Sequence[str]) -> list[str]:
    """The headers that are ages of what is owed; none where no age tells days.

    >>> ages_of(["客户", "合计", "未到期", "1-30天", "31～60天", "90天以上"])
    ['未到期', '1-30天', '31～60天', '90天以上']
    >>> ages_of(["Customer", "Current", "1 - 30", "31-60 days", "> 90"]), ages_of(["Size", "10-20", "Current"])
    (['Current', '1 - 30', '31-60 days', '> 90'], [])
    """
    if sum(any(map(str.isdigit, header)) for header in headers) < _FEW - 1:
        return []
    found = [header for header in headers if _is_late(header) or _is_not_due(header)]
    return found if any(map(_is_late, found)) else []


def _are_of_debt(one: Known, ages: Sequence[str]) -> bool:
    """Whether the ages are those of money owed, and no sizes, prices or ages of people."""
    if any(map(_is_not_due, ages)) or any(_DAYS.search(header) for header in ages):
        return True
    return any(_OWED.search(name) for name in (*names_of(one.raw), *one.raw.header))


def _is_late(header: str) -> bool:
    return _LATE.search(folded(header).strip()) is not None


def _is_not_due(header: str) -> bool:
    return _NOT_DUE.search(folded(header).strip()) is not None


def _sums(one: Known, ages: Sequence[str]) -> Text | str:
    """What is owed and overdue by the columns; nothing where no column says what is not due yet."""
    if not any(map(_is_not_due, ages)):
        return ""
    cells = one.raw.frame.select(ages).collect()
    scale = scale_of("", Kind.MONEY, unit=one.raw.layout.unit)
    sums = {header: money_sum(money_of(cells[header])) * scale for header in ages}
    owed = sum(sums.values(), Decimal(0))
    overdue = sum((value for header, value in sums.items() if _is_late(header)), Decimal(0))
    if not owed:
        return ""
    return _SUMS.fill(owed=f"{owed:,.2f}", overdue=f"{overdue:,.2f}", rate=f"{overdue / owed:.1%}")
