"""A column of a target sheet without a header, left of the targets: names, periods, years or metrics by its cells."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.period_words import is_sum_word, period_in, year_in
from salesperf.sources.targets.role_words import SINCE
from salesperf.sources.targets.roles import Roles
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.parse_date import is_date_like
from salesperf.tables.metric_words import metric_of

_WHEN = frozenset({"year", "part", "period", SINCE})


def blank_corner(raw: RawTable, roles: Roles, names: Mapping[str, str]) -> Mapping[str, str]:
    """What the last column without a header before the first target is for: its label and the name it was given.

    Empty where every column is named, or where the others say what this one would.
    """
    first = raw.header.index(roles.values[0].header) if roles.values else len(raw.header)
    at = next((at for at in range(first - 1, -1, -1) if raw.header[at] == f"column_{at + 1}"), None)
    if at is None:
        return {}
    cells, label = raw.sample[raw.header[at]], ""
    if "year" not in roles.labels and holds_years(cells):
        label = "year"
    elif cells.dtype.is_numeric():
        return {}
    elif not roles.is_wide and not _WHEN & roles.labels.keys() and _are_periods(cells):
        label = "period"
    elif cells.dtype != pl.String:
        return {}
    elif "metric" not in roles.labels and all(metric_of(word, names) for word in _words(cells)):
        label = "metric"
    elif _lacks_names(raw, roles, cells):
        label = "scope_id"
    return {label: raw.header[at]} if label else {}


def _lacks_names(raw: RawTable, roles: Roles, cells: pl.Series) -> bool:
    """Whether the targets of a sheet are nobody's by the other columns, or of groups whose names stand again."""
    if not roles.values or not (roles.is_wide or roles.says_target or _WHEN & roles.labels.keys()):
        return False
    if not roles.scopes:
        return True
    groups = raw.sample[roles.scopes[0][1]].drop_nulls()
    return roles.is_wide and groups.is_duplicated().any() and bool(cells.drop_nulls().is_unique().all())


def holds_years(cells: pl.Series) -> bool:
    """Whether every filled cell names a year and nothing else."""
    if cells.dtype.is_temporal():
        return False
    words = [word.removesuffix(".0") for word in _words(cells)]
    return bool(words) and all((found := year_in(word)) is not None and not found[1] for word in words)


def _are_periods(cells: pl.Series) -> bool:
    """Whether every filled cell but sums (FY, Total) is a day or names a period and nothing else."""
    words = [] if cells.dtype.is_temporal() else [word for word in _words(cells) if not is_sum_word(word)]
    are_named = bool(words) and all((found := period_in(word)) is not None and not found[1] for word in words)
    return are_named or is_date_like(cells)


def _words(cells: pl.Series) -> list[str]:
    return [word for cell in cells.cast(pl.String).drop_nulls().unique() if (word := clean(cell))]
