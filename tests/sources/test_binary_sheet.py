from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from salesperf.sources.binary_sheet import declared_reach


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
