from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks.binary_sheet import binary_facts, binary_styles, declared_reach, listed_sheets
from salesperf.sources.workbooks.sheet_facts import SheetFacts
from salesperf.sources.workbooks.sheet_styles import Styles


def test_the_reach_is_declared_in_rows_and_columns_from_0() -> None:
    # Records: begin of sheet (0x81 0x01, empty), then the dimension (0x94 0x01, 16 bytes).
    head = b"\x81\x01\x00" + b"\x94\x01\x10" + struct.pack("<4I", 0, 1_048_575, 0, 16_383)

    assert declared_reach(head) == (1_048_576, 16_384)


def test_a_sheet_that_declares_nothing_reaches_nowhere() -> None:
    assert declared_reach(b"") == (0, 0)
    assert declared_reach(b"\x81\x01\x00" * 10) == (0, 0)


@pytest.mark.real
def test_binary_sheets_declare_what_they_hold(real_data: Path) -> None:
    with zipfile.ZipFile(real_data / "messy" / "calamine" / "date.xlsb") as archive:
        sheet = next(name for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))

        assert declared_reach(archive.read(sheet)) == (3, 2)


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record: kind and size in groups of seven bits, lowest first."""

    def grouped(number: int) -> bytes:
        low, rest = number & 0x7F, number >> 7
        return bytes([low | 0x80]) + grouped(rest) if rest else bytes([low])

    return grouped(kind) + grouped(len(content)) + content


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(kind: int, column: int, value: bytes, style: int = 0) -> bytes:
    return _record(kind, struct.pack("<II", column, style) + value)


NUMBER = struct.pack("<d", 0.5)
STYLES = _record(44, struct.pack("<H", 164) + _text("0.0%")) + b"".join(
    [
        _record(626),
        _record(47, struct.pack("<HH12x", 0xFFFF, 9)),
        _record(617),
        *(_record(47, struct.pack("<HH12x", 0, number)) for number in (0, 164, 2)),
        _record(618),
    ]
)


def test_error_cells_and_error_results_are_found() -> None:
    sheet = (
        _record(0, struct.pack("<I13x", 1))
        + _cell(5, 1, NUMBER)
        + _cell(3, 2, b"\x2a")
        + _record(0, struct.pack("<I13x", 2))
        + _cell(11, 2, b"\x07\0\0" + bytes(10))
    )

    errors = binary_facts(sheet).errors

    assert {column: (fault.addresses, fault.rows) for column, fault in errors.items()} == {
        3: (["C2", "C3"], {2: "#N/A", 3: "#DIV/0!"})
    }


def test_a_sheet_without_errors_is_not_gone_through() -> None:
    assert binary_facts(_record(0, struct.pack("<I13x", 1)) + _cell(5, 1, NUMBER)) == SheetFacts()


def test_shares_are_known_by_the_styles_of_cells() -> None:
    styles = binary_styles(STYLES)
    small = struct.pack("<I", 2)
    sheet = _record(0, struct.pack("<I13x", 4)) + _cell(5, 0, NUMBER) + _cell(2, 1, small, 1) + _cell(9, 2, NUMBER, 1)

    assert styles.percents == {1}
    assert {column: list(rows) for column, rows in binary_facts(sheet, styles).percents.items()} == {2: [5], 3: [5]}


def test_sheets_are_listed_with_their_relations() -> None:
    listed = _record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text("订单"))

    assert listed_sheets(_record(131) + listed + _record(132)) == (("rId1", "订单"),)


@given(st.binary(max_size=200))
def test_no_bytes_make_it_stumble(part: bytes) -> None:
    binary_facts(part, Styles(frozenset({0, 1})))
    binary_styles(part)
    listed_sheets(part)
    declared_reach(part)
