from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.compound import has_macros, refuse_encrypted, stream_names


def test_what_is_no_compound_file_has_no_names() -> None:
    assert stream_names(BytesIO(b"short")) == frozenset()
    assert stream_names(BytesIO(b"\xff" * 5000)) == frozenset()


@pytest.mark.real
def test_an_encrypted_workbook_is_known_by_its_streams(real_data: Path) -> None:
    with pytest.raises(Refused, match="password"):
        refuse_encrypted(real_data / "messy" / "calamine" / "pass_protected.xlsx", name="x")


@pytest.mark.real
def test_an_old_workbook_is_let_through(real_data: Path) -> None:
    path = real_data / "messy" / "calamine" / "date.xls"

    refuse_encrypted(path, name="x")

    with path.open("rb") as stream:
        assert {"Root Entry", "Workbook"} <= stream_names(stream)


@pytest.mark.real
def test_macros_are_known_by_their_streams(real_data: Path) -> None:
    folder = real_data / "messy" / "calamine"

    assert has_macros(folder / "any_sheets.xls")
    assert not has_macros(folder / "date.xls")
