"""The files of one table beside each other: what each is called, and which of them are alike in something."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from salesperf.core.errors import Where
from salesperf.core.text import Text, listing
from salesperf.sources.known import Known
from salesperf.sources.pieces.piece import Piece

_NAMED = 3
"""Files that a message lists."""
SEMICOLON = Text("; ", "；")
_IN = Text("{what} in {files}", "{files} 中为 {what}")


class TableFile(Struct, frozen=True):
    """One file's part of a table."""

    known: Known
    piece: Piece
    part: int

    @property
    def name(self) -> str:
        """The file, with its sheet where it has one."""
        raw = self.known.raw
        return f"{raw.file.name}, sheet {raw.sheet!r}" if raw.sheet else raw.file.name

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.piece.heights[self.part]

    def header(self, column: str) -> str | None:
        """The header of a canonical column, None where it has none."""
        mapped = self.known.found.get(column)
        return None if mapped is None else mapped.header


def grouped(files: Sequence[TableFile], key: Callable[[TableFile], str]) -> Mapping[str, list[TableFile]]:
    """Files by what is said of them; those of which nothing is known are left out."""
    found: dict[str, list[TableFile]] = {}
    for file in files:
        if word := key(file):
            found.setdefault(word, []).append(file)
    return found


def said_of(groups: Mapping[str, Sequence[TableFile]]) -> Text:
    """What is said of each group of files, with their names."""
    return listing((_IN.fill(what=what, files=names_of(files)) for what, files in groups.items()), SEMICOLON)


def names_of(files: Sequence[TableFile]) -> Text:
    """The names of the first files, and how many more there are."""
    more = len(files) - _NAMED
    named = listing(file.name for file in files[:_NAMED])
    return (
        Text("{named} and {more} more", "{named} 等，另有 {more} 个").fill(named=named, more=more)
        if more > 0
        else named
    )


def place_of(file: TableFile, column: str) -> Where:
    """Where a column stands in a file, by its header there."""
    return Where(file.known.raw.file.name, file.known.raw.sheet, column=file.header(column) or column)
