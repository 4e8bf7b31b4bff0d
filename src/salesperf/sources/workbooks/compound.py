"""The directory of a compound file, the container of old workbooks and of all that Excel encrypts."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.archive import damaged, with_password

_HEADER = 512
_ENTRY = 128
_MOST_SECTORS = 64
"""Sectors of the directory that are looked at: room for hundreds of streams, of which a workbook has ten."""
_END = 0xFFFFFFFA
"""From here on a number is a mark and no sector."""
_SMALLEST, _LARGEST = 4_096, 500_000_000
_SMALL = 64
_MACROS = frozenset({"_VBA_PROJECT_CUR", "_VBA_PROJECT"})
_ENCRYPTED = frozenset({"EncryptedPackage", "EncryptionInfo"})


def refuse_encrypted(source: Path | bytes, *, name: str) -> None:
    """Refuse a workbook whose content is an encrypted package ([MS-OFFCRYPTO] 2.3)."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        if _ENCRYPTED & stream_names(stream):
            raise Refused(with_password(name))


def refuse_circular(source: Path | bytes, *, name: str) -> None:
    """Refuse a file of which a sector follows itself, sooner or later: a reader that follows the chain never ends."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        compound = _Compound.of(stream)
        if compound is None:
            return
        starts = [start for start, length in _entries(compound).values() if length >= _SMALLEST]
        if any(map(compound.is_circular, (compound.directory, *starts))):
            raise damaged(name, Text("its sectors follow each other in a circle", "其扇区循环相连"))


def has_macros(source: Path | bytes) -> bool:
    """Whether a workbook carries a project of macros ([MS-OVBA] 2.2.1)."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        return bool(_MACROS & stream_names(stream))


def stream_names(stream: IO[bytes]) -> frozenset[str]:
    """The names in the directory, as far as it can be followed; empty for what is no compound file."""
    return frozenset(_entries(_Compound.of(stream)))


def content_of(source: Path | bytes, names: Collection[str]) -> bytes:
    """The content of the first stream of one of these names; empty without one, and for one beyond 500 MB."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        compound = _Compound.of(stream)
        entries = _entries(compound)
        start, length = next((place for name, place in entries.items() if name in names), (_END, 0))
        if compound is None or length > _LARGEST:
            return b""
        if length >= _SMALLEST:
            return compound.content(start, length)
        return compound.small_content(start, length, entries.get("Root Entry", (_END, 0)))


class _Compound(Struct, frozen=True):
    """The sectors of a compound file ([MS-CFB] 2.2 and 2.3); `table` says which sector follows which."""

    stream: IO[bytes]
    size: int
    directory: int
    small: int
    """First sector of the table of small sectors, in which streams of under 4 KB lie."""
    table: tuple[int, ...]

    @classmethod
    def of(cls, stream: IO[bytes]) -> _Compound | None:
        header = stream.read(_HEADER)
        if len(header) < _HEADER:
            return None
        size = 1 << max(7, min(struct.unpack_from("<H", header, 30)[0], 12))
        directory, small, more = (struct.unpack_from("<I", header, at)[0] for at in (48, 60, 68))
        blank = cls(stream, size, directory, small, ())
        places = list(struct.unpack_from("<109I", header, 76))
        for _ in range(_MOST_SECTORS):
            listed = blank.numbers(more)
            if not listed:
                break
            places += listed[:-1]
            more = listed[-1]
        table = [number for place in dict.fromkeys(places) if place < _END for number in blank.numbers(place)]
        return cls(stream, size, directory, small, tuple(table))

    def sector(self, number: int) -> bytes:
        """The bytes of a sector; fewer beyond the end of the file."""
        if number >= _END:
            return b""
        self.stream.seek((number + 1) * self.size)
        return self.stream.read(self.size)

    def numbers(self, sector: int) -> tuple[int, ...]:
        """A sector as the numbers of other sectors."""
        content = self.sector(sector)
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def content(self, start: int, length: int) -> bytes:
        """The bytes of a stream."""
        return b"".join(map(self.sector, self.chain(start, most=length // self.size + 1)))[:length]

    def small_content(self, start: int, length: int, root: tuple[int, int]) -> bytes:
        """The bytes of a stream that lies in small sectors, which fill the stream of the root."""
        whole = self.content(root[0], min(root[1], _LARGEST))
        table = [number for sector in self.chain(self.small, most=_MOST_SECTORS) for number in self.numbers(sector)]
        found: list[bytes] = []
        for _ in range(length // _SMALL + 1):
            found.append(whole[start * _SMALL : (start + 1) * _SMALL])
            if start >= len(table):
                break
            start = table[start]
        return b"".join(found)[:length]

    def chain(self, start: int, *, most: int) -> Iterator[int]:
        """The sectors of a stream in order."""
        met: set[int] = set()
        for _ in range(min(most, len(self.table) + 1)):
            if start >= _END or start in met:
                return
            met.add(start)
            yield start
            if start >= len(self.table):
                return
            start = self.table[start]

    def is_circular(self, start: int) -> bool:
        """Whether a chain bites its own tail."""
        *_, last = start, *self.chain(start, most=len(self.table) + 1)
        return last < len(self.table) and self.table[last] < _END and start < _END


def _entries(compound: _Compound | None) -> dict[str, tuple[int, int]]:
    """First sector and length of each stream, by name."""
    if compound is None:
        return {}
    found: dict[str, tuple[int, int]] = {}
    for sector in compound.chain(compound.directory, most=_MOST_SECTORS):
        content = compound.sector(sector)
        for at in range(0, len(content) - _ENTRY + 1, _ENTRY):
            length = min(struct.unpack_from("<H", content, at + 64)[0], 64)
            name = content[at : at + max(0, length - 2)].decode("utf-16-le", errors="replace")
            if name:
                found[name] = struct.unpack_from("<II", content, at + 116)
    return found
