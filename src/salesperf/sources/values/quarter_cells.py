"""Cells that say a quarter or a year of the calendar and no month (`2025-Q1`, `2025年第一季度`, `CY2025`, `2025年`).

A year alone is one only where a word beside it says so: four digits are of anything.
"""

from __future__ import annotations

import polars as pl

_YEAR = r"(?:19|20)\d\d"
_YEAR_FIRST = rf"(?i)^(?P<year>{_YEAR})-?(?:Q-?|第)?(?P<quarter>[1-4一二三四])(?:季度?)?$"
_YEAR_LAST = rf"(?i)^Q(?P<quarter>[1-4])-?(?P<year>{_YEAR})$"
_MARKED = r"(?i)[q季]"
_YEARS = rf"(?i)^(?:CY-?(?P<year>{_YEAR})|(?P<short>{_YEAR})-)$"
_NUMBERS = {"一": "1", "二": "2", "三": "3", "四": "4"}


def first_of_quarter(body: pl.Expr) -> pl.Expr:
    """The first day of the quarter that the body of a date cell says; null for any other."""
    first, last = body.str.extract_groups(_YEAR_FIRST).struct, body.str.extract_groups(_YEAR_LAST).struct
    year = pl.coalesce(first.field("year"), last.field("year")).cast(pl.Int32, strict=False)
    number = pl.coalesce(first.field("quarter"), last.field("quarter")).replace(_NUMBERS).cast(pl.Int8, strict=False)
    return pl.when(body.str.contains(_MARKED)).then(pl.date(year, number * 3 - 2, 1))


def first_of_year(body: pl.Expr) -> pl.Expr:
    """The first day of the year that the body of a date cell says with a word beside it; null for any other."""
    found = body.str.extract_groups(_YEARS).struct
    year = pl.coalesce(found.field("year"), found.field("short")).cast(pl.Int32, strict=False)
    return pl.when(year.is_not_null()).then(pl.date(year, 1, 1))
