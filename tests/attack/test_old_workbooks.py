"""Old workbooks whose records say what is not true: the answer is a refusal, and no process dies of them."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from salesperf.sources.workbooks.biff import facts_in, refuse_overlapping

MOST_SECONDS = 30
"""A trial reading starts a process of its own, on a machine that may be busy."""
SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
BOF, EOF, SHEET, NUMBER, DIMENSIONS, TEXTS = 0x0809, 0x000A, 0x0085, 0x0203, 0x0200, 0x00FC


def record(kind: int, content: bytes = b"", *, length: int | None = None) -> bytes:
    """A record that says its length, or another one."""
    return struct.pack("<HH", kind, len(content) if length is None else length) + content


def begin(kind: int = 0x0010, *, length: int | None = None) -> bytes:
    """The beginning of a sheet, or of the book (5)."""
    return record(BOF, struct.pack("<HH12x", 0x0600, kind), length=length)


def number(row: int, column: int) -> bytes:
    """A cell with the number 7."""
    return record(NUMBER, struct.pack("<3Hd", row, column, 0, 7.0))


def book(sheet: bytes, *, before: bytes = b"", start: int | None = None) -> bytes:
    """A book of one sheet, which begins where the book says, or is said to begin elsewhere."""
    head = begin(5) + before
    own = len(head) + 4 + 8 + 1 + len(record(EOF))
    listed = record(SHEET, struct.pack("<IBBBB", own if start is None else start, 0, 0, 1, 0) + b"S")
    return head + listed + record(EOF) + sheet


CELLS = b"".join(number(row, column) for row in range(4) for column in range(2))
ATTACKS = {
    "beginning longer than the file": book(begin(length=0xFFFF) + CELLS + record(EOF)),
    "book whose beginning is longer than the file": begin(5, length=0xFFFF) + CELLS,
    "record longer than the file": book(begin() + number(0, 0) + record(NUMBER, b"\0" * 14, length=0xFFFF)),
    "sheet beyond the file": book(begin() + CELLS + record(EOF), start=0xFFFFFFF0),
    "cells in the farthest corner": book(begin() + number(0, 0) + number(0xFFFF, 0xFFFF) + record(EOF)),
    "number cut short": book(begin() + record(NUMBER, b"\0\0") + record(EOF)),
    "reach of four thousand million rows": book(
        begin() + record(DIMENSIONS, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)) + CELLS + record(EOF)
    ),
    "beginnings within beginnings": book(begin() * 50_000 + CELLS + record(EOF)),
}
HARMLESS = {
    "four thousand million texts": book(
        begin() + CELLS + record(EOF), before=record(TEXTS, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF))
    ),
    "empty records": book(begin() + record(0x00FF) * 200_000 + CELLS + record(EOF)),
}


def compound(content: bytes, *, length: int | None = None) -> bytes:
    """A compound file whose only stream is the book, in sectors one behind the other; up to 6 MB."""
    padded = content.ljust(4096, b"\0")
    padded += b"\0" * (-len(padded) % SECTOR)
    count = len(padded) // SECTOR
    tables = -(-(count + 110) // 128)
    first = tables + 1
    chain = [TABLE] * tables + [END] + [at + 1 for at in range(first, first + count - 1)] + [END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<II", tables, tables) + struct.pack("<IIIIII", 0, 4096, END, 0, END, 0)
    listed = [*range(tables), *[FREE] * (109 - tables)]
    entries = entry("Root Entry", 5, END, 0, child=1) + entry("Workbook", 2, first, length or len(padded))
    return head + struct.pack("<109I", *listed) + table + entries.ljust(SECTOR, b"\0") + padded


def entry(name: str, kind: int, start: int, length: int, *, child: int = FREE) -> bytes:
    """An entry of the directory."""
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text) + 2, kind, 1, FREE, FREE, child)
    return head.ljust(116, b"\0") + struct.pack("<II", start, length) + bytes(4)


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    """`salesperf tidy --raw` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "salesperf", "tidy", "--raw", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST_SECONDS,
    )


@pytest.mark.parametrize("name", ATTACKS)
def test_an_old_workbook_that_lies_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "attack.xls"
    path.write_bytes(compound(ATTACKS[name]))

    done = checked(path)

    assert done.returncode == 4, done.stderr
    assert "R12" in done.stderr


@pytest.mark.parametrize("name", HARMLESS)
def test_what_the_reader_survives_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.xls"
    path.write_bytes(compound(HARMLESS[name]))

    done = checked(path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1:] == ["7.0,7.0"] * 4


@pytest.mark.parametrize("name", [*ATTACKS, *HARMLESS])
def test_the_look_for_faults_ends_whatever_the_records_say(name: str) -> None:
    content = compound({**ATTACKS, **HARMLESS}[name])

    refuse_overlapping(content, name="odd.xls")

    assert set(facts_in(content)) <= {"S"}


def test_a_stream_longer_than_the_file_is_not_gone_through(tmp_path: Path) -> None:
    path = tmp_path / "long.xls"
    path.write_bytes(compound(book(begin() + CELLS + record(EOF)), length=0xFFFFFFF0))

    assert facts_in(path) == {}
    assert checked(path).returncode in {0, 4}
