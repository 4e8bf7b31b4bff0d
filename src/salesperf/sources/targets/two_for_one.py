"""Rows of a target sheet that would be two targets for one cell, and the column that tells them apart."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from salesperf.core.late import late
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.roles import Roles, is_target
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words

_LONG = 40
"""Characters; cells longer than this on average are remarks, not names."""
_HANDS = late(
    r"\bby\b|\bauthor\b|\bcreator\b|\beditor\b|审核|审批|批准|复核|制表|制单|编制|填报|填表|填写|录入|提交|更新|经办|经手"
)
"""Through whose hands a sheet went, who need not own a target in it."""


def leaves_two(raw: RawTable, roles: Roles) -> bool:
    """Whether two rows with a target say the same of whose it is, of what and when."""
    return _has_repeats(raw, roles, ())


def tells_apart(raw: RawTable, roles: Roles, header: str) -> bool:
    """Whether no two rows with a target say the same of it with one more column."""
    return not _has_repeats(raw, roles, (header,))


def free_names(raw: RawTable, roles: Roles) -> Iterator[str]:
    """The free columns of a sheet that may hold names: texts that are no remarks, by header and cells."""
    for header in roles.others:
        cells = raw.sample[header].drop_nulls()
        if cells.dtype != pl.String or not cells.len() or is_number_like(cells, share=0.5):
            continue
        mean = cells.str.len_chars().mean()
        if isinstance(mean, float) and mean <= _LONG and is_target(header, {}) and not is_of_hands(header):
            yield header


def is_of_hands(header: str) -> bool:
    """Whether a header is of those through whose hands a sheet went.

    >>> is_of_hands("Approved By"), is_of_hands("制表人"), is_of_hands("Deal Owner")
    (True, True, False)
    """
    return _HANDS.search(header_words(header)) is not None


def _has_repeats(raw: RawTable, roles: Roles, more: tuple[str, ...]) -> bool:
    labels = [header for label, header in roles.labels.items() if label != "role"]
    told = list(dict.fromkeys((*(header for _, header in roles.scopes), *labels, *more)))
    targets = [column.header for column in roles.values]
    rows = raw.sample.filter(pl.any_horizontal(pl.col(targets).is_not_null()))
    return rows.height > 1 if not told else bool(rows.select(told).is_duplicated().any())
