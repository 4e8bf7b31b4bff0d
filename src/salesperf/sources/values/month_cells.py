"""Cells that say a month and no day (`202501`, `Jan-25`, `2025年1月`): what they are, and their first days.

A month is told by all cells of a column together: one of them among days is an unreadable day.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from salesperf.core.late import late
from salesperf.sources.values.english_months import NAME, NUMBERS

_NUMBER = r"0?[1-9]|1[0-2]"
_YEAR = r"(?:19|20)\d\d"
_YEAR_FIRST = rf"(?i)^(?P<year>{_YEAR})(?:-?M?(?P<month>0[1-9]|1[0-2])|-M?(?P<short>[1-9]))(?:-?份?)$"
_YEAR_LAST = rf"^(?P<month>{_NUMBER})-(?P<year>{_YEAR})$"
_NAME_FIRST = rf"(?i)^(?P<name>{NAME})[-']*(?P<year>{_YEAR}|\d\d)$"
_NAME_LAST = rf"(?i)^(?P<year>{_YEAR})-?(?P<name>{NAME})$"
_SHORT_YEARS = 70
"""Years of two digits from this one on are of the century before."""
_LOST_ZERO = late(rf"^{_YEAR}\.[1-9]$")
_KEPT_ZERO = late(rf"^{_YEAR}\.0[1-9]$")
_AUTUMN = late(rf"^{_YEAR}\.1[12]$")
_SHORT = late(rf"(?i)^{NAME}[-' .]*(\d\d)$")
_SURE_YEARS = range(10, 50)
_HALF_YEAR = 6


def is_month(body: pl.Expr) -> pl.Expr:
    """Whether the body of a date cell says a year and a month and nothing else."""
    return pl.any_horizontal(
        body.str.contains(pattern) for pattern in (_YEAR_FIRST, _YEAR_LAST, _NAME_FIRST, _NAME_LAST)
    )


def first_day(body: pl.Expr) -> pl.Expr:
    """The first day of the month that a body says; null for any other."""
    numbered = [_parts(body, pattern) for pattern in (_YEAR_FIRST, _YEAR_LAST)]
    named = [_parts(body, pattern) for pattern in (_NAME_FIRST, _NAME_LAST)]
    years = pl.coalesce(*(part.struct.field("year") for part in (*numbered, *named))).cast(pl.Int32, strict=False)
    century = pl.when(years < _SHORT_YEARS).then(2000).when(years < 100).then(1900).otherwise(0)  # noqa: PLR2004
    written = [numbered[0].struct.field("month"), numbered[0].struct.field("short"), numbered[1].struct.field("month")]
    names = pl.coalesce(*(part.struct.field("name") for part in named)).str.to_lowercase().str.head(3)
    months = pl.coalesce(
        *(month.cast(pl.Int8, strict=False) for month in written),
        names.replace_strict(NUMBERS, default=None, return_dtype=pl.Int8),
    )
    return pl.when(is_month(body)).then(pl.date(years + century, months, 1))


def _parts(body: pl.Expr, pattern: str) -> pl.Expr:
    return body.str.extract_groups(pattern)


def lost_a_zero(cells: Iterable[str]) -> bool:
    """Whether 2025.1 among these may be October, its zero lost where the months were numbers once.

    >>> lost_a_zero(["2025.09", "2025.1", "2025.11"]), lost_a_zero(["2025.1", "2025.2", "2025.10"])
    (True, False)
    """
    words = list(cells)
    if not any(_LOST_ZERO.match(word) for word in words):
        return False
    has_autumn = any(_AUTUMN.match(word) for word in words) and not any(word.endswith(".10") for word in words)
    return has_autumn or any(_KEPT_ZERO.match(word) for word in words)


def may_be_days(cells: Iterable[str]) -> bool:
    """Whether the two digits of `Jan-25` could be days of the year that nobody wrote.

    They are years where one year has several months, or some years in a row have half a year of them at least.

    >>> may_be_days(["Jan-25", "Feb-25"]), may_be_days(["Jan-05", "Jan-17", "Feb-02"])
    (False, True)
    """
    words = {match[0].casefold(): int(match[1]) for cell in cells if (match := _SHORT.match(cell))}
    years = sorted(set(words.values()))
    if not years:
        return False
    months = {word[:3] for word in words}
    if any(year not in _SURE_YEARS for year in years) or years[-1] - years[0] >= len(years):
        return True
    return len(months) < (2 if len(years) == 1 else _HALF_YEAR)
