"""Names across a target sheet, or under no header, are those of teams, products or customers where the sales say so.

A name alone does not tell what it is of; a column of another table in which most of the names stand does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import folded
from salesperf.sources.known import Known
from salesperf.sources.recognition.names_known import NamesKnown
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.targets.owner_headers import COLUMNS
from salesperf.sources.targets.sheet import TargetSheet


def with_scopes(tables: Sequence[Known], samples: Sequence[Sample]) -> list[Known]:
    """The tables, sheets with names across with the scope that holds most of the names, at least half of them.

    Names under a header that says no scope have each the scope in whose column it stands, that of most of them first.
    """
    across = [place for place, one in enumerate(tables) if one.targets is not None and _names(one)]
    down = [place for place, one in enumerate(tables) if one.targets is not None and _header(one.targets)]
    found = list(tables)
    if not across and not down:
        return found
    names_known = NamesKnown(tables, samples)
    known = {scope: names_known.shown(scope) for scope in COLUMNS}
    for place in across:
        one = found[place]
        names = _names(one)
        scope = max(known, key=lambda scope: len(names & known[scope]))
        if one.targets is not None and one.targets.scope is None and 2 * len(names & known[scope]) >= len(names):
            found[place] = replace(one, targets=replace(one.targets, scope=scope))
    for place in down:
        one = found[place]
        if one.targets is not None:
            found[place] = replace(one, targets=replace(one.targets, scopes=_scopes(one.targets, known)))
    return found


def _header(sheet: TargetSheet) -> str | None:
    """The header of names that says no scope, where nothing else says it."""
    scopes = sheet.roles.scopes
    if sheet.scope is not None or "scope" in sheet.roles.labels or not scopes or scopes[0][0]:
        return None
    return scopes[0][1]


def _scopes(sheet: TargetSheet, known: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    """The scope of each name that the data know; of a sheet without a header over its names the rest have theirs."""
    header = _header(sheet)
    cells = sheet.raw.sample[header].drop_nulls().cast(pl.String).unique() if header else ()
    names = {folded(word) for word in cells}
    order = sorted(known, key=lambda scope: -len(names & known[scope]))
    found = {name: scope for scope in reversed(order) for name in names & known[scope]}
    most = order[0] if 2 * len(names & known[order[0]]) >= len(names) else sheet.scopes.get("")
    return {**found, "": most} if "" in sheet.scopes and most else found


def _names(one: Known) -> frozenset[str]:
    values = one.targets.roles.values if one.targets is not None else ()
    return frozenset(folded(column.name) for column in values if column.name)
