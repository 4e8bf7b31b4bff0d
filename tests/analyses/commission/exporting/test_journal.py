from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.commission.exporting.entries import Entry, Posting
from salesperf.analyses.commission.exporting.journal import balance, journal_report
from salesperf.core.period import Span
from salesperf.core.text import Lang, same

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


def entry(amount: str, *, currency: str = "CNY") -> Entry:
    postings = (Posting("Expense", Decimal(amount)), Posting("Payable", -Decimal(amount)))
    told = ("test/2026-03/R1/base", same("x"), "R1", "Ann", "test", "2026-03", "base", "earning", currency)
    return Entry(MARCH.end, *told, postings)


def test_debits_and_credits_stand_apart_and_are_the_same_in_all() -> None:
    # By hand: Expense 20 in the debit and 5 in the credit, Payable the other way round.
    report = journal_report([entry("20.00"), entry("-5.00")], MARCH, lang=Lang.EN)

    [accounts] = report.blocks
    assert [[cell.value for cell in row.cells] for row in accounts.rows] == [
        ["Expense", "CNY", Decimal("20.00"), Decimal("5.00")],
        ["Payable", "CNY", Decimal("5.00"), Decimal("20.00")],
    ]
    assert accounts.total is not None
    assert [cell.value for cell in accounts.total.cells[2:]] == [Decimal("25.00"), Decimal("25.00")]
    assert [row[-3:-1] for row in report.records.rows] == [
        (Decimal("20.00"), None),
        (None, Decimal("20.00")),
        (None, Decimal("5.00")),
        (Decimal("5.00"), None),
    ]


def test_two_currencies_have_no_total() -> None:
    report = journal_report([entry("20.00"), entry("7.00", currency="USD")], MARCH, lang=Lang.EN)

    assert report.blocks[0].total is None
    assert balance([entry("20.00"), entry("7.00", currency="USD")]) == 0
