"""A value as a cell of a workbook holds it: numbers as numbers, days as days, text as text and never as a formula."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from salesperf.render.template.markup import as_xml_text
from salesperf.report.exact import digits, spelled
from salesperf.report.model import Value

MOST_TEXT = 32_767
"""The UTF-16 units that a cell takes."""
_KEPT = Decimal(10) ** 13
"""From here on a number of 15 digits does not reach to the cents."""
_FIRST_DAY_1900, _FIRST_DAY_1904 = date(1900, 1, 1), date(1904, 1, 1)
_AFTER_FALSE_DAY = date(1900, 3, 1)


class Written(Struct, frozen=True):
    """The type of a cell and what stands in it; nothing for an empty one."""

    kind: str | None = None
    number: str | None = None
    text: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the cell holds nothing."""
        return self.number is None and self.text is None

    def inner(self, prefix: str) -> str:
        """The elements in the cell."""
        if self.number is not None:
            return f"<{prefix}v>{self.number}</{prefix}v>"
        if self.text is not None:
            words = as_xml_text(self.text)
            return f'<{prefix}is><{prefix}t xml:space="preserve">{words}</{prefix}t></{prefix}is>'
        return ""


def written(value: Value, *, date1904: bool = False) -> Written:
    """A value for a cell; a day before the first one of the workbook is written as text.

    >>> written(Decimal("12.50")).number, written(True).kind, written("=1+1").text
    ('12.5', 'b', '=1+1')
    """
    if value is None or value == "":
        return Written()
    if isinstance(value, bool):
        return Written("b", "1" if value else "0")
    if isinstance(value, date):
        number = _serial(value, date1904=date1904)
        return Written(number=str(number)) if number is not None else Written("inlineStr", text=spelled(value))
    if isinstance(value, str):
        return Written("inlineStr", text=value)
    return Written(number=digits(value))


def is_too_long(value: Value) -> bool:
    """Whether no cell takes a text whole."""
    return isinstance(value, str) and len(value.encode("utf-16-le", errors="surrogatepass")) // 2 > MOST_TEXT


def loses_cents(value: Value) -> bool:
    """Whether a workbook, which keeps some 15 digits, would not show an amount to the cent."""
    return isinstance(value, Decimal | int) and abs(Decimal(value)) >= _KEPT and digits(float(value)) != digits(value)


def _serial(day: date, *, date1904: bool) -> int | None:
    """The number of a day; Excel counts a 29 February 1900 that never was."""
    if date1904:
        return (day - _FIRST_DAY_1904).days if day >= _FIRST_DAY_1904 else None
    if day < _FIRST_DAY_1900:
        return None
    return (day - _FIRST_DAY_1900).days + (2 if day >= _AFTER_FALSE_DAY else 1)
