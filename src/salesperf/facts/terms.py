"""The days that terms of payment grant: what is due when the invoices name no due day."""

from __future__ import annotations

import re
from collections.abc import Mapping

import narwhals as nw
from msgspec import Struct

from salesperf.core.text import Count, Text, listing
from salesperf.engine import Frame, collect
from salesperf.facts.lookup import listed
from salesperf.tables.line_words import word_key

_AT_ONCE = frozenset(
    (
        "due on receipt",
        "on receipt",
        "upon receipt",
        "cod",
        "cash on delivery",
        "cash",
        "immediate",
        "现结",
        "现款",
        "货到付款",
    )
)
_DAYS = re.compile(
    r"(?:\d+(?:\.\d+)?%?\s*/\s*\d+,?\s*)?(?:net|n|账期|信用期|票到|票后|开票后|货到)?\s*/?\s*(\d{1,3})(?:\.0+)?\s*(?:days?|d|天|日)?"
    r"(?:\s*(?:net|after invoice|from invoice|付款|账期|内付款))?"
)
_MONTH = re.compile(r"月结\s*(\d{1,3})?\s*(?:天|日)?|(?:net\s*)?(\d{1,3})?\s*(?:days?)?\s*eom|eom\s*\+?\s*(\d{1,3})?")
_LONGEST = 400
_SHOWN = 5
_TOLD = Text(
    "{rows:invoice row names|invoice rows name} no due date: due by the terms of payment, so many days after the "
    "invoice date ({listed})",
    "{rows} 行发票没有到期日：按账期自开票日期推算（{listed}）",
)
_ONE = Text("{word}: {days:day|days}", "{word}：{days} 天")
_MONTHLY = Text("{word}: end of the month and {days:day|days}", "{word}：月末后 {days} 天")


class Term(Struct, frozen=True):
    """So many days after the day of the invoice, or after the end of its month."""

    days: int
    of_month: bool = False


def term_of(word: str) -> Term | None:
    """What terms of payment grant, None for words that say no number of days.

    >>> term_of("Net 30"), term_of("月结60天"), term_of("by agreement")
    (Term(days=30, of_month=False), Term(days=60, of_month=True), None)
    """
    key = word_key(word)
    if key in _AT_ONCE:
        return Term(0)
    found = _DAYS.fullmatch(key)
    if found is not None:
        return Term(int(found[1])) if int(found[1]) <= _LONGEST else None
    monthly = _MONTH.fullmatch(key)
    return None if monthly is None else Term(int(next((one for one in monthly.groups() if one), "0")), of_month=True)


def due_by_terms(rows: Frame, *, has_due: bool) -> tuple[nw.Expr | None, tuple[tuple[str, Text], ...]]:
    """The due day: the invoice's own, else by its `payment_terms`; None where no terms are known, and what to say."""
    without = rows.filter(nw.col("due_date").is_null()) if has_due else rows
    counts = collect(without.group_by("payment_terms").agg(nw.len().alias("rows"))).sort("payment_terms").rows()
    known = {word: (term, count) for word, count in counts if word is not None and (term := term_of(word)) is not None}
    if not known:
        return None, ()
    by_terms = _due({word: term for word, (term, _) in known.items()})
    due = nw.coalesce(nw.col("due_date"), by_terms) if has_due else by_terms
    named = [
        (_MONTHLY if term.of_month else _ONE).fill(word=word, days=Count(term.days))
        for word, (term, _) in known.items()
    ]
    told = listed(listing(named[:_SHOWN]), len(named) - _SHOWN)
    return due, (("terms", _TOLD.fill(rows=Count(sum(count for _, count in known.values())), listed=told)),)


def _due(terms: Mapping[str, Term]) -> nw.Expr:
    """The invoice day moved on, term by term."""
    moved = {}
    for one in set(terms.values()):
        day = nw.col("invoice_date")
        start = day.dt.truncate("1mo").dt.offset_by("1mo").dt.offset_by("-1d") if one.of_month else day
        words = sorted(word for word, term in terms.items() if term == one)
        moved[one] = nw.when(nw.col("payment_terms").is_in(words)).then(start.dt.offset_by(f"{one.days}d"))
    return nw.coalesce(*moved.values())
