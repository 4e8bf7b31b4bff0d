"""What is usual in a language."""

from __future__ import annotations

from datetime import date

from salesperf.core.text import Lang
from salesperf.report.locales import currency_word, day_word, locale_of, minor_places, pattern_of


def test_a_report_in_both_languages_is_written_as_in_chinese() -> None:
    assert str(locale_of(Lang.BOTH)) == str(locale_of(Lang.ZH)) == "zh_Hans_CN"
    assert str(locale_of(Lang.EN)) == "en_US"


def test_numbers_have_the_decimals_asked_for_and_amounts_the_place_of_their_sign() -> None:
    assert pattern_of(Lang.EN, places=2, money=False).pattern == "#,##0.00"
    assert pattern_of(Lang.EN, places=0, money=True).pattern == "¤#,##0"


def test_a_currency_that_is_not_known_has_cents() -> None:
    assert [minor_places(currency) for currency in ("JPY", "USD", None)] == [0, 2, 2]


def test_currencies_and_days_are_called_as_people_call_them() -> None:
    assert [currency_word("CNY", lang=lang) for lang in Lang] == ["CNY", "元", "CNY"]
    said = [day_word(date(2026, 3, 9), lang=lang) for lang in Lang]
    assert said == ["Mar 9, 2026", "2026年3月9日", "2026-03-09"]
