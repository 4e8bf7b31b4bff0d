"""Amounts, rates and names as findings say them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.owners import COMPANY, scope_words
from salesperf.analyses.targets.smart.case import Holder
from salesperf.core.text import Text, listing, same
from salesperf.core.unit import Unit

_SHARES = frozenset({Unit.RATIO, Unit.GROWTH, Unit.POINTS})
_FEW = 3
_MORE = Text("{names} and {more} more", "{names}等 {all} 个")


def figure(value: Decimal | float, unit: Unit) -> str:
    """A value in its unit, with as few decimals as it needs.

    >>> figure(Decimal("1234.50"), Unit.MONEY), figure(1234.0, Unit.MONEY), figure(Decimal("0.25"), Unit.RATIO)
    ('1,234.50', '1,234', '25%')
    """
    if unit in _SHARES:
        return f"{float(value):,.1%}".replace(".0%", "%")
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def change(times: float) -> str:
    """How far a value is above or below another, from its times of it.

    >>> change(1.5), change(0.98)
    ('+50%', '-2%')
    """
    return f"{times - 1:+.0%}"


def named(holder: Holder) -> Text:
    """An owner as people say it: the name, with its scope where it is no person."""
    if holder.scope == COMPANY:
        return phrases.COMPANY
    return same(holder.name)


def scope_word(scope: str) -> Text:
    """A scope in words."""
    if scope == COMPANY:
        return phrases.COMPANY
    return scope_words(scope)


def some(names: Sequence[str | Text], *, most: int = _FEW) -> Text:
    """The first few of many names, and how many more there are."""
    if len(names) <= most:
        return listing(names)
    return _MORE.fill(names=listing(names[:most]), more=len(names) - most, all=len(names))
