"""The directory of a compound file, the container of old workbooks and of all that Excel encrypts."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from typing import IO

from salesperf.sources.archive import with_password
from salesperf.sources.refused import Refused

_HEADER = 512
_ENTRY = 128
_MOST_SECTORS = 64
"""Sectors of the directory that are looked at: room for hundreds of streams, of which a workbook has ten."""
_LISTED = 109
"""Sectors of the allocation table that the header lists; they map 7 MB at least."""
_ENCRYPTED = frozenset({"EncryptedPackage", "EncryptionInfo"})


def refuse_encrypted(source: Path | bytes, *, name: str) -> None:
    """Refuse a workbook whose content is an encrypted package ([MS-OFFCRYPTO] 2.3)."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        if _ENCRYPTED & stream_names(stream):
            raise Refused(with_password(name))


def stream_names(stream: IO[bytes]) -> frozenset[str]:
    """The names in the directory, as far as it can be followed; empty for what is no compound file ([MS-CFB] 2.2)."""
    header = stream.read(_HEADER)
    if len(header) < _HEADER:
        return frozenset()
    size = 1 << max(7, min(struct.unpack_from("<H", header, 30)[0], 12))
    table = struct.unpack_from(f"<{_LISTED}I", header, 76)
    sector = int(struct.unpack_from("<I", header, 48)[0])
    names: set[str] = set()
    for _ in range(_MOST_SECTORS):
        content = _sector(stream, sector, size)
        for at in range(0, len(content) - _ENTRY + 1, _ENTRY):
            length = min(struct.unpack_from("<H", content, at + 64)[0], 64)
            names.add(content[at : at + max(0, length - 2)].decode("utf-16-le", errors="replace"))
        place, offset = divmod(sector, size // 4)
        following = _sector(stream, table[place], size) if place < _LISTED else b""
        if len(following) < 4 * offset + 4:
            break
        sector = int(struct.unpack_from("<I", following, 4 * offset)[0])
    return frozenset(names - {""})


def _sector(stream: IO[bytes], number: int, size: int) -> bytes:
    stream.seek((number + 1) * size)
    return stream.read(size)
