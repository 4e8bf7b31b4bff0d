"""What the titles above a table say of the tax in its amounts: that they hold it, and at which rate."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.amounts.charges import TAX, said
from salesperf.sources.amounts.tax_rates import TAX_RATE
from salesperf.tables.schema import RATE

AT_RATE = Text(
    "the title {title!r} says that the amounts hold tax at {rate} %: they are counted without it; amount_includes = [] "
    "under [[table]] leaves them as they stand",
    "标题「{title}」注明金额含税，税率 {rate}%：按不含税金额计入；"
    "若应按原值计入，请在 [[table]] 中写 amount_includes = []",
)
NO_RATE = Text(
    "the title {title!r} says that the amounts hold tax, and nothing says how much: they are counted with it",
    "标题「{title}」注明金额含税，但没有税额或税率：按含税金额计入",
)
_NOT = late(r"(?:不|未|无)包?[含括]?\s*(?:增值)?税|税前|\bexcl\w*|\bex\b|\bnet of\b|\bwithout\b|\bbefore\b")
_HOLDS = late(
    r"含(?:\s*\d{1,2}(?:\.\d+)?\s*%\s*)?的?(?:增值)?税"
    r"|\b(?:incl\w*|inc|with|gross of)\b[^;；]{0,20}\b(?:vat|gst|tax(?:es)?)\b|\b(?:vat|gst|tax)[ -]incl\w*"
)
_OF_COLUMN = late(r"\btax(?:es)? (?:collected|withheld)\b")
"""What explains a column of tax and says nothing of the amounts."""
_NUMBER = r"(\d{1,2}(?:\.\d+)?)\s*%"
_RATES = late(
    rf"税率?\s*[:：为是]?\s*{_NUMBER}|{_NUMBER}\s*的?\s*(?:增值税|税|vat\b|gst\b|tax\b)"
    rf"|\b(?:vat|gst|tax)\b(?: rate)?\s*(?:of|at|@|:)?\s*{_NUMBER}"
)


class TitleTax(Struct, frozen=True):
    """A title that says that amounts hold tax; `rate` is in per cent, None where none is given, or several."""

    title: str
    rate: Decimal | None


def title_tax(titles: Sequence[str]) -> TitleTax | None:
    """What titles say of the tax in the amounts; None where they say nothing of it, or that it is not in them.

    >>> title_tax(["2025年1月销售明细（含税，税率13%）"]).rate, title_tax(["Sales, incl. 20% VAT"]).rate
    (Decimal('13'), Decimal('20'))
    >>> title_tax(["销售明细（不含税，税率13%）"]), title_tax(["税率13%"])
    (None, None)
    >>> title_tax(["Sales tax collected: Includes sales tax collected from buyers"]) is None
    True
    """
    plain = {title.strip(): unicodedata.normalize("NFKC", title).casefold() for title in titles if title}
    plain = {title: words for title, words in plain.items() if _OF_COLUMN.search(words) is None}
    text = "; ".join(plain.values())
    if _HOLDS.search(text) is None or _NOT.search(text) is not None:
        return None
    rates = {Decimal(next(filter(None, found.groups()))) for found in _RATES.finditer(text)}
    is_one = len(rates) == 1 and rates == set(map(Decimal, re.findall(_NUMBER, text)))
    title = next((one for one, words in plain.items() if _HOLDS.search(words)), next(iter(plain)))
    return TitleTax(title, rates.pop() if is_one and min(rates) > 0 else None)


def with_rate_of_title(
    frame: pl.DataFrame, headers: Mapping[str, str], tax: TitleTax | None
) -> tuple[pl.DataFrame, Mapping[str, str]]:
    """The rows with the rate that the title gives, where no column tells the tax."""
    if tax is None or tax.rate is None or {TAX.column, TAX_RATE} & set(frame.columns):
        return frame, headers
    rated = frame.with_columns(pl.lit(str(tax.rate / 100)).cast(RATE).alias(TAX_RATE))
    return rated, {**headers, TAX_RATE: tax.title}


def said_by_title(tax: TitleTax | None, headers: Mapping[str, str], *, base: str, is_taken: bool) -> tuple[Text, ...]:
    """What is told of a title: that its rate was taken off, or that none is known of amounts that hold the tax."""
    if tax is None or TAX.column in headers or TAX_RATE in headers:
        return ()
    if is_taken:
        return (AT_RATE.fill(title=tax.title, rate=f"{tax.rate}"),)
    is_open = tax.rate is None and said(headers.get(base, ""), TAX) is None
    return (NO_RATE.fill(title=tax.title),) if is_open else ()
