"""Names that stand across a target sheet are those of teams, products or customers where the sales say so.

A name alone does not tell what it is of; a column of another table in which most of the names stand does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import folded
from salesperf.sources.known import Known
from salesperf.sources.recognition.sample import Sample

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "rep": ("rep_name", "rep_id", "employee_no"),
    "team": ("team",),
    "region": ("region",),
    "product": ("product_name", "product_id"),
    "category": ("category",),
    "channel": ("channel",),
    "customer": ("customer_name", "customer_id"),
}
"""The columns that hold the names of each scope; of two that hold as many the first counts."""


def with_scopes(tables: Sequence[Known], samples: Sequence[Sample]) -> list[Known]:
    """The tables, sheets with names across with the scope that holds most of the names, at least half of them."""
    across = [place for place, one in enumerate(tables) if one.targets is not None and _names(one)]
    found = list(tables)
    if not across:
        return found
    known = {scope: _known(tables, samples, columns) for scope, columns in _COLUMNS.items()}
    for place in across:
        one = found[place]
        names = _names(one)
        scope = max(known, key=lambda scope: len(names & known[scope]))
        if one.targets is not None and one.targets.scope is None and 2 * len(names & known[scope]) >= len(names):
            found[place] = replace(one, targets=replace(one.targets, scope=scope))
    return found


def _names(one: Known) -> frozenset[str]:
    values = one.targets.roles.values if one.targets is not None else ()
    return frozenset(folded(column.name) for column in values if column.name)


def _known(tables: Sequence[Known], samples: Sequence[Sample], columns: Sequence[str]) -> frozenset[str]:
    """What other tables hold under some columns, as far as their samples show."""
    cells = (
        sample.rows[one.found[column].header]
        for one, sample in zip(tables, samples, strict=False)
        for column in columns
        if one.table is not None and one.targets is None and column in one.found
    )
    return frozenset(folded(word) for of in cells for word in of.drop_nulls().cast(pl.String).unique())
