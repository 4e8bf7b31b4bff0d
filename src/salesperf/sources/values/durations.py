"""Cells of workbooks that hold a length of time: read as text, as a spreadsheet shows them, `26:00:05`.

No column of a table is one, and neither is a date; as text they stay what they are wherever they stand.
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import polars as pl

_ISO = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,9}))?S)?")
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def clock(length: timedelta) -> str:
    """Hours, minutes and seconds; hours go on beyond a day.

    >>> clock(timedelta(days=1, hours=2, seconds=5)), clock(timedelta(minutes=45, milliseconds=500))
    ('26:00:05', '00:45:00.5')
    """
    seconds = Decimal(length // timedelta(microseconds=1)).scaleb(-6)
    return _clock(seconds)


def clock_of_iso(text: str) -> str | None:
    """A length of time as OpenDocument writes it; None for any other text.

    >>> [clock_of_iso(text) for text in ("PT26H00M05S", "PT48H", "P1DT2H", "PT", "PTO")]
    ['26:00:05', '48:00:00', '26:00:00', None, None]
    """
    found = _ISO.fullmatch(text)
    if found is None or not any(found.groups()[1:]):
        return None
    sign, days, hours, minutes, seconds, fraction = (part or "0" for part in found.groups())
    whole = int(days) * _DAY + int(hours) * _HOUR + int(minutes) * _MINUTE + int(seconds)
    return _clock(Decimal(f"{'-' * (sign == '-')}{whole}.{fraction}"))


def without_durations(frame: pl.DataFrame) -> pl.DataFrame:
    """The same rows, with text in the columns that hold lengths of time."""
    columns = [name for name, dtype in frame.schema.items() if dtype == pl.Duration]
    texts = [
        pl.Series(name, [None if one is None else clock(one) for one in frame[name]], dtype=pl.String)
        for name in columns
    ]
    return frame.with_columns(texts)


def _clock(seconds: Decimal) -> str:
    whole = int(abs(seconds))
    fraction = f"{abs(seconds) - whole:f}".rstrip("0").removeprefix("0").rstrip(".")
    sign = "-" if seconds < 0 else ""
    return f"{sign}{whole // _HOUR:02d}:{whole // _MINUTE % 60:02d}:{whole % _MINUTE:02d}{fraction}"
