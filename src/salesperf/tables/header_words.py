"""The words of a header, apart: what rules that look for words in headers are held against."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from salesperf.core.text import folded

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[\s_/.\-]+")


def apart(text: str) -> str:
    """A text with a blank where a small letter meets a capital.

    >>> apart("PaymentStatus"), apart("VAT"), apart("订单Date")
    ('Payment Status', 'VAT', '订单Date')
    """
    return _CAMEL.sub(" ", text)


@lru_cache(maxsize=4096)
def header_words(header: str) -> str:
    """A header in small letters, one blank between its words; width does not count.

    >>> header_words("refundedAmount"), header_words("Refunded_Amount"), header_words("销售－代表")
    ('refunded amount', 'refunded amount', '销售 代表')
    """
    return _BETWEEN.sub(" ", apart(unicodedata.normalize("NFKC", header)).casefold())


@lru_cache(maxsize=4096)
def name_words(text: str) -> str:
    """A name or title in small letters with its words apart; marks stay.

    >>> name_words("SalesTarget_2025 (net)")
    'sales target 2025 (net)'
    """
    return apart(folded(text)).lower().replace("_", " ")
