"""How far the cells of an OpenDocument sheet reach: rows and cells say how often they repeat, in a few bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from msgspec import Struct, field

from salesperf.sources.workbooks.part_xml import ForbiddenXmlError

_CHUNK = 1 << 20
_MOST_DIGITS = 12


class Reach(Struct, frozen=True):
    """The last filled row and column of a sheet, from 1; 0 for an empty one."""

    sheet: str
    rows: int
    columns: int


def reaches_of(stream: IO[bytes]) -> tuple[Reach, ...]:
    """The reach of every sheet of a `content.xml`; raises `ForbiddenXmlError` for entities, `ExpatError` on damage."""
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    for chunk in _chunks(stream):
        parser.Parse(chunk)
    parser.Parse(b"", True)  # noqa: FBT003 - expat's own signature: this is all there is
    return tuple(walk.found)


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


class _Walk(Struct):
    """Where the walk through the XML is; rows and columns that are empty count once a filled one follows."""

    found: list[Reach] = field(default_factory=list)
    sheet: str = ""
    rows: int = 0
    columns: int = 0
    at_row: int = 0
    at_column: int = 0
    repeated: int = 1
    filled: int = 0
    """The last filled column of the row."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in {"table-cell", "covered-table-cell"}:
            self.at_column += _times(attributes, "number-columns-repeated")
            if any(key.endswith((":value-type", ":formula")) for key in attributes):
                self.filled = self.at_column
        elif name == "p":
            self.filled = self.at_column
        elif name == "table-row":
            self.at_column = self.filled = 0
            self.repeated = _times(attributes, "number-rows-repeated")
        elif name == "table":
            self.sheet = next((value for key, value in attributes.items() if key.endswith(":name")), "")
            self.rows = self.columns = self.at_row = self.at_column = self.filled = 0

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "table-row":
            self.at_row += self.repeated
            if self.filled:
                self.rows, self.columns = self.at_row, max(self.columns, self.filled)
        elif name == "table":
            self.found.append(Reach(self.sheet, self.rows, self.columns))


def _times(attributes: dict[str, str], name: str) -> int:
    """How often a row or cell stands there; what is no number once."""
    said = next((value.strip()[:_MOST_DIGITS] for key, value in attributes.items() if key.endswith(name)), "1")
    return int(said) if said.isascii() and said.isdigit() else 1


def _refuse(*_: object) -> None:
    raise ForbiddenXmlError
