"""A raw table with the canonical table it is taken for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.loaded import Mapped, Recognition
from salesperf.sources.options import TableOptions, without_range
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.tables.bundle import Spot

SALES = ("orders", "invoices", "deals")
"""The tables that sales can come from, the first of them first."""
OF_GOODS = frozenset({"product_id", "product_name", "quantity", "unit_price"})
"""Columns that say what was sold, which no list of payments or debts has."""
_OF_REPS = (*SALES, "payments", "leads", "activities", "surveys")


class Names(Struct, frozen=True):
    """The names that a file gives ids."""

    file: str
    of: Mapping[str, str]


class Known(Struct, frozen=True):
    """A raw table with what it was recognised as; `found` maps canonical columns to headers.

    `targets` is how a sheet of targets lies, None for any other table.
    """

    raw: RawTable
    recognition: Recognition
    found: Mapping[str, Mapped]
    told: TableOptions | None = None
    targets: TargetSheet | None = None
    names: Mapping[str, Names] = field(default_factory=dict)
    """The names of ids by canonical column, where a list beside the table has them."""
    lists: Text | None = None
    """What a table that is none of ours gives the others: names for the ids of a column, or prices."""
    returned_by: Text | None = None
    """What says that all rows are returns; None where nothing does."""

    @property
    def table(self) -> str | None:
        """The canonical table, None for none of ours."""
        return self.recognition.table

    def is_told(self, column: str) -> bool:
        """Whether the configuration says which header a column is."""
        return column in self.found and self.found[column].how == "config"


Anew = Callable[[int, str, Mapping[str, str]], Known | None]
"""Reads the table at a place as another canonical one, with headers told by column; None where columns lack."""


def with_found(one: Known, found: Mapping[str, Mapped], *, role: str | None = None) -> Known:
    """The table with these canonical columns; a header that none of them has is unmapped. `role` stays unless given."""
    used = {mapped.header for mapped in found.values()}
    recognition = replace(
        one.recognition,
        mapped=tuple(found.values()),
        unmapped=tuple(header for header in one.raw.header if header not in used),
        role=role or one.recognition.role,
    )
    return replace(one, found=found, recognition=recognition)


def none_of_ours(one: Known) -> Known:
    """The raw table without the canonical table it was taken for."""
    recognition = replace(one.recognition, table=None, mapped=(), unmapped=one.raw.header, score=0.0, role="whole")
    return replace(one, recognition=recognition, found={})


def unmapped_of(tables: Iterable[Known]) -> tuple[str, ...]:
    """The headers of recognised tables that no canonical column was found for, periods across left out."""
    ours = (one for one in tables if one.table is not None and one.targets is None)
    return tuple(dict.fromkeys(header for one in ours for header in one.recognition.unmapped))


def unmapped_in(tables: Iterable[Known]) -> Mapping[str, Spot]:
    """Of each such header of tables that reps have rows in, sales first: the table and where it stands."""
    every = tuple(tables)
    found: dict[str, Spot] = {}
    for one in sorted((one for one in every if one.table in _OF_REPS), key=lambda one: one.table not in SALES):
        for header in one.recognition.unmapped:
            known = found[header] if header in found else found.setdefault(header, _spot(one, every))
            if known.table == one.table:
                found[header] = known.with_file(one.raw.file.name)
    return found


def spots_of(tables: Iterable[Known]) -> Mapping[str, Spot]:
    """Where the deals stand, whose day of closing only the user may know; other tables name theirs with a header."""
    every = tuple(tables)
    deals = [one for one in every if one.table == "deals"]
    if not deals:
        return {}
    spot = _spot(deals[0], every)
    for one in deals[1:]:
        spot = spot.with_file(one.raw.file.name)
    return {"deals": spot}


def _spot(one: Known, tables: Sequence[Known]) -> Spot:
    """Where a table stands, with its sheet where other sheets of its file hold other tables."""
    of_file = [other.raw for other in tables if other.raw.file == one.raw.file]
    sheet = None if all(raw.header == one.raw.header for raw in of_file) else without_range(one.raw.sheet)
    return Spot(str(one.table), (one.raw.file.name,), sheet, tables_beside(one, tables) if sheet else ())


def tables_beside(one: Known, others: Sequence[Known]) -> tuple[tuple[str, str], ...]:
    """The tables that other sheets of a file hold, each with its sheet."""
    there = (other for other in others if other.raw.file == one.raw.file and other.raw.header != one.raw.header)
    named = ((other.table, without_range(other.raw.sheet)) for other in there)
    return tuple(dict.fromkeys((table, sheet) for table, sheet in named if table is not None and sheet is not None))


def headers_of(tables: Iterable[Known]) -> Mapping[str, str]:
    """The canonical column of each header: as tables of sales have it, else as all other tables agree on it."""
    of_sales: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for one in tables:
        meant = of_sales if one.table in SALES else others
        for column, mapped in one.found.items():
            meant.setdefault(mapped.header, set()).add(column)
    found = {**others, **of_sales}
    return {header: next(iter(columns)) for header, columns in found.items() if len(columns) == 1}
