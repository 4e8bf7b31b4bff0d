"""Whatever the bytes are, the look at a workbook ends in an answer or a refusal."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.compound import refuse_encrypted
from salesperf.sources.workbooks.preflight import preflight

LIMITS = Limits(max_inflated=5_000_000)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), min_size=1, max_size=6)


def _book() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        book = openpyxl.Workbook()
        for row in (("id", "amount"), ("a", 10), ("b", "=A1"), ("c", "#N/A")):
            book.active.append(row)
        book.save(path)
        return path.read_bytes()


BOOK = _book()


OUTCOMES = {"looked over", "R120", "R121", "R122"}


def _outcome(content: bytes) -> str:
    try:
        preflight(content, name="x", limits=LIMITS, only=None)
    except Refused as refused:
        return refused.issue.code
    return "looked over"


def _changed(content: bytes, changes: list[tuple[float, bytes]]) -> bytes:
    for place, new in changes:
        at = int(place * len(content))
        content = content[:at] + new + content[at + len(new) :]
    return content


@given(CHANGES)
def test_a_damaged_workbook_is_looked_over_or_refused(changes: list[tuple[float, bytes]]) -> None:
    assert _outcome(_changed(BOOK, changes)) in OUTCOMES


@given(CHANGES)
def test_a_damaged_directory_is_looked_over_or_refused(changes: list[tuple[float, bytes]]) -> None:
    start = BOOK.index(b"PK\x01\x02")

    assert _outcome(BOOK[:start] + _changed(BOOK[start:], changes)) in OUTCOMES


@given(st.binary(max_size=3000), st.integers(0, 0xFFFF), st.integers(0, 0xFFFFFFFF))
def test_any_compound_file_is_looked_over(content: bytes, shift: int, sector: int) -> None:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + shift.to_bytes(2, "little")

    refuse_encrypted(header.ljust(48, b"\0") + sector.to_bytes(4, "little") + content, name="x")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", BOOK[:100]], ids=["nothing", "a signature", "a first entry"])
def test_a_fragment_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        preflight(content, name="x", limits=LIMITS, only=None)
