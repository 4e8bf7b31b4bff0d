"""A trial reading of an old binary workbook in a process of its own: what kills the reader kills only the trial.

A damaged .xls can make the native reader ask for terabytes or panic; nothing in Python can catch the first.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.sources.refused import Refused

TRIAL = """
import sys, fastexcel
book = fastexcel.read_excel(sys.argv[1])
for name in book.sheet_names:
    book.load_sheet(name, header_row=None, n_rows=1)
"""
_SECONDS = 120


def refuse_deadly(source: Path | bytes, *, name: str, trial: str = TRIAL) -> None:
    """Refuse a workbook that ends the process that reads it. Other faults are left to the reading itself."""
    if isinstance(source, Path):
        _try(source, name, trial)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xls"
        path.write_bytes(source)
        _try(path, name, trial)


def _try(path: Path, name: str, trial: str) -> None:
    try:
        # The words are this program's own and a path; no shell reads them.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", "-c", trial, str(path)], capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise Refused(issue("R122", f"reading takes more than {_SECONDS} seconds", Where(name))) from None
    if done.returncode < 0 or b"PanicException" in done.stderr:
        raise Refused(issue("R122", "the workbook is damaged: its reader breaks down", Where(name)))
