"""Entries as a table that any accounting system imports: a row a posting, debits and credits apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.exporting.entries import Entry, Posting
from salesperf.core.money import EXACT
from salesperf.core.period import Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-journal/1"
ZERO = Decimal(0)
_TITLE = Text("Journal of commission, {period}", "提成凭证，{period}")
_SUMS = Text("Sums by account", "科目合计")
_DEBIT, _CREDIT = Text("debit", "借方"), Text("credit", "贷方")
_ACCOUNT, _TEXT, _LINE = Text("account", "科目"), Text("description", "摘要"), Text("payout line", "提成行")
_COLUMNS = (
    Column("date", phrases.DATE),
    Column("line", _LINE),
    Column("account", _ACCOUNT),
    Column("description", _TEXT),
    Column("rep_id", phrases.WHO_ID),
    Column("rep", phrases.WHO),
    Column("kind", phrases.KIND),
    Column("debit", _DEBIT, Unit.MONEY, adds_up=True),
    Column("credit", _CREDIT, Unit.MONEY, adds_up=True),
    Column("currency", phrases.CURRENCY),
)
_BY_ACCOUNT = (
    Column("account", _ACCOUNT),
    Column("currency", phrases.CURRENCY),
    Column("debit", _DEBIT, Unit.MONEY, adds_up=True),
    Column("credit", _CREDIT, Unit.MONEY, adds_up=True),
)


def journal_report(entries: Sequence[Entry], asked: Span, *, lang: Lang) -> Report:
    """The sums of each account and currency; records: a row a posting, whose debits and credits are the same in all."""
    currencies = sorted({one.currency for one in entries})
    places = sorted({(posting.account, one.currency) for one in entries for posting in one.postings})
    rows = tuple(
        Row((Cell(account), Cell(currency), *map(Cell, _sums(_of(entries, account, currency)))))
        for account, currency in places
    )
    words = Cell(phrases.TOTAL.say(lang))
    whole = [posting for one in entries for posting in one.postings]
    total = Row((words, Cell(None), *map(Cell, _sums(whole)))) if len(currencies) == 1 else None
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(period=span_words(asked)),
        lang=lang,
        blocks=(TableBlock("accounts", _SUMS, _BY_ACCOUNT, rows, total=total),),
        records=Records(_COLUMNS, tuple(row for one in entries for row in _records(one, lang))),
        meta=Meta(span=(asked.start, asked.end), currency=currencies[0] if len(currencies) == 1 else None),
    )


def _of(entries: Iterable[Entry], account: str, currency: str) -> list[Posting]:
    inside = (one for one in entries if one.currency == currency)
    return [posting for one in inside for posting in one.postings if posting.account == account]


def _sums(postings: Iterable[Posting]) -> tuple[Decimal, Decimal]:
    """Debits and credits, both at or above zero."""
    debit = credit = ZERO
    for one in postings:
        if one.amount > 0:
            debit = EXACT.add(debit, one.amount)
        else:
            credit = EXACT.subtract(credit, one.amount)
    return debit, credit


def _records(one: Entry, lang: Lang) -> Iterable[tuple[Value, ...]]:
    for posting in one.postings:
        is_debit = posting.amount > 0
        amount = abs(posting.amount)
        yield (
            one.day,
            one.line,
            posting.account,
            one.text.say(lang),
            one.participant,
            one.name,
            one.kind,
            amount if is_debit else None,
            None if is_debit else amount,
            one.currency,
        )


def balance(entries: Iterable[Entry]) -> Decimal:
    """All postings added up: nothing, if every entry balances."""
    amounts = (posting.amount for one in entries for posting in one.postings)
    return reduce(EXACT.add, amounts, ZERO)
