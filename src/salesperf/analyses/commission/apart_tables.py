"""The tables of a payout that was taken apart: slices, the rows behind them, and the rows that nothing is paid for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.case import Earned
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.in_words.tiers import Paid
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.taken_apart import Traced, Unpaid
from salesperf.core.money import EXACT
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.formula import Beside, Product
from salesperf.report.model import Cell, Column, Note, Row, TableBlock, Value

_SEMICOLON = Text("; ", "；")
RATE = "rate"
PAY = "pay"
"""The column of slices that adds up to the exact pay of a line."""
_PAID_FOR = ("from", "to", "amount")
SLICES = (
    Column("part", phrases.PART),
    Column("from", phrases.FROM, Unit.QUANTITY),
    Column("to", phrases.TO, Unit.QUANTITY),
    Column("amount", phrases.AMOUNT, Unit.QUANTITY),
    Column(RATE, phrases.RATE, Unit.QUANTITY),
    Column(PAY, phrases.EXACT_PAY, Unit.QUANTITY, adds_up=True),
)
WHERE = (
    Column("file", phrases.FILE),
    Column("sheet", phrases.SHEET),
    Column("row", phrases.ROW),
    Column("date", phrases.DATE),
    Column("order", phrases.ORDER),
    Column("customer", phrases.CUSTOMER),
    Column("amount", phrases.AMOUNT, Unit.QUANTITY),
)
PAID = (
    Column("from", phrases.FROM, Unit.QUANTITY),
    Column("to", phrases.TO, Unit.QUANTITY),
    Column(RATE, phrases.RATE),
    Column(PAY, phrases.EXACT_PAY, Unit.QUANTITY),
)


def why(reasons: Sequence[Text], lang: Lang) -> str | None:
    """The reasons of a line in one cell; None where it has none."""
    return listing(reasons, _SEMICOLON).say(lang) if reasons else None


def slices_of(*, in_money: bool) -> tuple[Column, ...]:
    """The columns of slices: of money a rate is a share of it, of anything else an amount for one."""
    rated = tuple(replace(one, unit=Unit.RATE) if in_money and one.key == RATE else one for one in SLICES)
    return _of_money(rated, in_money=in_money)


def _of_money(columns: Sequence[Column], *, in_money: bool) -> tuple[Column, ...]:
    """Columns of a table for people: pay is money, and what it is paid for where the measure is."""
    named = {PAY, *(_PAID_FOR if in_money else ())}
    return tuple(replace(one, unit=Unit.TALLY) if one.key in named else one for one in columns)


def slices_table(key: str, title: Text, earned: Earned, lang: Lang, *, in_money: bool) -> TableBlock:
    """What a payout is made of, slice by slice; its rows add up to the exact pay."""
    return TableBlock(key, title, slices_of(in_money=in_money), tuple(slice_rows(earned, lang)))


def rows_table(key: str, title: Text, one: Traced, *, in_money: bool, most: int | None = None) -> TableBlock:
    """The rows of the files behind a payout, the first ones only where a number is given."""
    rows = list(_rows(one, Paid(is_share=in_money).rate))[:most]
    return TableBlock(
        key, title, _of_money((*WHERE, *PAID), in_money=in_money), tuple(Row(tuple(map(Cell, row))) for row in rows)
    )


def unpaid_table(unpaid: Sequence[Unpaid], lang: Lang, *, most: int | None = None) -> TableBlock:
    """The rows that nothing is paid for, each with the reason."""
    rows = tuple(Row((*map(Cell, place(one.event)), Cell(one.why.say(lang)))) for one in unpaid[:most])
    return TableBlock("unpaid", phrases.UNPAID, (*WHERE, Column("why", phrases.WHY)), rows)


def slice_rows(earned: Earned, lang: Lang) -> Iterator[Row]:
    """A row a slice; what the window was paid for before is taken off."""
    for part in earned.parts:
        for one in part.slices:
            yield _slice_row(" / ".join(part.name), one)
    for one in earned.before:
        yield _slice_row(phrases.BEFORE_PAID.say(lang), one, negative=True)
    if earned.fixed:
        yield Row((Cell(phrases.FIXED.say(lang)), *(Cell(None) for _ in range(4)), Cell(earned.fixed)))


def _slice_row(name: str, one: Slice, *, negative: bool = False) -> Row:
    pay = EXACT.minus(one.pay) if negative else one.pay
    formula = Product((Beside("amount"), Beside(RATE)), negative=negative)
    return Row(
        (
            Cell(name or None),
            Cell(one.start),
            Cell(one.end),
            Cell(one.amount),
            Cell(one.rate),
            Cell(pay, formula=formula),
        )
    )


def rows_behind(one: Traced) -> Iterator[tuple[Value, ...]]:
    """Every row of the files with what it brings; only where it stands where no single row brings anything."""
    return _rows(one, "{:f}".format)


def _rows(one: Traced, say: Callable[[Decimal], str]) -> Iterator[tuple[Value, ...]]:
    if one.trace.rows:
        for row in one.trace.rows:
            yield (*place(row.event), row.start, row.end, _rates(row.earned, say), row.pay)
        return
    for event in one.events:
        yield (*place(event), None, None, None, None)


def _rates(earned: Earned, say: Callable[[Decimal], str]) -> str:
    """The rates of the slices that a row lies on."""
    rates = dict.fromkeys(one.rate.normalize() for part in earned.parts for one in part.slices)
    return " + ".join(map(say, rates))


def place(event: Event) -> tuple[Value, ...]:
    """Where a row stands and what it is of, as `WHERE` has it."""
    return (event.file, event.sheet, event.row, event.date, event.order, event.customer, event.amount)


def rest_notes(traced: Sequence[Traced]) -> Iterator[Note]:
    """What of a line comes from no single row."""
    for one in traced:
        if one.trace.rest:
            yield Note("rest", phrases.NOT_BY_ROW.fill(label=one.line.label, rest=said(one.trace.rest)))
