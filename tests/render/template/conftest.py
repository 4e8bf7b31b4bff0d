"""LibreOffice as the second opinion on filled workbooks."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""
"""The setting with which it works out every formula when it opens a file; it does not ask the file."""
_SECONDS = 120


@pytest.fixture
def saved_by_libreoffice(tmp_path: Path) -> Callable[[bytes], bytes]:
    """What LibreOffice makes of a workbook: every formula worked out anew, and saved as .xlsx."""
    program = shutil.which("localc")
    if program is None:
        pytest.skip("LibreOffice absent")
    user = tmp_path / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")

    def saved(book: bytes) -> bytes:
        source, target = tmp_path / "book.xlsx", tmp_path / "saved"
        source.write_bytes(book)
        profile = f"-env:UserInstallation={user.parent.as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        return (target / source.name).read_bytes()

    return saved


@pytest.fixture
def recalculated(saved_by_libreoffice: Callable[[bytes], bytes]) -> Callable[[bytes], openpyxl.Workbook]:
    """The values of a workbook as LibreOffice works them out."""
    return lambda book: openpyxl.load_workbook(BytesIO(saved_by_libreoffice(book)), data_only=True)
