"""A workbook that was drawn, opened again: its cells, its parts, and what LibreOffice works out of it."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_SECONDS = 120


def opened(content: bytes, *, values: bool = False) -> Workbook:
    """The workbook with its formulas, or with the values beside them; openpyxl knows neither sparklines nor bars."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(BytesIO(content), data_only=values)


def rows(sheet: Worksheet) -> list[list[object]]:
    """The values of a sheet, row by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def row_of(sheet: Worksheet, first: object) -> list[object]:
    """The first row whose first cell holds this."""
    return next(row for row in rows(sheet) if row[0] == first)


def texts(content: bytes) -> set[str]:
    """Every text of every cell."""
    return {cell for sheet in opened(content) for row in rows(sheet) for cell in row if isinstance(cell, str)}


def parts(content: bytes) -> dict[str, str]:
    """The XML of every part."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def recalculated(content: bytes, folder: Path) -> Workbook:
    """The workbook as LibreOffice saves it when it has worked out every formula anew; skipped where it is absent."""
    program = shutil.which("soffice") or shutil.which("localc")
    if program is None:
        pytest.skip("LibreOffice absent")
    (folder / "in").mkdir()
    source = folder / "in" / "book.xlsx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(folder / "book.xlsx", data_only=True)
