"""The zip of a workbook, member by member as it lies there: what is not replaced is copied with its very bytes.

Nothing is unpacked but what is asked for, and a directory that contradicts itself is turned away.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.render.template.faults import SAVE_AGAIN, DamagedError, TemplateError

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_FORM, _CENTRAL_FORM, _END_FORM = "<4s5HLLLHH", "<4s6HLLLHHHHHLL", "<4s4HLLH"
_LOCAL_SIZE, _CENTRAL_SIZE, _END_SIZE = 30, 46, 22
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_FOLLOW = 0x1, 0x8
_LARGE_ZIP = 0xFFFFFFFF
_LARGE_EXTRA = 1
_HARMLESS = 10_000_000
"""A part that inflates to less does no harm, whatever its ratio."""
_LEVEL = 6

_TOO_LARGE = Text("the template is {size:,} bytes, the limit is {limit:,}", "模板有 {size:,} 字节，上限为 {limit:,}")
_PARTS = Text("the template has {parts:,} parts, the limit is {limit:,}", "模板有 {parts:,} 个部件，上限为 {limit:,}")
_INFLATED = Text(
    "the template would inflate to {size:,} bytes, the limit is {limit:,}",
    "模板解压后将达 {size:,} 字节，上限为 {limit:,}",
)
_RATIO = Text(
    "the part {part} of the template would inflate more than {limit:,} times",
    "模板的部件 {part} 解压后将超过 {limit:,} 倍",
)
_SMALLER = Text(
    "leave out what the report does not need, pictures first, and save it again",
    "请删去报告不需要的内容（先删图片）后重新保存",
)
_LOCKED = Text("the template is protected by a password", "模板有密码保护")
UNLOCK = Text("open it in Excel, take the password off and save", "请用 Excel 打开，取消密码后保存")
_NOT_WHOLE = Text("its list of parts is missing or cut off", "部件目录缺失或不完整")
_OUTSIDE = Text("the part {part} lies outside of the file", "部件 {part} 位于文件之外")
_TWICE = Text("it holds the part {part} twice", "部件 {part} 出现两次")
_OVERLAP = Text("the part {part} reaches into the next one", "部件 {part} 与下一个部件重叠")
_PATH = Text("the part {part} has a path that no workbook has", "部件 {part} 的路径不属于工作簿")
_PACKING = Text("the part {part} is packed in a way that no workbook is", "部件 {part} 的压缩方式不属于工作簿")
_LENGTH = Text("the part {part} is not as long as it says", "部件 {part} 的长度与声明不符")
_SUM = Text("the check sum of the part {part} is wrong", "部件 {part} 的校验和不符")
_OTHER_NAME = Text("the part {part} is called otherwise where it lies", "部件 {part} 在目录与文件中的名称不同")


class Limits(Struct, frozen=True):
    """How much a template may ask for; the reader of exports has bounds of its own."""

    size: int = 100_000_000
    parts: int = 10_000
    inflated: int = 1_000_000_000
    ratio: int = 1_000


DEFAULT = Limits()


class Member(Struct, frozen=True):
    """One part as the directory lists it: `entry` is its record there, `start` and `end` where it lies."""

    name: str
    entry: bytes
    start: int
    end: int
    packing: int
    check_sum: int
    packed: int
    size: int


class Archive(Struct, frozen=True):
    """The parts of a zip in the order of its directory."""

    content: bytes
    members: tuple[Member, ...]
    comment: bytes = b""

    def part(self, name: str) -> bytes:
        """What a part holds, proved by its length and check sum; raises `DamagedError`, `KeyError` for none."""
        member = next((one for one in self.members if one.name == name), None)
        if member is None:
            raise KeyError(name)
        return _unpacked(self.content, member)

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The zip with these parts in the place of the old ones; all others are the same bytes in the same order."""
        out = bytearray()
        places: dict[str, tuple[int, bytes]] = {}
        for member in sorted(self.members, key=lambda one: one.start):
            at = len(out)
            if member.name in parts:
                local, entry = _packed(self.content, member, parts[member.name])
                out += local
            else:
                out += self.content[member.start : member.end]
                entry = member.entry
            places[member.name] = (at, entry)
        directory = len(out)
        for member in self.members:
            at, entry = places[member.name]
            out += entry[:42] + struct.pack("<L", at) + entry[46:]
        count = len(self.members)
        ends = (_END, 0, 0, count, count, len(out) - directory, directory, len(self.comment))
        return bytes(out) + struct.pack(_END_FORM, *ends) + self.comment


def archive_of(content: bytes, *, limits: Limits = DEFAULT) -> Archive:
    """The directory of a zip, looked over; raises `DamagedError`, and `TemplateError` for a large or locked one."""
    if len(content) > limits.size:
        raise TemplateError(_TOO_LARGE.fill(size=len(content), limit=limits.size), _SMALLER)
    end = content.rfind(_END, max(0, len(content) - _END_SIZE - 0xFFFF))
    if end < 0 or len(content) < end + _END_SIZE:
        raise DamagedError(_NOT_WHOLE)
    _, disk, first_disk, here, count, size, directory, comment = struct.unpack_from(_END_FORM, content, end)
    if disk or first_disk or here != count or directory + size != end or end + _END_SIZE + comment != len(content):
        raise DamagedError(_NOT_WHOLE)
    if count > limits.parts:
        raise TemplateError(_PARTS.fill(parts=count, limit=limits.parts), _SMALLER)
    members = _with_ends(list(_listed(content, directory, end, count=count)), directory)
    _look_over(content, members, limits)
    return Archive(content, members, content[end + _END_SIZE :])


def _listed(content: bytes, at: int, end: int, *, count: int) -> Iterator[Member]:
    for _ in range(count):
        if content[at : at + 4] != _CENTRAL or at + _CENTRAL_SIZE > end:
            raise DamagedError(_NOT_WHOLE)
        fields = struct.unpack_from(_CENTRAL_FORM, content, at)
        flags, packing, check_sum, packed, size = fields[3], fields[4], *fields[7:10]
        names, extra, comment, start = *fields[10:13], fields[16]
        length = _CENTRAL_SIZE + names + extra + comment
        if at + length > end or _LARGE_ZIP in {packed, size, start}:
            raise DamagedError(_NOT_WHOLE)
        raw = content[at + _CENTRAL_SIZE : at + _CENTRAL_SIZE + names]
        # The other code page that a zip may name its parts in agrees with UTF-8 on all that workbooks use.
        name = raw.decode("utf-8", errors="backslashreplace")
        if flags & _ENCRYPTED:
            raise TemplateError(_LOCKED, UNLOCK)
        if packing not in {_STORED, _DEFLATED}:
            raise DamagedError(_PACKING.fill(part=name))
        yield Member(name, content[at : at + length], start, 0, packing, check_sum, packed, size)
        at += length
    if at != end:
        raise DamagedError(_NOT_WHOLE)


def _with_ends(members: list[Member], directory: int) -> tuple[Member, ...]:
    """The members with where each ends: what lies between it and the next belongs to it."""
    starts = sorted(member.start for member in members)
    ends = dict(pairwise([*starts, directory]))
    return tuple(replace(one, end=ends[one.start]) for one in members)


def _look_over(content: bytes, members: tuple[Member, ...], limits: Limits) -> None:
    if min((member.start for member in members), default=0):
        raise DamagedError(_NOT_WHOLE)
    inflated = sum(member.size for member in members)
    if inflated > limits.inflated:
        raise TemplateError(_INFLATED.fill(size=inflated, limit=limits.inflated), _SMALLER)
    seen: set[str] = set()
    for member in members:
        if member.name.casefold() in seen:
            raise DamagedError(_TWICE.fill(part=member.name))
        seen.add(member.name.casefold())
        _check_path(member.name)
        if member.size > _HARMLESS and member.size > limits.ratio * max(1, member.packed):
            raise TemplateError(_RATIO.fill(part=member.name, limit=limits.ratio), SAVE_AGAIN)
        _check_place(content, member)


def _check_path(name: str) -> None:
    parts = name.removesuffix("/").split("/")
    if "\\" in name or "\0" in name or ":" in parts[0] or {"", ".", ".."} & set(parts):
        raise DamagedError(_PATH.fill(part=name))


def _check_place(content: bytes, member: Member) -> None:
    if member.end - member.start < _LOCAL_SIZE or content[member.start : member.start + 4] != _LOCAL:
        raise DamagedError(_OUTSIDE.fill(part=member.name))
    names = struct.unpack_from("<H", content, member.start + 26)[0]
    here = content[member.start + _LOCAL_SIZE : member.start + _LOCAL_SIZE + names]
    listed = struct.unpack_from("<H", member.entry, 28)[0]
    if here != member.entry[_CENTRAL_SIZE : _CENTRAL_SIZE + listed]:
        raise DamagedError(_OTHER_NAME.fill(part=member.name))
    if _data_start(content, member) + member.packed > member.end:
        raise DamagedError(_OVERLAP.fill(part=member.name))


def _data_start(content: bytes, member: Member) -> int:
    names, extra = struct.unpack_from("<HH", content, member.start + 26)
    return member.start + _LOCAL_SIZE + int(names) + int(extra)


def _unpacked(content: bytes, member: Member) -> bytes:
    start = _data_start(content, member)
    packed = content[start : start + member.packed]
    if member.packing == _STORED:
        data = packed
    else:
        try:
            # One byte more than promised is enough to know that the promise is broken.
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
        except zlib.error as fault:
            raise DamagedError(_SUM.fill(part=member.name)) from fault
    if len(data) != member.size:
        raise DamagedError(_LENGTH.fill(part=member.name))
    if zlib.crc32(data) != member.check_sum:
        raise DamagedError(_SUM.fill(part=member.name))
    return data


def _packed(content: bytes, member: Member, data: bytes) -> tuple[bytes, bytes]:
    """A part with new content, packed as the old one was, and its record of the directory."""
    packed = data
    if member.packing == _DEFLATED:
        deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflater.compress(data) + deflater.flush()
    fields = list(struct.unpack_from(_LOCAL_FORM, content, member.start))
    names_end = member.start + _LOCAL_SIZE + fields[9]
    extra = _without_large(content[names_end : names_end + fields[10]])
    sums = (zlib.crc32(data), len(packed), len(data))
    fields[2] &= ~_SIZES_FOLLOW
    fields[6:9] = sums
    fields[10] = len(extra)
    local = struct.pack(_LOCAL_FORM, *fields) + content[member.start + _LOCAL_SIZE : names_end] + extra + packed
    flags = struct.unpack_from("<H", member.entry, 8)[0] & ~_SIZES_FOLLOW
    entry = member.entry[:8] + struct.pack("<H", flags) + member.entry[10:16] + struct.pack("<LLL", *sums)
    return local, entry + member.entry[28:]


def _without_large(extra: bytes) -> bytes:
    """The extra fields of a part without the sizes that only parts of over 4 GB need."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        key, length = struct.unpack_from("<HH", extra, at)
        if key != _LARGE_EXTRA:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept + extra[at:]
