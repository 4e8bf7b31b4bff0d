"""Whose target a row of a sheet is: the finest scope it names, by its column or by its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.sources.profile import fold_header
from salesperf.sources.targets.roles import Roles
from salesperf.sources.values.blanks import clean
from salesperf.tables.scope_words import COMPANY, REGION, REP, TEAM, scope_of_word

_NUMERAL = "[一二三四五六七八九十\\d]"
_SAID = (
    (
        COMPANY,
        late(r"^(?:全?公司|全国|集团|总部|整体|全集团|company|whole company|overall|corporate|national|group)$"),
    ),
    (
        TEAM,
        late(
            rf"(?:团队|小组|事业部|销售部|业务部|部门|{_NUMERAL}部|{_NUMERAL}组)$|"
            r"(?<![a-z])(?:team|dept|department)$|^team "
        ),
    ),
    (
        REGION,
        late(
            r"^(?:华东|华南|华北|华中|西南|西北|东北|华西)区?$|(?:大区|区域|片区|战区)$|"
            r"(?<![a-z])(?:region|territory)$"
        ),
    ),
)
"""What a name itself says of its scope, whatever column it stands in."""
_NO_PERSON = late(r"[\u4e00-\u9fff](?:部|组|队)$")
"""How no name of a person ends."""
_SUM = late(
    r"^(?:grand |sub)?totals?$|^sum$|"
    r"^(?:合计|总计|小计|汇总|总和|共计)$|(?:合计|小计|总计)$|[ -](?:sub)?totals?$|^(?:sub)?total (?:for|of) ",
)
_IDS = frozenset(map(fold_header, ("scope id", "范围编号")))
"""Headers of the id of whatever scope a row says."""
_COARSE = {COMPANY: 5, REGION: 4, TEAM: 3}


class Whose(Struct, frozen=True):
    """The scope and id of a row; `is_sum` for a row that adds up others; a `scope` of None is not said."""

    scope: str | None
    scope_id: str | None
    is_sum: bool = False


class Owners(Struct, frozen=True):
    """Whose every row is, and the headers under which an empty cell took the name above it (merged cells)."""

    rows: tuple[Whose, ...]
    filled: tuple[str, ...]


def owners(
    cells: Mapping[str, Sequence[str | None]],
    roles: Roles,
    *,
    told: str | None,
    height: int,
    known: Mapping[str, str] | None = None,
) -> Owners:
    """Whose each row is; `cells` are the rows' texts by header, `told` a scope the user gave for all rows.

    `known` are the scopes of names under a header that says none; the one under "" is that of all other names.
    """
    columns = {header: list(map(_clean, cells[header])) for _, header in roles.scopes}
    filled = _fill_merged(columns, _words(cells, roles.labels.get("metric")), height)
    kinds = _words(cells, roles.labels.get("scope")) or [None] * height
    ids = next((columns[header] for _, header in roles.scopes if fold_header(header) in _IDS), [None] * height)
    rows = tuple(
        _whose([(scope, columns[header][at]) for scope, header in roles.scopes], kinds[at], told, ids[at])
        for at in range(height)
    )
    if known:
        rows = tuple(_of_known(one, known) for one in rows)
    return Owners(rows, filled)


def _of_known(one: Whose, known: Mapping[str, str]) -> Whose:
    """Whose a row is, its scope where nothing but its name tells it."""
    if one.scope is not None or one.scope_id is None:
        return one
    return replace(one, scope=known.get(folded(one.scope_id)) or known.get(""))


def named(name: str, told: str | None) -> Whose:
    """Whose a column is by its own name: what is told or the name itself says (华东区, Team A), else a rep's."""
    found = _whose([("", name)], None, told, None)
    return found if found.scope is not None else Whose(REP, name)


def _words(cells: Mapping[str, Sequence[str | None]], header: str | None) -> list[str | None]:
    return [] if header is None else [_clean(cell) for cell in cells[header]]


def _clean(cell: str | None) -> str | None:
    return None if cell is None else clean(cell)


def _fill_merged(
    columns: Mapping[str, list[str | None]], metrics: Sequence[str | None], height: int
) -> tuple[str, ...]:
    """Take the name above for the empty cells that merging leaves where one name has a row a metric."""
    filled: list[str] = []
    if not metrics or not columns:
        return ()
    for at in range(1, height):
        is_bare = all(column[at] is None for column in columns.values())
        if is_bare and metrics[at] is not None and metrics[at] != metrics[at - 1]:
            for header, column in columns.items():
                if column[at - 1] is not None:
                    column[at] = column[at - 1]
                    filled.append(header)
    return tuple(dict.fromkeys(filled))


def _whose(named: Sequence[tuple[str, str | None]], kind: str | None, told: str | None, scope_id: str | None) -> Whose:
    """Whose a row is; `scope_id` is the id of whatever scope the row says, and comes before names."""
    said = [(scope, name) for scope, name in named if name is not None]
    own = told or (scope_of_word(kind) or kind if kind is not None else None)
    # A row that is said to be the company's is its target, also where its name is Total.
    is_companys = kind is not None and own == COMPANY
    is_sum = not is_companys and any(_SUM.search(name.lower()) for _, name in said)
    if not said:
        everything = own or (None if named else COMPANY)
        return Whose(everything, None)
    if own is not None and own != COMPANY and scope_id is not None:
        return Whose(own, scope_id, is_sum)
    scope, name = next((pair for pair in said if pair[0] == own), said[0])
    by_name = next((known for known, pattern in _SAID if pattern.search(name.lower())), None)
    if by_name is None and scope == REP and _NO_PERSON.search(name):
        by_name = TEAM
    if own is None and by_name is not None and _COARSE.get(by_name, 0) > _COARSE.get(scope, 0):
        scope = by_name
    return Whose(
        own or scope or by_name or None, None if (own or scope) == COMPANY and len(said) == 1 else name, is_sum
    )
