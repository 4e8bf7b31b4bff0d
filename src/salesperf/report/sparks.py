"""A short series as one word of bars, for a cell of a table or beside a tile."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"
_FLAT_BAR = "▄"
_GAP = " "


def sparkline(values: Sequence[float | None]) -> str:
    """A short series as bars from its lowest to its highest value; a gap is blank.

    A series that does not change is half high; at zero it lies at the bottom.

    >>> sparkline([1, 2, None, 3])
    '▁▅ █'
    """
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    return "".join(_GAP if value is None else _bar(value, low=low, high=high) for value in values)


def _bar(value: float, *, low: float, high: float) -> str:
    if low == high:
        return _FLAT_BAR if low else _BARS[0]
    return _BARS[round((value - low) / (high - low) * (len(_BARS) - 1))]
