from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.cli.first_look import flags, look_first, surroundings
from salesperf.cli.options import Inputs, Output
from salesperf.core.errors import DataError


def test_text_and_folders_are_not_looked_at(tmp_path: Path) -> None:
    text = tmp_path / "a.csv"
    text.write_text("id,amount\n1,2\n")

    look_first(Inputs(files=[str(text)]), Output())
    look_first(Inputs(files=[str(tmp_path)]), Output())
    look_first(Inputs(files=[str(tmp_path / "not there.xlsx")]), Output())
    look_first(Inputs(), Output())


def test_a_workbook_that_nobody_can_read_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")

    with pytest.raises(DataError):
        look_first(Inputs(files=[str(broken)]), Output())


def test_what_was_not_typed_is_no_flag() -> None:
    assert {key for key, value in flags(Inputs(sheet="S"), Output()).items() if value is not None} == {
        ("reading", "sheet")
    }


def test_the_current_folder_is_where_the_command_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    assert surroundings().cwd == tmp_path
