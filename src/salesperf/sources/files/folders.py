"""What lies in the folders inside a folder: told, never read by itself, for two exports are not one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing

_DEEP = 4
"""Folders inside each other that are looked into."""
_MANY = 5_000
"""Files and folders that are looked at, so that a whole disk is not searched."""
_SHOWN = 5
_HOLDS = Text("{folder!r} ({files:file|files})", "「{folder}」（{files} 个文件）")
_AND_MORE = Text("{folders} and {more:more folder|more folders}", "{folders} 等，另有 {more} 个文件夹")
_INSIDE = Text(
    "the folder {folder!r} inside it was not read: it holds {files:file|files} that may be tables",
    "其中的文件夹「{folder}」未读取：内有 {files} 个可能是数据表的文件",
)
_NAME_IT = Text("name {folder!r} as well if it is part of the same export", "如属于同一份导出，请一并指定「{folder}」")


class Inside(Struct, frozen=True):
    """A folder inside another, as it would be typed, and how many files of it itself may be tables."""

    path: Path
    files: int


def folders_inside(folder: Path, *, suffixes: frozenset[str], hidden: tuple[str, ...]) -> tuple[Inside, ...]:
    """The folders below one that hold files with these suffixes; names that begin as `hidden` ones are passed over."""
    found: dict[Path, int] = {}
    seen = 0
    for place, inner, files in os.walk(folder):
        here = Path(place)
        inner[:] = sorted(name for name in inner if not name.startswith(hidden))
        seen += len(inner) + len(files)
        tables = [name for name in files if Path(name).suffix.lower() in suffixes and not name.startswith(hidden)]
        if here != folder and tables:
            found[here] = len(tables)
        if len(here.relative_to(folder).parts) >= _DEEP or seen > _MANY:
            inner.clear()
    return tuple(Inside(path, count) for path, count in sorted(found.items()))


def listed(inside: Sequence[Inside]) -> Text:
    """The folders with their numbers of files, as a message names them."""
    named = listing(_HOLDS.fill(folder=str(one.path), files=Count(one.files)) for one in inside[:_SHOWN])
    more = len(inside) - _SHOWN
    return _AND_MORE.fill(folders=named, more=Count(more)) if more > 0 else named


def not_read(folders: Sequence[Path], *, suffixes: frozenset[str], hidden: tuple[str, ...]) -> Iterator[Issue]:
    """A finding for each folder inside some that are read, but for those that are read themselves."""
    read = {folder.resolve() for folder in folders}
    for folder in dict.fromkeys(folders):
        for one in folders_inside(folder, suffixes=suffixes, hidden=hidden):
            if one.path.resolve() not in read:
                told = _INSIDE.fill(folder=str(one.path.relative_to(folder)), files=Count(one.files))
                yield issue("R418", told, Where(str(folder)), hint=_NAME_IT.fill(folder=str(one.path)))
