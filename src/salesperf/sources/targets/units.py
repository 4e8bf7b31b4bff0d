"""What a target sheet says its amounts are in, where `money_unit` reads units of money; names of files say it too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from salesperf.core.late import late
from salesperf.sources.values.money_unit import NOTHING, MoneyUnit, money_unit, title_unit

_BESIDE = late(r"(?:(?<=[^a-z0-9])|^)([$€£¥] ?'?000s?|[$€£¥] ?[km]n?)(?![a-z0-9])", re.IGNORECASE)
"""$000 and €k, which stand in titles without a word before them."""
_HAN = late(r"(?:十|百|千)?[万亿](?:元|美元|人民币)|千元")


def unit_of(text: str) -> MoneyUnit | None:
    """The unit of money that a cell or bracket consists of; None for what is none (家, customers, %).

    >>> unit_of("万元"), unit_of("家")
    (MoneyUnit(scale=10000, currency='元'), None)
    """
    found = money_unit(text.strip(" .:"))
    return None if found == NOTHING else found


def in_brackets(text: str) -> str:
    """What stands in brackets at the end of a name, empty when nothing does.

    >>> in_brackets("毛利率（%）"), in_brackets("Revenue")
    ('%', '')
    """
    found = re.search(r"[(\[【]([^()\[\]【】]*)[)\]】]\s*$", unicodedata.normalize("NFKC", text))
    return found[1].strip() if found else ""


def unit_said(texts: Iterable[str]) -> tuple[MoneyUnit, str] | None:
    """The unit the first text names that names one, with its words; only where units stand, never any 万 in a name.

    >>> unit_said(["2024年销售目标", "单位：万元"])[1], unit_said(["Targets 2024 (in thousands)"])[0].scale
    ('万元', 1000)
    """
    for text in texts:
        for words in _words(text):
            found = unit_of(words)
            if found is not None:
                return found, words
    return None


def _words(text: str) -> Iterable[str]:
    """What may be a unit in a title: as titles of any table say it, else money that stands by itself."""
    yield title_unit([text])
    yield from (match[1] for match in _BESIDE.finditer(text))
    yield from _HAN.findall(text)
