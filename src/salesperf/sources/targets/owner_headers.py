"""Headers that say whose a target is as exports of sales say whose a sale is: AE's `Deal Owner`, 跟单员, 所属区域.

They are those of the export profiles, so that what heads a rep in the sales heads one in a target sheet too. A header
that profiles take in need only (`Description`), or for several scopes, says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from salesperf.sources.profile import fold_header, profiles, without_unit
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.role_words import SCOPES
from salesperf.sources.targets.roles import Roles
from salesperf.sources.targets.two_for_one import is_of_hands, leaves_two, tells_apart
from salesperf.tables.scope_words import REP

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "rep": ("rep_name", "rep_id", "employee_no"),
    "team": ("team",),
    "region": ("region",),
    "product": ("product_name", "product_id"),
    "category": ("category",),
    "channel": ("channel",),
    "customer": ("customer_name", "customer_id"),
}
"""The columns that hold the names of each scope; of two that hold as many the first counts."""
_IDS = frozenset({"rep_id", "employee_no", "product_id", "customer_id"})
_OF_SALES = frozenset({"orders", "invoices", "deals"})


def with_owner_header(raw: RawTable, roles: Roles) -> Roles:
    """The roles with a free column as the owner's, where its header is one of sales.

    It is taken where rows would be two targets for one cell without it and are not with it; one of those who sell
    also where no other column says whose the targets are.
    """
    if not roles.values or any(column.name for column in roles.values):
        return roles
    said = [(scope, header) for header in roles.others if (scope := scope_of_header(raw, header))]
    for scope, header in sorted(said, key=lambda pair: list(SCOPES).index(pair[0])):
        is_reps = scope == REP and not roles.scopes and not is_of_hands(header)
        if is_reps or (leaves_two(raw, roles) and tells_apart(raw, roles, header)):
            return with_owner(roles, scope, header)
    return roles


def with_owner(roles: Roles, scope: str, header: str) -> Roles:
    """The roles with a column as the first that says whose the targets are."""
    scopes = ((scope, header), *(pair for pair in roles.scopes if pair[1] != header))
    return replace(roles, scopes=scopes, others=tuple(text for text in roles.others if text != header))


def scope_of_header(raw: RawTable, header: str) -> str | None:
    """The scope that tables of sales have under a header; names are texts, numbers may be ids."""
    column = _columns().get(fold_header(without_unit(header)))
    if column is None or (column not in _IDS and raw.sample[header].dtype.is_numeric()):
        return None
    return next(scope for scope, columns in COLUMNS.items() if column in columns)


@lru_cache(maxsize=1)
def _columns() -> Mapping[str, str]:
    """The column of each header that the profiles of sales know for one scope, and always as strong."""
    scope_of = {column: scope for scope, columns in COLUMNS.items() for column in columns}
    found: dict[str, str] = {}
    doubted: set[str] = set()
    for entry in (entry for profile in profiles() for entry in profile.tables if entry.table in _OF_SALES):
        doubted.update(header for column, headers in entry.weak.items() if column in scope_of for header in headers)
        for column, headers in entry.strong.items():
            for header in headers if column in scope_of else ():
                known = found.setdefault(header, column)
                if scope_of[known] != scope_of[column]:
                    doubted.add(header)
    return {header: column for header, column in found.items() if header not in doubted}
