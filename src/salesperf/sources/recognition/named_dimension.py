"""What the names of sheets or files say of their rows: region, rep and the like, which no column says.

What the user says (`sheet_is`, `file_is`) goes first. By themselves only names count that are regions, or that another
table lists as regions or reps, and only where every sheet or file of one header has such a name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import PurePath

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.text import Text, folded, listing
from salesperf.sources.known import SALES, Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.options import without_range
from salesperf.sources.profile import Profile, fold_header, readable
from salesperf.sources.titles.region_names import region_said
from salesperf.sources.titles.sister_names import is_said, own_parts, without_dates
from salesperf.tables.bundle import Sisters
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words, table_words

_COLUMN = {
    "region": "region",
    "rep": "rep_name",
    "team": "team",
    "store": "store",
    "channel": "channel",
    "product": "product_name",
}
_LABELS = {
    "region": Text("region", "区域"),
    "rep": Text("rep", "销售员"),
    "team": Text("team", "团队"),
    "store": Text("store", "门店"),
    "channel": Text("channel", "渠道"),
    "product": Text("product", "产品"),
}
_INSTEAD_OF = {"rep_name": ("rep_id",), "product_name": ("product_id",)}
"""Columns that go where the user says that a name stands for them."""
_GIVEN = {"people": ("rep_id", "rep_name"), "customers": ("customer_id", "customer_name")}
"""Lists that give sales their regions already."""
_SHEET, _FILE = "sheet", "file"
_OF = {_SHEET: Text("sheet", "工作表"), _FILE: Text("file", "文件")}
_SAYS = Text("the name of the {of} says it", "由{of}名得出")
_TOLD = Text(
    "{table}: the {column} is the name of the {of}: {names}",
    "{table}：以{of}名作为{column}：{names}",
)
_FOUND = Text(
    "{table}: no column says the {column}; it is the name of the {of}: {names} (if that is wrong: "
    '{key} = "nothing" under [[table]] in salesperf.toml)',
    "{table}：没有{column}列，以{of}名作为{column}：{names}（如不正确，请在 salesperf.toml 的 "
    '[[table]] 中写 {key} = "nothing"）',
)
_NO_COLUMN = Text("{table}: {key} is not used, for {table} have no {column}", "{table}没有{column}，{key} 未采用")
_Values = Mapping[int, str]


class Named(Struct, frozen=True):
    """The tables with what names say of their rows, and what a report must say of it."""

    tables: list[Known]
    notes: tuple[Text, ...] = ()


def with_named_dimension(tables: Sequence[Known], known: Sequence[Profile]) -> Named:
    """The tables with a column of the names of their sheets or files, where the user or the names themselves say so."""
    found, notes = list(tables), list[Text]()
    for places in _groups(tables):
        told = tables[places[0]].told
        asked = {_SHEET: told.sheet_is, _FILE: told.file_is} if told is not None else {}
        for how, dimension in asked.items():
            if dimension in _COLUMN:
                notes += _put(found, _parts(found, places, how), dimension=dimension, how=how, says=_TOLD)
        if not any(asked.values()) and (own := _by_themselves(found, places, known)) is not None:
            values, dimension, how = own
            notes += _put(found, values, dimension=dimension, how=how, says=_FOUND)
    return Named(found, tuple(dict.fromkeys(notes)))


def sisters_of(tables: Sequence[Known]) -> Mapping[str, Sisters]:
    """By canonical table of sales: the sheets or files of one header whose names may say more than their rows."""
    found: dict[str, Sisters] = {}
    for places in _groups(tables):
        table, how = str(tables[places[0]].table), _how(tables, places)
        values = _parts(tables, places, how) if how else {}
        names = tuple(dict.fromkeys(values.values()))
        if table in SALES and how and len(names) > 1 and all(map(is_said, names)):
            files = tuple(dict.fromkeys(tables[place].raw.file.name for place in places))
            found.setdefault(table, Sisters(f"{how}_is", files, names))
    return found


def _groups(tables: Sequence[Known]) -> Iterator[list[int]]:
    """The places of tables of one header that are the same canonical one."""
    groups: dict[object, list[int]] = {}
    for place, one in enumerate(tables):
        if one.table is not None and one.targets is None:
            told = (one.told.sheet_is, one.told.file_is) if one.told else None
            groups.setdefault((one.table, one.raw.header, told), []).append(place)
    yield from groups.values()


def _how(tables: Sequence[Known], places: Sequence[int]) -> str | None:
    """Whether sister sheets or sister files stand in a group; None for a table that stands alone."""
    files = [tables[place].raw.file for place in places]
    if len(places) < 2:  # noqa: PLR2004 -- one has no sister
        return None
    if len(set(files)) == len(files):
        return _FILE
    return _SHEET if len({_sheet(tables[place]) for place in places}) > 1 else None


def _sheet(one: Known) -> str:
    return without_range(one.raw.sheet) or ""


def _parts(tables: Sequence[Known], places: Sequence[int], how: str) -> _Values:
    """What the names say, by place."""
    if how == _SHEET:
        return {place: without_dates(_sheet(tables[place])) for place in places}
    stems = {place: PurePath(tables[place].raw.file.name).stem for place in places}
    parts = own_parts(tuple(dict.fromkeys(stems.values())))
    return {place: parts[stem] for place, stem in stems.items()}


def _by_themselves(
    tables: Sequence[Known], places: Sequence[int], known: Sequence[Profile]
) -> tuple[_Values, str, str] | None:
    """The values, the dimension and whether sheets or files name it; None where names are of anything."""
    how = _how(tables, places)
    if how is None or tables[places[0]].table not in SALES:
        return None
    own = tables[places[0]].found.keys()
    parts = _parts(tables, places, how)
    words: tuple[tuple[str, bool, Callable[[str, Collection[str]], str | None]], ...] = (
        ("region", "region" in own or _is_given(tables, own), region_said),
        ("rep", not own.isdisjoint({"rep_id", "rep_name"}), _listed),
    )
    for dimension, has_it, said in words:
        if has_it or not all(parts.values()):
            continue
        listed = _listed_words(tables, _COLUMN[dimension], known, beside=places)
        values = {place: word for place, part in parts.items() if (word := said(part, listed))}
        if len(values) == len(places) and len(set(values.values())) > 1:
            return values, dimension, how
    return None


def _is_given(tables: Sequence[Known], own: Collection[str]) -> bool:
    """Whether a list of people or customers says the region of the sales."""
    return any(
        "region" in one.found and any(key in own for key in _GIVEN[one.table]) for one in tables if one.table in _GIVEN
    )


def _listed(name: str, listed: Collection[str]) -> str | None:
    return name if name in listed else None


def _listed_words(
    tables: Sequence[Known], column: str, known: Sequence[Profile], *, beside: Collection[int]
) -> frozenset[str]:
    """The words that other tables have under headers of a column."""
    headers = {alias for one in known for entry in one.aliases("orders") for alias in entry.strong.get(column, ())}
    found: set[str] = set()
    for place, one in enumerate(tables):
        if place in beside:
            continue
        mapped = one.found.get(column)
        for header in one.raw.header:
            if fold_header(header) in headers or (mapped is not None and mapped.header == header):
                cells = one.raw.sample[header].drop_nulls()
                found.update(folded(cell).strip() for cell in cells.unique().to_list() if isinstance(cell, str))
    return frozenset(found)


def _put(tables: list[Known], values: _Values, *, dimension: str, how: str, says: Text) -> Iterator[Text]:
    """Write the values to the rows of their tables, and say so."""
    column, table = _COLUMN[dimension], str(tables[next(iter(values))].table)
    about = {"table": table_words(table), "key": f"{how}_is", "of": _OF[how], "column": _LABELS[dimension]}
    if column not in readable(TABLES[table]):
        yield _NO_COLUMN.fill(**about)
        return
    for place, value in values.items():
        tables[place] = _with_column(tables[place], column, value or None, says=_SAYS.fill(of=_OF[how]), how=how)
    names = listing(dict.fromkeys(value for value in values.values() if value))
    yield says.fill(**about, names=names)


def _with_column(one: Known, column: str, value: str | None, *, says: Text, how: str) -> Known:
    """The table with a column that holds one value."""
    label = column_words(column)
    word = label.zh if any(map(has_han, one.raw.header)) else label.en
    header = next(name for name in (word, f"{word} ({how})", f"{word} ({how}_is)") if name not in one.raw.header)
    cells = pl.lit(value, dtype=pl.String).alias(header)
    raw = replace(
        one.raw,
        header=(*one.raw.header, header),
        frame=one.raw.frame.with_columns(cells),
        sample=one.raw.sample.with_columns(cells),
        scan=None,
    )
    gone = (column, *_INSTEAD_OF.get(column, ()))
    found = {name: mapped for name, mapped in one.found.items() if name not in gone}
    found[column] = Mapped(header, column, how, says)
    return with_found(replace(one, raw=raw), found)
