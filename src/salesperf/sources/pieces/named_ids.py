"""Ids that a list beside the sales gives names: a `categoryID` of 1 is Beverages where a table of categories says so.

Such a list is none of the canonical tables. It is used only where its key has the header of the column, word for word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Count, Text
from salesperf.sources.known import Known, Names
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.profile import fold_header
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.parse_id import IdFormat, id_form

LISTED = ("team", "region", "channel", "store", "category", "campaign", "industry")
"""Columns by which sales are split, and which other tables may list."""
_NAMED = (*LISTED, "level")
_ENDINGS = ("id", "code", "key", "编号", "编码", "代码")
NAMES = ("name", "名称", "名", "")
"""What the header of the names has after what the key is of: `categoryName` or `Category` beside `categoryID`."""
LONGEST = 10_000
"""Rows of a list; a longer table is none."""
_LISTED = Text("names of {column}", "{column} 的名称")
_TOLD = Text("{header!r} is shown by the names of {file}{missing}", "「{header}」按 {file} 中的名称显示{missing}")
_MISSING = Text("; {count:value has|values have} no name there", "；其中 {count} 个取值没有名称")


def with_names(tables: Sequence[Known]) -> list[Known]:
    """The tables with the names that lists among them give the ids of their columns; the lists know what they name."""
    wanted = {key: column for one in tables for column in _NAMED if (key := _key_of(one, column)) is not None}
    lists = {
        key: (place, names)
        for place, one in enumerate(tables)
        if one.table is None
        for key, names in _lists_of(one, wanted)
    }
    found = list(tables)
    for place, one in enumerate(tables):
        names = {column: lists[key][1] for column in _NAMED if (key := _key_of(one, column)) in lists}
        if names:
            found[place] = replace(one, names=names)
    for key, (place, _) in lists.items():
        found[place] = replace(found[place], lists=_LISTED.fill(column=wanted[key]))
    return found


def put_names(read: Read) -> None:
    """The names in the place of their ids, and a note; an id that the list does not have stays."""
    frame = read.rows.frame
    for column, names in read.files[0].names.items():
        if frame.schema.get(column) != pl.String:
            continue
        values = frame[column].drop_nulls().unique()
        unknown = int((~values.is_in(list(names.of))).sum())
        frame = frame.with_columns(pl.col(column).replace(dict(names.of)))
        missing = _MISSING.fill(count=Count(unknown)) if unknown else ""
        read.notes.append(_TOLD.fill(header=read.files[0].found[column].header, file=names.file, missing=missing))
    read.rows.frame = frame


def base_of(key: str) -> str | None:
    """What a folded header of ids is of; None where it speaks of none.

    >>> base_of("salesteamid"), base_of("salesteam"), base_of("id")
    ('salesteam', None, None)
    """
    ending = next((ending for ending in _ENDINGS if key.endswith(ending)), None)
    return key.removesuffix(ending) or None if ending is not None else None


def name_beside(one: Known, key: str) -> str | None:
    """The header of the names that a table has beside the ids of a folded header; None where it has none."""
    header = {fold_header(text): text for text in one.raw.header}
    base = base_of(key)
    if base is None or key not in header:
        return None
    return next((header[base + word] for word in NAMES if base + word in header), None)


def _key_of(one: Known, column: str) -> str | None:
    """The header of a column, folded, where it speaks of an id."""
    key = fold_header(one.found[column].header) if one.table is not None and column in one.found else ""
    return key if base_of(key) is not None else None


def _lists_of(one: Known, wanted: Mapping[str, str]) -> Iterator[tuple[str, Names]]:
    """Which of the wanted keys a table lists by name."""
    header = {fold_header(text): text for text in one.raw.header}
    for key in sorted(wanted.keys() & header.keys()):
        name = name_beside(one, key)
        pairs = named_pairs(one, header[key], name) if name is not None else {}
        if pairs:
            yield key, Names(one.raw.file.name, pairs)


def named_pairs(one: Known, key: str, name: str) -> Mapping[str, str]:
    """Key to name where every key stands once; two things of one name are told apart by their key."""
    cells = one.raw.frame.select(key, name).head(LONGEST + 1).collect()
    form = IdFormat(id_form(cells[key]))
    rows = cells.select(form.parsed(pl.col(key)).cast(pl.String), pl.col(name).cast(pl.String)).rows()
    pairs = [(clean(code or ""), clean(said or "")) for code, said in rows]
    whole = [(code, said) for code, said in pairs if code is not None and said is not None]
    if len(rows) > LONGEST or len({code for code, _ in whole}) < len(whole):
        return {}
    shared = Counter(said for _, said in whole)
    return {code: said if shared[said] == 1 else f"{said} ({code})" for code, said in whole}
