"""The directory of a zipped workbook: refused when unpacking it would harm, or when two readers would see two books.

Nothing is unpacked here. The native reader trusts the directory, so whatever contradicts itself is turned away.
"""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import IO

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused

_TAIL = 65_557
"""Bytes from the end of a file in which the end record of its directory begins: 22, and a comment of 65,535."""
_END, _END64_PLACE, _END64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_END_SIZE, _END64_SIZE, _PLACE_SIZE = 22, 56, 20
_ENTRY = 256
"""Bytes that an entry of the directory takes at most, name included; 46 and the name are the rule."""
_LOCAL_HEADER = 30
_HARMLESS = 10_000_000
"""A part that inflates to less does no harm, whatever its ratio."""
_SLACK = 1_024
_ENCRYPTED = 0x1


def open_archive(source: Path | bytes, *, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive, after its directory was looked over; what the standard library raises on damage is not caught."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        _refuse_long_directory(stream, name, limits)
    archive = zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source)
    try:
        _refuse_by_directory(archive, name, limits)
    except Refused:
        archive.close()
        raise
    return archive


FAR = Text(
    "the sheet reaches to row {row:,} and column {column:,}: {cells:,} cells, the limit max_cells is {limit:,}",
    "工作表延伸到第 {row:,} 行、第 {column:,} 列：共 {cells:,} 个单元格，上限 max_cells 为 {limit:,}",
)
LOCKED = Text("the workbook is protected by a password", "工作簿有密码保护")
UNLOCK = Text("open it in Excel, take the password off and save", "请用 Excel 打开，取消密码后保存")
_PARTS = Text(
    "the workbook has {parts:,} parts, the limit max_parts is {limit:,}",
    "工作簿有 {parts:,} 个部件，上限 max_parts 为 {limit:,}",
)
_LIST = Text(
    "the workbook's list of parts is {size:,} bytes, max_parts is {limit:,}",
    "工作簿的部件目录有 {size:,} 字节，上限 max_parts 为 {limit:,}",
)
_INFLATED = Text(
    "the workbook would inflate to {size:,} bytes, the limit max_inflated is {limit:,}",
    "工作簿解压后将达 {size:,} 字节，上限 max_inflated 为 {limit:,}",
)
_DAMAGED = Text("the workbook is damaged: {words}", "工作簿已损坏：{words}")
_LARGER = Text(
    "open it in Excel and save it again; a larger limit can be set under [reading]",
    "请用 Excel 打开并重新保存；也可在 [reading] 中调高上限",
)


def plain(entry: str) -> str:
    """The name of a part as the native reader compares it."""
    return entry.replace("\\", "/").lower().lstrip("/")


def with_password(name: str) -> Issue:
    """The workbook cannot be read without its password."""
    return issue("R120", LOCKED, Where(name), hint=UNLOCK)


def _refuse_long_directory(stream: IO[bytes], name: str, limits: Limits) -> None:
    """Refuse before the directory is taken into memory: an entry costs ten times its bytes there."""
    parts, size = _announced(stream)
    if parts > limits.max_parts:
        raise _too_much(name, _PARTS.fill(parts=parts, limit=limits.max_parts))
    if size > limits.max_parts * _ENTRY:
        raise _too_much(name, _LIST.fill(size=size, limit=limits.max_parts))


def _announced(stream: IO[bytes]) -> tuple[int, int]:
    """Entries and bytes of the directory as the end record says; 0, 0 without one."""
    length = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, length - _TAIL - _PLACE_SIZE))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        return 0, 0
    parts, size = struct.unpack_from("<HI", tail, at + 10)
    place = tail[at - _PLACE_SIZE : at] if at >= _PLACE_SIZE else b""
    if place.startswith(_END64_PLACE):
        stream.seek(min(length, struct.unpack_from("<Q", place, 8)[0]))
        record = stream.read(_END64_SIZE)
        if record.startswith(_END64) and len(record) == _END64_SIZE:
            parts, size = struct.unpack_from("<QQ", record, 32)
    return parts, size


def _refuse_by_directory(archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.max_parts:
        raise _too_much(name, _PARTS.fill(parts=len(entries), limit=limits.max_parts))
    inflated = sum(entry.file_size for entry in entries)
    if inflated > limits.max_inflated:
        raise _too_much(name, _INFLATED.fill(size=inflated, limit=limits.max_inflated))
    for entry in entries:
        _refuse_part(entry, name, limits)
    _refuse_two_books(entries, archive.start_dir, name)


def _refuse_part(entry: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise Refused(with_password(name))
    if entry.file_size > _HARMLESS and entry.file_size > limits.max_ratio * max(1, entry.compress_size):
        message = Text(
            f"the part {entry.filename} would inflate from {entry.compress_size:,} to {entry.file_size:,} bytes, "
            f"the limit max_ratio is {limits.max_ratio:,} times",
            f"部件 {entry.filename} 将由 {entry.compress_size:,} 字节解压为 {entry.file_size:,} 字节，"
            f"上限 max_ratio 为 {limits.max_ratio:,} 倍",
        )
        raise _too_much(name, message)
    if entry.compress_size > entry.file_size + entry.file_size // 64 + _SLACK:
        told = Text(
            f"the part {entry.filename} holds more than the {entry.file_size:,} bytes it declares",
            f"部件 {entry.filename} 的内容超过其声明的 {entry.file_size:,} 字节",
        )
        raise damaged(name, told)


def _refuse_two_books(entries: Sequence[zipfile.ZipInfo], directory: int, name: str) -> None:
    """Refuse parts of one name and parts that lie in each other: which of them is read depends on the reader."""
    seen: set[str] = set()
    for entry in entries:
        if plain(entry.filename) in seen:
            told = Text(f"it holds the part {entry.filename} twice", f"部件 {entry.filename} 出现两次")
            raise damaged(name, told)
        seen.add(plain(entry.filename))
    in_order = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [(one, following.header_offset) for one, following in pairwise(in_order)]
    for entry, end in [*ends, *((one, directory) for one in in_order[-1:])]:
        if entry.header_offset + _LOCAL_HEADER + entry.compress_size > end:
            told = Text(
                f"the part {entry.filename} reaches into the next one", f"部件 {entry.filename} 与下一个部件重叠"
            )
            raise damaged(name, told)


def damaged(name: str, words: str | Text) -> Refused:
    """A workbook that contradicts itself; `words` of another library stay as they are."""
    return Refused(issue("R122", _DAMAGED.fill(words=words), Where(name)))


def _too_much(name: str, message: Text) -> Refused:
    return Refused(issue("R121", message, Where(name), hint=_LARGER))
