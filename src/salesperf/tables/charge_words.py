"""What charges are called where they are written as items: freight, tax and fees, in words or as a code.

Only a whole cell counts, whatever its case, width and marks; a rate or a state beside the word changes nothing.
"""

from __future__ import annotations

from salesperf.core.late import late
from salesperf.core.text import folded

TAXES = (
    "tax", "taxes", "sales tax", "vat", "gst", "hst", "pst", "qst", "value added tax", "goods and services tax",
    "tax amount", "total tax", "state tax", "county tax", "city tax", "local tax", "output vat", "output tax",
    "税", "税额", "税金", "增值税", "销项税额", "销项税", "税费", "增值税额",
)  # fmt: skip
OTHERS = (
    "freight", "freight out", "freight charge", "freight charges", "freight cost", "shipping", "shipping fee",
    "shipping fees", "shipping charge", "shipping charges", "shipping cost", "shipping & handling",
    "shipping/handling", "delivery", "delivery fee", "delivery charge", "delivery charges", "handling",
    "handling fee", "handling charge", "transaction fee", "payment fee", "credit card fee",
    "运费", "邮费", "快递费", "物流费", "配送费", "运杂费", "运输费", "送货费", "手续费", "运费收入", "快递运费",
)  # fmt: skip
POSTED = ("postage", "postage & packing", "carriage", "bank charges")
"""What shops by post sell as an item, and count: the published figures of such shops hold it."""
_DEPOSIT = late(r"\bdeposits?(?: (?:returns?|returned|refunds?|credits?))?$|(?:瓶|桶|箱|托盘)?押金(?:退回|退还)?$")
"""What is put down for a keg, a crate or a tool, and given back: whether that is sold, its owner knows."""
MAY_BE = (
    r"(?i)tax|vat|[ghpq]st|freight|shipping|delivery|handling|fee|postage|carriage|bank|deposit|税|费|押金"
    r"|[\x{ff00}-\x{ffef}]"
)
"""What every cell that is one of the names holds, of whatever width; for engines that know no more than that."""
LONGEST = 120
"""Bytes beyond which no cell is looked at."""
_RATE = late(r"@?\s*[(\[]?\s*\d+(?:[.,]\d+)?\s*%\s*[)\]]?|(?<=\d)%")
_MARKS = late(r"[\s_\-/&.:+@()\[\]]+|\band\b")
_STATE = late(r"^[A-Z]{2}\b(?=.)|\b[A-Z]{2}$|\([A-Z]{2}\)$")
_SHORT = 3
_SPEAKS = late(
    r"(?i)\b(?:tax(?:es)?|vat|[ghpq]st|freight|shipping|delivery|handling|fees?|postage|carriage)\b|charge|税|费"
)


def _key(text: str) -> str:
    return _MARKS.sub("", text.casefold())


_TAX_KEYS = frozenset(map(_key, TAXES))
_TOLD_KEYS = frozenset(map(_key, POSTED))
_KEYS = _TAX_KEYS | frozenset(map(_key, OTHERS))


def is_charge(cell: str) -> bool:
    """Whether a cell names a tax, a freight or a fee and nothing else.

    >>> [is_charge(cell) for cell in ("SALES_TAX", "GST (10%)", "增值税13%", "CA Sales Tax", "Freight scale")]
    [True, True, True, True, False]
    """
    text = _RATE.sub(" ", folded(cell)).strip()
    return _key(text) in _KEYS or _key(_STATE.sub("", text)) in _TAX_KEYS


def is_told(cell: str) -> bool:
    """Whether a cell names postage as shops by post sell it, or a deposit: counted and told.

    >>> [is_told(cell) for cell in ("POSTAGE", "Keg Deposit", "Keg deposit return", "空桶押金", "Deposit slips")]
    [True, True, True, True, False]
    """
    return _key(folded(cell)) in _TOLD_KEYS or _DEPOSIT.search(folded(cell).casefold()) is not None


def is_named_so(code: str, name: str) -> bool:
    """Whether the name beside a code of a charge leaves it one: codes of a few letters may stand for goods.

    >>> is_named_so("VAT", "Vat 200 l"), is_named_so("HST", "Chain hoist"), is_named_so("GST", "")
    (True, False, True)
    """
    return not name or len(_key(code)) > _SHORT or _SPEAKS.search(folded(name)) is not None
