from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.render.template.archive import Limits, archive_of
from salesperf.render.template.faults import DamagedError, TemplateError
from template_books import parts_of, zipped

PARTS: dict[str, str | bytes] = {"b.xml": "<b/>", "a/a.xml": "<a/>" * 100, "empty": ""}
BOOK = zipped(PARTS)


def test_what_is_not_replaced_keeps_its_very_bytes_order_and_times() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, packing in (
            ("b.xml", zipfile.ZIP_STORED),
            ("a.xml", zipfile.ZIP_DEFLATED),
            ("c.bin", zipfile.ZIP_STORED),
        ):
            entry = zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6))
            entry.compress_type, entry.external_attr, entry.extra = packing, 0o600 << 16, b"\x99\x99\x02\x00ok"
            entry.comment = b"said"
            archive.writestr(entry, name * 50)
        archive.comment = b"of all"
    book = target.getvalue()

    found = archive_of(book).replaced({"a.xml": b"new"})

    before, after = zipfile.ZipFile(BytesIO(book)), zipfile.ZipFile(BytesIO(found))
    assert after.testzip() is None
    assert after.comment == b"of all"
    assert after.namelist() == before.namelist()
    assert after.read("a.xml") == b"new"
    for old, new in zip(before.infolist(), after.infolist(), strict=True):
        kept = ("filename", "date_time", "compress_type", "external_attr", "comment", "create_version", "extra")
        assert [getattr(old, key) for key in kept] == [getattr(new, key) for key in kept]
    first = before.getinfo("a.xml").header_offset
    assert found[:first] == book[:first]


def test_nothing_replaced_is_the_same_file() -> None:
    assert archive_of(BOOK).replaced({}) == BOOK


@given(st.binary(max_size=300), st.sampled_from(sorted(PARTS)))
def test_any_new_content_is_read_back(content: bytes, name: str) -> None:
    found = parts_of(archive_of(BOOK).replaced({name: content}))

    assert found == {**parts_of(BOOK), name: content}


def test_sizes_that_follow_a_part_go_where_it_is_replaced() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", "old")
        archive.writestr("b", "kept")
    book = target.getvalue()
    assert zipfile.ZipFile(BytesIO(book)).getinfo("a").flag_bits & 0x8

    found = zipfile.ZipFile(BytesIO(archive_of(book).replaced({"a": b"new"})))

    assert (found.read("a"), found.read("b")) == (b"new", b"kept")
    assert not found.getinfo("a").flag_bits & 0x8


def test_sizes_for_very_large_parts_go_where_it_is_replaced() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive, archive.open("a", "w", force_zip64=True) as part:
        part.write(b"old")

    found = archive_of(target.getvalue()).replaced({"a": b"new"})

    assert zipfile.ZipFile(BytesIO(found)).read("a") == b"new"
    assert struct.unpack_from("<H", found, 28)[0] == 0


def patched(old: bytes, new: bytes) -> bytes:
    assert old in BOOK
    return BOOK.replace(old, new)


@pytest.mark.parametrize(
    ("book", "words"),
    [
        (BOOK[:-30], "cut off"),
        (BOOK + b"x", "cut off"),
        (b"x" + BOOK, "cut off"),
        (b"PK\x03\x04", "cut off"),
        (zipped({"../up": "x"}), "path"),
        (zipped({"/root": "x"}), "path"),
        (zipped({"a//b": "x"}), "path"),
        (zipped({"C:x": "x"}), "path"),
        (patched(b"a/a.xml", b"a\\a.xml"), "path"),
        (zipped({"a": "1", "A": "2"}), "twice"),
        (BOOK.replace(b"b.xml", b"c.xml", 1), "otherwise"),
    ],
)
def test_a_zip_that_contradicts_itself_is_damaged(book: bytes, words: str) -> None:
    with pytest.raises(DamagedError, match=words):
        archive_of(book)


def test_a_part_that_is_not_what_it_says_is_damaged() -> None:
    entry = archive_of(BOOK).members[1]
    start = entry.start + 30 + len("a/a.xml")
    broken = BOOK[: start + 3] + bytes([BOOK[start + 3] ^ 0xFF]) + BOOK[start + 4 :]

    with pytest.raises(DamagedError, match=r"check sum|long"):
        archive_of(broken).part("a/a.xml")


def test_a_part_that_inflates_to_more_than_it_says_is_damaged() -> None:
    place = BOOK.index(b"PK\x01\x02", BOOK.index(b"PK\x01\x02") + 4)
    lying = BOOK[: place + 24] + struct.pack("<L", 10) + BOOK[place + 28 :]

    with pytest.raises(DamagedError, match="not as long"):
        archive_of(lying).part("a/a.xml")


def test_parts_that_lie_in_each_other_are_damaged() -> None:
    place = BOOK.index(b"PK\x01\x02")
    lying = BOOK[: place + 20] + struct.pack("<LL", 200, 200) + BOOK[place + 28 :]

    with pytest.raises(DamagedError, match="reaches into"):
        archive_of(lying)


def test_a_part_packed_otherwise_is_damaged() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", "x")

    with pytest.raises(DamagedError, match="packed"):
        archive_of(target.getvalue())


def test_an_encrypted_part_needs_its_password() -> None:
    place = BOOK.index(b"PK\x01\x02")
    locked = BOOK[: place + 8] + b"\x01\x00" + BOOK[place + 10 :]

    with pytest.raises(TemplateError, match="password"):
        archive_of(locked)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(size=10), "the limit is 10"),
        (Limits(parts=2), "3 parts"),
        (Limits(inflated=100), "inflate to 404 bytes"),
    ],
)
def test_what_is_too_large_is_refused_with_the_limit(limits: Limits, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        archive_of(BOOK, limits=limits)


def test_a_bomb_is_refused_unopened() -> None:
    bomb = zipped({"a": b"\0" * 11_000_000})

    with pytest.raises(TemplateError, match="more than 1,000 times"):
        archive_of(bomb)


def test_there_is_no_such_part() -> None:
    with pytest.raises(KeyError):
        archive_of(BOOK).part("missing")
