"""How reasons say an amount: every digit, none behind the point that says nothing, thousands apart."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.money import EXACT


def said(amount: Decimal) -> str:
    """An amount in words of a reason.

    >>> said(Decimal("1500.000000")), said(Decimal("1080000.50")), said(Decimal("0.125"))
    ('1,500', '1,080,000.50', '0.125')
    """
    plain = amount.normalize(EXACT)
    exponent = plain.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{plain:,.{2 if places == 1 else places}f}"
