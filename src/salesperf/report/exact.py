"""How values are spelled for machines: every digit, no grouping, no exponent, no words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.core.money import exact
from salesperf.core.text import printable
from salesperf.core.unit import DECIMAL_UNITS, Unit
from salesperf.report.model import Value


def digits(number: Decimal | float) -> str:
    """A number in full: no exponent, no zeros after the last decimal, zero without a sign.

    >>> digits(Decimal("2360.910000"))
    '2360.91'
    >>> digits(Decimal("1E+7"))
    '10000000'
    """
    if isinstance(number, int):
        return str(number)
    found = exact(number)
    if not found.is_finite():
        raise ValueError(f"a record holds {number!r}; a ratio without a value is None")
    if not found:
        return "0"
    text = f"{found:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spelled(value: Value) -> str:
    """A value as a field of a text format; null is empty, dates are ISO, truth is `true` or `false`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, date):
        return value.isoformat()
    return digits(value)


def jsonable(value: Value, unit: Unit | None) -> str | int | float | bool | None:
    """A value as JSON has it: amounts (and other exact decimals) are strings, ratios and counts numbers."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (str, date)):
        return spelled(value)
    if unit in DECIMAL_UNITS or (unit is None and isinstance(value, Decimal)):
        return digits(value)
    return _number(value)


def _number(value: Decimal | float) -> int | float:
    text = digits(value)
    return float(text) if "." in text else int(text)
