"""Ids in sales that only a list beside them explains: `_SalesTeamID` and a sheet of `_SalesTeamID, Sales Team`.

What the key is called says what the sales can be split by; the list, which is none of the canonical tables, has the
names. A key that means nothing we know, or that the list has twice, stays unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesperf.core.text import Text
from salesperf.sources.known import SALES, Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.pieces.named_ids import LISTED, base_of, name_beside
from salesperf.sources.profile import Profile, fold_header

_SAYS = Text("{file} lists {header!r} with its names", "{file} 中列有「{header}」及其名称")


def with_listed_ids(tables: Sequence[Known], known: Sequence[Profile]) -> list[Known]:
    """The tables of sales with the ids that lists name as what they are of, where nothing else says it."""
    lists = [one for one in tables if one.table is None and one.told is None]
    return [_with_ids(one, lists, known) if one.table in SALES else one for one in tables] if lists else list(tables)


def _with_ids(one: Known, lists: Sequence[Known], known: Sequence[Profile]) -> Known:
    found = dict(one.found)
    for header, list_ in _shared(one, lists):
        column = meant(header, known, table=one.table or "")
        if column is not None and column not in found:
            found[column] = Mapped(header, column, "value", _SAYS.fill(file=list_.raw.file.name, header=header))
    if len(found) == len(one.found):
        return one
    return with_found(one, found)


def _shared(one: Known, lists: Sequence[Known]) -> Iterator[tuple[str, Known]]:
    """The ids of sales that nothing reads and a list has under the same header beside their names."""
    for header in one.recognition.unmapped:
        key = fold_header(header)
        for list_ in lists if base_of(key) is not None else ():
            if name_beside(list_, key) is not None:
                yield header, list_
                break


def meant(header: str, known: Sequence[Profile], *, table: str = "orders") -> str | None:
    """What the sales are split by that a key without its ending stands for: `SalesTeamID` is of teams."""
    base = base_of(fold_header(header))
    entries = [entry for profile in known for entry in profile.aliases(table) if not entry.signature]
    return next((column for column in LISTED if any(base in _headers(entry.strong, column) for entry in entries)), None)


def _headers(strong: Mapping[str, tuple[str, ...]], column: str) -> tuple[str, ...]:
    return strong.get(column, ())
