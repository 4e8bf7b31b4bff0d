"""A file named after payments beside one of sales holds what customers paid, though its headers would do for sales."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.known import SALES, Anew, Known, with_found
from salesperf.sources.options import ReadOptions, without_range
from salesperf.sources.recognition.candidate import WHOLE, Verdict
from salesperf.sources.recognition.paid_invoices import PAID, is_of_goods
from salesperf.sources.recognition.role_notes import FILE_SAYS, SHEET_SAYS, TITLE_SAYS, cure_of, noted, told_of
from salesperf.sources.recognition.said_of_tables import JUDGED, is_told
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.titles.about import RECEIPTS, names_of, said_in
from salesperf.tables.said_of_rows import said_by

_PAYMENTS = frozenset({"payment", "payments", "收款", "回款", "收款收据"})
"""What else names say of money that came in for sales; what was paid ahead or laid up is another matter."""
_RECEIPTS = late(r"(?i)receipts?")
"""Of shops they are what was sold: that another table holds the sales tells them from money that came in."""
_DAYS = ("order_date", "invoice_date")


def with_receipts(
    tables: Sequence[Known], judged: Sequence[tuple[Verdict, Sample]], options: ReadOptions, *, anew: Anew
) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, such files as payments where others hold sales; with what a report must say of them."""
    words = [_word(one, verdict, options) for one, (verdict, _) in zip(tables, judged, strict=True)]
    has_sales = any(word is None and one.table in SALES for word, one in zip(words, tables, strict=True))
    found, notes = list(tables), list[Text]()
    for place, (one, word) in enumerate(zip(tables, words, strict=True)):
        paid = _payments(one, anew=partial(anew, place)) if word is not None and has_sales else None
        if word is not None and paid is not None:
            found[place] = paid
            notes.append(noted(one.raw, told_of(paid, PAID, says=word), says=word, cure=cure_of(one.raw, "orders")))
    return found, tuple(notes)


def _word(one: Known, verdict: Verdict, options: ReadOptions) -> Text | None:
    """What names a table that may be one of sales after payments; None where nothing does, or the user spoke."""
    is_tied = one.table is None and verdict.is_tie and verdict.candidate("payments") is not None
    is_told_so = is_told(one, options) or (one.told is not None and (one.told.counts_as or one.told.columns))
    is_whole = one.targets is None and one.recognition.role == WHOLE and not is_of_goods(one)
    if not (one.table in JUDGED or is_tied) or is_told_so or not is_whole:
        return None
    for name in names_of(one.raw):
        said = said_by(name)
        says_sales = said_by(_RECEIPTS.sub("", name)).says_sales if is_tied else said.says_sales
        if said.word in _PAYMENTS or (RECEIPTS in said_in(name) and not says_sales):
            return _says(one, name).fill(word=said.word or name)
        if says_sales:
            return None
    return None


def _says(one: Known, name: str) -> Text:
    """Which of the names of a table it is that says so."""
    if name in one.raw.layout.titles:
        return TITLE_SAYS
    return SHEET_SAYS if name == without_range(one.raw.sheet) else FILE_SAYS


def _payments(one: Known, *, anew: Callable[..., Known | None]) -> Known | None:
    """The table as one of payments, with a day and an amount."""
    day = next((one.found[name] for name in _DAYS if name in one.found), None)
    known = anew("payments", {"payment_date": day.header} if day is not None else {})
    if known is None or not {"payment_date", "amount"} <= known.found.keys():
        return None
    return (
        known
        if day is None
        else with_found(known, {**known.found, "payment_date": known.found["payment_date"].found_as(day)})
    )
