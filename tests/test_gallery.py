"""The error gallery: one folder for each issue code, run as a user would; docs/errors.md shows the same folders.

A folder `gallery/CODE` holds the input files, `cmd` (the words after `salesperf`), `expected.txt` (all of standard
error), `exit` when the exit code is not 0, and `env` (NAME=value lines) when variables matter.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from console import GALLERY, lay_out, variables
from salesperf.cli.main import run
from salesperf.core.codes import CODES

LINES = re.compile(r"^\[\[table\]\]\n(?:\w+ = .*\n)+", re.MULTILINE)
"""Lines that are printed to be copied."""

FOLDERS = sorted(path for path in GALLERY.iterdir() if path.is_dir())

WITHOUT_FOLDER = {
    "R125": "the reader obeys the date system of every workbook that is small and whole",
    "R128": "who may read a file is not kept in a repository, and root may read all",
}
"""Codes that no small file can show, and why."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder and an environment in which nothing is configured."""
    for name in list(os.environ):
        if name.startswith("SALESPERF_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / ".config"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_fault_is_told_as_documented(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lay_out(folder, place)
    for name, value in variables(folder).items():
        monkeypatch.setenv(name, value)
    expected_exit = int((folder / "exit").read_text()) if (folder / "exit").exists() else 0

    code = run(shlex.split((folder / "cmd").read_text(encoding="utf-8")))

    said = capfd.readouterr().err
    assert said == (folder / "expected.txt").read_text(encoding="utf-8")
    assert code == expected_exit
    assert folder.name in said


@pytest.mark.parametrize(
    "folder",
    [folder for folder in FOLDERS if LINES.search((folder / "expected.txt").read_text(encoding="utf-8"))],
    ids=lambda folder: folder.name,
)
def test_printed_lines_are_taken_as_they_stand(folder: Path, place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lay_out(folder, place)
    lines = LINES.findall((folder / "expected.txt").read_text(encoding="utf-8"))
    (place / "salesperf.toml").write_text("\n".join(dict.fromkeys(lines)), encoding="utf-8")

    code = run(shlex.split((folder / "cmd").read_text(encoding="utf-8")))

    said = capfd.readouterr()
    # A fault of the project file would end the run with 3.
    assert code in {0, 4}, said.err
    assert not set(LINES.findall(said.err)) & set(lines)


@pytest.mark.parametrize("code", ["R215", "R216", "R217", "R341"])
def test_a_note_prints_the_lines_as_its_finding_does(code: str, place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lay_out(GALLERY / code, place)

    run(shlex.split((GALLERY / code / "cmd").read_text(encoding="utf-8")))

    said = capfd.readouterr()
    assert LINES.findall(said.out) == LINES.findall(said.err) != []


def test_every_code_has_its_folder() -> None:
    missing = set(CODES.keys) - {folder.name for folder in FOLDERS} - set(WITHOUT_FOLDER)

    assert sorted(missing) == []


def test_every_folder_shows_a_code() -> None:
    assert {folder.name for folder in FOLDERS} <= set(CODES.keys)
    assert set(WITHOUT_FOLDER) <= set(CODES.keys)
