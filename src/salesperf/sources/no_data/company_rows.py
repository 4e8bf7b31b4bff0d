"""Rows that a column of scopes gives to the whole company: its own target is no total, whatever its name says."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.sources.profile import fold_header
from salesperf.sources.values.cell_shape import Cells
from salesperf.tables.scope_words import COMPANY, SCOPE_HEADERS, scope_of_word

_SCOPES = frozenset(map(fold_header, SCOPE_HEADERS))


def scope_columns(header: Sequence[str]) -> tuple[int, ...]:
    """The places of the columns that say whose each row is: Scope, Level, 层级.

    >>> scope_columns(("Scope", "Name", "Target")), scope_columns(("Customer", "Amount"))
    ((0,), ())
    """
    return tuple(at for at, name in enumerate(header) if fold_header(name) in _SCOPES)


def is_of_company(row: Cells, *, scopes: Sequence[int]) -> bool:
    """Whether a cell in one of these columns says company.

    >>> is_of_company(("Company", "Total", "120"), scopes=(0,)), is_of_company(("", "Total", "120"), scopes=(0,))
    (True, False)
    """
    return any(scope_of_word(row[at]) == COMPANY for at in scopes)
