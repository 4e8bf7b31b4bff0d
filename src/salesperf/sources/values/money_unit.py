"""What a header or a title says that amounts are in: a scale (万, thousands), a currency, or both (万美元, USD k)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from salesperf.core.han import has_han, is_han
from salesperf.core.late import late

YEN_OR_YUAN = "¥"
CURRENCIES: Mapping[str, str] = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "฿": "THB", "₫": "VND",
    "₱": "PHP", "₪": "ILS", "₺": "TRY", "元": "CNY", "RMB": "CNY", "CN¥": "CNY", "HK$": "HKD", "NT$": "TWD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "S$": "SGD", "R$": "BRL",
    "人民币": "CNY", "人民币元": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "港币": "HKD", "港元": "HKD",
    "日元": "JPY", "日圆": "JPY", "英镑": "GBP", "台币": "TWD", "新台币": "TWD", "韩元": "KRW", "澳元": "AUD",
    "加元": "CAD", "新加坡元": "SGD", "新元": "SGD", "卢布": "RUB", "泰铢": "THB", "瑞士法郎": "CHF", "澳门元": "MOP",
    "US DOLLAR": "USD", "US DOLLARS": "USD", "DOLLAR": "USD", "DOLLARS": "USD", "EURO": "EUR", "EUROS": "EUR",
    "POUND STERLING": "GBP", "RENMINBI": "CNY", "YUAN": "CNY",
}  # fmt: skip
ISO = frozenset(CURRENCIES.values()) | {
    "AED", "ARS", "BDT", "BGN", "CHF", "CLP", "COP", "CZK", "DKK", "EGP", "HUF", "IDR", "ILS", "KES", "KWD",
    "KZT", "LKR", "MAD", "MOP", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PKR", "PLN", "QAR", "RON", "RSD",
    "SAR", "SEK", "UAH", "UZS", "ZAR",
}  # fmt: skip
"""Codes believed beside a number; other capitals there (PCS, KGS) are units."""
_SCALES: Mapping[str, int] = {
    "千": 1000, "万": 10_000, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "thousand": 1000, "thousands": 1000, "k": 1000, "000": 1000, "000s": 1000, "'000": 1000, "'000s": 1000,
    "million": 10**6, "millions": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9,
}  # fmt: skip
_LETTERS = frozenset({"k", "mn", "bn", "000"})
"""Scales that stand in brackets or beside a currency only; `m` is believed beside a currency only."""


def _any_of(words: Mapping[str, object] | frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_MARK = rf"(?:{_any_of(frozenset(CURRENCIES) | ISO | {YEN_OR_YUAN})})"
_SCALE = rf"(?:{_any_of(_SCALES)})"
_UNIT = late(
    rf"(?:(?:金额)?单位\s*:?|in\b)?\s*(?P<before>{_MARK})?[\s:/,.-]*(?:in\s+)?(?P<scale>{_SCALE})?(?:\s+of)?\s*"
    rf"(?P<after>{_MARK})?",
    re.IGNORECASE,
)
_BRACKETS = late(r"^(.*?)\s*[(\[【]([^()\[\]【】]*)[)\]】]\s*$")
_SEPARATOR = late(r"[\s_:/,|·-]+(?:in\s+)?", re.IGNORECASE)
_GLUED = late(r"^(.*[^\W\d_A-Z])([A-Z]{3})$")
_HAN_FIRST = late(rf"^({_any_of({word: '' for word in CURRENCIES if is_han(word[0]) and len(word) > 1})})(.+)$")
_SAID = late(r"(?:单位|unit) ?: ?([^,，;；。()（）]{1,20})", re.IGNORECASE)
_CURRENCY_SAID = late(r"(?:币种|币别|货币|currency) ?: ?([^\s,，;；。()（）]{1,20})", re.IGNORECASE)
_ALL_IN = late(
    rf"\b(?:amounts?|figures|values) (?:are |shown |stated |given |expressed )*in ({_MARK})(?![A-Za-z])", re.IGNORECASE
)
"""All amounts in USD, unless specified."""
_IN_TITLE = late(r"\bin (?:[^.()]{0,20} )?(?:thousands|millions)\b(?: of [^.()]{2,12})?", re.IGNORECASE)
_SIGN = rf"(?:{_MARK}|(?i:us dollars?|dollars?|euros?|yuan|renminbi))"
_WORD = r"(?i:thousands?|millions?|billions?)"
_AT_END = late(
    rf"(?:^|[\s,，;；:：–—|/-])(?:(?i:in)\s+)?({_SIGN}[\s:/,.-]*(?:{_WORD}|'?000s?|(?i:k|m|mn|bn)))\.?$|"
    rf"(?:[,，;；:：–—|-]\s*)(?:(?i:in)\s+)?({_WORD}(?:\s+(?i:of))?\s+{_SIGN})\.?$|"
    rf"\b(?i:in)\s+((?i:thousands?|millions?|k|m|mn|bn)\s*{_SIGN})\.?$|"
    r"(?:[,，;；:：–—|-]\s*)((?i:thousands|millions))\.?$|(?:\s)('?000s)\.?$"
)
"""How a title without brackets ends in a unit; no `million USD` in `Deals over one million USD`."""


class MoneyUnit(Struct, frozen=True):
    """A unit of money; `scale` is None where only a code or symbol is named, which other words may still scale."""

    scale: int | None = None
    currency: str = ""
    """The currency as written, without its scale; empty where none is named."""


NOTHING = MoneyUnit()


@lru_cache(maxsize=4096)
def money_unit(text: str) -> MoneyUnit:
    """The unit that a text consists of; nothing where it says anything else.

    >>> money_unit("万美元"), money_unit("USD k"), money_unit("PCS")
    (MoneyUnit(scale=10000, currency='美元'), MoneyUnit(scale=1000, currency='USD'), MoneyUnit(scale=None, currency=''))
    """
    found = _UNIT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return NOTHING
    marks = [mark.upper() for mark in (found["before"], found["after"]) if mark]
    scale = (found["scale"] or "").lower()
    if len({CURRENCIES.get(mark, mark) for mark in marks}) > 1 or (scale == "m" and not marks):
        return NOTHING
    if scale:
        return MoneyUnit(_SCALES[scale], marks[0] if marks else "")
    is_word = bool(marks) and has_han(marks[0][:1])
    return MoneyUnit(1 if is_word else None, marks[0] if marks else "")


def unit_named(words: str) -> str:
    """The unit of a title as a sentence names it after its own "in".

    >>> unit_named("in thousands USD"), unit_named("万元")
    ('thousands USD', '万元')
    """
    return words[3:].lstrip() if words[:3].lower() == "in " else words


@lru_cache(maxsize=65_536)
def split_header(header: str) -> tuple[str, MoneyUnit]:
    """The name in a header and the unit beside it, in brackets, behind a separator or glued on; else the whole header.

    >>> [split_header(one)[0] for one in ("金额（万美元）", "Revenue EUR", "金额(元)（必填）", "美元金额", "Sales Rep")]
    ['金额', 'Revenue', '金额', '金额', 'Sales Rep']
    """
    text = unicodedata.normalize("NFKC", header).strip()
    bracketed = _BRACKETS.match(text)
    if bracketed is not None and bracketed[1] and money_unit(bracketed[2]) != NOTHING:
        return bracketed[1], money_unit(bracketed[2])
    if bracketed is not None and _BRACKETS.match(bracketed[1]):
        # 金额(万元)（必填）: the unit stands before what else is said in brackets.
        inner = split_header(bracketed[1])
        return inner if inner[1] != NOTHING else (header, NOTHING)
    for name, unit in _apart(text):
        found = money_unit(unit)
        if name.strip() and found != NOTHING and unit.lower() not in _LETTERS:
            return name.strip(), found
    return header, NOTHING


def title_unit(titles: Iterable[str]) -> str:
    """The unit that the cells above a header give for its amounts, as `money_unit` reads it; empty without one.

    >>> title_unit(["销售明细（单位：万元）"]), title_unit(["单位：万元", "币种：美元"]), title_unit(["Sales (USD k)"])
    ('万元', '美元万', 'USD k')
    >>> title_unit(["Sales by region, USD thousands"]), title_unit(["Deals over one million USD"])
    ('USD thousands', '')
    >>> title_unit(["All amounts in USD, unless specified"]), title_unit(["All amounts in USED cars"])
    ('USD', '')
    >>> title_unit(["All amounts in USD thousands"]), title_unit(["All amounts in USD", "Sales 2026, in thousands"])
    ('USD thousands', 'USDthousands')
    """
    cells = [unicodedata.normalize("NFKC", cell) for cell in titles if cell]
    units = [unit for cell in cells for unit in _said_in(cell) if money_unit(unit) != NOTHING]
    unit = next((unit for unit in units if unit.lower() not in _LETTERS), "")
    named = (found[1] for cell in cells for found in (_CURRENCY_SAID.search(cell), _ALL_IN.search(cell)) if found)
    currency = next((word for word in named if money_unit(word).currency), "")
    scale = re.search(_SCALE, unit, re.IGNORECASE)
    # 元 behind a scale is only the word for money where a line of its own names the currency.
    return currency + (scale[0] if scale else "") if currency and currency not in unit else unit


def _said_in(title: str) -> Iterator[str]:
    """The parts of a title that may be a unit."""
    said, bracketed, within = _SAID.search(title), _BRACKETS.match(title), _IN_TITLE.search(title)
    if said is not None:
        yield said[1].strip()
    if bracketed is not None:
        yield bracketed[2].strip()
    at_end = _AT_END.search(title.strip())
    if at_end is not None:
        yield next(words for words in at_end.groups() if words)
    if within is not None:
        words = within[0][3:].strip()
        yield words
        yield from re.findall(r"thousands|millions", words, re.IGNORECASE)


def _apart(text: str) -> Iterator[tuple[str, str]]:
    """The ways to part a header into a name and a unit that has no brackets."""
    glued, first = _GLUED.match(text), _HAN_FIRST.match(text)
    if glued is not None:
        yield glued[1], glued[2]
    for gap in _SEPARATOR.finditer(text):
        head, tail = text[: gap.start()], text[gap.end() :]
        yield head, tail
        yield tail, head
    if first is not None:
        yield first[2], first[1]
