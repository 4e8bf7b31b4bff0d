"""Numbers as people and systems write them: how a column writes them is decided over all of its cells."""

from __future__ import annotations

import re
from collections import Counter

import polars as pl
from msgspec import Struct

from salesperf.sources.values.blanks import MISSING_WORDS, clean, cleaned, holds_error, misfits_allowed
from salesperf.sources.values.number_format import CURRENCY_MARK, LETTERS, PATTERNS, NumberFormat, numbers, plainer
from salesperf.sources.values.thousands_marks import are_all_thousands, are_nearly_all_thousands, is_torn
from salesperf.tables.schema import MONEY

_ROUNDED = r"\d\s*(?:[千万亿]|[kK]|[mMbB][nN]?)\b"


class NumberDecision(Struct, frozen=True):
    """The format most cells of a column hold to, how many distinct cells do not, and the currency marks seen."""

    format: NumberFormat
    bad: int
    marks: frozenset[str]
    is_ambiguous: bool = False
    is_torn: bool = False
    """Some cells say that a mark is the decimal one, about as many that it parts thousands."""
    rounded: str = ""
    """A cell that counts in thousands, millions or 万: what it says is rounded."""


def number_format(
    cells: pl.Series,
    *,
    decimal: str | None = None,
    likely: str | None = None,
    shares: bool = True,
    letters: bool = False,
) -> NumberDecision:
    """Decide how a column's cells (distinct or not, null words allowed) are written.

    Plain when a bare cast reads all of them. Else the decimal mark that reads more of them; a point when both
    read all, which is ambiguous when every mark stands before three digits and none is grouped twice: then it is the
    `likely` one, if any. Where nearly all cells have three digits behind one mark it parts thousands, and the few
    others are slips.
    """
    text = cells.drop_nulls().unique().to_frame("cell").filter(pl.col("cell") != "")
    if decimal != "," and text.select(_is_plain(pl.col("cell")).all()).item():
        whole = bool(text.select(pl.col("cell").cast(pl.Int64, strict=False).is_not_null().all()).item())
        ambiguous = decimal is None and not whole and are_all_thousands(text)
        torn = decimal is None and not whole and not ambiguous and is_torn(text, ".")
        if ambiguous and likely == ",":
            how = NumberFormat(plain=False, decimal=",", shares=shares, letters=letters)
            return NumberDecision(how, _unread(text["cell"], how), frozenset(), is_ambiguous=True)
        return NumberDecision(NumberFormat(whole=whole), 0, frozenset(), ambiguous, torn)
    unread: dict[str, int] = {}
    for mark in (decimal,) if decimal else (".", ","):
        unread[mark] = _unread(text["cell"], NumberFormat(plain=False, decimal=mark, shares=shares, letters=letters))
        if not unread[mark] and not are_all_thousands(text):
            break
    best = min(unread, key=lambda mark: (unread[mark], mark != "."))
    if best == "," and decimal is None and are_nearly_all_thousands(text, ","):
        best = "."
    ambiguous = len(unread) > 1 and unread["."] == unread[","] and are_all_thousands(text)
    if ambiguous and likely is not None:
        best = likely
    how = NumberFormat(plain=False, decimal=best, shares=shares, letters=letters)
    torn = decimal is None and is_torn(text, best)
    return NumberDecision(how, unread[best], _marks(text), ambiguous, torn, _first_rounded(text))


def is_number_like(cells: pl.Series, *, share: float = 0.9, letters: bool = False) -> bool:
    """Whether at least this share of the cells that hold something but errors are numbers; true of an empty column.

    Meant for samples: a few hundred cells are matched faster here than a query is prepared.
    """
    if cells.dtype.is_numeric() or cells.dtype == pl.Null:
        return True
    if cells.dtype != pl.String:
        return False
    held = cells.filter(~holds_error(cells)) if cells.str.starts_with("#").any() else cells
    words: Counter[str] = Counter()
    for cell, count in Counter(held.drop_nulls().to_list()).items():
        if (word := clean(cell)) is not None:
            words[plainer(word)] += count
    read = max(
        sum(count for word, count in words.items() if _is_read(pattern.match(word), letters=letters))
        for pattern in PATTERNS.values()
    )
    misfits = words.total() - read
    if misfits <= misfits_allowed(words.total(), share=share):
        return True
    missing = sum(count for word, count in words.items() if word.lower() in MISSING_WORDS)
    return missing <= read and misfits - missing <= misfits_allowed(words.total() - missing, share=share)


def _is_plain(column: pl.Expr) -> pl.Expr:
    return column.cast(MONEY, strict=False).is_not_null()


def _unread(cells: pl.Series, how: NumberFormat) -> int:
    """How many distinct cells hold something that is no number."""
    missed = cells.filter(numbers(cells, how, MONEY).is_null()).to_frame("cell")
    return int(missed.select(cleaned(pl.col("cell")).is_not_null().sum()).item())


def _is_read(found: re.Match[str] | None, *, letters: bool) -> bool:
    return found is not None and (letters or found["unit"] not in LETTERS)


def _marks(words: pl.DataFrame) -> frozenset[str]:
    marked = words.filter(~pl.col("cell").str.contains(r"^[-0-9.,()]*$"))["cell"].str.normalize("NFKC")
    return frozenset(marked.str.extract(rf"({CURRENCY_MARK})").drop_nulls().unique().to_list())


def _first_rounded(words: pl.DataFrame) -> str:
    found = words.filter(pl.col("cell").str.normalize("NFKC").str.contains(_ROUNDED))["cell"]
    return str(found.min() or "")
