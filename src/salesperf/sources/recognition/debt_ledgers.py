"""Ledgers of receivables: what is owed is read of them, and no sales, which other tables tell or nobody has told.

A ledger says what was invoiced, what of it was paid and what is left, under headers that orders have as well. As sales
it would count them a second time beside the orders; alone it may have the open ones only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.known import OF_GOODS, Anew, Known, with_found
from salesperf.sources.loaded import OWED
from salesperf.sources.options import ReadOptions, without_range
from salesperf.sources.recognition.candidate import WHOLE
from salesperf.sources.recognition.role_notes import CONFIGURED, TITLE_SAYS, cure_of, noted, told_of
from salesperf.tables.row_words import RowRole
from salesperf.tables.said_of_rows import said_by

_AGEING = late(r"(?i)账龄|帐龄|(?<![a-z])age?ing(?![a-z])")
_PAYABLE = late(r"(?i)应付|供应商|供货商|采购|(?<![a-z])(?:payables?|a[/_ ]?p|vendors?|suppliers?|purchas\w+)(?![a-z])")
_DUE_FROM = late(r"(?i)应收|未收|欠款|receivable|open[ _]?balance")
"""Headers of amounts that are owed."""
_OF_PAYMENT = frozenset({"balance", "paid_amount"})
_NEEDED = frozenset({"invoice_id", "invoice_date", "amount"})
_JUDGED = frozenset({"orders", "invoices"})
_OF_LEDGERS = frozenset({"due_date", "balance"})
"""What a table has that no name calls a ledger."""
_NAME_SAYS = Text("its name says {word!r}", "名称含「{word}」")
_HEADER_SAYS = Text("{header!r} beside what was paid and is left", "「{header}」与已收、未收金额并列")
_TOLD = Text(
    "{rows:row|rows} of a ledger of receivables{money}: {says}; what is owed is read of it, and no sales",
    "应收账款台账 {rows} 行{money}：{says}；只用于计算应收与逾期，不计为销售",
)


class DebtLedgers(Struct, frozen=True):
    """The tables with ledgers as invoices that are owed alone, findings by place, and what a report says of them."""

    tables: list[Known]
    findings: Mapping[int, Issue] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()


def with_debt_ledgers(tables: Sequence[Known], options: ReadOptions, *, anew: Anew) -> DebtLedgers:
    """Read ledgers of receivables as what is owed; where other invoices are there, they stay as they are."""
    spoken = {place: said for place, one in enumerate(tables) if (said := _spoken(one, options)) is not None}
    if any(one.table == "invoices" and place not in spoken for place, one in enumerate(tables)):
        return DebtLedgers(list(tables))
    is_paid = any(one.table == "payments" for one in tables)
    found, findings, notes = list(tables), dict[int, Issue](), list[Text]()
    for place, said in spoken.items():
        one = tables[place]
        ledger = None if is_paid and said.needed else _as_owed(one, place, anew, needed=said.needed)
        if ledger is None:
            continue
        found[place] = ledger
        told, cure = told_of(ledger, _TOLD, says=said.says), cure_of(one.raw, one.table)
        notes.append(noted(one.raw, told, says=said.says, cure=cure))
        if said.says != CONFIGURED:
            findings[place] = issue("R215", told, Where(one.raw.file.name, one.raw.sheet), hint=cure)
    return DebtLedgers(found, findings, tuple(notes))


def _is_told(one: Known) -> bool:
    return one.told is not None and one.told.counts_as == OWED


class _Spoken(Struct, frozen=True):
    says: Text
    needed: frozenset[str] = frozenset()


def _spoken(one: Known, options: ReadOptions) -> _Spoken | None:
    """What says that a table which could be sales is a ledger of receivables, and what it must have then."""
    if one.table not in _JUDGED or one.recognition.role != WHOLE or one.targets is not None:
        return None
    if _is_told(one):
        return _Spoken(CONFIGURED)
    if options.as_table or (one.told is not None and (one.told.name or one.told.counts_as)):
        return None
    if not OF_GOODS.isdisjoint(one.found) or any(map(_PAYABLE.search, (*_named(one), *one.raw.header))):
        return None
    return _by_names(one) or _by_headers(one)


def _named(one: Known) -> tuple[str, ...]:
    sheet = without_range(one.raw.sheet)
    return (*one.raw.layout.titles, *([sheet] if sheet else ()), PurePath(one.raw.file.name).stem)


def _by_names(one: Known) -> _Spoken | None:
    for name in _named(one):
        said = said_by(name)
        ageing = _AGEING.search(name)
        word = said.word if said.role is RowRole.OWED else ageing[0] if ageing and said.role is None else ""
        if word:
            return _Spoken((TITLE_SAYS if name in one.raw.layout.titles else _NAME_SAYS).fill(word=word))
    return None


def _by_headers(one: Known) -> _Spoken | None:
    amount = one.found.get("amount") or one.found.get("total_amount")
    said = amount is not None and _DUE_FROM.search(amount.header)
    return _Spoken(_HEADER_SAYS.fill(header=amount.header), _OF_LEDGERS) if amount is not None and said else None


def _as_owed(one: Known, place: int, anew: Anew, *, needed: frozenset[str]) -> Known | None:
    """The table as invoices that are owed alone; None where it does not say what was paid or is left."""
    known = one if one.table == "invoices" else _as_invoices(one, place, anew)
    if known is None or not (_NEEDED | needed) <= known.found.keys() or _OF_PAYMENT.isdisjoint(known.found):
        return None
    return replace(known, recognition=replace(known.recognition, counts_as=OWED))


def _as_invoices(one: Known, place: int, anew: Anew) -> Known | None:
    """The table as invoices; the number and day of an order or contract are those of the invoice where it has none."""
    amount = one.found.get("amount") or one.found.get("total_amount")
    if amount is None:
        return None
    own = {"amount": amount}
    known = anew(place, "invoices", {"amount": amount.header})
    if known is None:
        of_orders = {"invoice_id": one.found.get("order_id"), "invoice_date": one.found.get("order_date")}
        own |= {column: mapped for column, mapped in of_orders.items() if mapped is not None}
        known = anew(place, "invoices", {column: mapped.header for column, mapped in own.items()})
    if known is None:
        return None
    found = {
        column: mapped.found_as(own[column]) if column in own else mapped for column, mapped in known.found.items()
    }
    if "invoice_id" in own and "order_id" not in found:
        found["order_id"] = own["invoice_id"]
    return with_found(known, found)
