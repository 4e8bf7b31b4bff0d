"""What is usual in a language: its patterns of numbers, its words for currencies, its way to write a day.

The only module of reports that knows Babel, which is imported where it is used: machine formats and messages never
need it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from salesperf.core.text import Lang
from salesperf.report import phrases

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

_LOCALES = {Lang.EN: "en_US", Lang.ZH: "zh_CN", Lang.BOTH: "zh_CN"}


@cache
def locale_of(lang: Lang) -> Locale:
    """The locale that a language is written in."""
    from babel import Locale  # noqa: PLC0415 - see the top

    return Locale.parse(_LOCALES[lang])


@cache
def pattern_of(lang: Lang, *, places: int, money: bool) -> NumberPattern:
    """How a number, or an amount with its currency sign, is written with so many decimals."""
    from babel.numbers import parse_pattern  # noqa: PLC0415 - see the top

    locale = locale_of(lang)
    pattern: str = locale.currency_formats["standard"].pattern if money else locale.decimal_formats[None].pattern
    whole = pattern.split(".", maxsplit=1)[0]
    return parse_pattern(whole + ("." + "0" * places if places else ""))


def minor_places(currency: str | None) -> int:
    """The decimals of a currency's smallest coin; 2 when the currency is unknown."""
    from babel.numbers import get_currency_precision  # noqa: PLC0415 - see the top

    return get_currency_precision(currency) if currency else 2


def currency_word(currency: str, *, lang: Lang) -> str:
    """What people call a currency: its code in English and where both languages stand, its name in Chinese."""
    from babel.numbers import get_currency_name  # noqa: PLC0415 - see the top

    if lang is not Lang.ZH:
        return currency
    return phrases.CURRENCY_NAMES_ZH.get(currency) or get_currency_name(currency, locale=_LOCALES[lang])


def day_word(day: date, *, lang: Lang) -> str:
    """A day with its month in words or signs; in digits alone (2026-06-30) where both languages stand."""
    if lang is Lang.BOTH:
        return day.isoformat()
    from babel.dates import format_date  # noqa: PLC0415 - see the top

    return format_date(day, format="medium", locale=_LOCALES[lang])
