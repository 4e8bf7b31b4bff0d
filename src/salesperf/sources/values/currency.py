"""The currency of amounts: from a column, from symbols or codes in cells, from a header; never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.text import Lang
from salesperf.sources.values.cells import CellReading
from salesperf.sources.values.money_unit import CURRENCIES, ISO, YEN_OR_YUAN, split_header
from salesperf.sources.values.number_format import CURRENCY_MARK
from salesperf.tables.schema import Kind

_SHARED = {
    "$": frozenset({"USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "ARS", "CLP", "COP", "BRL"}),
    YEN_OR_YUAN: frozenset({"CNY", "JPY"}),
    "kr": frozenset({"DKK", "NOK", "SEK"}),
}
"""Marks that several currencies write."""


class Marks(Struct, frozen=True):
    """Currency codes found, and whether a `¥` was among them that nobody can tell."""

    codes: frozenset[str]
    has_unclear_yen: bool = False


def code_of(mark: str, lang: Lang) -> str | None:
    """The ISO code a symbol, word or code stands for; None for what is no currency or could be two.

    >>> code_of("￥", Lang.ZH), code_of("¥", Lang.EN), code_of("usd", Lang.EN), code_of("美元", Lang.ZH)
    ('CNY', None, 'USD', 'USD')
    """
    text = _half_width(mark).upper()
    if text == YEN_OR_YUAN:
        return "CNY" if lang is Lang.ZH else None
    if text in CURRENCIES:
        return CURRENCIES[text]
    return text if len(text) == 3 and text.isascii() and text.isalpha() else None  # noqa: PLR2004 -- ISO 4217


def marks_of(readings: Iterable[CellReading], lang: Lang) -> Marks:
    """The currencies that cells and headers of money columns name."""
    found = {mark for reading in readings if reading.kind is Kind.MONEY for mark in _told(reading, lang)}
    codes = {code for mark in found if (code := code_of(mark, lang)) in ISO and code}
    return Marks(frozenset(codes), lang is not Lang.ZH and YEN_OR_YUAN in found)


def _told(reading: CellReading, lang: Lang) -> Iterator[str]:
    """The marks of a column, each that several currencies write as the code its header names."""
    said = header_code(reading.header, lang, "CNY")
    for mark in (*reading.learnt.marks, *_in_header(reading.header)):
        yield said if said is not None and said in _SHARED.get(_half_width(mark), ()) else mark


def row_codes(base: CellReading, lang: Lang, *, yen: str) -> frozenset[str]:
    """The currencies that the cells and the header of one column name; a `¥` nobody can tell counts as `yen`.

    Whichever of the two it is, it is another currency than a dollar.
    """
    said = header_code(base.header, lang, yen)
    found = {code_beside(mark, lang, yen, said) for mark in (*base.learnt.marks, *_in_header(base.header))}
    return frozenset(code for code in found if code is not None)


def header_code(header: str, lang: Lang, yen: str) -> str | None:
    """The currency that a header names."""
    return next((code_beside(mark, lang, yen) for mark in _in_header(header)), None)


def normalised(currency: pl.Series, lang: Lang) -> pl.Series:
    """A currency column in ISO codes; a word that is no known currency stays as written."""
    words = currency.unique().drop_nulls().to_list()
    codes = [code_of(word, lang) or word for word in words]
    if words == codes:
        return currency
    return currency.to_frame().select(pl.first().replace(words, codes)).to_series()


def marked_currency(
    cells: pl.Series, lang: Lang, *, yen: str = "CNY", header: str = "", otherwise: str = ""
) -> pl.Series:
    """The currency each amount cell names, else the one its header names, else `otherwise`, else null."""
    marks = cells.to_frame("cell").select(
        pl.col("cell").str.normalize("NFKC").str.extract(rf"({CURRENCY_MARK})").alias("currency")
    )
    words: Sequence[str] = marks["currency"].drop_nulls().unique().to_list()
    default = next((code_beside(unit, lang, yen) for unit in (*_in_header(header), otherwise) if unit), None)
    codes = [code_beside(word, lang, yen, default) for word in words]
    named = pl.col("currency").replace_strict(words, codes, default=None, return_dtype=pl.String)
    return marks.select(named.fill_null(pl.lit(default, dtype=pl.String))).to_series()


def code_beside(mark: str, lang: Lang, yen: str, said: str | None = None) -> str | None:
    """The code a mark beside amounts stands for; None for what is no currency (PCS, KGS, nothing).

    `said` is the currency that the header names: many call theirs a dollar, and `¥` is a yen and a yuan.

    >>> [code_beside("$", Lang.EN, "CNY", said) for said in (None, "HKD")], code_beside("¥", Lang.EN, "CNY", "JPY")
    (['USD', 'HKD'], 'JPY')
    """
    if said in _SHARED.get(_half_width(mark), ()):
        return said
    code = code_of(mark, lang)
    if code is None and _half_width(mark) == YEN_OR_YUAN:
        return yen
    return code if code in ISO else None


def _half_width(mark: str) -> str:
    """A mark without blanks around it, the wide yuan sign as the narrow one."""
    return mark.strip().replace("￥", YEN_OR_YUAN)


def _in_header(header: str) -> tuple[str, ...]:
    mark = split_header(header)[1].currency
    return (mark,) if mark else ()
