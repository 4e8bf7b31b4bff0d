"""The currency of amounts: from a column, from symbols or codes in cells, from a header; never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from salesperf.core.text import Lang
from salesperf.sources.cells import CellReading
from salesperf.sources.parse_number import CURRENCY_MARK
from salesperf.sources.profile import unit_in
from salesperf.tables.schema import Kind

YEN_OR_YUAN = "¥"
_CODES = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "฿": "THB", "₫": "VND",
    "₱": "PHP", "₪": "ILS", "₺": "TRY", "元": "CNY", "RMB": "CNY", "CN¥": "CNY", "HK$": "HKD", "NT$": "TWD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "S$": "SGD", "R$": "BRL",
    "人民币": "CNY", "人民币元": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "港币": "HKD", "港元": "HKD",
    "日元": "JPY", "英镑": "GBP", "台币": "TWD", "新台币": "TWD", "韩元": "KRW", "澳元": "AUD", "加元": "CAD",
    "US DOLLAR": "USD", "DOLLAR": "USD", "EURO": "EUR", "POUND STERLING": "GBP", "RENMINBI": "CNY", "YUAN": "CNY",
}  # fmt: skip
_ISO = frozenset(_CODES.values()) | {
    "AED", "ARS", "BDT", "BGN", "CHF", "CLP", "COP", "CZK", "DKK", "EGP", "HUF", "IDR", "ILS", "KES", "KWD",
    "KZT", "LKR", "MAD", "MOP", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PKR", "PLN", "QAR", "RON", "RSD",
    "SAR", "SEK", "UAH", "UZS", "ZAR",
}  # fmt: skip
"""Codes believed beside a number; other capitals there (PCS, KGS) are units."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Currency codes found, and whether a `¥` was among them that nobody can tell."""

    codes: frozenset[str]
    has_unclear_yen: bool = False


def code_of(mark: str, lang: Lang) -> str | None:
    """The ISO code a symbol, word or code stands for; None for what is no currency or could be two.

    >>> code_of("￥", Lang.ZH), code_of("¥", Lang.EN), code_of("usd", Lang.EN), code_of("美元", Lang.ZH)
    ('CNY', None, 'USD', 'USD')
    """
    text = mark.strip().replace("￥", YEN_OR_YUAN).upper()
    if text == YEN_OR_YUAN:
        return "CNY" if lang is Lang.ZH else None
    if text in _CODES:
        return _CODES[text]
    return text if len(text) == 3 and text.isascii() and text.isalpha() else None  # noqa: PLR2004 -- ISO 4217


def marks_of(readings: Iterable[CellReading], lang: Lang) -> Marks:
    """The currencies that cells and headers of money columns name."""
    found = {
        mark
        for reading in readings
        if reading.kind is Kind.MONEY
        for mark in (*reading.learnt.marks, *_in_header(reading.header))
    }
    codes = {code for mark in found if (code := code_of(mark, lang)) in _ISO and code}
    return Marks(frozenset(codes), lang is not Lang.ZH and YEN_OR_YUAN in found)


def row_codes(base: CellReading, lang: Lang, *, yen: str) -> frozenset[str]:
    """The currencies that the cells and the header of one column name; a `¥` nobody can tell counts as `yen`.

    Whichever of the two it is, it is another currency than a dollar.
    """
    found = {_code_beside(mark, lang, yen) for mark in (*base.learnt.marks, *_in_header(base.header))}
    return frozenset(code for code in found if code is not None)


def normalised(currency: pl.Series, lang: Lang) -> pl.Series:
    """A currency column in ISO codes; a word that is no known currency stays as written."""
    words = currency.unique().drop_nulls().to_list()
    codes = [code_of(word, lang) or word for word in words]
    if words == codes:
        return currency
    return currency.to_frame().select(pl.first().replace(words, codes)).to_series()


def marked_currency(cells: pl.Series, lang: Lang, *, yen: str = "CNY", header: str = "") -> pl.Series:
    """The currency each amount cell names, else the one its header names, else null."""
    marks = cells.to_frame("cell").select(
        pl.col("cell").str.normalize("NFKC").str.extract(rf"({CURRENCY_MARK})").alias("currency")
    )
    words: Sequence[str] = marks["currency"].drop_nulls().unique().to_list()
    codes = [_code_beside(word, lang, yen) for word in words]
    otherwise = next((_code_beside(unit, lang, yen) for unit in _in_header(header)), None)
    named = pl.col("currency").replace_strict(words, codes, default=None, return_dtype=pl.String)
    return marks.select(named.fill_null(pl.lit(otherwise, dtype=pl.String))).to_series()


def _code_beside(mark: str, lang: Lang, yen: str) -> str | None:
    """The code a mark beside amounts stands for; None for what is no currency (PCS, KGS)."""
    code = code_of(mark, lang)
    if code is None and mark.strip().replace("￥", YEN_OR_YUAN) == YEN_OR_YUAN:
        return yen
    return code if code in _ISO else None


def _in_header(header: str) -> tuple[str, ...]:
    unit = unit_in(header).removeprefix("单位:").strip()
    return (unit,) if unit in _CODES or unit in _ISO else ()
