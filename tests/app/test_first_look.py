from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from salesperf.app.first_look import refuse_harmful
from salesperf.app.layers import Surroundings
from salesperf.core.errors import DataError


def _book(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in (("id", "amount"), (1, 10)):
        book.active.append(row)
    book.save(path)
    return path


def _look(*words: Path, flags: dict[tuple[str, ...], object] | None = None) -> None:
    here = words[0].parent
    refuse_harmful([str(word) for word in words], Surroundings(here, {}), config=None, flags=flags or {})


def test_a_good_workbook_passes(tmp_path: Path) -> None:
    _look(_book(tmp_path / "a.xlsx"))


def test_a_workbook_that_nobody_can_read_stops_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")

    with pytest.raises(DataError) as caught:
        _look(path)

    assert [fault.code for fault in caught.value.issues] == ["R122"]


def test_one_good_file_among_bad_ones_is_left_to_the_reading(tmp_path: Path) -> None:
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")

    _look(broken, _book(tmp_path / "b.xlsx"))


def test_limits_and_sheets_are_those_told(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx")

    with pytest.raises(DataError) as caught:
        _look(path, flags={("reading", "max_cells"): 3})

    assert "4 cells, the limit max_cells is 3" in caught.value.issues[0].message
    # No cell of a sheet that is not there is looked at; reading names the sheets there are.
    _look(path, flags={("reading", "max_cells"): 3, ("reading", "sheet"): "Other"})
