from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks.biff import facts_in
from salesperf.sources.workbooks.compound import content_of

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HH12x", 0x0600, kind))


def _book() -> bytes:
    """One sheet: B2 is a number, B3 the error #N/A, C3 true, B4 a formula whose result is #DIV/0!."""
    cells = (
        _begin(0x0010)
        + _record(0x0203, struct.pack("<3Hd", 1, 1, 0, 7.0))
        + _record(0x0205, struct.pack("<3H2B", 2, 1, 0, 0x2A, 1))
        + _record(0x0205, struct.pack("<3H2B", 2, 2, 0, 1, 0))
        + _record(0x0006, struct.pack("<3H", 3, 1, 0) + b"\x02\0\x07\0\0\0\xff\xff" + bytes(8))
        + _record(0x000A, b"")
    )
    name = "订单".encode("utf-16-le")
    start = len(_begin(5)) + 4 + 8 + len(name) + 4
    listed = _record(0x0085, struct.pack("<IBBBB", start, 0, 0, 2, 1) + name)
    return _begin(5) + listed + _record(0x000A, b"") + cells


def _numbers(*numbers: int) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers).ljust(512, b"\xff")


def _entry(name: str, start: int, length: int) -> bytes:
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<H", len(text) + 2)
    return head.ljust(116, b"\0") + struct.pack("<II", start, length) + bytes(4)


def _header(small: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + struct.pack("<H", 9)
    head = head.ljust(48, b"\0") + struct.pack("<I", 1)
    head = head.ljust(60, b"\0") + struct.pack("<4I", small, 1, END, 0)
    return head + _numbers(0)[: 512 - 76]


def _large(book: bytes) -> bytes:
    """The book in sectors of its own: table, directory, then ten sectors, the last of which is met first."""
    padded = book.ljust(5120, b"\0")
    sectors = [padded[at : at + 512] for at in range(0, 5120, 512)]
    directory = (_entry("Root Entry", END, 0) + _entry("Workbook", 11, 5120)).ljust(512, b"\0")
    table = _numbers(TABLE, END, *range(3, 11), END, 2)
    return _header(END) + table + directory + b"".join(sectors[1:]) + sectors[0]


def _small(book: bytes) -> bytes:
    """The book in small sectors: table, directory, table of small sectors, the stream that they fill."""
    assert len(book) <= 512
    pieces = -(-len(book) // 64)
    directory = (_entry("Root Entry", 3, 512) + _entry("Workbook", 0, len(book))).ljust(512, b"\0")
    table = _numbers(TABLE, END, END, END)
    small = _numbers(*range(1, pieces), END)
    return _header(2) + table + directory + small + book.ljust(512, b"\0")


def test_a_stream_is_put_together_from_its_sectors() -> None:
    assert content_of(_large(_book()), ("Workbook",)) == _book().ljust(5120, b"\0")
    assert content_of(_small(_book()), ("Workbook",)) == _book()
    assert content_of(_small(_book()), ("Other",)) == b""


@pytest.mark.parametrize("content", [_large(_book()), _small(_book())], ids=["large", "small"])
def test_error_cells_are_found_by_sheet_and_column(content: bytes) -> None:
    (found,) = facts_in(content).items()

    sheet, facts = found
    assert sheet == "订单"
    assert {column: (fault.addresses, fault.value) for column, fault in facts.errors.items()} == {
        2: (["B3", "B4"], "#N/A")
    }


def test_what_is_no_old_workbook_has_no_known_errors() -> None:
    assert facts_in(b"") == {}
    assert facts_in(_large(b"\x09\x08\x04\x00\x00\x05\x05\x00")) == {}


def _sheet_of(*cells: bytes) -> bytes:
    """A book of one sheet with four styles: General, 0%, one in euros, one with two decimals."""
    euros = "[$€-2] #,##0".encode("utf-16-le")
    globals_ = (
        _begin(5)
        + _record(0x041E, struct.pack("<HHB", 164, len(euros) // 2, 1) + euros)
        + b"".join(_record(0x00E0, struct.pack("<HH16x", 0, number)) for number in (0, 9, 164, 2))
    )
    listed = struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"S"
    start = len(globals_) + 4 + len(listed) + 4
    listed = struct.pack("<IBBBB", start, 0, 0, 1, 0) + b"S"
    return globals_ + _record(0x0085, listed) + _record(0x000A, b"") + _begin(16) + b"".join(cells) + _record(10, b"")


def _number(row: int, column: int, style: int) -> bytes:
    return _record(0x0203, struct.pack("<3Hd", row, column, style, 7.0))


def _formula(row: int, result: bytes, style: int = 0) -> bytes:
    return _record(0x0006, struct.pack("<3H", row, 2, style) + result + bytes(8))


EMPTY, SEVEN = b"\x03\0\0\0\0\0\xff\xff", struct.pack("<d", 7.0)


def test_shares_and_currencies_are_known_by_the_styles_of_cells() -> None:
    several = _record(0x00BD, struct.pack("<HHHIHIH", 4, 1, 1, 0, 2, 0, 2))
    small = _record(0x027E, struct.pack("<3HI", 2, 1, 1, 0))

    facts = facts_in(_small(_sheet_of(_number(1, 1, 0), small, several, _formula(5, SEVEN, 1))))["S"]

    # Rows count from 1: B3 and B5 are shares, C5 is in euros, C6 is a formula shown as a share.
    assert {column: list(rows) for column, rows in facts.percents.items()} == {2: [3, 5], 3: [6]}
    assert facts.currencies == {3: {"€": 5}}


def test_hidden_rows_are_counted() -> None:
    rows = [_record(0x0208, struct.pack("<6H4B", row, 0, 3, 255, 0, 0, 0x20 * (row == 2), 1, 15, 0)) for row in (1, 2)]

    assert facts_in(_small(_sheet_of(*rows)))["S"].hidden_rows == 1


def test_formulas_without_a_result_are_those_of_a_book_in_which_none_has_one() -> None:
    never = facts_in(_small(_sheet_of(_formula(1, EMPTY), _formula(2, EMPTY))))["S"]
    some = facts_in(_small(_sheet_of(_formula(1, EMPTY), _formula(2, SEVEN))))["S"]

    assert {column: faults.addresses for column, faults in never.no_result.items()} == {3: ["C2", "C3"]}
    # Where Excel has calculated, an empty text is a result.
    assert some.no_result == {}


@given(st.sampled_from([_large(_book()), _small(_book())]), st.floats(0, 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_followed_as_far_as_it_goes(content: bytes, place: float, new: bytes) -> None:
    at = int(place * len(content))

    facts_in(content[:at] + new + content[at + len(new) :])
    facts_in(content[:at])


@pytest.mark.real
def test_a_real_workbook_with_errors(real_data: Path) -> None:
    found = facts_in(real_data / "messy" / "calamine" / "gh548_incorrect_sst_unique_count.xls")

    assert [name for name, facts in found.items() if facts.errors] == ["Acute Trust Mapping"]
    assert {column: fault.count for column, fault in found["Acute Trust Mapping"].errors.items()} == {
        11: 14, 12: 14, 13: 14, 14: 14,
    }  # fmt: skip
