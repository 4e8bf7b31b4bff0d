"""Whose the targets of a sheet are, where its headers leave it open and the names below them do not.

A free column full of names that the data know as those of reps, teams or products is the owner's where rows would be
two targets for one cell without it, or where one name stands in all of it. And names under `Product Line` that the
sales know as products, none of them as a category, are products.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import folded
from salesperf.sources.known import Known
from salesperf.sources.recognition.names_known import NamesKnown
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.target_known import with_sheet
from salesperf.sources.targets.owner_headers import COLUMNS, with_owner
from salesperf.sources.targets.role_words import SCOPES
from salesperf.sources.targets.sheet import OwnerByNames, TargetSheet
from salesperf.sources.targets.two_for_one import free_names, leaves_two, tells_apart
from salesperf.sources.targets.whose import named
from salesperf.tables.scope_words import COMPANY, REP

_NEARLY_ALL = 0.75
"""The share of names that must be known: somebody may have joined and sold nothing yet."""
_FINEST_FIRST = [scope for scope in SCOPES if scope in COLUMNS]


def with_owners(tables: Sequence[Known], samples: Sequence[Sample]) -> list[Known]:
    """The tables, target sheets with the owners that the names in them tell."""
    known = NamesKnown(tables, samples)
    return [_with_owner(one, one.targets, known) if one.targets is not None else one for one in tables]


def _with_owner(one: Known, sheet: TargetSheet, known: NamesKnown) -> Known:
    roles = sheet.roles
    if sheet.scope is not None or "scope" in roles.labels or any(column.name for column in roles.values):
        return one
    if one.told is not None and "scope_id" in one.told.columns:
        return one
    found = _of_free_column(sheet, known) or _of_other_scope(sheet, known)
    if found is None:
        return one
    return with_sheet(one, replace(sheet, roles=with_owner(roles, found.scope, found.header), owner=found))


def _of_free_column(sheet: TargetSheet, known: NamesKnown) -> OwnerByNames | None:
    """The free column that names whose each row is; the finest of several, and of one name alone nobody else's."""
    raw, roles = sheet.raw, sheet.roles
    is_open = leaves_two(raw, roles)
    found = []
    for header in free_names(raw, roles):
        names = _names(sheet, header)
        is_lone = len(names) == 1 and not roles.scopes and raw.sample[header].null_count() == 0
        if names and (tells_apart(raw, roles, header) if is_open else is_lone):
            best = max(_FINEST_FIRST, key=lambda scope: known.count(names, scope))
            found.append(OwnerByNames(header, best, known.count(names, best), len(names)))
    sure = [one for one in found if _is_nearly_all(one)]
    return min(sure, key=lambda one: _FINEST_FIRST.index(one.scope)) if sure else None


def _of_other_scope(sheet: TargetSheet, known: NamesKnown) -> OwnerByNames | None:
    """The scope of nearly all names where none is known under that of the header; never people's for a group's."""
    if not sheet.roles.scopes or sheet.roles.scopes[0][0] not in COLUMNS:
        return None
    scope, header = sheet.roles.scopes[0]
    names = _names(sheet, header)
    if not names or known.count(names, scope):
        return None
    best = max((other for other in _FINEST_FIRST if other != REP), key=lambda other: known.count(names, other))
    found = OwnerByNames(header, best, known.count(names, best), len(names))
    return found if _is_nearly_all(found) else None


def _is_nearly_all(one: OwnerByNames) -> bool:
    return one.known > 0 and one.known >= _NEARLY_ALL * one.names


def _names(sheet: TargetSheet, header: str) -> frozenset[str]:
    """The names under a header, without words for sums and the company."""
    cells: Iterable[str] = sheet.raw.sample[header].drop_nulls().cast(pl.String).unique()
    said = ((word, named(word, None)) for word in cells)
    return frozenset(folded(word) for word, whose in said if not whose.is_sum and whose.scope != COMPANY)
